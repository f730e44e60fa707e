/** Reference text: home. */
export const home = {}
