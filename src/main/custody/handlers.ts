export const custodyHandlers = {}
