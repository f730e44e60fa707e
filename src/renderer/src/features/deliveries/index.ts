export { DeliveriesTab } from './DeliveriesTab.tsx'
