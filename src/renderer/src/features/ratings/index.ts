export { RatingPage } from './RatingPage.tsx'
export { RatingsPage } from './RatingsPage.tsx'
export { RatingsTab } from './RatingsTab.tsx'
export { type ChosenPage, PageList } from './PageList.tsx'
