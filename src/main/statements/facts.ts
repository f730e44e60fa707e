import { absent, type Fact, type Facts, present, source, type Source, yuan } from '../../shared/rules/facts/fact.ts'
import type { Column, Sheet } from '../../shared/rules/statements/form.ts'
import { amountAt, figuresOf, type Figures, isGiven, lineByCode, sourceLine } from '../../shared/rules/statements/forms.ts'
import { type Reading, readSheet } from '../../shared/rules/statements/known.ts'
import { monthsBetween, periodStart, yearBeforeOf } from '../../shared/rules/statements/period.ts'
import type { Trx } from '../storage/database.ts'
import { linesOf, type StatementHead } from './load.ts'

type Known = Pick<StatementHead, 'id' | 'periodEnd' | 'format' | 'unit' | 'opinion' | 'receivedOn'> & { figures: Figures; /** A sheet's column, read once. */ read: (sheet: Sheet, column: Column) => Reading }

/** Which lines a fact is the sum of, by what they mean. */
const LINES: Readonly<Record<string, readonly [Sheet, ...string[]]>> = {
  cash: ['balance', 'cash'], receivables: ['balance', 'receivables'], prepayments: ['balance', 'prepayments'], inventories: ['balance', 'inventories'],
  currentAssets: ['balance', 'currentAssets'], totalAssets: ['balance', 'totalAssets'], shortTermLoans: ['balance', 'shortTermLoans'], payables: ['balance', 'payables'],
  currentLiabilities: ['balance', 'currentLiabilities'], totalLiabilities: ['balance', 'totalLiabilities'], paidInCapital: ['balance', 'paidInCapital'],
  // 留存收益: what was kept of the profits, whether put aside or not.
  retainedEarnings: ['balance', 'surplusReserve', 'undistributedProfit'], equity: ['balance', 'equity'],
  revenue: ['income', 'revenue'], operatingCost: ['income', 'operatingCost'], operatingProfit: ['income', 'operatingProfit'], totalProfit: ['income', 'totalProfit'],
  netProfit: ['income', 'netProfit'], operatingCash: ['cash', 'operatingCash'], netCash: ['cash', 'netCash'],
}

/**
 * What the annual statements say as of a day: of the years that had ended, the sets that had been received and confirmed. The
 * year before comes from its own set, else from the column of the year before on the later one. A sheet that was not
 * handed in is `notProvided`; on one that was, a blank line
 * is zero where the others come to its total, else `notProvided` too (`known.ts`).
 */
export function statementFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const years = knownYears(trx, partyId, asOf)
  const facts: Record<string, Fact> = {}
  for (const back of [0, 1, 2]) {
    const suffix = back === 0 ? '' : `[-${back}]`
    for (const [name, [sheet, ...codes]] of Object.entries(LINES)) facts[`${name}${suffix}`] = factOf(years, back, sheet, codes)
    facts[`interestExpense${suffix}`] = interestOf(years, back)
  }
  const latest = years[0]?.set
  const about = latest ? [source('statement', { id: latest.id, from: periodStart(latest.periodEnd), until: latest.periodEnd })] : []
  facts['statementAgeMonths'] = latest ? present(monthsBetween(latest.periodEnd, asOf), about, latest.receivedOn) : absent('notProvided')
  facts['auditQualified'] = latest ? present(['qualified', 'adverse', 'disclaimer'].includes(latest.opinion) ? 1 : 0, about, latest.receivedOn) : absent('notProvided')
  return facts
}

type Year = { end: string; set: Known | null }

/** The last business year there is a set of, and the two before it. */
function knownYears(trx: Trx, partyId: number, asOf: string): Year[] {
  const latest = latestKnown(trx, partyId, asOf)
  if (!latest) return []
  const before = yearBeforeOf(latest.periodEnd)
  return [{ end: latest.periodEnd, set: latest }, ...[before, yearBeforeOf(before)].map((end) => ({ end, set: latestKnown(trx, partyId, asOf, end) }))]
}

/**
 * Of a year alone: an interim set (`isAnnual`) tells of no year. As the archive stood on the day: received by then, confirmed (whenever that was entered), not yet taken back; of several
 * revisions the last received.
 */
function latestKnown(trx: Trx, partyId: number, asOf: string, periodEnd: string | null = null): Known | null {
  const row = trx
    .prepare(
      `SELECT id, periodEnd, format, unit, opinion, receivedOn FROM statement INDEXED BY statement_party
       WHERE partyId = :partyId AND periodEnd LIKE '%-12-31' AND periodEnd <= coalesce(:periodEnd, :asOf) AND (:periodEnd IS NULL OR periodEnd = :periodEnd)
         AND receivedOn <= :asOf AND confirmedAt IS NOT NULL AND (withdrawnOn IS NULL OR withdrawnOn > :asOf)
       ORDER BY periodEnd DESC, revision DESC LIMIT 1`,
    )
    .get({ partyId, periodEnd, asOf }) as Omit<Known, 'figures' | 'read'> | undefined
  return row ? readable({ ...row, figures: figuresOf(linesOf(trx, row.id)) }) : null
}

function readable(set: Omit<Known, 'read'>): Known {
  const readings = new Map<string, Reading>()
  return {
    ...set,
    read: (sheet, column) => {
      const key = `${sheet}:${column}`
      if (!readings.has(key)) readings.set(key, readSheet(set, sheet, column))
      return readings.get(key)!
    },
  }
}

/** The set and column in which a year's figures stand. */
function standsIn(years: readonly Year[], back: number, sheet: Sheet): { set: Known; column: Column } | null {
  const own = years[back]?.set
  if (own && isGiven(own.format, own.figures, sheet, 'current')) return { set: own, column: 'current' }
  const later = back > 0 ? years[back - 1]?.set : null
  return later && isGiven(later.format, later.figures, sheet, 'prior') ? { set: later, column: 'prior' } : null
}

function factOf(years: readonly Year[], back: number, sheet: Sheet, codes: readonly string[]): Fact {
  const found = standsIn(years, back, sheet)
  if (!found) return absent('notProvided')
  const { set, column } = found
  const lines = codes.map((code) => lineByCode(set.format, sheet, code)!.number)
  const { of } = set.read(sheet, column)
  const sources = sourcesOf(found, years[back]!.end, sheet, lines)
  const fen = lines.reduce((sum: number | null, line) => add(sum, of(line)), 0)
  return fen === null ? absent('notProvided', sources) : present(yuan(fen), sources, set.receivedOn)
}

const add = (one: number | null, two: number | null) => (one === null || two === null ? null : one + two)

function sourcesOf({ set, column }: { set: Known; column: Column }, end: string, sheet: Sheet, lines: readonly number[]): Source[] {
  const span = { from: sheet === 'balance' ? end : periodStart(end), until: end }
  return lines.map((line) => source('statement', { id: set.id, line: sourceLine(sheet, line, column), ...span }))
}

/** 利息费用 as the income statement lists it under 财务费用; where it is not listed, all of 财务费用 stands for it. */
function interestOf(years: readonly Year[], back: number): Fact {
  const found = standsIn(years, back, 'income')
  const line = found && lineByCode(found.set.format, 'income', 'interestExpense')!.number
  const isListed = found !== null && amountAt(found.set.figures, 'income', line!, found.column) !== null
  return factOf(years, back, 'income', [isListed ? 'interestExpense' : 'financeExpenses'])
}
