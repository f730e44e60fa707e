export { DeliveriesTab } from './DeliveriesTab.tsx'
export { ImportDialog } from './ImportDialog.tsx'
