import { AppError } from '../../shared/errors.ts'
import type { Facts } from '../../shared/rules/facts/fact.ts'
import { type Capsule, type FrozenMark, resultOf } from '../../shared/rules/ratings/capsule.ts'
import type { RatingState } from '../../shared/rules/ratings/steps.ts'
import type { Grade } from '../../shared/rules/schemes/grades.ts'
import type { RatingKind, Scheme } from '../../shared/rules/schemes/schema.ts'
import type { Result } from '../../shared/rules/schemes/score.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import { loadSchemeVersion, type SchemeVersion } from '../schemes/load.ts'

export type RatingRow = {
  id: number; number: string; partyId: number; kind: RatingKind; asOf: string; schemeVersionId: number; regulationVersionId: number; state: RatingState; round: number
  industry: string | null; remarks: string | null; score: number | null; coverage: number; computedGrade: Grade | null; grade: Grade | null
  overrideGrade: Grade | null; overrideUntil: string | null; overrideReason: string | null; overrideAgreedBy: number | null
  madeBy: number; madeAt: string; submittedAt: string | null; reviewedBy: number | null; reviewedAt: string | null
  approvedBy: number | null; approvedAt: string | null; approvedOn: string | null; reviewOn: string | null; isCurrent: 0 | 1; version: number
  partyName: string; shortName: string | null; creditCode: string | null; salespersonId: number | null; madeByName: string
}

export type EvidenceRow = { id: number; indicator: string; attachmentId: number | null; documentId: number; page: number; sha256: string; title: string }
export type MarkRow = { indicator: string; option: string; remarks: string | null; byName: string; at: string; evidence: EvidenceRow[] }
export type GradeInUse = { grade: Grade; label: string; measures: string | null }

/** A rating with all that its result stands on; of an approved one everything comes from its capsule. */
export type LoadedRating = RatingRow & {
  schemeVersion: SchemeVersion
  scheme: Scheme
  regulationId: string
  regulationTitle: string
  grades: GradeInUse[]
  facts: Facts
  gatheredAt: string
  marks: MarkRow[]
  result: Result
  capsule: { body: Capsule; hash: string; auditSeq: number } | null
}

const ROW = `
  SELECT rating.*, party.name AS partyName, party.shortName, party.creditCode, party.salespersonId, maker.name AS madeByName
  FROM rating JOIN party ON party.id = rating.partyId JOIN person AS maker ON maker.id = rating.madeBy`

export function rowOf(trx: Trx, id: number): RatingRow | undefined {
  return trx.prepare(`${ROW} WHERE rating.id = ?`).get(id) as RatingRow | undefined
}

/** The row alone, of a party this person may see (`not-found`), as it was read (`changed-meanwhile`). */
export function requireRow(context: Pick<Context, 'trx' | 'actor' | 'today'>, id: number, version?: number): RatingRow {
  const row = rowOf(context.trx, id)
  if (!row) throw new AppError('not-found', { ratingId: id })
  requireVisibleParty(context.trx, context.actor, context.today, row.partyId)
  if (version !== undefined && version !== row.version) throw new AppError('changed-meanwhile', { version: row.version })
  return row
}

export function marksOf(trx: Trx, id: number): MarkRow[] {
  const evidence = trx
    .prepare('SELECT id, indicator, attachmentId, documentId, page, sha256, title FROM ratingEvidence WHERE ratingId = ? ORDER BY id')
    .all(id) as EvidenceRow[]
  const marks = trx
    .prepare('SELECT indicator, option, remarks, person.name AS byName, at FROM ratingMark JOIN person ON person.id = ratingMark.by WHERE ratingId = ? ORDER BY indicator')
    .all(id) as Omit<MarkRow, 'evidence'>[]
  return marks.map((mark) => ({ ...mark, evidence: evidence.filter(({ indicator }) => indicator === mark.indicator) }))
}

/** Marks as a result and a capsule take them: pages in an order of their own, whatever order they were added in. */
export function frozenMarks(marks: readonly MarkRow[]): Record<string, FrozenMark> {
  const bySheet = (one: { sha256: string; page: number }, other: { sha256: string; page: number }) =>
    one.sha256 === other.sha256 ? one.page - other.page : one.sha256 < other.sha256 ? -1 : 1
  return Object.fromEntries(marks.map(({ indicator, option, remarks, evidence }) => [
    indicator, { option, remarks, evidence: evidence.map(({ sha256, page, title }) => ({ sha256, page, title })).sort(bySheet) },
  ]))
}

export function capsuleOf(trx: Trx, id: number): LoadedRating['capsule'] {
  const row = trx.prepare('SELECT body, hash, auditSeq FROM ratingCapsule WHERE ratingId = ?').get(id) as { body: string; hash: string; auditSeq: number } | undefined
  return row ? { body: JSON.parse(row.body) as Capsule, hash: row.hash, auditSeq: row.auditSeq } : null
}

export function loadRating(trx: Trx, row: RatingRow): LoadedRating {
  const schemeVersion = loadSchemeVersion(trx, row.schemeVersionId)
  const regulation = regulationOfVersion(trx, row.regulationVersionId)
  const capsule = capsuleOf(trx, row.id)
  const measuresOf = (grade: Grade) => regulation.grades.find((one) => one.grade === grade)?.measures ?? null
  const grades = (capsule?.body.grades ?? regulation.grades).map(({ grade, label }) => ({ grade, label, measures: measuresOf(grade) }))
  const marks = marksOf(trx, row.id)
  const input = trx.prepare('SELECT facts, gatheredAt FROM ratingInput WHERE ratingId = ?').get(row.id) as { facts: string; gatheredAt: string } | undefined
  const facts = capsule?.body.facts ?? (JSON.parse(input?.facts ?? '{}') as Facts)
  const result = capsule?.body.result ?? resultOf(schemeVersion.scheme, { facts, marks: frozenMarks(marks), industry: row.industry, grades })
  return {
    ...row, schemeVersion, scheme: schemeVersion.scheme, regulationId: regulation.id, regulationTitle: regulation.title, grades, facts, marks, result, capsule,
    gatheredAt: capsule?.body.gatheredAt ?? input?.gatheredAt ?? row.madeAt,
  }
}

/** A rating this person may see, whole. */
export const requireRating = (context: Pick<Context, 'trx' | 'actor' | 'today'>, id: number, version?: number): LoadedRating =>
  loadRating(context.trx, requireRow(context, id, version))
