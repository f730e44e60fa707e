import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { HoldKind } from '../../shared/rules/disposal/obstacles.ts'
import { seenDossier } from '../dossiers/rights.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { keepRetention, keepRetentionOfParty } from './keep-retention.ts'

/** Until receivables keep these facts themselves, a person enters them. Nothing under a hold is listed for destruction. */
export function placeHold(context: Context, input: Parsed<'holds.place'>): Output<'holds.place'> {
  const { trx, actor, today, now } = context
  const { kind, partyId, dossierId, amountFen, untilOn, reason } = input
  if (untilOn !== null && untilOn < today) throw new AppError('bad-input', { path: 'untilOn' })
  if (partyId !== null) requireVisibleParty(trx, actor, today, partyId)
  const dossier = dossierId === null ? null : seenDossier(context, dossierId)
  // Two fingers on one button are one debt: releasing one of two would leave the other standing.
  const known = trx
    .prepare('SELECT 1 FROM hold WHERE kind = ? AND partyId IS ? AND dossierId IS ? AND amountFen IS ? AND untilOn IS ? AND reason = ? AND releasedAt IS NULL')
    .get(kind, partyId, dossierId, amountFen, untilOn, reason)
  if (known) throw new AppError('duplicate')
  const { lastId: id } = trx.run(
    trx.sql.insertInto('hold').values({ kind, partyId, dossierId, amountFen, untilOn, reason, placedBy: actor.personId, placedAt: now }),
  )
  keep(trx, { partyId, dossierId })
  context.record(subjectOf(trx, { partyId, dossierId }), { holdId: id, kind, amountFen, untilOn, reason, dossier: dossier?.number ?? null })
  return { id }
}

/**
 * Lifts a hold with the reason: paid, ended, decided. What is lifted may be destroyed, so another person than the one who placed it
 * says so (`same-person`). Refuses `not-found`, and one that is lifted already (`wrong-state`).
 */
export function releaseHold(context: Context, { id, reason }: Parsed<'holds.release'>): Output<'holds.release'> {
  const { trx, actor, now, today } = context
  const hold = trx.prepare('SELECT kind, partyId, dossierId, placedBy, releasedAt FROM hold WHERE id = ?').get(id) as
    { kind: HoldKind; partyId: number | null; dossierId: number | null; placedBy: number; releasedAt: string | null } | undefined
  if (!hold) throw new AppError('not-found', { id })
  if (hold.releasedAt !== null) throw new AppError('wrong-state', { releasedAt: hold.releasedAt })
  if (hold.placedBy === actor.personId) throw new AppError('same-person')
  trx.run(
    trx.sql.updateTable('hold').set({ releasedBy: actor.personId, releasedAt: now, releasedOn: today, releaseReason: reason }).where('id', '=', id),
  )
  keep(trx, hold)
  context.record(subjectOf(trx, hold), { holdId: id, kind: hold.kind, reason })
  return {}
}

type Subject = { partyId: number | null; dossierId: number | null }

/** A debt settled is what some retention counts from. */
function keep(trx: Trx, { partyId, dossierId }: Subject): void {
  if (partyId !== null) keepRetentionOfParty(trx, partyId)
  if (dossierId !== null) keepRetention(trx, dossierId)
}

function subjectOf(trx: Trx, { partyId, dossierId }: Subject) {
  if (dossierId !== null) {
    const { number } = trx.prepare('SELECT number FROM dossier WHERE id = ?').get(dossierId) as { number: string }
    return { kind: 'dossier', id: dossierId, label: number }
  }
  const { creditCode } = trx.prepare('SELECT creditCode FROM party WHERE id = ?').get(partyId) as { creditCode: string | null }
  return { kind: 'party', id: partyId, label: creditCode }
}

/** As `isHolding` says, in SQL. */
const HOLDING = "(hold.releasedAt IS NULL AND (hold.kind IN ('debt', 'lawsuit') OR hold.untilOn IS NULL OR hold.untilOn >= :today))"

const FROM = `
  FROM hold LEFT JOIN dossier ON dossier.id = hold.dossierId JOIN party ON party.id = coalesce(hold.partyId, dossier.partyId)
  JOIN person AS placer ON placer.id = hold.placedBy LEFT JOIN person AS releaser ON releaser.id = hold.releasedBy`

type Row = Omit<Output<'holds.list'>['rows'][number], 'isHolding'> & { isHolding: 0 | 1 }

/** Holds, the newest first, found by party, dossier number or reason; of one dossier those of its party too. */
export function listHolds({ trx, today }: Context, { text, kind, dossierId, isHolding, offset, limit }: Parsed<'holds.list'>): Output<'holds.list'> {
  const conditions: string[] = []
  const values: Record<string, unknown> = { today }
  if (isHolding !== null) conditions.push(isHolding ? `hold.releasedAt IS NULL AND ${HOLDING}` : `NOT ${HOLDING}`)
  if (kind !== null) conditions.push('hold.kind = :kind')
  if (dossierId !== null) conditions.push('(hold.dossierId = :dossierId OR hold.partyId = (SELECT partyId FROM dossier WHERE id = :dossierId))')
  if (text.trim() !== '') {
    const columns = ['party.name', 'party.shortName', 'dossier.number', 'hold.reason']
    conditions.push(`(${columns.map((column) => `${column} LIKE :like ESCAPE '\\'`).join(' OR ')})`)
    values.like = `%${text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  }
  if (kind !== null) values.kind = kind
  if (dossierId !== null) values.dossierId = dossierId
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const { total } = trx.prepare(`SELECT count(*) AS total, :today AS today ${FROM} ${where}`).get(values) as { total: number }
  const rows = trx
    .prepare(
      `SELECT hold.id, hold.kind, party.id AS partyId, party.name AS partyName, hold.dossierId, dossier.number, hold.amountFen, hold.untilOn,
         hold.reason, hold.placedBy, placer.name AS placedByName, hold.placedAt, releaser.name AS releasedByName, hold.releasedAt, hold.releaseReason,
         ${HOLDING} AS isHolding
       ${FROM} ${where} ORDER BY hold.id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit, offset }) as Row[]
  return { total, rows: rows.map((row) => ({ ...row, isHolding: row.isHolding === 1 })) }
}
