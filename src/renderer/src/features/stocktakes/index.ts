export { StocktakePage } from './StocktakePage.tsx'
export { StocktakesPage } from './StocktakesPage.tsx'
