/** Reference text: error. */
export const error = {}
