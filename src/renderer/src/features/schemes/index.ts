export { SchemePage } from './SchemePage.tsx'
export { SchemesPage } from './SchemesPage.tsx'
