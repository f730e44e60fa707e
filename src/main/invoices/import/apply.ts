import type { JobControl } from '../../jobs/job.ts'
import type { Context } from '../../pipeline/context.ts'
import type { Trx } from '../../storage/database.ts'
import { addToDays, type Turned, turnInDays } from '../days.ts'
import { keepReaches } from '../flow.ts'
import type { InvoicePlan } from './plan.ts'
import type { Line, Lines } from './lines.ts'

export type ImportCounts = { added: number; repeated: number; voided: number; uneven: number; parties: Map<number, number>; from: string | null; until: string | null }

const SAME = 'partyId = ? AND number = ? AND issuedOn = ? AND direction = ? AND code = ? AND counterpartyId = ? AND amountFen = ? AND taxFen = ? AND isStruck = 0'
const EVERY = 5000

/**
 * Writes the lines as one batch. An invoice that is there already, with the same number, day, direction, other side and
 * amounts, is not written again; where it was valid and these files say void, it becomes void and the batch is named.
 */
export function writeLines(context: Context & JobControl, plan: InvoicePlan, isWhole = false): { batchId: number; counts: ImportCounts } {
  const { trx, actor, now } = context
  const { lines } = plan
  const batchId = Number(trx.prepare(
    'INSERT INTO invoiceBatch (files, importedBy, importedAt, read, added, repeated, voided, refused) VALUES (?, ?, ?, ?, 0, 0, 0, ?)',
  ).run(JSON.stringify(plan.files.map(({ name, sha256 }) => ({ name, sha256 }))), actor.personId, now, plan.read, plan.refusedTotal).lastInsertRowid)
  const { last } = trx.prepare('SELECT coalesce(max(id), 0) AS last FROM invoice').get() as { last: number }
  const counterparties = counterpartyIds(trx, lines)
  const insert = trx.prepare(
    `INSERT INTO invoice (batchId, partyId, direction, issuedOn, number, code, counterpartyId, amountFen, taxFen, totalFen, isVoid) VALUES (${batchId}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (partyId, number, issuedOn, direction, code, counterpartyId, amountFen, taxFen) WHERE isStruck = 0 DO NOTHING`,
  )
  const makeVoid = voider(trx, batchId, last)
  const counts: ImportCounts = { added: 0, repeated: 0, voided: 0, uneven: 0, parties: new Map(), from: null, until: null }
  for (let index = 0; index < lines.length; index++) {
    if (index % EVERY === 0) tell(context, index, lines.length)
    const line = lines.at(index)
    const counterpartyId = counterparties[line.counterparty]!
    const { partyId, direction, issuedOn, number, code, amountFen, taxFen, totalFen } = line
    const { changes } = insert.run(partyId, direction, issuedOn, number, code, counterpartyId, amountFen, taxFen, totalFen, line.isVoid ? 1 : 0)
    if (changes === 1) count(counts, line)
    else if (line.isVoid && makeVoid(line, counterpartyId)) counts.voided++
    else counts.repeated++
  }
  context.progress(lines.length, lines.length, 'finishing')
  finish(trx, batchId, last, counts)
  keepReaches(trx, batchId, lines, isWhole)
  return { batchId, counts }
}

