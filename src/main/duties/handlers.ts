export const dutiesHandlers = {}
