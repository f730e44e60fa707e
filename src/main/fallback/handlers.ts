export const fallbackHandlers = {}
