export { SurveysTab } from './SurveysTab.tsx'
export { EvidenceFields, type Page } from './EvidenceFields.tsx'
