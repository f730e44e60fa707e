import { type Cell, lineOf } from '../../parties/import-values.ts'
import type { FormLine, Sheet, StatementFormat } from '../form.ts'
import { lineAt } from '../forms.ts'
import { parseAmount, type Unit } from '../units.ts'
import { type ColumnMeaning, isNameHeading, meaningOf, periodNamed, sheetNamed, unitNamed } from './headings.ts'
import { type Match, matchesOf } from './names.ts'
import type { ImportProblem } from './problems.ts'

export type SourceRow = { readonly row: number; readonly cells: readonly Cell[]; readonly isReadable: boolean }
/** A sheet of a workbook, a CSV file, or a block from the clipboard. */
export type SourceSheet = { readonly name: string | null; readonly rows: readonly SourceRow[] }

export type Problem = { problem: ImportProblem; sheetName: string | null; row: number; name: string; cells: string[] }
/** A figure where it was found. */
export type Entry = {
  sheet: Sheet; line: FormLine; sense: Match['sense']
  meaning: ColumnMeaning
  /** What “this year” is where it stands; null where nothing says so. */
  periodEnd: string | null
  fen: number
  at: Omit<Problem, 'problem'>
}
export type Walk = { entries: Entry[]; problems: Problem[]; unit: Unit | null; rows: number }

export type WalkOptions = {
  readonly format: StatementFormat
  /** Goes before what the file says. */
  readonly unit: Unit | null
  /** Where neither says it. */
  readonly unitElse: Unit
  /** Where names belong that nobody knows: `balance:8` or `skip`. */
  readonly names: Readonly<Record<string, string>>
}

/** Rows in which it is looked for what the columns are. */
const MOST_LOOKED_AT = 60

type Block = { name: number; values: { column: number; meaning: ColumnMeaning }[]; lastLine: number }
type State = { sheet: Sheet | 'none' | null; blocks: Block[]; unit: Unit | null; periodEnd: string | null; headedAt: number }

/** Goes down a sheet: titles and headings say what the figures below them are, names say which line they are. */
export function walkSheet(source: SourceSheet, options: WalkOptions): Walk {
  const walk: Walk = { entries: [], problems: [], unit: null, rows: 0 }
  const title = source.name ?? ''
  const state: State = { sheet: sheetNamed(title), blocks: [], unit: null, periodEnd: periodNamed(title), headedAt: -1 }
  for (const [index, row] of source.rows.entries()) {
    if (readHeading(row, state, index) || readTitle(row, state)) continue
    if (state.sheet === 'none') continue
    if (state.blocks.length === 0) state.blocks = guessBlocks(untilNext(source.rows.slice(index), state.sheet), options.format)
    for (const block of state.blocks) readFigures(row, block, { source, state, options, walk })
  }
  walk.unit ??= state.unit
  return walk
}

/** A row of headings begins new columns; one right under it may say more of them (年 above 期末 and 年初). */
function readHeading(row: SourceRow, state: State, index: number): boolean {
  const names = row.cells.flatMap((cell, column) => (isNameHeading(cell) ? [column] : []))
  const meanings = row.cells.map(meaningOf)
  if (names.length === 0) {
    if (index !== state.headedAt + 1 || state.headedAt < 0 || !meanings.some(Boolean)) return false
    if (state.blocks.some((block) => lineOf(row.cells[block.name] ?? null) !== '')) return false
    for (const block of state.blocks) for (const value of block.values) value.meaning = meanings[value.column] ?? value.meaning
    return true
  }
  const blocks = names.map((name, order) => ({
    name, lastLine: 0,
    values: meanings.flatMap((meaning, column) => (meaning && column > name && column < (names[order + 1] ?? Infinity) ? [{ column, meaning }] : [])),
  }))
  if (!blocks.some(({ values }) => values.length > 0)) return false
  state.blocks = blocks
  state.headedAt = index
  const texts = row.cells.map(lineOf)
  if (texts.some((text) => text.replaceAll(/\s/gu, '').startsWith('资产'))) state.sheet = 'balance'
  state.unit = texts.map(unitNamed).find((unit) => unit !== null) ?? state.unit
  return true
}

/** A row without figures may be a title, and say the statement, the year and the unit of what follows. */
function readTitle(row: SourceRow, state: State): boolean {
  const texts = row.cells.map((cell) => (typeof cell === 'number' ? '' : lineOf(cell))).filter((text) => text !== '')
  if (row.cells.some((cell) => typeof cell === 'number' && !/^(?:19|20)\d{2}$/.test(String(cell)))) return false
  const text = texts.join(' ')
  const [sheet, unit] = [sheetNamed(text), unitNamed(text)]
  if (texts.length > 6 || (sheet === null && unit === null && !/年|\d{4}[-./]/u.test(text))) return false
  const isTitle = sheet !== null || unit !== null || /^(?:编制单位|会计期间|所属期|日期|报告期)/u.test(text) || /^\d{4}年?[\d年月日./-]*度?$/u.test(text.replaceAll(/\s/gu, ''))
  if (!isTitle) return false
  if (sheet !== null && sheet !== state.sheet) Object.assign(state, { sheet, blocks: [], headedAt: -1 })
  state.unit = unit ?? state.unit
  state.periodEnd = periodNamed(text) ?? state.periodEnd
  return true
}

