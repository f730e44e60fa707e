import { absent, type Fact, type Facts, present, source, type Source, yuan } from '../../shared/rules/facts/fact.ts'
import { type Concentration, concentrationOf, type OtherSide, volatilityOf } from '../../shared/rules/invoices/figures.ts'
import { isBehind } from '../../shared/rules/invoices/flow.ts'
import { monthEnd, monthsWindow } from '../../shared/rules/invoices/months.ts'
import type { Trx } from '../storage/database.ts'
import { type Ends, flowEnds } from './flow.ts'

type Direction = 'sale' | 'purchase'
type Sums = { netFen: number; valid: number; red: number; void: number; latestOn: string | null }
type Window = { from: string; until: string }

const NAMES = {
  sale: ['turnover12', 'turnover12[-1]', 'turnover12[-2]', 'monthsActive12', 'salesVolatility12', 'salesInvoices12', 'voidShare12', 'redShare12', 'customers12', 'topCustomerShare12', 'topFiveCustomersShare12'],
  purchase: ['purchases12', 'purchases12[-1]', 'purchases12[-2]', 'suppliers12', 'topSupplierShare12', 'topFiveSuppliersShare12'],
} as const

/**
 * What a party's invoices say as of a day. Windows are months (`rules/invoices/months.ts`) that end on that day, or on the day
 * up to which the imported files go (`rules/invoices/flow.ts`) where that is earlier; no invoice after it is read. Only valid invoices count, amounts without tax, red ones with their minus; void ones count in `voidShare12` alone.
 *
 * - `turnover12`, `purchases12`: net sum of 12 months. `[-1]`, `[-2]`: the 12 before, and before those; `notApplicable` unless
 *   the first invoice lies in or before the first month of that window, for a part of a year is no year.
 * - `invoiceMonths`: months from the first valid invoice of either direction to the end of the flow, begun ones counted.
 * - `monthsActive12`: of the 12 months, those with a valid sales invoice that is not red.
 * - `salesVolatility12`: standard deviation (of all 12) / mean of the 12 monthly net sales; `undefined` unless the mean is above
 *   zero, `notApplicable` where `invoiceMonths` is below 12.
 * - `salesInvoices12`: valid sales invoices. `redShare12`: red ones among them. `voidShare12`: void / (valid + void), sales.
 * - `customers12`, `suppliers12`: those with whom the invoices come to more than zero. Shares are of what all such come to
 *   (`concentrationOf`); `notApplicable` without any invoice in the window, `undefined` where nobody named comes to more than zero.
 *
 * Without any invoice on or before the day every fact is `notKept`; so are those of a direction whose flow ended more than a
 * quarter before it, with the day as their source's end: a year that nobody has imported is no year without trade.
 */
export function invoiceFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const first = trx.prepare('SELECT min(issuedOn) AS "on" FROM invoiceDay WHERE partyId = ? AND issuedOn <= ?').get(partyId, asOf) as { on: string | null }
  const ends = first.on === null ? null : flowEnds(trx, partyId, asOf)
  if (ends === null) return Object.fromEntries(['invoiceMonths', ...NAMES.sale, ...NAMES.purchase].map((name) => [name, absent('notKept')]))
  const days = readDays(trx, partyId, ends)
  return { ...flowFacts(days, ends, history(trx, partyId, lastOf(ends))), ...sideFacts(trx, partyId, ends, days), ...behind(ends, asOf) }
}

const lastOf = ({ sale, purchase }: Ends): string => (sale > purchase ? sale : purchase)

/** What is not known because the flow ended too long ago. */
function behind(ends: Ends, asOf: string): Facts {
  const of = (direction: Direction) => (isBehind(ends[direction], asOf) ? NAMES[direction].map((name) => [name, absent('notKept', [source('invoices', { line: direction, until: ends[direction] })])] as const) : [])
  const all = isBehind(lastOf(ends), asOf) ? [['invoiceMonths', absent('notKept', [source('invoices', { until: lastOf(ends) })])] as const] : []
  return Object.fromEntries([...of('sale'), ...of('purchase'), ...all])
}

