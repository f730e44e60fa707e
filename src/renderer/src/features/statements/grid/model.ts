import type { Check, StatementSet } from '../../../../../shared/rules/statements/check.ts'
import { COLUMNS, type Caption, type Column, type FormLine, type Sheet, SHEETS, type StatementFormat } from '../../../../../shared/rules/statements/form.ts'
import { amountAt, type Amounts, type Figures, forms, placeOf, type StatementLine } from '../../../../../shared/rules/statements/forms.ts'

export type Row = { readonly kind: 'caption'; readonly caption: Caption } | { readonly kind: 'line'; readonly line: FormLine }
export type Cell = { readonly line: number; readonly column: Column }
export type Change = Cell & { readonly sheet: Sheet; readonly fen: number | null }

/** A form as it is drawn: captions between the lines. */
export function rowsOf(format: StatementFormat, sheet: Sheet): Row[] {
  const { lines, captions } = forms[format][sheet]
  return lines.flatMap((line): Row[] => {
    const caption = captions.find(({ before }) => before === line.number)
    return caption ? [{ kind: 'caption', caption }, { kind: 'line', line }] : [{ kind: 'line', line }]
  })
}

export function withChanges(figures: Figures, changes: readonly Change[]): Figures {
  const next = new Map<string, Amounts>(figures)
  for (const { sheet, line, column, fen } of changes) {
    const at = placeOf(sheet, line)
    next.set(at, { ...(next.get(at) ?? { current: null, prior: null }), [column]: fen })
  }
  return next
}

/** Lines as they are saved: those with a figure. */
export const linesOf = (figures: Figures): StatementLine[] =>
  [...figures].flatMap(([at, { current, prior }]) => {
    const [sheet, line] = at.split(':') as [Sheet, string]
    return current === null && prior === null ? [] : [{ sheet, line: Number(line), current, prior }]
  })

export const sameFigures = (one: Figures, two: Figures): boolean => {
  const places = new Set([...one.keys(), ...two.keys()])
  return [...places].every((at) => COLUMNS.every((column) => (one.get(at)?.[column] ?? null) === (two.get(at)?.[column] ?? null)))
}

/** The cells of a rectangle between two, line by line. */
export function cellsBetween(from: Cell, to: Cell): Cell[][] {
  const columns = COLUMNS.slice(...span(COLUMNS.indexOf(from.column), COLUMNS.indexOf(to.column)))
  const [first, end] = span(from.line, to.line)
  return Array.from({ length: end - first }, (_unused, step) => columns.map((column) => ({ line: first + step, column })))
}
const span = (one: number, two: number): [number, number] => [Math.min(one, two), Math.max(one, two) + 1]

/** What a total comes to by its parts; null where no part is filled. */
export function sumAt(checks: readonly Check[], sheet: Sheet, { line, column }: Cell): number | null {
  return checks.find((check) => check.key === `sum:${sheet}:${line}:${column}`)?.expectedFen ?? null
}

/** Every blank total of which a part is filled, or a part of a part, with what its parts come to. */
export function missingTotals(set: StatementSet): Change[] {
  return SHEETS.flatMap((sheet) => COLUMNS.flatMap((column) => {
    const { lines } = forms[set.format][sheet]
    const found = new Map<number, number>()
    const valueOf = (number: number): number | null => {
      const line = lines[number - 1]!
      const given = amountAt(set.figures, sheet, number, column)
      if (given !== null || line.sums.length === 0 || line.isOptional) return given
      const parts = line.sums[0]!.map((part) => ({ sign: Math.sign(part), fen: valueOf(Math.abs(part)) }))
      if (parts.every(({ fen }) => fen === null)) return null
      const sum = parts.reduce((sum, { sign, fen }) => sum + sign * (fen ?? 0), 0)
      found.set(number, sum)
      return sum
    }
    for (const { number } of lines) valueOf(number)
    return [...found].map(([line, fen]) => ({ sheet, line, column, fen }))
  }))
}