/** The rows of one statement: up to the title or the headings of the next. Its numbers and figures begin anew and say nothing of these. */
function untilNext(rows: readonly SourceRow[], sheet: State['sheet']): readonly SourceRow[] {
  const next = rows.findIndex((row, index) => index > 0 && beginsAnother(row, sheet))
  return rows.slice(0, Math.min(next < 0 ? MOST_LOOKED_AT : next, MOST_LOOKED_AT))
}

function beginsAnother({ cells }: SourceRow, sheet: State['sheet']): boolean {
  if (cells.some(isNameHeading) && cells.some(meaningOf)) return true
  const named = sheetNamed(cells.map((cell) => lineOf(cell)).join(' '))
  return named !== null && named !== sheet
}

/**
 * Columns of a block without headings: the names stand where the known ones are; the first column of figures behind them is
 * this year's, the second that of the year before. A column that counts the lines is none.
 */
function guessBlocks(near: readonly SourceRow[], format: StatementFormat): Block[] {
  const width = Math.max(0, ...near.map(({ cells }) => cells.length))
  const known = (column: number) => near.filter(({ cells }) => matchesOf(format, lineOf(cells[column] ?? null)).length > 0).length
  const names = Array.from({ length: width }, (_unused, column) => column).filter((column) => known(column) >= Math.min(2, near.length))
  return names.map((name, order) => {
    const columns = Array.from({ length: (names[order + 1] ?? width) - name - 1 }, (_unused, step) => name + 1 + step)
    const lines = near.map(({ cells }) => matchesOf(format, lineOf(cells[name] ?? null)).map(({ line }) => line.number))
    const figures = columns.filter((column) => isFigures(near.map(({ cells }) => cells[column] ?? null), lines))
    const meanings = [{ of: 'current' }, { of: 'prior' }] as const
    return { name, lastLine: 0, values: figures.slice(0, 2).map((column, index) => ({ column, meaning: meanings[index]! })) }
  })
}

/** Whether cells are amounts, and not the numbers of the lines: those that the form has, or whole and rising, begun again at 1 where a statement follows without its title. */
function isFigures(cells: readonly Cell[], lines: readonly (readonly number[])[]): boolean {
  const amounts = cells.map((cell) => parseAmount(plain(cell), 'yuan'))
  const numbers = amounts.flatMap((amount, row) => (typeof amount === 'number' ? [{ fen: amount, lines: lines[row]! }] : []))
  if (numbers.length === 0 || numbers.length < amounts.filter((amount) => amount !== null).length / 2) return false
  if (numbers.length > 1 && numbers.every(({ fen, lines }) => lines.includes(fen / 100))) return false
  const follows = (fen: number, index: number) => index === 0 || fen > numbers[index - 1]!.fen || fen === 100
  return !(numbers.length > 2 && numbers.every(({ fen }, index) => fen % 100 === 0 && fen > 0 && fen <= 9900 && follows(fen, index)))
}

/** A cell as an amount may be read from it; a day or a truth is none. */
const plain = (cell: Cell): string | number | null => (typeof cell === 'number' || cell === null ? cell : lineOf(cell))

type Reading = { source: SourceSheet; state: State; options: WalkOptions; walk: Walk }

function readFigures(row: SourceRow, block: Block, { source, state, options, walk }: Reading): void {
  const name = lineOf(row.cells[block.name] ?? null)
  const cells = block.values.map(({ column }) => row.cells[column] ?? null)
  if (cells.every((cell) => lineOf(cell) === '')) return
  walk.rows++
  const at = { sheetName: source.name, row: row.row, name, cells: [name, ...cells.map(lineOf)] }
  const refuse = (problem: ImportProblem) => void walk.problems.push({ problem, ...at })
  if (!row.isReadable) return refuse('row-unreadable')
  const unit = options.unit ?? state.unit ?? options.unitElse
  const amounts = cells.map((cell) => parseAmount(plain(cell), unit))
  if (amounts.every((amount) => amount === null)) return
  const match = matchIn(name, block, state, options)
  if (match === 'skip') return
  // Words under the figures (制表人, 会计主管) are no figures of an unknown line.
  if (match === null) return amounts.some((amount) => typeof amount === 'number') ? refuse('name-unknown') : undefined
  if (amounts.includes(undefined)) return refuse('amount-unreadable')
  if (match.sense === 'same') block.lastLine = match.line.number
  for (const [index, fen] of amounts.entries()) {
    if (fen !== null && fen !== undefined) walk.entries.push({ sheet: match.sheet, line: match.line, sense: match.sense, meaning: block.values[index]!.meaning, periodEnd: state.periodEnd, fen, at })
  }
}

/** The line a name means here: on the statement that is being read, and of lines of one name the next one. */
function matchIn(name: string, block: Block, state: State, { format, names }: WalkOptions): Match | 'skip' | null {
  const told = names[name]
  if (told === 'skip') return 'skip'
  if (told !== undefined) {
    const [sheet, number] = told.split(':') as [Sheet, string]
    const line = lineAt(format, sheet, Number(number))
    return line ? { sheet, line, sense: 'added' } : null
  }
  const matches = matchesOf(format, name)
  const here = state.sheet === null ? matches : matches.filter(({ sheet }) => sheet === state.sheet)
  const found = here.find(({ line }) => line.number > block.lastLine) ?? here[0] ?? null
  if (found && state.sheet === null && here.every(({ sheet }) => sheet === found.sheet)) block.lastLine = 0
  return found
}
