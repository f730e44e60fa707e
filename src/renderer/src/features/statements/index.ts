export { StatementsTab } from './StatementsTab.tsx'
