import type { Output, Parsed } from '../../shared/contract/index.ts'
import { bucketOf } from '../../shared/rules/receivables/ageing.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import type { ReceiptMeans } from '../../shared/rules/receivables/words.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Trx } from '../storage/database.ts'
import { dayAsked, PAID } from './position.ts'

export const RECORDED = (table: string) =>
  `recorder.name AS recordedByName, ${table}.recordedAt, ${table}.struckAt, striker.name AS struckByName, ${table}.strikeReason`
export const RECORDERS = (table: string) => `JOIN person AS recorder ON recorder.id = ${table}.recordedBy LEFT JOIN person AS striker ON striker.id = ${table}.struckBy`
export type Recorded = { fileName: string | null; recordedByName: string; recordedAt: string; struckAt: string | null; struckByName: string | null; strikeReason: string | null }

export const recordedOf = ({ fileName, recordedByName, recordedAt, struckAt, struckByName, strikeReason }: Recorded) => ({
  fileName, recordedByName, recordedAt, struck: struckAt === null ? null : { at: struckAt, byName: struckByName ?? '', reason: strikeReason ?? '' },
})

export const evidenceOf = ({ attachmentId, page, dossierId, title }: { attachmentId: number | null; page: number | null; dossierId: number | null; title: string | null }) =>
  attachmentId === null || page === null || dossierId === null || title === null ? null : { attachmentId, page, dossierId, title }

type Items = Output<'receivables.items'>
type ItemFound = Recorded & { id: number; number: string; issuedOn: string; dueOn: string; amountFen: number; remarks: string | null; contractId: number | null; contractNumber: string | null; openFen: number; settledOn: string | null }

/** Which rows each state shows as of `:day`, and in what order. */
const ITEM_STATES: Readonly<Record<Parsed<'receivables.items'>['state'], readonly [where: string, order: string]>> = {
  open: ['struckAt IS NULL AND issuedOn <= :day AND (settledOn IS NULL OR settledOn > :day)', 'dueOn, receivable.id'],
  overdue: ['struckAt IS NULL AND issuedOn <= :day AND dueOn < :day AND (settledOn IS NULL OR settledOn > :day)', 'dueOn, receivable.id'],
  settled: ['struckAt IS NULL AND settledOn <= :day', 'settledOn DESC, receivable.id DESC'],
  struck: ['struckAt IS NOT NULL AND issuedOn <= :day', 'struckAt DESC, receivable.id DESC'],
}

/** A party's receivables of one state as of a day, with what paid them. */
export function listItems(context: Context, { partyId, state, offset, limit, ...asked }: Parsed<'receivables.items'>): Items {
  const { trx } = context
  requireMayReadFigures(context, partyId)
  const day = dayAsked(context, asked.asOf)
  const [where, order] = ITEM_STATES[state]
  const from = `FROM receivable WHERE partyId = :partyId AND ${where}`
  const { total } = trx.prepare(`SELECT count(*) AS total ${from}`).get({ partyId, day }) as { total: number }
  const rows = trx.prepare(
    `WITH page AS (SELECT receivable.id ${from} ORDER BY ${order} LIMIT :limit OFFSET :offset)
     SELECT receivable.id, receivable.number, receivable.issuedOn, receivable.dueOn, receivable.amountFen, receivable.remarks, receivable.contractId, contract.number AS contractNumber, receivable.fileName,
       receivable.amountFen - ${PAID('receivable')} AS openFen, receivable.settledOn, ${RECORDED('receivable')}
     FROM page CROSS JOIN receivable ON receivable.id = page.id ${RECORDERS('receivable')} LEFT JOIN contract ON contract.dossierId = receivable.contractId ORDER BY ${order.replaceAll(/(^|, )(dueOn|settledOn|struckAt)/g, '$1receivable.$2')}`,
  ).all({ partyId, day, limit, offset }) as ItemFound[]
  return { total, rows: rows.map((row) => itemOf(trx, row, day)) }
}

function itemOf(trx: Trx, { id, number, issuedOn, dueOn, amountFen, remarks, contractId, contractNumber, openFen, settledOn, ...row }: ItemFound, day: string): Items['rows'][number] {
  const daysPastDue = Math.max(0, daysBetween(dueOn, settledOn !== null && settledOn <= day ? settledOn : day))
  return {
    id, number, issuedOn, dueOn, amountFen, remarks, contract: contractId === null || contractNumber === null ? null : { id: contractId, number: contractNumber }, openFen, daysPastDue, bucket: bucketOf(daysPastDue),
    settledOn: settledOn !== null && settledOn <= day ? settledOn : null, ...recordedOf(row),
    paid: trx.prepare(
      `SELECT receipt.id AS receiptId, receipt.receivedOn, allocation.amountFen FROM allocation JOIN receipt ON receipt.id = allocation.receiptId
       WHERE allocation.receivableId = ? AND allocation.endedAt IS NULL AND allocation.countsOn <= ? ORDER BY receipt.receivedOn, receipt.id`,
    ).all(id, day) as Items['rows'][number]['paid'],
  }
}

type Receipts = Output<'receivables.receipts'>
type ReceiptFound = Recorded & { id: number; receivedOn: string; amountFen: number; means: ReceiptMeans; reference: string; remarks: string | null; leftFen: number }
const RECEIPT_STATES: Readonly<Record<Parsed<'receivables.receipts'>['state'], string>> = {
  standing: 'struckAt IS NULL', advances: 'struckAt IS NULL AND (spentOn IS NULL OR spentOn > :day)', struck: 'struckAt IS NOT NULL',
}

/** A party's receipts by a day, the newest first, with what they pay. */
export function listReceipts(context: Context, { partyId, state, offset, limit, ...asked }: Parsed<'receivables.receipts'>): Receipts {
  const { trx } = context
  requireMayReadFigures(context, partyId)
  const day = dayAsked(context, asked.asOf)
  const from = `FROM receipt WHERE partyId = :partyId AND receivedOn <= :day AND ${RECEIPT_STATES[state]}`
  const { total } = trx.prepare(`SELECT count(*) AS total ${from}`).get({ partyId, day }) as { total: number }
  const rows = trx.prepare(
    `WITH page AS (SELECT receipt.id ${from} ORDER BY receivedOn DESC, receipt.id DESC LIMIT :limit OFFSET :offset)
     SELECT receipt.id, receipt.receivedOn, receipt.amountFen, receipt.means, receipt.reference, receipt.remarks, receipt.fileName, receipt.amountFen - ${PAID('receipt')} AS leftFen, ${RECORDED('receipt')}
     FROM page CROSS JOIN receipt ON receipt.id = page.id ${RECORDERS('receipt')} ORDER BY receipt.receivedOn DESC, receipt.id DESC`,
  ).all({ partyId, day, limit, offset }) as ReceiptFound[]
  const pays = trx.prepare(
    `SELECT receivable.id AS receivableId, receivable.number, allocation.amountFen FROM allocation JOIN receivable ON receivable.id = allocation.receivableId
     WHERE allocation.receiptId = ? AND allocation.endedAt IS NULL AND allocation.countsOn <= ? ORDER BY receivable.dueOn, receivable.id`,
  )
  return {
    total,
    rows: rows.map(({ id, receivedOn, amountFen, means, reference, remarks, leftFen, ...row }) => ({
      id, receivedOn, amountFen, means, reference, remarks, leftFen, pays: pays.all(id, day) as Receipts['rows'][number]['pays'], ...recordedOf(row),
    })),
  }
}
