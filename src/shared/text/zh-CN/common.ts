/** Reference text: common. */
export const common = {}
