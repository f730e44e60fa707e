import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleDossier, visibleDossier } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'

export type Row = Output<'custody.of'>['rows'][number]

/** Every row of a folder's custody, oldest first; each holds until the next. */
export function custodyRows(trx: Trx, dossierId: number): Row[] {
  const rows = trx
    .prepare(
      `SELECT custody.fromAt, custody.stage, custody.holderId, person.name AS holderName, custody.how, custody.caseKind, custody.caseId,
         coalesce(transfer.number, slip.number, keeperChange.number) AS caseNumber
       FROM custody JOIN person ON person.id = custody.holderId
       LEFT JOIN transfer ON custody.caseKind = 'transfer' AND transfer.id = custody.caseId
       LEFT JOIN slip ON custody.caseKind = 'slip' AND slip.id = custody.caseId
       LEFT JOIN keeperChange ON custody.caseKind = 'keeperChange' AND keeperChange.id = custody.caseId
       WHERE custody.dossierId = ? ORDER BY custody.fromAt, custody.id`,
    )
    .all(dossierId) as Omit<Row, 'until'>[]
  return rows.map((row, index) => ({ ...row, until: rows[index + 1]?.fromAt ?? null }))
}

/** Who had the folder and when; with `at` who answered for it at that instant, and whether it was on its way then. */
export function custodyOf(context: Context, { dossierId, at }: Parsed<'custody.of'>): Output<'custody.of'> {
  const { trx, actor, today } = context
  requireVisibleDossier(trx, actor, today, dossierId)
  const { number } = trx.prepare('SELECT number FROM dossier WHERE id = ?').get(dossierId) as { number: string }
  const rows = custodyRows(trx, dossierId)
  const held = at === undefined ? null : rows.findLast((row) => row.fromAt <= instant(at)) ?? null
  return { number, rows, at: held, onTransfer: at === undefined ? null : transferAt(trx, dossierId, instant(at)) }
}

/** However an instant is written, the text that instants are kept and compared as. */
const instant = (at: string) => new Date(at).toISOString()

/** The transfer between whose two ticks the folder was: signed by the sender, its line not yet decided or taken back. */
function transferAt(trx: Trx, dossierId: number, at: string): string | null {
  const row = trx
    .prepare(
      `SELECT transfer.number FROM transferLine JOIN transfer ON transfer.id = transferLine.transferId
       WHERE transferLine.dossierId = :dossierId AND transfer.submittedAt <= :at
         AND coalesce(transferLine.decidedAt, CASE WHEN transferLine.state = 'withdrawn' THEN transfer.closedAt END, '9999') > :at
       ORDER BY transfer.id DESC LIMIT 1`,
    )
    .get({ dossierId, at }) as { number: string } | undefined
  return row?.number ?? null
}

/** The whole cabinet at a past moment: every folder that there was, with who answered for it, by number. */
export function custodyAt(context: Context, { at, holderId, stage, departmentId, offset, limit }: Parsed<'custody.at'>): Output<'custody.at'> {
  const { trx, actor, today } = context
  const moment = instant(at)
  const later = sql<SqlBool>`NOT EXISTS (SELECT 1 FROM custody AS later WHERE later.dossierId = custody.dossierId
    AND (later.fromAt, later.id) > (custody.fromAt, custody.id) AND later.fromAt <= ${moment})`
  const conditions: RawBuilder<SqlBool>[] = [
    sql<SqlBool>`custody.fromAt <= ${moment}`, later, sql<SqlBool>`(dossier.voidedAt IS NULL OR dossier.voidedAt > ${moment})`,
    sql<SqlBool>`(custody.stage <> 'destroyed' OR ${stage} = 'destroyed')`, visibleDossier(actor, today),
    ...(holderId === null ? [] : [sql<SqlBool>`custody.holderId = ${holderId}`]),
    ...(stage === null ? [] : [sql<SqlBool>`custody.stage = ${stage}`]),
    ...(departmentId === null ? [] : [sql<SqlBool>`dossier.departmentId = ${departmentId}`]),
  ]
  const from = sql`custody JOIN dossier ON dossier.id = custody.dossierId WHERE ${sql.join(conditions, sql` AND `)}`
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${from}`)
  const rows = allRaw(trx, sql<Output<'custody.at'>['rows'][number]>`
    SELECT held.dossierId, held.number, party.name AS title, department.name AS departmentName, held.stage, person.name AS holderName, held.fromAt, held.how
    FROM (SELECT custody.dossierId, custody.holderId, custody.stage, custody.fromAt, custody.how, dossier.number, dossier.partyId, dossier.departmentId
      FROM ${from} ORDER BY dossier.number LIMIT ${limit} OFFSET ${offset}) AS held
    JOIN party ON party.id = held.partyId JOIN department ON department.id = held.departmentId JOIN person ON person.id = held.holderId
    ORDER BY held.number`)
  return { total, rows }
}
