export const incidentsHandlers = {}
