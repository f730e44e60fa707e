export { ReratingPage } from './ReratingPage.tsx'
export { BatchPage } from './BatchPage.tsx'
export { useWhyDue } from './words.ts'
