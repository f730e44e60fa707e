import { acceptedRate, invoicedRate, type Kept, type Lot, onTimeRate, type Rate } from '../../shared/rules/deliveries/rates.ts'
import { absent, type Fact, type Facts, present, source, type Source } from '../../shared/rules/facts/fact.ts'
import { monthsWindow } from '../../shared/rules/invoices/months.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import type { Trx } from '../storage/database.ts'

type Window = { from: string; until: string }
const MONTHS = 24
/** Of what pulls a rate down so many are named one by one. */
const MOST_NAMED = 20

/**
 * What a supplier's deliveries say as of a day, over the 24 months that end on it (`rules/deliveries/rates.ts`); nothing that arrived
 * after the day is known; with how many orders and lots stand behind them. Without any delivery on record a rate is `notKept`, where none counts in the window `notApplicable`.
 */
export function deliveryFacts(trx: Trx, partyId: number, asOf: string): Facts {
  if (!hasAny(trx, partyId)) return { onTimeDelivery24: absent('notKept'), acceptedQuality24: absent('notKept'), invoicedInOrder24: absent('notKept'), ordersDue24: absent('notKept'), lotsInspected24: absent('notKept') }
  const { window, onTime, accepted, invoiced } = deliveryRates(trx, partyId, asOf)
  return {
    onTimeDelivery24: factOf(onTime, 'late', window, lateSources),
    acceptedQuality24: factOf(accepted, 'rejected', window, lotSource),
    invoicedInOrder24: factOf(invoiced, 'invoice', window, lotSource),
    ordersDue24: countOf(onTime, window), lotsInspected24: countOf(accepted, window),
  }
}

/** The three rates as of a day, with what stands behind each. */
export function deliveryRates(trx: Trx, partyId: number, asOf: string): { window: Window; lots: Lot[]; onTime: Rate<Kept>; accepted: Rate<Lot>; invoiced: Rate<Lot> } {
  const window = monthsWindow(asOf, MONTHS)
  const lots = lotsIn(trx, partyId, window)
  return { window, lots, onTime: onTimeRate(lots, window), accepted: acceptedRate(lots, window), invoiced: invoicedRate(lots, window) }
}

const hasAny = (trx: Trx, partyId: number): boolean => trx.prepare('SELECT 1 FROM delivery INDEXED BY delivery_due WHERE partyId = ? AND struckAt IS NULL LIMIT 1').get(partyId) !== undefined

type Row = Omit<Lot, 'isInvoiceInOrder'> & { isInvoiceInOrder: 0 | 1 | null }
const LOT = 'id, orderNumber, goods, unit, dueOn, orderedQuantity, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder'

/** Every lot that may count in a window: of orders due from the day before it on, and what arrived in it. */
function lotsIn(trx: Trx, partyId: number, { from, until }: Window): Lot[] {
  const rows = trx.prepare(
    `SELECT ${LOT} FROM delivery INDEXED BY delivery_due WHERE partyId = :partyId AND dueOn >= :due AND struckAt IS NULL
     UNION ALL SELECT ${LOT} FROM delivery INDEXED BY delivery_arrived WHERE partyId = :partyId AND arrivedOn BETWEEN :from AND :until AND dueOn < :due AND struckAt IS NULL`,
  ).all({ partyId, due: addDays(from, -1), from, until }) as Row[]
  return rows.map(({ isInvoiceInOrder, ...row }) => ({ ...row, isInvoiceInOrder: isInvoiceInOrder === null ? null : isInvoiceInOrder === 1 }))
}

function factOf<Behind>(rate: Rate<Behind>, line: string, window: Window, sourcesOf: (behind: Behind, line: string, window: Window) => Source[]): Fact {
  const about = source('deliveries', { rows: rate.counted, ...window })
  if (rate.value === null) return absent('notApplicable', [about])
  return present(rate.value, [about, ...rate.failed.slice(0, MOST_NAMED).flatMap((behind) => sourcesOf(behind, line, window))], rate.latestOn)
}

/** How many stand behind a rate: one bad delivery of two says less than of twenty. */
const countOf = ({ counted, latestOn }: Rate<unknown>, window: Window): Fact => present(counted, [source('deliveries', { rows: counted, ...window })], latestOn)

const lotSource = ({ id, arrivedOn }: Lot, line: string): Source[] => [source('deliveries', { id, line, rows: 1, from: arrivedOn, until: arrivedOn })]
const lateSources = ({ on, lots }: Kept, line: string): Source[] => [source('deliveries', { id: lots[0]!.id, line, rows: lots.length, from: lots[0]!.dueOn, until: on })]
