export const stocktakes = {}
