/** Reference text: lookups. */
export const lookups = {}
