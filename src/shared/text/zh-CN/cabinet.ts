/** Reference text: cabinet. */
export const cabinet = {}
