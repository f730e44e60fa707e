import { FORMATS, type Sheet, SHEETS, type StatementFormat } from '../form.ts'
import { placeOf, type StatementLine } from '../forms.ts'
import { isAnnual, openingOf, yearBeforeOf } from '../period.ts'
import type { Unit } from '../units.ts'
import { periodNamed } from './headings.ts'
import { type Entry, type Problem, type SourceSheet, walkSheet, type Walk, type WalkOptions } from './walk.ts'

export type ReadSet = { periodEnd: string; lines: StatementLine[] }
export type ReadStatements = { format: StatementFormat; unit: Unit; /** As the tables say it themselves. */ unitSaid: Unit | null; sets: ReadSet[]; rows: number; problems: Problem[] }

export type ReadOptions = {
  readonly format: StatementFormat | null
  readonly unit: Unit | null
  /** Where neither that nor the tables say it: yuan. */
  readonly unitElse?: Unit
  /** What “this year” is where the sheets do not say it. */
  readonly periodEnd: string | null
  readonly names: Readonly<Record<string, string>>
  /** May name the year, where nothing else does. */
  readonly fileName: string | null
}

/**
 * Statements out of tables: of one year or several, on one sheet or many, sheets side by side, years as columns. What cannot
 * be placed is told row by row; the rest is taken.
 */
export function readStatements(sources: readonly SourceSheet[], options: ReadOptions): ReadStatements {
  const { unitElse = 'yuan' } = options
  const walks = (options.format ? [options.format] : FORMATS).map((format) => ({ format, walk: walkAll(sources, { format, unit: options.unit, unitElse, names: options.names }) }))
  // The form that knows more of the names, by the names it prints itself.
  const own = ({ walk }: (typeof walks)[number]) => walk.entries.filter(({ sense, line, at }) => sense === 'same' && at.name.includes(line.name.slice(0, 4))).length - walk.problems.length
  const { format, walk } = walks.reduce((best, one) => (own(one) > own(best) ? one : best))
  const fallback = options.periodEnd ?? (options.fileName === null ? null : periodNamed(options.fileName))
  const { sets, problems } = gather(walk, fallback)
  return {
    format, unit: options.unit ?? walk.unit ?? unitElse, unitSaid: walk.unit, sets, rows: walk.rows,
    problems: [...walk.problems, ...problems],
  }
}

function walkAll(sources: readonly SourceSheet[], options: WalkOptions): Walk {
  const walks = sources.map((source) => walkSheet(source, options))
  return {
    entries: walks.flatMap(({ entries }) => entries), problems: walks.flatMap(({ problems }) => problems),
    unit: walks.map(({ unit }) => unit).find((unit) => unit !== null) ?? null, rows: walks.reduce((sum, { rows }) => sum + rows, 0),
  }
}

type Cell = { fen: number; sense: Entry['sense'] }
type Filled = Map<string, { sheet: Sheet; line: number; current: Cell | null; prior: Cell | null }>

/** Entries to their years and columns; what says a line twice is refused, the first is kept. */
function gather(walk: Walk, fallback: string | null): { sets: ReadSet[]; problems: Problem[] } {
  const years = new Map<string, Filled>()
  const problems: Problem[] = []
  for (const entry of walk.entries) {
    const place = whereOf(entry, fallback)
    if (!place) {
      problems.push({ problem: 'period-unknown', ...entry.at })
      continue
    }
    const filled = years.get(place.periodEnd) ?? new Map()
    years.set(place.periodEnd, filled)
    if (!put(filled, entry, place.column)) problems.push({ problem: 'line-twice', ...entry.at })
  }
  const comparedOnly = new Set([...years.keys()].flatMap((periodEnd) => onlyBeside(periodEnd, years)))
  for (const [periodEnd, filled] of years) fillPrior(filled, { balance: years.get(openingOf(periodEnd)), income: years.get(yearBeforeOf(periodEnd)), cash: years.get(yearBeforeOf(periodEnd)) })
  const sets = [...years].filter(([periodEnd]) => !comparedOnly.has(periodEnd)).map(([periodEnd, filled]) => ({
    periodEnd, lines: [...filled.values()].map(({ sheet, line, current, prior }) => ({ sheet, line, current: current?.fen ?? null, prior: prior?.fen ?? null })),
  }))
  // A year of which only the column before another's is known is no set of its own.
  const withFigures = sets.filter(({ lines }) => lines.some(({ current }) => current !== null))
  return { sets: withFigures.toSorted((one, two) => two.periodEnd.localeCompare(one.periodEnd)), problems: once(problems) }
}

