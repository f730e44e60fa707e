export { ContractPanel } from './ContractPanel.tsx'
export { ContractsPage } from './ContractsPage.tsx'
export { ledgerOf } from './queries.ts'
export { OpenContractDialog } from './OpenContractDialog.tsx'
