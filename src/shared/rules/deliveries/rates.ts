import { addDays } from '../lookups/days.ts'

/** What came of an order, or is still to come. Quantities are thousandths of the unit. */
export type Lot = {
  readonly id: number
  readonly orderNumber: string
  readonly goods: string
  readonly unit: string
  readonly dueOn: string
  /** Of the whole order until that day, however many lots it came in. */
  readonly orderedQuantity: number
  readonly arrivedOn: string | null
  readonly arrivedQuantity: number | null
  readonly acceptedQuantity: number | null
  readonly isInvoiceInOrder: boolean | null
}

/** An order (same number, goods, unit and day due) that has come in time, or whose day is over. */
export type Kept = {
  /** The day on which it was known: the one it was complete, else the day after it was due. */
  readonly on: string
  /** How much of what was ordered had come by the day due, 0 to 1. */
  readonly share: number
  readonly lots: readonly Lot[]
}

/**
 * Orders as they stand at the end of a day, the earliest first. What has not come and is not over due is not among them; what came
 * after the day due is not on time, nor is what came after `asOf`. An order that brought too much was complete, no more.
 */
export function ordersKept(lots: readonly Lot[], asOf: string): Kept[] {
  const orders = new Map<string, Lot[]>()
  for (const lot of lots) {
    const key = JSON.stringify([lot.orderNumber, lot.goods, lot.unit, lot.dueOn])
    const known = orders.get(key)
    if (known) known.push(lot)
    else orders.set(key, [lot])
  }
  return [...orders.values()].flatMap((order) => keptOn(order, asOf) ?? []).toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

function keptOn(lots: readonly Lot[], asOf: string): Kept | null {
  const { dueOn } = lots[0]!
  const ordered = Math.max(...lots.map(({ orderedQuantity }) => orderedQuantity))
  const inTime = lots.filter(({ arrivedOn }) => arrivedOn !== null && arrivedOn <= dueOn && arrivedOn <= asOf).toSorted((one, other) => (one.arrivedOn! < other.arrivedOn! ? -1 : 1))
  let arrived = 0
  for (const { arrivedOn, arrivedQuantity } of inTime) {
    arrived += arrivedQuantity ?? 0
    if (arrived >= ordered) return { on: arrivedOn!, share: 1, lots }
  }
  return dueOn < asOf ? { on: addDays(dueOn, 1), share: arrived / ordered, lots } : null
}

export type Rate<Behind> = {
  /** Null where nothing counts. */
  readonly value: number | null
  readonly counted: number
  /** What pulls it down, the latest first. */
  readonly failed: readonly Behind[]
  readonly latestOn: string | null
}
export type Window = { from: string; until: string }

/** 交付准时率: the mean over orders that were known in the window of how much had come by the day due. */
export function onTimeRate(lots: readonly Lot[], { from, until }: Window): Rate<Kept> {
  const orders = ordersKept(lots, until).filter(({ on }) => on >= from)
  return rateOf(orders, ({ share }) => share, ({ on }) => on)
}

const arrivedIn = (lots: readonly Lot[], { from, until }: Window) =>
  lots.filter(({ arrivedOn }) => arrivedOn !== null && arrivedOn >= from && arrivedOn <= until).toSorted((one, other) => (one.arrivedOn! < other.arrivedOn! ? -1 : one.arrivedOn! > other.arrivedOn! ? 1 : one.id - other.id))

/** 来料合格率: the mean over lots that arrived in the window and were inspected of accepted / arrived. */
export function acceptedRate(lots: readonly Lot[], window: Window): Rate<Lot> {
  return rateOf(arrivedIn(lots, window).filter(({ acceptedQuantity }) => acceptedQuantity !== null), (lot) => lot.acceptedQuantity! / lot.arrivedQuantity!, (lot) => lot.arrivedOn!)
}

/** 开票合规率: of lots that arrived in the window and whose invoice was looked at, those whose invoice was in order. */
export function invoicedRate(lots: readonly Lot[], window: Window): Rate<Lot> {
  return rateOf(arrivedIn(lots, window).filter(({ isInvoiceInOrder }) => isInvoiceInOrder !== null), (lot) => (lot.isInvoiceInOrder ? 1 : 0), (lot) => lot.arrivedOn!)
}

function rateOf<One>(counted: readonly One[], share: (one: One) => number, day: (one: One) => string): Rate<One> {
  const last = counted.at(-1)
  return {
    value: counted.length === 0 ? null : counted.reduce((sum, one) => sum + share(one), 0) / counted.length,
    counted: counted.length, failed: counted.filter((one) => share(one) < 1).toReversed(), latestOn: last === undefined ? null : day(last),
  }
}

/** Of a calendar month: orders that were complete in time and those that were not, lots inspected and those not accepted whole. */
export type Month = { month: string; onTime: number; late: number; inspected: number; rejected: number }

/** The calendar months from the window's first day to its last, as far as days lie in the window. */
export function monthsOf(lots: readonly Lot[], window: Window): Month[] {
  const months = new Map<string, Month>()
  for (let month = window.from.slice(0, 7); month <= window.until.slice(0, 7); month = nextMonth(month)) months.set(month, { month, onTime: 0, late: 0, inspected: 0, rejected: 0 })
  for (const { on, share } of ordersKept(lots, window.until)) {
    const month = on >= window.from ? months.get(on.slice(0, 7)) : undefined
    if (month) month[share === 1 ? 'onTime' : 'late']++
  }
  for (const { arrivedOn, arrivedQuantity, acceptedQuantity } of arrivedIn(lots, window)) {
    const month = months.get(arrivedOn!.slice(0, 7))
    if (!month || acceptedQuantity === null) continue
    month.inspected++
    if (acceptedQuantity < arrivedQuantity!) month.rejected++
  }
  return [...months.values()]
}

const nextMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
