export { RisksPage } from './RisksPage.tsx'
export { RisksTab } from './RisksTab.tsx'
