export { ValidityPage } from './ValidityPage.tsx'
