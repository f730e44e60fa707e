export { DossiersPage } from './DossiersPage.tsx'
export { DossierPage } from './DossierPage.tsx'
