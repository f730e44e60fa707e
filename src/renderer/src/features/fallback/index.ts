export { FallbackPage } from './FallbackPage.tsx'
export { FromPaper } from './FromPaper.tsx'
