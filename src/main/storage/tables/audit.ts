export type CounterTable = {
  name: string
  last: number
}

export type AuditTable = {
  seq: number
  at: string
  actorId: number | null
  actorName: string
  method: string
  outcome: 'done' | 'refused'
  subjectKind: string | null
  subjectId: number | null
  subjectLabel: string | null
  detail: string
  previous: string
  hash: string
}

export type AuditTables = { counter: CounterTable; audit: AuditTable }
