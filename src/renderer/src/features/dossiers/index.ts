export { DossiersPage } from './DossiersPage.tsx'
export { DossierPage } from './DossierPage.tsx'
export { Viewer } from './viewer/index.ts'
