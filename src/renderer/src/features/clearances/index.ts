export { Accesses } from './Accesses.tsx'
export { Downgrade, DowngradeDialog } from './Downgrade.tsx'
export { ClearancesTab } from './ClearancesTab.tsx'
export { isReadingRefused, ReadingRefused } from './ReadingRefused.tsx'
