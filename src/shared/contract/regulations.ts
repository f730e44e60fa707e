export const regulations = {}
