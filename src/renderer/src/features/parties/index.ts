export { PartiesPage } from './PartiesPage.tsx'
export { PartyPage } from './PartyPage.tsx'
export { ImportPage } from './ImportPage.tsx'
