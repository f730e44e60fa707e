export { LimitPage } from './LimitPage.tsx'
export { LimitsPage } from './LimitsPage.tsx'
export { LimitsTab } from './LimitsTab.tsx'
