export const qualificationsHandlers = {}
