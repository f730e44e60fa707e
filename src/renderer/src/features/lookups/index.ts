export { LookupsPage } from './LookupsPage.tsx'
export { RegisterPage } from './RegisterPage.tsx'
