export const disposalHandlers = {}
