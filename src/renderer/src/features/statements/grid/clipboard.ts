import { COLUMNS, type Column, type Sheet } from '../../../../../shared/rules/statements/form.ts'
import { amountAt, type Figures } from '../../../../../shared/rules/statements/forms.ts'
import { unitNamed } from '../../../../../shared/rules/statements/import/headings.ts'
import { matchesOf } from '../../../../../shared/rules/statements/import/names.ts'
import { readStatements } from '../../../../../shared/rules/statements/import/read.ts'
import type { StatementSet } from '../../../../../shared/rules/statements/check.ts'
import { formatAmount, parseAmount, type Unit } from '../../../../../shared/rules/statements/units.ts'
import type { Cell, Change, Row } from './model.ts'

/** The titles by which a table of a statement is known. */
const TITLES: Readonly<Record<Sheet, string>> = { balance: '资产负债表', income: '利润表', cash: '现金流量表' }

/** What spreadsheets put on the clipboard: rows by line, cells by tab, a cell with breaks or tabs in quotation marks. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/gy
  const plain = text.replace(/\r?\n$/u, '')
  while (cells.lastIndex <= plain.length) {
    const [, quoted, bare] = cells.exec(plain) ?? []
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
    const end = plain.slice(cells.lastIndex).match(/^(\t|\r\n|\n|\r)/u)?.[0]
    if (end === undefined) break
    cells.lastIndex += end.length
    if (end !== '\t') rows.push([])
  }
  return rows
}

export type Pasted = {
  changes: Change[]
  /** Lines found by their names; null: the figures were put where the cursor stood. */
  byName: number | null
  skipped: number
  unknown: string[]
  /** The unit that the block says itself, where it is not the grid's: its amounts were taken in it. */
  unit: Unit | null
  /** The block says of itself that it is of another period: nothing was taken. */
  otherPeriod: string | null
}

type Target = { sheet: Sheet; set: StatementSet; periodEnd: string; rows: readonly Row[]; active: Cell }

/**
 * A block from a spreadsheet. With names beside the figures each goes to the line of its name, whatever sheet it stands on;
 * figures alone are put down from the cursor, and blank rows over captions are passed over.
 */
export function readPaste(text: string, target: Target): Pasted {
  const block = parseBlock(text)
  const named = block.filter((cells) => cells.some((cell) => matchesOf(target.set.format, cell).length > 0)).length
  return named > 0 ? byName(block, target) : byPlace(block, target)
}

function byName(block: readonly string[][], { sheet, set, periodEnd }: Target): Pasted {
  const rows = block.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell || null), isReadable: true }))
  const read = (name: string | null) =>
    readStatements([{ name, rows }], { format: set.format, unit: null, unitElse: set.unit, periodEnd, names: {}, fileName: null })
  // Names that several sheets have go to the one in sight, unless the block is of another.
  const [here, anywhere] = [read(TITLES[sheet]), read(null)]
  const found = [here, anywhere].reduce((best, one) => (size(one) > size(best) ? one : best))
  const lines = found.sets.find((one) => one.periodEnd === periodEnd)?.lines ?? []
  return {
    changes: lines.flatMap((line) => COLUMNS.flatMap((column) => (line[column] === null ? [] : [{ sheet: line.sheet, line: line.line, column, fen: line[column] }]))),
    byName: lines.length, skipped: 0, unknown: found.problems.map(({ name }) => name),
    unit: found.unitSaid === set.unit ? null : found.unitSaid, otherPeriod: lines.length === 0 ? found.sets[0]?.periodEnd ?? null : null,
  }
}
const size = ({ sets, problems }: ReturnType<typeof readStatements>) => sets.reduce((sum, { lines }) => sum + lines.length, 0) - problems.length

/** Figures alone may have a line over them that says their unit; it is not put down. */
function byPlace(pastedBlock: readonly string[][], { sheet, set, rows, active }: Target): Pasted {
  const unit = pastedBlock.flat().map(unitNamed).find((one) => one !== null) ?? null
  const saysUnit = (cells: readonly string[]) => cells.some((cell) => unitNamed(cell) !== null) && cells.every((cell) => typeof parseAmount(cell, set.unit) !== 'number')
  const block = pastedBlock.filter((cells) => !saysUnit(cells))
  const start = rows.findIndex((row) => row.kind === 'line' && row.line.number === active.line)
  const drawn = rows.slice(start, start + block.length)
  const withCaptions = drawn.some(({ kind }) => kind === 'caption') && drawn.every((row, index) => row.kind === 'line' || block[index]!.every((cell) => cell === ''))
  const under = withCaptions ? drawn : rows.slice(start).filter(({ kind }) => kind === 'line')
  const columns = COLUMNS.slice(COLUMNS.indexOf(active.column))
  const pasted: Pasted = { changes: [], byName: null, skipped: 0, unknown: [], unit: unit === set.unit ? null : unit, otherPeriod: null }
  for (const [index, cells] of block.entries()) {
    const row = under[index]
    if (!row) pasted.skipped += cells.filter((cell) => cell !== '').length
    if (row?.kind !== 'line') continue
    for (const [offset, cell] of cells.entries()) {
      const column: Column | undefined = columns[offset]
      const fen = parseAmount(cell, unit ?? set.unit)
      if (column === undefined || fen === undefined) pasted.skipped++
      else pasted.changes.push({ sheet, line: row.line.number, column, fen })
    }
  }
  return pasted
}

/** A rectangle of the grid as spreadsheets take it. */
export const blockOf = (figures: Figures, sheet: Sheet, unit: Unit, cells: readonly (readonly Cell[])[]): string =>
  cells.map((row) => row.map(({ line, column }) => {
    const fen = amountAt(figures, sheet, line, column)
    return fen === null ? '' : formatAmount(fen, unit).replaceAll(',', '')
  }).join('\t')).join('\n')
