export const custody = {}
