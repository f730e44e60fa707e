export type IncidentCase = {
  readonly state: 'open' | 'closed'
  readonly openedBy: number
  readonly findings: string | null
  readonly consequences: string | null
  readonly measures: string | null
  readonly answerable: readonly number[]
}

/** Why this person may not close it: it is closed, he opened it or answers for it, or it has not been looked into. */
export function whyNotClose(incident: IncidentCase, personId: number): 'wrong-state' | 'same-person' | 'incident-unfinished' | null {
  if (incident.state === 'closed') return 'wrong-state'
  if (incident.openedBy === personId || incident.answerable.includes(personId)) return 'same-person'
  return incident.findings && incident.consequences && incident.measures ? null : 'incident-unfinished'
}
