export { InvoicesTab } from './InvoicesTab.tsx'
export { ImportDialog } from './ImportDialog.tsx'
