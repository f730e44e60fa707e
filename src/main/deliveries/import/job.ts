import { type Known, settleLot } from '../../../shared/rules/deliveries/settle.ts'
import { deliveries as text } from '../../../shared/text/zh-CN/deliveries.ts'
import type { JobControl, JobUseCase } from '../../jobs/job.ts'
import { columnsOf, importSubject, refuse, refusedOf, told } from '../../parties/import/ledger.ts'
import type { Context } from '../../pipeline/context.ts'
import { addToDelivery, insertDelivery } from '../record.ts'
import { type Plan, planDeliveries, type Planned } from './plan.ts'

type Counts = { added: number; completed: number; repeated: number; parties: number }
type Stored = Known & { id: number }
/** `id` of a row that is to be written. */
type Writer = { add: (planned: Planned) => number; complete: (id: number, known: Omit<Known, 'orderedQuantity'>) => void }

/** Takes a table of deliveries in: the good rows in one transaction, the bad ones named with row and reason. The same table again adds nothing. */
export const importDeliveriesJob: JobUseCase<'deliveries.import', Plan> = {
  prepare: (context, input) => planDeliveries(context, input, { isPreview: false }),
  run: (context, input, plan) => {
    const counts = settleAll(context, plan, {
      add: ({ partyId, dossierId, draft: { party: _party, contract: _contract, ...draft } }) =>
        insertDelivery(context, { partyId, dossierId, ...draft, goods: draft.goods || null, receiptNumber: draft.receiptNumber || null, fileName: plan.name, replacesId: null }),
      complete: (id, known) => addToDelivery(context.trx, id, { ...known, receiptNumber: known.receiptNumber || null }),
    })
    const { name, sha256, read } = plan
    context.record(importSubject(input.partyId, name), { sha256, read, ...counts, refused: plan.refusedTotal })
    return { read, ...counts, ...refusedOf(plan, text.refusal, { isPreview: false }) }
  },
}

/** The same without writing: what each column would fill, what would become of the rows. */
export const previewDeliveriesJob: JobUseCase<'deliveries.previewImport', Plan> = {
  prepare: (context, input) => planDeliveries(context, input, { isPreview: true }),
  run: (context, _input, plan) => {
    let next = -1
    const counts = settleAll(context, plan, { add: () => next--, complete: () => {} })
    const { name, encoding, missing, read } = plan
    return { read, ...counts, ...refusedOf(plan, text.refusal, { isPreview: true }), name, encoding, isTable: missing.length === 0, missing, columns: columnsOf(plan) }
  },
}

/** Row by row beside what stands of its order, those that came before it in the same table among them. */
function settleAll(context: Context & JobControl, plan: Plan, writer: Writer): Counts {
  const counts: Counts = { added: 0, completed: 0, repeated: 0, parties: 0 }
  const parties = new Set<number>()
  const lotsOf = orders(context)
  for (const planned of told(context, plan.planned)) {
    const lots = lotsOf(planned)
    const { orderedQuantity, receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder } = planned.draft
    const row = { orderedQuantity, receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder }
    const settled = settleLot(row, lots)
    if (settled.what === 'differs') refuse(plan, { row: planned.row, cells: planned.cells, code: 'differs' })
    else counts[settled.what]++
    if (settled.what === 'added') lots.push({ id: writer.add(planned), ...row })
    if (settled.what === 'completed') {
      writer.complete(settled.lot.id, settled.known)
      Object.assign(settled.lot, settled.known)
    }
    if (settled.what === 'added' || settled.what === 'completed') parties.add(planned.partyId)
  }
  return { ...counts, parties: parties.size }
}

/** The lots that stand of a row's order, read once an order. */
function orders({ trx }: Context): (planned: Planned) => Stored[] {
  const find = trx.prepare(
    'SELECT id, orderedQuantity, receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder FROM delivery INDEXED BY delivery_same WHERE partyId = ? AND orderNumber = ? AND goods = ? AND unit = ? AND dueOn = ? AND struckAt IS NULL ORDER BY id',
  )
  const known = new Map<string, Stored[]>()
  return ({ partyId, draft: { orderNumber, goods, unit, dueOn } }) => {
    const key = JSON.stringify([partyId, orderNumber, goods, unit, dueOn])
    let lots = known.get(key)
    if (!lots) {
      const rows = find.all(partyId, orderNumber, goods, unit, dueOn) as (Omit<Stored, 'isInvoiceInOrder'> & { isInvoiceInOrder: 0 | 1 | null })[]
      lots = rows.map((row) => ({ ...row, isInvoiceInOrder: row.isInvoiceInOrder === null ? null : row.isInvoiceInOrder === 1 }))
      known.set(key, lots)
    }
    return lots
  }
}
