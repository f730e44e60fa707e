import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'
import { broughtBy, TABLE_OF, takenIn } from './taken-in.ts'

/**
 * Strikes what a table brought and still stands. What struck receipts paid is open again, what struck receivables were paid
 * with is an advance again. Refuses what is no import (`not-found`), one of which nothing stands (`wrong-state`, with `struck` where it brought rows), and the
 * salesperson of a party that it brought a row (`same-person`).
 */
export function strikeImport({ trx, actor, now, record }: Context, { seq, reason }: Parsed<'imports.strike'>): Output<'imports.strike'> {
  const entry = takenIn(trx, seq)
  if (entry === null) throw new AppError('not-found', { seq })
  const { ledger, at, actorId } = entry
  const table = TABLE_OF[ledger]
  const standing = `SELECT id FROM ${table} WHERE ${broughtBy(':')} AND struckAt IS NULL`
  const isOwn = trx.prepare(`SELECT 1 FROM party WHERE salespersonId = :me AND id IN (SELECT partyId FROM ${table} WHERE ${broughtBy(':')} AND struckAt IS NULL)`).get({ at, actorId, me: actor.personId })
  if (isOwn) throw new AppError('same-person')
  const ended = table === 'receivable' || table === 'receipt'
    ? trx.prepare(`UPDATE allocation SET endedBy = :me, endedAt = :now WHERE endedAt IS NULL AND ${table}Id IN (${standing})`).run({ at, actorId, me: actor.personId, now }).changes : 0
  const struck = trx.prepare(`UPDATE ${table} SET struckBy = :me, struckAt = :now, strikeReason = :reason WHERE id IN (${standing})`).run({ at, actorId, me: actor.personId, now, reason }).changes
  if (struck === 0) {
    const isStruck = trx.prepare(`SELECT 1 FROM ${table} WHERE ${broughtBy(':')}`).get({ at, actorId }) !== undefined
    throw new AppError('wrong-state', isStruck ? { struck: true } : {})
  }
  record({ kind: entry.subjectKind, id: entry.subjectId, label: entry.subjectLabel }, { import: seq, ledger, importedAt: at, struck, ended, reason })
  return { struck }
}
