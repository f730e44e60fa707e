export const qualifications = {}
