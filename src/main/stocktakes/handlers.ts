export const stocktakesHandlers = {}
