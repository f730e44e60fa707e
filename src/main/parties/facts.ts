import { absent, type Facts, type Fact, present, source, yuan } from '../../shared/rules/facts/fact.ts'
import type { Trx } from '../storage/database.ts'

type Row = { registeredCapitalFen: number | null; foundedOn: string | null; sizeClass: 'large' | 'medium' | 'small' | 'micro' | null; marketShareBasisPoints: number | null }
const SIZES = { large: 4, medium: 3, small: 2, micro: 1 } as const

/** What stands in a party's base data: capital, age, size class (4 large … 1 micro), declared market share. */
export function partyFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const row = trx.prepare('SELECT registeredCapitalFen, foundedOn, sizeClass, marketShareBasisPoints FROM party WHERE id = ?').get(partyId) as Row
  const of = <Column extends keyof Row>(line: Column, read: (value: NonNullable<Row[Column]>) => number | null): Fact => {
    const sources = [source('party', { id: partyId, line })]
    const value = row[line] === null ? null : read(row[line])
    return value === null ? absent('notProvided', sources) : present(value, sources, null)
  }
  return {
    registeredCapital: of('registeredCapitalFen', yuan),
    yearsInBusiness: of('foundedOn', (day) => (day > asOf ? null : fullYears(day, asOf))),
    sizeClass: of('sizeClass', (size) => SIZES[size]),
    declaredMarketShare: of('marketShareBasisPoints', (share) => share / 10_000),
  }
}

/** Whole years between two days; a birthday on 29 February counts from 1 March in common years. */
function fullYears(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  return until.slice(5) >= from.slice(5) ? years : years - 1
}
