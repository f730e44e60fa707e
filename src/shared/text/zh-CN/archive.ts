/** Reference text: archive. */
export const archive = {}
