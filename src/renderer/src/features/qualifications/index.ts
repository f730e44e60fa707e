export { QualificationsPage } from './QualificationsPage.tsx'
export { UnqualifiedBanner } from './UnqualifiedBanner.tsx'
