/** Reference text: print. */
export const print = {}