/** The same without writing. */
export function countLines(context: Context & JobControl, { lines }: InvoicePlan): ImportCounts {
  const { trx } = context
  const known = trx.prepare('SELECT id FROM invoiceCounterparty WHERE key = ?')
  const counterparties = lines.counterparties.map(({ key }) => (known.get(key) as { id: number } | undefined)?.id ?? null)
  const find = trx.prepare(`SELECT isVoid FROM invoice INDEXED BY invoice_same WHERE ${SAME}`)
  const seen = new Map<string, boolean>()
  const counts: ImportCounts = { added: 0, repeated: 0, voided: 0, uneven: 0, parties: new Map(), from: null, until: null }
  for (let index = 0; index < lines.length; index++) {
    if (index % EVERY === 0) tell(context, index, lines.length)
    const line = lines.at(index)
    const counterpartyId = counterparties[line.counterparty] ?? null
    const { partyId, direction, issuedOn, number, code, amountFen, taxFen } = line
    const key = `${partyId} ${direction} ${issuedOn} ${number} ${code} ${line.counterparty} ${amountFen} ${taxFen}`
    const there = seen.get(key) ?? (counterpartyId === null ? undefined : find.get(partyId, number, issuedOn, direction, code, counterpartyId, amountFen, taxFen) as { isVoid: 0 | 1 } | undefined)?.isVoid
    if (there === undefined) count(counts, line)
    else if (line.isVoid && !there) counts.voided++
    else counts.repeated++
    seen.set(key, line.isVoid || Boolean(there))
  }
  return counts
}

function tell(context: JobControl, index: number, total: number): void {
  context.throwIfCancelled()
  context.progress(index, total, 'writing')
}

function count(counts: ImportCounts, { partyId, issuedOn, amountFen, taxFen, totalFen }: Line): void {
  counts.added++
  if (amountFen + taxFen !== totalFen) counts.uneven++
  counts.parties.set(partyId, (counts.parties.get(partyId) ?? 0) + 1)
  if (counts.from === null || issuedOn < counts.from) counts.from = issuedOn
  if (counts.until === null || issuedOn > counts.until) counts.until = issuedOn
}

/** The counterparties' ids, new ones written; a name that has changed under its code is the new one. */
function counterpartyIds(trx: Trx, { counterparties }: Lines): number[] {
  const find = trx.prepare('SELECT id, name FROM invoiceCounterparty WHERE key = ?')
  const add = trx.prepare('INSERT INTO invoiceCounterparty (key, name) VALUES (?, ?)')
  const rename = trx.prepare('UPDATE invoiceCounterparty SET name = ? WHERE id = ?')
  return counterparties.map(({ key, name }) => {
    const known = find.get(key) as { id: number; name: string } | undefined
    if (!known) return Number(add.run(key, name).lastInsertRowid)
    if (known.name !== name && name !== key) rename.run(name, known.id)
    return known.id
  })
}

/** Makes a valid invoice void; of earlier batches the days are put right, this batch's own are counted when it is over. */
function voider(trx: Trx, batchId: number, last: number): (line: Line, counterpartyId: number) => boolean {
  const find = trx.prepare(`SELECT id FROM invoice INDEXED BY invoice_same WHERE ${SAME} AND isVoid = 0`)
  const turn = trx.prepare('UPDATE invoice SET isVoid = 1, voidedBatchId = ? WHERE id = ?')
  return (line, counterpartyId) => {
    const { partyId, direction, issuedOn, number, code, amountFen, taxFen } = line
    const found = find.get(partyId, number, issuedOn, direction, code, counterpartyId, amountFen, taxFen) as { id: number } | undefined
    if (!found) return false
    const { id } = found
    const isOlder = id <= last
    turn.run(isOlder ? batchId : null, id)
    if (isOlder) turnInDays(trx, line satisfies Turned, true)
    return true
  }
}

function finish(trx: Trx, batchId: number, last: number, { added, repeated, voided, parties }: ImportCounts): void {
  if (added > 0) {
    addToDays(trx, last + 1, last + added)
    const ofParty = trx.prepare('INSERT INTO invoiceBatchParty (partyId, batchId, added) VALUES (?, ?, ?)')
    for (const [partyId, invoices] of parties) ofParty.run(partyId, batchId, invoices)
  }
  trx.prepare('UPDATE invoiceBatch SET firstId = ?, lastId = ?, added = ?, repeated = ?, voided = ? WHERE id = ?')
    .run(added > 0 ? last + 1 : null, added > 0 ? last + added : null, added, repeated, voided, batchId)
}
