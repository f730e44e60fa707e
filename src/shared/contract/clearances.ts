export const clearances = {}
