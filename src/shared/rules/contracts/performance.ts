import { addMonths } from '../dossiers/deadlines.ts'
import { daysBetween } from '../lookups/days.ts'

/* What a party's contracts say of it as of a day; days after it do not count. */

/** One contract as it stood on the day: its events up to it. `amountFen`: what it had come to by then. */
export type ContractOn = {
  readonly signedOn: string | null
  readonly performUntil: string | null
  readonly performedOn: string | null
  readonly terminatedOn: string | null
  readonly amountFen: number | null
}

export type Performance = {
  /** Years since the first contract after the last gap of more than 18 months; null: none was ever signed. */
  readonly cooperationYears: number | null
  readonly contracts12: number
  readonly amount12Fen: number
  readonly due24: number
  /** Of those due: finished in their term, by count and by amount, the lower of both; null: none was due. */
  readonly kept24: number | null
  readonly firstOn: string | null
  readonly latestOn: string | null
}

const GAP_MONTHS = 18

/** The last day on which a contract was being carried out, as far as it is known on the day. */
function activeUntil({ signedOn, performUntil, performedOn, terminatedOn }: ContractOn, asOf: string): string {
  const end = terminatedOn ?? performedOn ?? performUntil ?? signedOn!
  return end > asOf ? asOf : end < signedOn! ? signedOn! : end
}

function cooperationFrom(contracts: readonly ContractOn[], asOf: string): string | null {
  const signed = contracts.filter(({ signedOn }) => signedOn !== null).sort((one, other) => (one.signedOn! < other.signedOn! ? -1 : 1))
  let from: string | null = null
  let until: string | null = null
  for (const contract of signed) {
    if (until === null || addMonths(until, GAP_MONTHS) < contract.signedOn!) from = contract.signedOn
    const end = activeUntil(contract, asOf)
    if (until === null || end > until) until = end
  }
  return until !== null && addMonths(until, GAP_MONTHS) < asOf ? asOf : from
}

export function performanceOn(contracts: readonly ContractOn[], asOf: string): Performance {
  const signed = contracts.filter(({ signedOn }) => signedOn !== null && signedOn <= asOf)
  const recent = signed.filter(({ signedOn }) => signedOn! > addMonths(asOf, -12))
  const due = signed.filter(({ performUntil, terminatedOn }) =>
    performUntil !== null && performUntil <= asOf && performUntil > addMonths(asOf, -24) && (terminatedOn === null || terminatedOn > performUntil))
  const isKept = ({ performedOn, performUntil }: ContractOn) => performedOn !== null && performedOn <= performUntil!
  const amountOf = (some: readonly ContractOn[]) => some.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
  const byCount = due.length === 0 ? null : due.filter(isKept).length / due.length
  const byAmount = amountOf(due) === 0 ? byCount : amountOf(due.filter(isKept)) / amountOf(due)
  const from = cooperationFrom(signed, asOf)
  const days = signed.map(({ signedOn }) => signedOn!).sort()
  return {
    // Days over the mean length of a year, to the hundredth below: 5 years are 5.00 on the day itself, leap years or not.
    cooperationYears: from === null ? null : Math.floor((daysBetween(from, asOf) + 1) / 365.25 * 100) / 100,
    contracts12: recent.length, amount12Fen: amountOf(recent), due24: due.length,
    kept24: byCount === null ? null : Math.min(byCount, byAmount!), firstOn: days[0] ?? null, latestOn: days.at(-1) ?? null,
  }
}

/** One party's trade of twelve months. */
export type Trade = { readonly partyId: number; readonly amountFen: number; readonly contracts: number; readonly months: number }
/** The same of the whole book, each measure sorted: what ranks are read off. */
export type Book = { readonly amounts: readonly number[]; readonly contracts: readonly number[]; readonly months: readonly number[]; readonly byParty: ReadonlyMap<number, Trade> }

export function bookOf(trades: readonly Trade[]): Book {
  const sorted = (read: (trade: Trade) => number) => trades.map(read).sort((one, other) => one - other)
  return { amounts: sorted(({ amountFen }) => amountFen), contracts: sorted(({ contracts }) => contracts), months: sorted(({ months }) => months), byParty: new Map(trades.map((trade) => [trade.partyId, trade])) }
}

/**
 * Where a party stands among those that trade: the mean of its ranks by amount, number and months with a contract, each the
 * per cent of the others that have less (of those that have as much, half). Null where it has no trade, or nobody else has.
 */
export function tradeRank({ amounts, contracts, months, byParty }: Book, partyId: number): number | null {
  const trade = byParty.get(partyId)
  if (!trade || byParty.size < 2) return null
  const rank = (sorted: readonly number[], value: number) => {
    const below = lowerBound(sorted, value)
    const equal = lowerBound(sorted, value, true) - below
    return ((below + (equal - 1) / 2) / (sorted.length - 1)) * 100
  }
  return (rank(amounts, trade.amountFen) + rank(contracts, trade.contracts) + rank(months, trade.months)) / 3
}

/** How many are less than a value (or no more, with `orEqual`); binary search. */
function lowerBound(sorted: readonly number[], value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1
    else high = middle
  }
  return low
}
