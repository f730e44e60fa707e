export const fallback = {}