/** Sums by direction of each of the 36 months to the direction's end, the last first. */
function readDays(trx: Trx, partyId: number, ends: Ends): Record<Direction, Sums[]> {
  const of = (end: string) => Array.from({ length: 37 }, (_unused, back) => monthEnd(end, back))
  const found = { sale: emptyMonths(), purchase: emptyMonths() }
  const edges = { sale: of(ends.sale), purchase: of(ends.purchase) }
  const back = { sale: 0, purchase: 0 }
  const from = edges.sale[36]! < edges.purchase[36]! ? edges.sale[36]! : edges.purchase[36]!
  const rows = trx.prepare('SELECT issuedOn, direction, netFen, valid, red, void FROM invoiceDay WHERE partyId = ? AND issuedOn > ? AND issuedOn <= ? ORDER BY issuedOn DESC').raw()
    .all(partyId, from, lastOf(ends)) as [string, Direction, number, number, number, number][]
  for (const [issuedOn, direction, netFen, valid, red, isVoid] of rows) {
    const edge = edges[direction]
    if (issuedOn > edge[0]! || issuedOn <= edge[36]!) continue
    while (issuedOn <= edge[back[direction] + 1]!) back[direction]++
    const month = found[direction][back[direction]]!
    month.netFen += netFen
    month.valid += valid
    month.red += red
    month.void += isVoid
    month.latestOn ??= issuedOn
  }
  return found
}

const emptyMonths = (): Sums[] => Array.from({ length: 36 }, () => ({ netFen: 0, valid: 0, red: 0, void: 0, latestOn: null }))

/** Months from the first valid invoice to the day; 0 where all are void. */
function history(trx: Trx, partyId: number, asOf: string): number {
  const { on } = trx.prepare('SELECT min(issuedOn) AS "on" FROM invoiceDay WHERE partyId = ? AND issuedOn <= ? AND valid > 0').get(partyId, asOf) as { on: string | null }
  if (on === null) return 0
  // Near enough from the calendar, then exactly.
  let months = Math.max(0, (Number(asOf.slice(0, 4)) - Number(on.slice(0, 4))) * 12 + Number(asOf.slice(5, 7)) - Number(on.slice(5, 7)) - 1)
  while (on <= monthEnd(asOf, months)) months++
  return months
}

const total = (months: readonly Sums[]): Sums => months.reduce<Sums>((sum, month) => ({
  netFen: sum.netFen + month.netFen, valid: sum.valid + month.valid, red: sum.red + month.red, void: sum.void + month.void, latestOn: sum.latestOn ?? month.latestOn,
}), { netFen: 0, valid: 0, red: 0, void: 0, latestOn: null })

const sourceOf = (direction: Direction, window: Window, rows: number, state: 'valid' | 'void' | 'red' | null = 'valid'): Source =>
  source('invoices', { line: state === null || state === 'valid' ? direction : `${direction}:${state}`, rows, ...window })

