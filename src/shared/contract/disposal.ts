export const disposal = {}
