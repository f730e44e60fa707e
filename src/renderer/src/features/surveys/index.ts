export { SurveysTab } from './SurveysTab.tsx'
