import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { allRaw } from '../storage/all-raw.ts'
import { visibleTransfer } from './visibility.ts'

type Row = Output<'transfers.list'>['rows'][number]
type Reader = Pick<Context, 'trx' | 'actor'>

/**
 * SQL that is true for what waits for this person: submitted lists that one of his roles may take and that he neither
 * filled in nor signed; and drafts of his own.
 */
export function waitsFor({ actor }: Pick<Context, 'actor'>): RawBuilder<SqlBool> {
  const me = actor.personId
  return sql<SqlBool>`(transfer.state = 'draft' AND transfer.filledBy = ${me} OR ${toReceive({ actor })})`
}

export function toReceive({ actor }: Pick<Context, 'actor'>): RawBuilder<SqlBool> {
  const me = actor.personId
  return sql<SqlBool>`(transfer.state = 'submitted' AND transfer.filledBy <> ${me} AND transfer.senderId <> ${me} AND EXISTS (
    SELECT 1 FROM json_each(transfer.receivers) AS taker WHERE taker.value IN (SELECT value FROM json_each(${JSON.stringify(actor.roles)}))))`
}

/** Transfers that this person may see, the newest first, and how many of them wait for him. */
export function listTransfers(context: Context, input: Parsed<'transfers.list'>): Output<'transfers.list'> {
  const where = sql.join([...conditionsOf(context, input), visibleTransfer(context.actor)], sql` AND `)
  const total = count(context, where)
  const ids = allRaw(context.trx, sql<{ id: number }>`
    SELECT transfer.id FROM transfer WHERE ${where} ORDER BY transfer.id DESC LIMIT ${input.limit} OFFSET ${input.offset}`)
  return { total, rows: transferRows(context, ids.map(({ id }) => id)), waiting: count(context, sql`${waitsFor(context)} AND ${visibleTransfer(context.actor)}`) }
}

function count({ trx }: Reader, where: RawBuilder<unknown>): number {
  return allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM transfer WHERE ${where}`)[0]!.total
}

function conditionsOf(context: Context, { text, state, waiting }: Parsed<'transfers.list'>): RawBuilder<SqlBool>[] {
  const word = text.trim()
  const like = `%${word.replace(/[%_\\]/g, '\\$&')}%`
  return [
    ...(state ? [sql<SqlBool>`transfer.state = ${state}`] : []),
    ...(waiting ? [waitsFor(context)] : []),
    ...(word ? [sql<SqlBool>`(transfer.number LIKE ${like} ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM transferLine JOIN dossier ON dossier.id = transferLine.dossierId
      WHERE transferLine.transferId = transfer.id AND dossier.number LIKE ${like} ESCAPE '\\'))`] : []),
  ]
}

type Found = Omit<Row, 'on' | 'waits'> & { at: string; waits: 0 | 1 }

/** Rows by id, in the order asked for; the caller has asked which of them may be seen. */
export function transferRows(context: Reader, ids: readonly number[]): Row[] {
  const rows = allRaw(context.trx, sql<Found>`
    SELECT transfer.id, transfer.number, transfer.state, transfer.fromStage, transfer.toStage, department.name AS departmentName,
      coalesce(sender.name, filler.name) AS senderName, coalesce(transfer.submittedAt, transfer.filledAt) AS at, ${waitsFor(context)} AS waits,
      (SELECT count(*) FROM transferLine WHERE transferId = transfer.id) AS folders,
      (SELECT count(*) FROM transferLine WHERE transferId = transfer.id AND decidedBy IS NOT NULL) AS decided,
      (SELECT count(*) FROM transferLine WHERE transferId = transfer.id AND state = 'refused') AS refused,
      (SELECT coalesce(sum(CASE WHEN transferLine.state = 'listed' THEN dossier.pages ELSE transferLine.pages END), 0)
       FROM transferLine JOIN dossier ON dossier.id = transferLine.dossierId WHERE transferId = transfer.id) AS pages
    FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN transfer ON transfer.id = wanted.value
    JOIN person AS filler ON filler.id = transfer.filledBy LEFT JOIN person AS sender ON sender.id = transfer.senderId
    LEFT JOIN department ON department.id = transfer.departmentId
    ORDER BY wanted.key`)
  return rows.map(({ at, waits, ...row }) => ({ ...row, on: localDay(new Date(at)), waits: waits === 1 }))
}
