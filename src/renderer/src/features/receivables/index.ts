export { ReceivablesTab } from './ReceivablesTab.tsx'
export { AgeingPage } from './AgeingPage.tsx'
