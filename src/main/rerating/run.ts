import { setImmediate } from 'node:timers/promises'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { indicatorsOf } from '../../shared/rules/schemes/schema.ts'
import { mayReadById } from '../clearances/reading.ts'
import type { JobControl, JobUseCase } from '../jobs/job.ts'
import type { Context } from '../pipeline/context.ts'
import { createRating } from '../ratings/create.ts'
import { loadRating, marksOf, rowOf } from '../ratings/load.ts'
import { standingRating } from '../ratings/rated.ts'
import { keepResult } from '../ratings/write.ts'
import { schemeInForce } from '../schemes/load.ts'
import { nextCount } from '../storage/counter.ts'
import type { Trx } from '../storage/database.ts'

/** Gapless within a year. */
const NUMBER = 'PL-{year}-{sequence:3}'
type Refused = Output<'rerating.run'>['refused']

/**
 * Does something for each of many in one transaction: what is refused leaves nothing of itself and is named, the others go
 * on. What each step would say in the log (the hash of what an approval froze) is handed to `told`, for the one entry of the whole.
 */
export function forEach<One extends { partyId: number }>(
  context: Context & JobControl, all: readonly One[], act: (quiet: Context, one: One) => void, told: Context['record'] = () => {},
): Refused {
  const { trx } = context
  const quiet: Context = { ...context, record: told }
  const refused: Refused = []
  for (const [index, one] of all.entries()) {
    context.throwIfCancelled()
    context.progress(index, all.length, 'writing')
    trx.prepare('SAVEPOINT one').run()
    try {
      act(quiet, one)
      trx.prepare('RELEASE one').run()
    } catch (error) {
      trx.prepare('ROLLBACK TO one').run()
      trx.prepare('RELEASE one').run()
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error
      refused.push({ partyId: one.partyId, partyName: headOf(trx, one.partyId)?.name ?? '', code: error.code })
    }
  }
  return refused
}

const headOf = (trx: Trx, partyId: number) => trx.prepare('SELECT name, kind FROM party WHERE id = ?').get(partyId) as { name: string; kind: 'customer' | 'supplier' | 'both' } | undefined

/**
 * Drafts for many parties; each takes over the marks of the rating that stands, where the pages behind them are still there.
 * `not-found` where a scheme asked for is not in force on the day for its side.
 */
export const runJob: JobUseCase<'rerating.run'> = {
  prepare: async () => { await setImmediate() },
  run: (context, { partyIds, kind, asOf, schemeId, supplierSchemeId }: Parsed<'rerating.run'>) => {
    const { trx, actor, now, today } = context
    const year = Number(today.slice(0, 4))
    const schemeIds = { customer: schemeId, supplier: supplierSchemeId }
    for (const side of ['customer', 'supplier'] as const) if (schemeIds[side] !== null) schemeInForce(trx, { on: asOf ?? today, kind, for: side, schemeId: schemeIds[side] })
    const number = formatNumber(NUMBER, { department: '', year, sequence: nextCount(trx, `rerating:${year}`) })
    const { lastId: id } = trx.run(trx.sql.insertInto('reratingBatch').values({ number, kind, asOf: asOf ?? today, madeBy: actor.personId, madeAt: now }))
    const parties = [...new Set(partyIds)].map((partyId) => ({ partyId }))
    const line = (partyId: number, ratingId: number | null, refusal: string | null) =>
      trx.run(trx.sql.insertInto('reratingLine').values({ batchId: id, partyId, ratingId, refusal, beforeId: standingRating(trx, partyId) }))
    const refused = forEach(context, parties, (quiet, { partyId }) => {
      const own = schemeIds[headOf(trx, partyId)?.kind === 'supplier' ? 'supplier' : 'customer']
      const made = createRating(quiet, { partyId, kind, ...(own === null ? {} : { schemeId: own }), ...(asOf === undefined ? {} : { asOf }) })
      takeOverMarks(quiet, partyId, made.id)
      line(partyId, made.id, null)
    })
    // A party that is not there has no line: there is nothing to say of it.
    for (const { partyId, code } of refused) if (headOf(trx, partyId) !== undefined) line(partyId, null, code)
    const made = parties.length - refused.length
    if (made === 0) throw new AppError('nothing-done', { refused: refused.length, code: refused[0]?.code ?? '' })
    context.record({ kind: 'rerating', id, label: number }, { parties: parties.length, made, refused: refused.length, kind, asOf: asOf ?? today, ...(schemeId === null ? {} : { schemeId }), ...(supplierSchemeId === null ? {} : { supplierSchemeId }) })
    return { id, number, made, refused }
  },
}

function takeOverMarks(context: Context, partyId: number, ratingId: number): void {
  const { trx, actor, now } = context
  const before = standingRating(trx, partyId)
  if (before === null) return
  const { scheme } = loadRating(trx, rowOf(trx, ratingId)!)
  const asked = new Map(indicatorsOf(scheme).flatMap((one) => (one.kind === 'mark' ? [[one.code, one] as const] : [])))
  let taken = 0
  for (const { indicator, option, remarks, evidence } of marksOf(trx, before)) {
    const wanted = asked.get(indicator)
    const pages = evidence.filter(({ attachmentId }) => attachmentId !== null && isThere(context, attachmentId))
    if (!wanted?.options.some(({ code }) => code === option) || pages.length < evidence.length) continue
    trx.run(trx.sql.insertInto('ratingMark').values({ ratingId, indicator, option, remarks, by: actor.personId, at: now }))
    for (const { attachmentId, documentId, page, sha256, title } of pages) trx.run(trx.sql.insertInto('ratingEvidence').values({ ratingId, indicator, attachmentId, documentId, page, sha256, title }))
    taken += 1
  }
  if (taken > 0) keepResult(context, ratingId)
}

/** The scan is still there, and the maker may read the dossier it lies in: what he may not see he does not take over. */
function isThere(context: Context, attachmentId: number): boolean {
  const row = context.trx.prepare(
    'SELECT document.dossierId FROM attachment JOIN document ON document.id = attachment.documentId WHERE attachment.id = ? AND attachment.struckAt IS NULL AND document.struckAt IS NULL',
  ).get(attachmentId) as { dossierId: number } | undefined
  return row !== undefined && mayReadById(context, row.dossierId)
}
