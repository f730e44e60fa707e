export { Accesses } from './Accesses.tsx'
export { ClearancesTab } from './ClearancesTab.tsx'
export { isReadingRefused, ReadingRefused } from './ReadingRefused.tsx'
