import { daysBetween } from '../lookups/days.ts'
import { monthsWindow } from '../invoices/months.ts'
import { countsOn, type Ledger, openOn } from './position.ts'

/*
 * 付款指数 (C1): the amount-weighted mean of what being so many days late is worth. It looks at 24 months:
 * what fell due in them, paid or not; what is not due yet and was paid; what fell due before and is not paid, or was
 * paid in them more than 120 days late. So a bad debt never grows too old to count, and paying later never raises it.
 */

const MONTHS = 24
/** Before the due day. */
const EARLY = 100
/** More than 120 days late. */
const WORST = 10
/** Days late and what they are worth; between two points along the line. */
const POINTS = [[0, 80], [15, 70], [22, 60], [30, 50], [60, 40], [90, 30], [120, 20]] as const

/** 10 to 100, to the hundredth. */
export function worthOf(daysLate: number): number {
  if (daysLate < 0) return EARLY
  const at = POINTS.findIndex(([days]) => daysLate <= days)
  if (at < 0) return WORST
  const [days, worth] = POINTS[at]!
  if (at === 0 || daysLate === days) return worth
  const [daysBefore, worthBefore] = POINTS[at - 1]!
  return Math.round((worthBefore + ((daysLate - daysBefore) / (days - daysBefore)) * (worth - worthBefore)) * 100) / 100
}

/** A part of a receivable, paid or still open, that the index weighs. */
export type Part = { readonly receivableId: number; readonly amountFen: number; readonly daysLate: number; readonly isPaid: boolean }

/** The parts of a ledger that count as of a day. */
export function partsOn(ledger: Ledger, asOf: string): Part[] {
  const { from } = monthsWindow(asOf, MONTHS)
  const receivables = new Map(ledger.receivables.map((row) => [row.id, row]))
  const receipts = new Map(ledger.receipts.map((row) => [row.id, row]))
  const paid = ledger.allocations.flatMap(({ receivableId, receiptId, amountFen }): Part[] => {
    const [receivable, receipt] = [receivables.get(receivableId)!, receipts.get(receiptId)!]
    const on = countsOn(receivable, receipt)
    const daysLate = daysBetween(receivable.dueOn, receipt.receivedOn)
    const isCounted = on <= asOf && (receivable.dueOn >= from || (on >= from && worthOf(daysLate) === WORST))
    return isCounted ? [{ receivableId, amountFen, daysLate, isPaid: true }] : []
  })
  const open = openOn(ledger, asOf).items.filter(({ dueOn }) => dueOn <= asOf)
  return [...paid, ...open.map(({ id, dueOn, openFen }): Part => ({ receivableId: id, amountFen: openFen, daysLate: daysBetween(dueOn, asOf), isPaid: false }))]
}

/** 10 to 100, to the hundredth, half up; null where nothing counts yet. Counted in whole fen and hundredths, so it is exact. */
export function paymentIndex(parts: readonly Part[]): number | null {
  const whole = parts.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
  if (whole === 0n) return null
  const weighed = parts.reduce((sum, { amountFen, daysLate }) => sum + BigInt(amountFen) * BigInt(Math.round(worthOf(daysLate) * 100)), 0n)
  return Number((2n * weighed + whole) / (2n * whole)) / 100
}
