export const CabinetPage = () => null
