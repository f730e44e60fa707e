import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotOverride } from '../../shared/rules/ratings/override.ts'
import type { Grade } from '../../shared/rules/schemes/grades.ts'
import { indicatorsOf } from '../../shared/rules/schemes/schema.ts'
import { requireMayRead } from '../clearances/reading.ts'
import { seenAttachment } from '../dossiers/attachments.ts'
import type { Context } from '../pipeline/context.ts'
import { cardOf } from './card.ts'
import { changeableRating } from './create.ts'
import type { LoadedRating } from './load.ts'
import { addStep, dropMark, keepResult, recordRating } from './write.ts'

/**
 * Gives a qualitative indicator its mark (`bad-input` for one that the scheme has not), with the pages behind it: of scans of
 * this party's dossiers that the maker may read (`not-found`, `rating-evidence`). Null takes the mark back.
 */
export function markRating(context: Context, { id, version, indicator, option, remarks, evidence }: Parsed<'ratings.mark'>): Output<'ratings.mark'> {
  const { trx, actor, now } = context
  const before = changeableRating(context, id, version)
  const asked = indicatorsOf(before.scheme).find(({ code }) => code === indicator)
  if (asked?.kind !== 'mark') throw new AppError('bad-input', { path: 'indicator' })
  if (option !== null && !asked.options.some(({ code }) => code === option)) throw new AppError('bad-input', { path: 'option' })
  const pages = option === null ? [] : evidence.map((page) => ({ ...page, ...requirePage(context, before, page) }))
  dropMark(trx, id, indicator)
  if (option !== null) trx.run(trx.sql.insertInto('ratingMark').values({ ratingId: id, indicator, option, remarks, by: actor.personId, at: now }))
  const once = new Map(pages.map((page) => [`${page.sha256}:${page.page}`, page]))
  for (const { attachmentId, documentId, page, sha256, title } of once.values()) {
    trx.run(trx.sql.insertInto('ratingEvidence').values({ ratingId: id, indicator, attachmentId, documentId, page, sha256, title }))
  }
  const rating = keepResult(context, id)
  recordRating(context, rating, { indicator, option, pages: once.size, from: before.result.score, to: rating.result.score })
  return { rating: cardOf(context, rating) }
}

/** A page of a scan of the party's dossiers that this person may read (`not-found`, `rating-evidence`): its document, hash and name. */
export function requirePage(context: Context, { partyId }: Pick<LoadedRating, 'partyId'>, { attachmentId, page }: { attachmentId: number; page: number }) {
  const { attachment, dossier } = seenAttachment(context, attachmentId)
  requireMayRead(context, dossier)
  const row = context.trx
    .prepare(
      `SELECT dossier.partyId, document.title, attachment.pages FROM attachment JOIN document ON document.id = attachment.documentId
         JOIN dossier ON dossier.id = document.dossierId WHERE attachment.id = ?`,
    )
    .get(attachmentId) as { partyId: number; title: string; pages: number | null }
  if (row.partyId !== partyId) throw new AppError('rating-evidence', { why: 'party' })
  if (page > (row.pages ?? 1)) throw new AppError('rating-evidence', { why: 'page', pages: row.pages ?? 1 })
  return { documentId: attachment.documentId, sha256: attachment.sha256, title: row.title }
}

export function remarkRating(context: Context, { id, version, remarks }: Parsed<'ratings.remark'>): Output<'ratings.remark'> {
  changeableRating(context, id, version)
  const rating = keepResult(context, id, { remarks })
  recordRating(context, rating, { remarks })
  return { rating: cardOf(context, rating) }
}

/** Proposes to move the grade by hand; refused outside the scheme's limits (`override-refused`, with which). Null takes it back. */
export function overrideRating(context: Context, { id, version, override }: Parsed<'ratings.override'>): Output<'ratings.override'> {
  const before = changeableRating(context, id, version)
  if (override !== null) requireOverride(context, before, override)
  else if (before.overrideGrade === null) throw new AppError('wrong-state', { state: before.state })
  addStep(context, before, override === null ? { what: 'overrideDropped' } : { what: 'overrideProposed', reason: override.reason })
  const rating = keepResult(context, id, { overrideGrade: override?.grade ?? null, overrideUntil: override?.until ?? null, overrideReason: override?.reason ?? null })
  recordRating(context, rating, { computed: before.result.grade, override })
  return { rating: cardOf(context, rating) }
}

/** Within the limits of the scheme, from the grade as computed now (`override-refused`). */
export function requireOverride({ today }: Pick<Context, 'today'>, { scheme, grades, result }: LoadedRating, wanted: { grade: Grade; until: string }): void {
  const fault = whyNotOverride(scheme, grades.map(({ grade }) => grade), result.grade, wanted, today)
  if (fault !== null) throw new AppError('override-refused', { fault, ...scheme.override })
}