function flowFacts(days: Record<Direction, Sums[]>, ends: Ends, invoiceMonths: number): Facts {
  const facts: Record<string, Fact> = {}
  for (const [name, direction] of [['turnover12', 'sale'], ['purchases12', 'purchase']] as const) {
    for (const years of [0, 1, 2]) {
      const sum = total(days[direction].slice(12 * years, 12 * years + 12))
      const sources = [sourceOf(direction, monthsWindow(ends[direction], 12, 12 * years), sum.valid)]
      const isWhole = years === 0 || invoiceMonths >= 12 * years + 12
      facts[years === 0 ? name : `${name}[-${years}]`] = isWhole ? present(yuan(sum.netFen), sources, sum.latestOn) : absent('notApplicable', sources)
    }
  }
  const window = monthsWindow(ends.sale, 12)
  const months = days.sale.slice(0, 12)
  const sale = total(months)
  const sources = [sourceOf('sale', window, sale.valid)]
  const volatility = volatilityOf(months.map(({ netFen }) => netFen))
  const issued = sale.valid + sale.void
  return {
    ...facts,
    monthsActive12: present(months.filter(({ valid, red }) => valid > red).length, sources, sale.latestOn),
    invoiceMonths: invoiceMonths === 0 ? absent('notApplicable') : present(invoiceMonths, [source('invoices', monthsWindow(lastOf(ends), invoiceMonths))], total(days.sale).latestOn ?? total(days.purchase).latestOn),
    salesVolatility12: sale.valid === 0 || invoiceMonths < 12 ? absent('notApplicable', sources) : volatility === null ? absent('undefined', sources) : present(volatility, sources, sale.latestOn),
    salesInvoices12: present(sale.valid, sources, sale.latestOn),
    voidShare12: issued === 0 ? absent('notApplicable', sources) : present(sale.void / issued, [sourceOf('sale', window, sale.void, 'void'), ...sources], sale.latestOn),
    redShare12: sale.valid === 0 ? absent('notApplicable', sources) : present(sale.red / sale.valid, [sourceOf('sale', window, sale.red, 'red'), ...sources], sale.latestOn),
  }
}

/** Whom the party sold to or bought from in a window, by what the valid invoices come to. */
export function otherSides(trx: Trx, partyId: number, direction: Direction, { from, until }: Window): OtherSide[] {
  const rows = trx.prepare(
    `SELECT counterpartyId, sum(amountFen), count(*) FROM invoice INDEXED BY invoice_flow
     WHERE partyId = ? AND issuedOn BETWEEN ? AND ? AND direction = ? AND isVoid = 0 AND isStruck = 0 GROUP BY counterpartyId`,
  ).raw().all(partyId, from, until, direction) as [number, number, number][]
  const unnamed = unnamedId(trx)
  return rows.map(([counterpartyId, netFen, invoices]) => ({ counterpartyId, netFen, invoices, isNamed: counterpartyId !== unnamed }))
}

const unnamedId = (trx: Trx): number | null => (trx.prepare("SELECT id FROM invoiceCounterparty WHERE key = ''").get() as { id: number } | undefined)?.id ?? null

function sideFacts(trx: Trx, partyId: number, ends: Ends, days: Record<Direction, Sums[]>): Facts {
  const of = (direction: Direction, names: readonly [string, string, string]): Facts => {
    const window = monthsWindow(ends[direction], 12)
    const { valid, latestOn } = total(days[direction].slice(0, 12))
    const about = sourceOf(direction, window, valid)
    const found = concentrationOf(valid === 0 ? [] : otherSides(trx, partyId, direction, window), 5)
    return {
      [names[0]]: present(found.count, [about], latestOn),
      [names[1]]: shareOf(found, 1, valid, about, latestOn),
      [names[2]]: shareOf(found, 5, valid, about, latestOn),
    }
  }
  return {
    ...of('sale', ['customers12', 'topCustomerShare12', 'topFiveCustomersShare12']),
    ...of('purchase', ['suppliers12', 'topSupplierShare12', 'topFiveSuppliersShare12']),
  }
}

/** The sources are the largest themselves, each with its id, so that what stands behind a share opens. */
function shareOf({ top, wholeFen }: Concentration, most: number, valid: number, about: Source, latestOn: string | null): Fact {
  if (valid === 0) return absent('notApplicable', [about])
  if (wholeFen <= 0 || top.length === 0) return absent('undefined', [about])
  const largest = top.slice(0, most)
  const share = largest.reduce((sum, { netFen }) => sum + netFen, 0) / wholeFen
  return present(share, [...largest.map(({ counterpartyId, invoices }) => ({ ...about, id: counterpartyId, rows: invoices })), about], latestOn)
}
