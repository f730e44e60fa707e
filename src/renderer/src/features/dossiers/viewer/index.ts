export { Viewer } from './Viewer.tsx'
export { countPages } from './count-pages.ts'
export { viewKind, type ViewKind } from './kinds.ts'
