export const DossiersPage = () => null
export const DossierPage = () => null
