/** One lot as it stands or as a table has it; quantities in thousandths. */
export type Known = {
  orderedQuantity: number
  receiptNumber: string
  arrivedOn: string | null
  arrivedQuantity: number | null
  acceptedQuantity: number | null
  isInvoiceInOrder: boolean | null
}

export type Settled<Stored extends Known> =
  | { what: 'added' | 'repeated' | 'differs' }
  /** What was not known of this one yet. */
  | { what: 'completed'; lot: Stored; known: Omit<Known, 'orderedQuantity'> }

/**
 * What becomes of a row beside the lots that stand of its order (same party, number, goods, unit and day due):
 * - the same receipt, day and quantity: adds what was not known yet; `repeated` where nothing is new, `differs` where it says another thing;
 * - an arrival, and one of the order has not arrived: it arrives;
 * - no arrival, and the order is on record: an older list, `repeated`.
 */
export function settleLot<Stored extends Known>(row: Known, lots: readonly Stored[]): Settled<Stored> {
  if (lots.some(({ orderedQuantity }) => orderedQuantity !== row.orderedQuantity)) return { what: 'differs' }
  const same = lots.find((lot) => lot.receiptNumber === row.receiptNumber && lot.arrivedOn === row.arrivedOn && lot.arrivedQuantity === row.arrivedQuantity)
  if (same) return settleSame(row, same)
  if (row.arrivedOn === null) return { what: lots.length > 0 ? 'repeated' : 'added' }
  const open = lots.find(({ arrivedOn }) => arrivedOn === null)
  const { orderedQuantity: _ordered, ...known } = row
  return open ? { what: 'completed', lot: open, known } : { what: 'added' }
}

function settleSame<Stored extends Known>(row: Known, lot: Stored): Settled<Stored> {
  const says = (now: unknown, was: unknown) => now !== null && was !== null && now !== was
  if (says(row.acceptedQuantity, lot.acceptedQuantity) || says(row.isInvoiceInOrder, lot.isInvoiceInOrder)) return { what: 'differs' }
  const acceptedQuantity = lot.acceptedQuantity ?? row.acceptedQuantity
  const isInvoiceInOrder = lot.isInvoiceInOrder ?? row.isInvoiceInOrder
  if (acceptedQuantity === lot.acceptedQuantity && isInvoiceInOrder === lot.isInvoiceInOrder) return { what: 'repeated' }
  const { receiptNumber, arrivedOn, arrivedQuantity } = lot
  return { what: 'completed', lot, known: { receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder } }
}
