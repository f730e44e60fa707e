export { ShelvingPage } from './ShelvingPage.tsx'
