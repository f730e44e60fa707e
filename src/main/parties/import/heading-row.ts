import { AppError } from '../../../shared/errors.ts'
import { lineOf } from '../../../shared/rules/parties/import-values.ts'
import type { TableRow } from './table.ts'

/** Headings may stand under a title or two. */
const HEADING_WITHIN = 20
const MOST_EXAMPLES = 3

/**
 * The row among the first twenty whose cells name most fields, by what `match` makes of them; a cell without words is called
 * by its place. Refuses a table without rows (`empty-file`).
 */
export function headingRow<Columns extends { readonly fields: readonly string[] }>(rows: readonly TableRow[], match: (headings: string[]) => Columns): { index: number; headings: string[]; columns: Columns } {
  const candidates = rows.slice(0, HEADING_WITHIN).map(({ cells }, index) => {
    const headings = cells.map((cell, column) => lineOf(cell) || `(${column + 1})`)
    const columns = match(headings)
    return { index, headings, columns, score: columns.fields.filter((field) => field !== 'skip').length }
  })
  if (candidates.length === 0) throw new AppError('empty-file')
  return candidates.reduce((best, candidate) => (candidate.score > best.score ? candidate : best))
}

/** A few different values of each column. */
export function examplesOf(rows: readonly TableRow[], columns: number): string[][] {
  return Array.from({ length: columns }, (_unused, column) =>
    [...new Set(rows.slice(0, 50).map(({ cells }) => lineOf(cells[column] ?? null).slice(0, 100)).filter((text) => text !== ''))].slice(0, MOST_EXAMPLES))
}
