export { DisposalCasePage } from './DisposalCasePage.tsx'
export { DisposalPage } from './DisposalPage.tsx'
export { RetentionNote } from './RetentionNote.tsx'
