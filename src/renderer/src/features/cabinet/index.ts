export { CabinetPage } from './CabinetPage.tsx'
