import type { Column, Form, FormLine, Sheet, StatementFormat } from './form.ts'
import { general } from './general.ts'
import { small } from './small.ts'

export const forms: Readonly<Record<StatementFormat, Readonly<Record<Sheet, Form>>>> = { small, general }

const BY_CODE = new Map<string, FormLine>()
for (const [format, sheets] of Object.entries(forms)) {
  for (const [sheet, form] of Object.entries(sheets)) for (const line of form.lines) BY_CODE.set(`${format}:${sheet}:${line.code}`, line)
}

export const lineAt = (format: StatementFormat, sheet: Sheet, number: number): FormLine | undefined => forms[format][sheet].lines[number - 1]

/** The line that means this in a format; undefined where the format has none. */
export const lineByCode = (format: StatementFormat, sheet: Sheet, code: string): FormLine | undefined => BY_CODE.get(`${format}:${sheet}:${code}`)

/** A line's two amounts in fen; null where the paper is blank. */
export type Amounts = { readonly current: number | null; readonly prior: number | null }
export type StatementLine = { readonly sheet: Sheet; readonly line: number } & Amounts
/** The lines of a set by `balance:30`; a line that is not there is blank. */
export type Figures = ReadonlyMap<string, Amounts>

export const placeOf = (sheet: Sheet, line: number): string => `${sheet}:${line}`

export function figuresOf(lines: readonly StatementLine[]): Map<string, Amounts> {
  return new Map(lines.map(({ sheet, line, current, prior }) => [placeOf(sheet, line), { current, prior }]))
}

export const amountAt = (figures: Figures, sheet: Sheet, line: number, column: Column): number | null => figures.get(placeOf(sheet, line))?.[column] ?? null

/** What a line of this meaning says; null where it is blank or the format has no such line. */
export function amountOf(format: StatementFormat, figures: Figures, sheet: Sheet, code: string, column: Column): number | null {
  const line = lineByCode(format, sheet, code)
  return line ? amountAt(figures, sheet, line.number, column) : null
}

/** Whether a sheet has any figure in a column. What a blank line of it says: `known.ts`. */
export function isGiven(format: StatementFormat, figures: Figures, sheet: Sheet, column: Column): boolean {
  return forms[format][sheet].lines.some((line) => amountAt(figures, sheet, line.number, column) !== null)
}

/** Where a figure stands, as the source of a fact names it: `balance:30`, and `balance:30/prior` for the column of the year before. */
export const sourceLine = (sheet: Sheet, line: number, column: Column): string => (column === 'current' ? placeOf(sheet, line) : `${placeOf(sheet, line)}/prior`)

export function parseSourceLine(text: string): { sheet: Sheet; line: number; column: Column } | null {
  const parts = /^(balance|income|cash):(\d{1,2})(\/prior)?$/.exec(text)
  return parts ? { sheet: parts[1] as Sheet, line: Number(parts[2]), column: parts[3] ? 'prior' : 'current' } : null
}
