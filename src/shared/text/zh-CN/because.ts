/** Reference text: because. */
export const because = {}
