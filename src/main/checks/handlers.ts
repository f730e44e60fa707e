export const checksHandlers = {}