function whereOf({ meaning, periodEnd }: Entry, fallback: string | null): { periodEnd: string; column: 'current' | 'prior' } | null {
  if (meaning.of === 'end') return { periodEnd: meaning.periodEnd, column: 'current' }
  const end = periodEnd ?? fallback
  return end === null ? null : { periodEnd: end, column: meaning.of }
}

/** Whether the figure found its place; a line that says another amount a second time does not. */
function put(filled: Filled, entry: Entry, column: 'current' | 'prior'): boolean {
  const at = placeOf(entry.sheet, entry.line.number)
  const line = filled.get(at) ?? { sheet: entry.sheet, line: entry.line.number, current: null, prior: null }
  filled.set(at, line)
  const there = line[column]
  const { sense, fen } = entry
  if (there?.sense === 'same' && sense === 'same') return there.fen === fen
  if (!there) line[column] = { fen, sense }
  else if (COUNTED[sense].includes(there.sense)) line[column] = { fen: there.fen + fen, sense: there.sense === 'same' ? 'same' : sense }
  else if (REPLACED[sense].includes(there.sense)) line[column] = { fen, sense }
  return true
}

type Senses = Readonly<Record<Entry['sense'], readonly Entry['sense'][]>>
/** What is there already and is added to; what is there and gives way; anything else that is there stays. */
const COUNTED: Senses = { same: ['added', 'before'], added: ['same', 'added', 'before', 'parts', 'whole'], before: ['added', 'before', 'parts'], parts: ['added', 'before', 'parts'], whole: [] }
const REPLACED: Senses = { same: ['parts', 'whole'], added: [], before: ['whole'], parts: ['whole'], whole: [] }

/** What an interim set is shown beside: the balances that its year opened with, and the flows of the same months a year before, are no sets of their own. */
function onlyBeside(periodEnd: string, years: ReadonlyMap<string, Filled>): string[] {
  if (isAnnual(periodEnd)) return []
  const has = (end: string, ofBalance: boolean) => [...(years.get(end)?.values() ?? [])].some(({ sheet, current }) => current !== null && (sheet === 'balance') === ofBalance)
  const [opening, sameMonths] = [openingOf(periodEnd), yearBeforeOf(periodEnd)]
  return [...(has(periodEnd, true) && !has(opening, false) ? [opening] : []), ...(has(periodEnd, false) && !has(sameMonths, true) ? [sameMonths] : [])]
}

/** Periods beside each other: the column of the year before is that year's own, where the sheet gives no other. */
function fillPrior(filled: Filled, before: Readonly<Record<Sheet, Filled | undefined>>): void {
  for (const sheet of SHEETS) {
    const lines = [...filled.values()].filter((line) => line.sheet === sheet)
    if (lines.length === 0 || lines.some(({ prior }) => prior !== null)) continue
    for (const [at, earlier] of before[sheet] ?? []) {
      if (earlier.sheet !== sheet || !earlier.current) continue
      const line = filled.get(at) ?? { sheet, line: earlier.line, current: null, prior: null }
      filled.set(at, { ...line, prior: earlier.current })
    }
  }
}

/** A row is told once, however many columns it has. */
function once(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ problem, sheetName, row, name }) => {
    const key = `${problem}:${sheetName ?? ''}:${row}:${name}`
    return seen.has(key) ? false : (seen.add(key), true)
  })
}
