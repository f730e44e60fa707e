import { AppError } from '../../shared/errors.ts'
import type { LimitCapsule, Sums } from '../../shared/rules/limits/capsule.ts'
import type { GuaranteeKind } from '../../shared/rules/limits/guarantees.ts'
import type { Listed } from '../../shared/rules/limits/listed.ts'
import type { Proposal } from '../../shared/rules/limits/propose.ts'
import type { Hold, LimitState } from '../../shared/rules/limits/steps.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type LimitRow = {
  id: number; number: string; partyId: number; ratingId: number | null; schemeVersionId: number; proposedFen: number; proposedDays: number
  amountFen: number; termDays: number; fromOn: string | null; untilOn: string; reason: string | null; remarks: string | null; state: LimitState; round: number
  madeBy: number; madeAt: string; submittedAt: string | null; reviewedBy: number | null; decidedBy: number | null; decidedAt: string | null; closedAt: string | null
  isCurrent: 0 | 1; hold: Hold; holdReason: string | null; holdBy: number | null; version: number
  partyName: string; creditCode: string | null; salespersonId: number | null; madeByName: string; reviewOn: string | null
}
export type GuaranteeRow = {
  id: number; kind: GuaranteeKind; amountFen: number; untilOn: string | null; giver: string | null
  attachmentId: number | null; documentId: number | null; page: number | null; sha256: string | null; title: string | null
}

const ROW = `
  SELECT limitCase.*, party.name AS partyName, party.creditCode, party.salespersonId, maker.name AS madeByName, rating.reviewOn
  FROM limitCase JOIN party ON party.id = limitCase.partyId JOIN person AS maker ON maker.id = limitCase.madeBy LEFT JOIN rating ON rating.id = limitCase.ratingId`
type Stored = LimitRow & { proposal: string; listed: string }

/** The row with what its text proposes and the lists the party was on then; of a decided one both stand in its capsule too. */
export type LoadedLimit = LimitRow & { proposal: Proposal; listed: readonly Listed[]; guarantees: GuaranteeRow[]; capsule: { body: LimitCapsule; hash: string; auditSeq: number } | null }

export function limitOf(trx: Trx, id: number): LoadedLimit | undefined {
  const row = trx.prepare(`${ROW} WHERE limitCase.id = ?`).get(id) as Stored | undefined
  if (!row) return undefined
  const guarantees = trx.prepare('SELECT id, kind, amountFen, untilOn, giver, attachmentId, documentId, page, sha256, title FROM limitGuarantee WHERE limitId = ? ORDER BY id').all(id) as GuaranteeRow[]
  return { ...row, proposal: JSON.parse(row.proposal) as Proposal, listed: JSON.parse(row.listed) as Listed[], guarantees, capsule: limitCapsuleOf(trx, id) }
}

export function limitCapsuleOf(trx: Trx, id: number): LoadedLimit['capsule'] {
  const row = trx.prepare('SELECT body, hash, auditSeq FROM limitCapsule WHERE limitId = ?').get(id) as { body: string; hash: string; auditSeq: number } | undefined
  return row ? { body: JSON.parse(row.body) as LimitCapsule, hash: row.hash, auditSeq: row.auditSeq } : null
}

/** A limit of a party this person may see (`not-found`), as it was read (`changed-meanwhile`). */
export function requireLimit(context: Pick<Context, 'trx' | 'actor' | 'today'>, id: number, version?: number): LoadedLimit {
  const limit = limitOf(context.trx, id)
  if (!limit) throw new AppError('not-found', { limitId: id })
  requireVisibleParty(context.trx, context.actor, context.today, limit.partyId)
  if (version !== undefined && version !== limit.version) throw new AppError('changed-meanwhile', { version: limit.version })
  return limit
}

/** Guarantees as a proposal takes them. */
export const givenOf = (guarantees: readonly GuaranteeRow[]): Pick<Sums['guarantees'][number], 'kind' | 'amountFen' | 'until' | 'giver' | 'page'>[] =>
  guarantees.map(({ kind, amountFen, untilOn, giver, page, sha256, title }) =>
    ({ kind, amountFen, until: untilOn, giver, page: page === null ? null : { sha256: sha256!, page, title: title! } }))
