export { FallbackPage } from './FallbackPage.tsx'
