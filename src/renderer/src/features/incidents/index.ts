export { IncidentPage } from './IncidentPage.tsx'
export { IncidentsPage } from './IncidentsPage.tsx'
export { People } from './People.tsx'
export { answerableQuery } from './queries.ts'
