export { ChecksPage } from './ChecksPage.tsx'
export { CheckPage } from './CheckPage.tsx'
export { useRunCheck } from './queries.ts'
