import { numberKey } from '../../../shared/rules/receivables/bounds.ts'
import { receivables as text } from '../../../shared/text/zh-CN/receivables.ts'
import type { JobUseCase } from '../../jobs/job.ts'
import { columnsOf, importSubject, refuse, refusedOf, told } from '../../parties/import/ledger.ts'
import type { Context } from '../../pipeline/context.ts'
import { allocate, proposed } from '../allocate.ts'
import { insertReceipt, insertReceivable } from '../record.ts'
import { numberFinder, roomFor } from '../standing.ts'
import { type Plan, planReceivables, type Planned } from './plan.ts'

type Counts = { added: number; repeated: number; amountFen: number; allocatedFen: number; parties: Set<number> }
type Numbers = ReturnType<typeof numberFinder>

/** Takes a table of receivables or of receipts in: the good rows in one transaction, the bad ones named with row and reason. */
export const importReceivablesJob: JobUseCase<'receivables.import', Plan> = {
  prepare: (context, input) => planReceivables(context, input, { isPreview: false }),
  run: (context, input, plan) => {
    const counts = emptyCounts()
    const numbers = numberFinder(context.trx)
    const known = sameFinder(context, numbers)
    let room = roomFor(context.trx, TABLES[input.what])
    // What came in first pays first, whatever the order of the rows.
    const inOrder = input.what === 'receipts' ? [...plan.planned].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.row - b.row)) : plan.planned
    for (const planned of told(context, inOrder)) {
      const same = known(planned)
      if (same === 'differs') refuse(plan, { row: planned.row, cells: planned.cells, code: 'number-differs' })
      else if (same === 'same') counts.repeated++
      else if (planned.draft.amountFen > room) refuse(plan, { row: planned.row, cells: planned.cells, code: 'amount-too-large' })
      else {
        room -= planned.draft.amountFen
        write(context, plan.name, planned, { isAllocated: input.allocate, counts, numbers })
      }
    }
    const answer = { read: plan.read, ...counts, parties: counts.parties.size, refusedTotal: plan.refusedTotal }
    context.record(importSubject(input.partyId, plan.name), { what: input.what, sha256: plan.sha256, ...answer })
    return { ...answer, ...refusedOf(plan, text.refusal, { isPreview: false }) }
  },
}

/** The same without writing: what each column would fill, what would become of the rows. What receipts would pay is not worked out. */
export const previewReceivablesJob: JobUseCase<'receivables.previewImport', Plan> = {
  prepare: (context, input) => planReceivables(context, input, { isPreview: true }),
  run: (context, input, plan) => {
    const counts = emptyCounts()
    const known = sameFinder(context, numberFinder(context.trx))
    const room = roomFor(context.trx, TABLES[input.what])
    const seen = new Map<string, string>()
    for (const planned of told(context, plan.planned)) {
      const { key, rest } = keyOf(planned)
      const before = seen.get(key)
      const same = before === undefined ? known(planned) : before === rest ? 'same' : 'differs'
      if (same === 'differs') refuse(plan, { row: planned.row, cells: planned.cells, code: 'number-differs' })
      else if (same === 'same') counts.repeated++
      else if (counts.amountFen + planned.draft.amountFen > room) refuse(plan, { row: planned.row, cells: planned.cells, code: 'amount-too-large' })
      else count(planned, counts)
      if (before === undefined) seen.set(key, rest)
    }
    const { name, encoding, missing, read } = plan
    return { read, ...counts, parties: counts.parties.size, ...refusedOf(plan, text.refusal, { isPreview: true }), name, encoding, isTable: missing.length === 0, missing, columns: columnsOf(plan) }
  },
}

const TABLES = { receivables: 'receivable', receipts: 'receipt' } as const
const emptyCounts = (): Counts => ({ added: 0, repeated: 0, amountFen: 0, allocatedFen: 0, parties: new Set() })
const dayOf = ({ draft }: Planned): string => (draft.what === 'receipts' ? draft.receivedOn : draft.issuedOn)

/** What tells rows apart, and what must agree where that is the same. */
function keyOf({ partyId, draft }: Planned): { key: string; rest: string } {
  return draft.what === 'receivables'
    ? { key: `${partyId} ${numberKey(draft.number)}`, rest: `${draft.issuedOn} ${draft.dueOn} ${draft.amountFen}` }
    : { key: `${partyId} ${draft.receivedOn} ${draft.amountFen} ${draft.reference}`, rest: '' }
}

/** Whether the row stands already: the same, or under its number another one. */
function sameFinder({ trx }: Context, numbers: Numbers): (planned: Planned) => 'same' | 'differs' | 'new' {
  const receivable = trx.prepare('SELECT issuedOn, dueOn, amountFen FROM receivable WHERE id = ?')
  const receipt = trx.prepare('SELECT 1 FROM receipt WHERE partyId = ? AND receivedOn = ? AND amountFen = ? AND reference = ? AND struckAt IS NULL')
  return ({ partyId, draft }) => {
    if (draft.what === 'receipts') return receipt.get(partyId, draft.receivedOn, draft.amountFen, draft.reference) === undefined ? 'new' : 'same'
    const id = numbers.find(partyId, draft.number)
    if (id === null) return 'new'
    const found = receivable.get(id) as { issuedOn: string; dueOn: string; amountFen: number }
    return found.issuedOn === draft.issuedOn && found.dueOn === draft.dueOn && found.amountFen === draft.amountFen ? 'same' : 'differs'
  }
}

function count({ partyId, draft }: Planned, counts: Counts): void {
  counts.added++
  counts.amountFen += draft.amountFen
  counts.parties.add(partyId)
}

function write(context: Context, fileName: string, planned: Planned, { isAllocated, counts, numbers }: { isAllocated: boolean; counts: Counts; numbers: Numbers }): void {
  const { partyId, contractId, draft } = planned
  count(planned, counts)
  if (draft.what === 'receivables') {
    const { number, issuedOn, dueOn, amountFen, remarks } = draft
    numbers.add(partyId, number, insertReceivable(context, { partyId, contractId, number, issuedOn, dueOn, amountFen, remarks, fileName }))
    return
  }
  const { receivedOn, amountFen, means, reference, remarks, number } = draft
  const receiptId = insertReceipt(context, { partyId, receivedOn, amountFen, means, reference, remarks, fileName })
  const receivableId = number === '' ? null : numbers.find(partyId, number)
  let leftFen = amountFen
  if (receivableId !== null) {
    const named = context.trx.prepare('SELECT amountFen - allocatedFen AS leftFen FROM receivable WHERE id = ?').get(receivableId) as { leftFen: number }
    if (named.leftFen > 0) leftFen -= allocate(context, receiptId, [{ receivableId, amountFen: Math.min(leftFen, named.leftFen) }])
  }
  if (isAllocated && leftFen > 0) leftFen -= allocate(context, receiptId, proposed(context.trx, partyId, leftFen))
  counts.allocatedFen += amountFen - leftFen
}
