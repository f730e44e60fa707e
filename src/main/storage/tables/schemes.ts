import type { Generated } from 'kysely'

export type SchemeTable = { id: Generated<number>; code: string; for: 'customer' | 'supplier'; retiredAt: Generated<string | null> }

export type SchemeVersionTable = {
  id: Generated<number>
  schemeId: number
  no: number
  /** A scheme of `rules/schemes/schema.ts`, as canonical JSON. */
  body: string
  hash: string
  state: 'draft' | 'submitted' | 'reviewed' | 'approved' | 'withdrawn'
  effectiveOn: string | null
  note: string | null
  preparedBy: number | null
  preparedAt: string
  submittedAt: Generated<string | null>
  reviewedBy: Generated<number | null>
  reviewedAt: Generated<string | null>
  approvedBy: Generated<number | null>
  approvedAt: Generated<string | null>
  withdrawnBy: Generated<number | null>
  withdrawnAt: Generated<string | null>
  withdrawReason: Generated<string | null>
  /** Why it came back, until it is submitted again. */
  returnReason: Generated<string | null>
  basedOnId: Generated<number | null>
  version: Generated<number>
}

export type SchemesTables = { scheme: SchemeTable; schemeVersion: SchemeVersionTable }
