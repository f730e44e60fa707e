/** Reference text: parties. */
export const parties = {}
