import { absent, type Fact, type Facts, present, source, type Source, yuan } from '../../shared/rules/facts/fact.ts'
import { type Concentration, concentrationOf, type OtherSide, volatilityOf } from '../../shared/rules/invoices/figures.ts'
import { monthEnd, monthsWindow } from '../../shared/rules/invoices/months.ts'
import type { Trx } from '../storage/database.ts'

type Direction = 'sale' | 'purchase'
type Sums = { netFen: number; valid: number; red: number; void: number; latestOn: string | null }
type Window = { from: string; until: string }

const NAMES = [
  'turnover12', 'turnover12[-1]', 'turnover12[-2]', 'purchases12', 'purchases12[-1]', 'purchases12[-2]', 'monthsActive12', 'invoiceMonths', 'salesVolatility12', 'salesInvoices12',
  'voidShare12', 'redShare12', 'customers12', 'suppliers12', 'topCustomerShare12', 'topFiveCustomersShare12', 'topSupplierShare12', 'topFiveSuppliersShare12',
] as const

/**
 * What a party's invoices say as of a day. Windows are months that end on that day (`rules/invoices/months.ts`); no invoice
 * after it is read. Only valid invoices count, amounts without tax, red ones with their minus; void ones count in `voidShare12` alone.
 *
 * - `turnover12`, `purchases12`: net sum of 12 months. `[-1]`, `[-2]`: the 12 before, and before those; `notApplicable` unless
 *   the first invoice lies in or before the first month of that window, for a part of a year is no year.
 * - `invoiceMonths`: months from the first valid invoice of either direction to the day, begun ones counted.
 * - `monthsActive12`: of the 12 months, those with a valid sales invoice that is not red.
 * - `salesVolatility12`: standard deviation (of all 12) / mean of the 12 monthly net sales; `undefined` unless the mean is above
 *   zero, `notApplicable` where `invoiceMonths` is below 12.
 * - `salesInvoices12`: valid sales invoices. `redShare12`: red ones among them. `voidShare12`: void / (valid + void), sales.
 * - `customers12`, `suppliers12`: those with whom the invoices come to more than zero. Shares are of what all such come to
 *   (`concentrationOf`); `notApplicable` without any invoice in the window, `undefined` where nobody named comes to more than zero.
 *
 * Without any invoice on or before the day every fact is `notKept`.
 */
export function invoiceFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const first = trx.prepare('SELECT min(issuedOn) AS "on" FROM invoiceDay WHERE partyId = ? AND issuedOn <= ?').get(partyId, asOf) as { on: string | null }
  if (first.on === null) return Object.fromEntries(NAMES.map((name) => [name, absent('notKept')]))
  const days = readDays(trx, partyId, asOf)
  return { ...flowFacts(days, asOf, history(trx, partyId, asOf)), ...sideFacts(trx, partyId, asOf, days) }
}

/** Sums by direction of each of the 36 months, the last first. */
function readDays(trx: Trx, partyId: number, asOf: string): Record<Direction, Sums[]> {
  const ends = Array.from({ length: 37 }, (_unused, back) => monthEnd(asOf, back))
  const months: Record<Direction, Sums[]> = { sale: [], purchase: [] }
  for (const direction of ['sale', 'purchase'] as const) for (let back = 0; back < 36; back++) months[direction].push({ netFen: 0, valid: 0, red: 0, void: 0, latestOn: null })
  const rows = trx.prepare('SELECT issuedOn, direction, netFen, valid, red, void FROM invoiceDay WHERE partyId = ? AND issuedOn > ? AND issuedOn <= ? ORDER BY issuedOn DESC').raw()
    .all(partyId, ends[36], asOf) as [string, Direction, number, number, number, number][]
  let back = 0
  for (const [issuedOn, direction, netFen, valid, red, isVoid] of rows) {
    while (issuedOn <= ends[back + 1]!) back++
    const month = months[direction][back]!
    month.netFen += netFen
    month.valid += valid
    month.red += red
    month.void += isVoid
    month.latestOn ??= issuedOn
  }
  return months
}

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

function flowFacts(days: Record<Direction, Sums[]>, asOf: string, invoiceMonths: number): Facts {
  const facts: Record<string, Fact> = {}
  for (const [name, direction] of [['turnover12', 'sale'], ['purchases12', 'purchase']] as const) {
    for (const years of [0, 1, 2]) {
      const sum = total(days[direction].slice(12 * years, 12 * years + 12))
      const sources = [sourceOf(direction, monthsWindow(asOf, 12, 12 * years), sum.valid)]
      const isWhole = years === 0 || invoiceMonths >= 12 * years + 12
      facts[years === 0 ? name : `${name}[-${years}]`] = isWhole ? present(yuan(sum.netFen), sources, sum.latestOn) : absent('notApplicable', sources)
    }
  }
  const window = monthsWindow(asOf, 12)
  const months = days.sale.slice(0, 12)
  const sale = total(months)
  const sources = [sourceOf('sale', window, sale.valid)]
  const volatility = volatilityOf(months.map(({ netFen }) => netFen))
  const issued = sale.valid + sale.void
  return {
    ...facts,
    monthsActive12: present(months.filter(({ valid, red }) => valid > red).length, sources, sale.latestOn),
    invoiceMonths: invoiceMonths === 0 ? absent('notApplicable') : present(invoiceMonths, [source('invoices', monthsWindow(asOf, invoiceMonths))], total(days.sale).latestOn ?? total(days.purchase).latestOn),
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

function sideFacts(trx: Trx, partyId: number, asOf: string, days: Record<Direction, Sums[]>): Facts {
  const window = monthsWindow(asOf, 12)
  const of = (direction: Direction, names: readonly [string, string, string]): Facts => {
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
