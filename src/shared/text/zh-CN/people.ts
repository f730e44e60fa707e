/** Reference text: people. */
export const people = {}
