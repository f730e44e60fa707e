export { DefaultsTab } from './DefaultsTab.tsx'
