export const clearancesHandlers = {}
