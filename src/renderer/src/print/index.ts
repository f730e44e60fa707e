export const PrintPage = () => null
