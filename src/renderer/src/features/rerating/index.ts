export { ReratingPage } from './ReratingPage.tsx'
export { BatchPage } from './BatchPage.tsx'
export { whyDue } from './words.ts'
