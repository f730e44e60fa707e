import { GRADES } from '../../contract/parties.ts'
import type { Grade } from '../schemes/grades.ts'
import { auc, aucInterval, type Interval, ks, ksFloor } from './discrimination.ts'
import { migrationMatrix, movement } from './migration.ts'
import { FEWEST_DEFAULTS, FEWEST_GOODS } from './outcome.ts'
import { binomialTest, brier, rateInterval, reversals } from './rates.ts'
import { informationValue, psi, psiNoise } from './stability.ts'

/*
 * Does the rating hold? Over ratings as they were frozen and what happened in the twelve months after, nothing computed
 * again with later data. Where there are too few defaults there is no figure, but how many are lacking.
 */

export type Observed = {
  /** Hundredths; null was not rated by score and is left out of what needs one. */
  readonly score: number | null
  readonly grade: Grade | null
  readonly computedGrade: Grade | null
  readonly isBad: boolean
  /** By indicator: in which band or option it was counted; null where it had no value. */
  readonly bands: Readonly<Record<string, string | null>>
}

/** A figure, or how many defaults (and others) are still lacking for it. */
export type Figure<Value> = { readonly value: Value; readonly lacks: null } | { readonly value: null; readonly lacks: { readonly defaults: number; readonly others: number } }

export type GradeLine = {
  readonly grade: Grade; readonly cases: number; readonly bads: number; readonly interval: Interval
  /** What the scheme foretells of the grade, 0–1, and how unlikely what happened is if that is right; null where it says nothing. */
  readonly expected: number | null; readonly p: number | null
}

export type Report = {
  readonly cases: number
  readonly bads: number
  readonly auc: Figure<{ readonly value: number; readonly interval: Interval }>
  readonly ks: Figure<{ readonly value: number; readonly floor: number }>
  /** Lacking nothing and yet null: the scheme foretells no default rates. */
  readonly brier: Figure<number>
  readonly grades: readonly GradeLine[]
  readonly unrated: Pick<GradeLine, 'cases' | 'bads' | 'interval'>
  readonly reversals: readonly (readonly [Grade, Grade])[]
  readonly indicators: readonly { readonly code: string; readonly iv: Figure<number>; readonly rows: readonly { readonly band: string | null; readonly cases: number; readonly bads: number }[] }[]
  readonly overrides: readonly { readonly direction: 'up' | 'down'; readonly cases: number; readonly bads: number }[]
}

/** `expected`: by grade, basis points of default within a year that the scheme foretells. */
export function reportOn(observed: readonly Observed[], grades: readonly Grade[], expected: Readonly<Partial<Record<Grade, number>>> | null): Report {
  const scored = observed.flatMap(({ score, isBad }) => (score === null ? [] : [{ score, isBad }]))
  const bads = observed.filter(({ isBad }) => isBad).length
  const figure = <Value>(rows: readonly { readonly isBad: boolean }[], compute: (bads: number, goods: number) => Value | null): Figure<Value> => {
    const [bad, good] = [rows.filter(({ isBad }) => isBad).length, rows.filter(({ isBad }) => !isBad).length]
    const lacks = { defaults: Math.max(0, FEWEST_DEFAULTS - bad), others: Math.max(0, FEWEST_GOODS - good) }
    const value = lacks.defaults + lacks.others > 0 ? null : compute(bad, good)
    return value === null ? { value: null, lacks } : { value, lacks: null }
  }
  const foretold = observed.flatMap(({ grade, isBad }) => (grade === null || expected?.[grade] === undefined ? [] : [{ foretold: expected[grade] / 10_000, isBad }]))
  const lines = grades.map((grade) => gradeLine(grade, observed.filter((one) => one.grade === grade), expected?.[grade]))
  return {
    cases: observed.length, bads,
    auc: figure(scored, (bad, good) => {
      const value = auc(scored)
      return value === null ? null : { value, interval: aucInterval(value, bad, good) }
    }),
    ks: figure(scored, (bad, good) => {
      const value = ks(scored)
      return value === null ? null : { value, floor: ksFloor(bad, good) }
    }),
    brier: figure(foretold.length === 0 ? observed : foretold, () => brier(foretold)), grades: lines, unrated: tally(observed.filter(({ grade }) => grade === null)), reversals: reversals(lines),
    indicators: [...new Set(observed.flatMap(({ bands }) => Object.keys(bands)))].sort().map((code) => {
      const rows = observed.filter(({ bands }) => Object.hasOwn(bands, code))
      const banded = [...Map.groupBy(rows, ({ bands }) => bands[code] ?? null)].map(([band, some]) => ({ band, cases: some.length, bads: some.filter(({ isBad }) => isBad).length }))
        .sort((a, b) => (a.band === null || b.band === null ? Number(a.band === null) - Number(b.band === null) : a.band.localeCompare(b.band, 'en', { numeric: true })))
      return { code, rows: banded, iv: figure(rows, () => informationValue(banded.map((row) => row.cases - row.bads), banded.map((row) => row.bads))) }
    }),
    overrides: (['up', 'down'] as const).map((direction) => {
      const some = observed.filter((one) => moved(one) === direction)
      return { direction, cases: some.length, bads: some.filter(({ isBad }) => isBad).length }
    }),
  }
}

function gradeLine(grade: Grade, rows: readonly Observed[], basisPoints: number | undefined): GradeLine {
  const line = tally(rows)
  const expected = basisPoints === undefined ? null : basisPoints / 10_000
  return {
    grade, ...line, expected,
    p: expected === null || line.cases === 0 ? null : binomialTest(line.bads, line.cases, expected),
  }
}

function tally(rows: readonly Observed[]): Report['unrated'] {
  const bads = rows.filter(({ isBad }) => isBad).length
  return { cases: rows.length, bads, interval: rateInterval(bads, rows.length) }
}

function moved({ grade, computedGrade }: Observed): 'up' | 'down' | null {
  if (grade === null || computedGrade === null || grade === computedGrade) return null
  return GRADES.indexOf(grade) < GRADES.indexOf(computedGrade) ? 'up' : 'down'
}

/** Parties on either side below which a shift of grades says nothing: its noise line would lie above any real shift. */
export const FEWEST_COMPARED = 10

export type Drift = {
  readonly before: readonly number[]; readonly after: readonly number[]
  readonly psi: number | null; readonly noise: { readonly mean: number; readonly line: number }
  readonly matrix: readonly (readonly number[])[]; readonly moves: { readonly stayed: number; readonly better: number; readonly worse: number }
}

/**
 * How the book has shifted between two moments: the grades of all rated then and now, PSI over those grades beside what it
 * shows when nothing has changed, and where those rated both times went.
 */
export function driftOf(grades: readonly Grade[], before: ReadonlyMap<number, Grade>, after: ReadonlyMap<number, Grade>): Drift {
  const count = (some: ReadonlyMap<number, Grade>) => grades.map((grade) => [...some.values()].filter((one) => one === grade).length)
  const [was, is] = [count(before), count(after)]
  const matrix = migrationMatrix(grades, [...before].flatMap(([partyId, grade]) => (after.has(partyId) ? [{ before: grade, after: after.get(partyId)! }] : [])))
  const used = grades.filter((_grade, index) => was[index]! > 0 || is[index]! > 0).length
  return {
    before: was, after: is, psi: Math.min(before.size, after.size) < FEWEST_COMPARED ? null : psi(was, is), matrix, moves: movement(matrix),
    noise: before.size === 0 || after.size === 0 ? { mean: 0, line: 0 } : psiNoise(used, before.size, after.size),
  }
}
