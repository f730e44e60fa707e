export const regulationsHandlers = {}
