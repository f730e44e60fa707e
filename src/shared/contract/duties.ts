export const duties = {}
