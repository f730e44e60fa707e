export { TransfersPage } from './TransfersPage.tsx'
export { TransferPage } from './TransferPage.tsx'
export { NewTransferPage } from './NewTransferPage.tsx'
export { CustodyMoment } from './CustodyMoment.tsx'
