/** Reference text: audit. */
export const audit = {}
