/*
 * The three statements as the national forms have them. A form is data: its lines in order, what each line adds up to, and
 * which line is a part of which. Lines are known by sheet and number (行次); the code says what a line means, so that the
 * same thing is found in both formats.
 */

/** 小企业会计准则 (财会〔2011〕17号) and 企业会计准则, 一般企业 (财会〔2019〕6号). */
export const FORMATS = ['small', 'general'] as const
export type StatementFormat = (typeof FORMATS)[number]

/** Balance sheet, income statement, cash-flow statement. */
export const SHEETS = ['balance', 'income', 'cash'] as const
export type Sheet = (typeof SHEETS)[number]

/** `current`: 期末余额 or 本年金额; `prior`: 年初余额 or 上年金额. */
export const COLUMNS = ['current', 'prior'] as const
export type Column = (typeof COLUMNS)[number]

export type LineKind =
  /** A figure that sums count. */
  | 'item'
  /** 其中: a part of another line that no sum counts. */
  | 'memo'
  /** What others add up to. */
  | 'total'

export type FormLine = {
  readonly number: number
  readonly code: string
  /** As printed, without 加, 减, 其中 and the ordinal before it. */
  readonly name: string
  /** What is printed before the name: 减：, 其中：, 一、. */
  readonly lead: string
  readonly kind: LineKind
  readonly depth: 0 | 1 | 2
  /** May be below zero without being strange (“损失以“-”号填列”, net sums, equity). */
  readonly isSigned: boolean
  /** The line that a memo is a part of. */
  readonly partOf: number | null
  /** Whether the memos of a line together cannot be more than it. */
  readonly isBounded: boolean
  /** What a total is made of: line numbers, negative where the line is taken off. Further ways to the same total follow. */
  readonly sums: readonly (readonly number[])[]
  /** A total that companies often leave blank: that it is not filled in is no fault. */
  readonly isOptional: boolean
}

/** A caption without a figure, printed before the line of that number (流动资产：). */
export type Caption = { readonly before: number; readonly code: string; readonly name: string }
export type Form = { readonly lines: readonly FormLine[]; readonly captions: readonly Caption[] }

type Options = Partial<Pick<FormLine, 'lead' | 'depth' | 'isSigned' | 'isOptional' | 'isBounded'>>
const base = (number: number, code: string, name: string) =>
  ({ number, code, name, lead: '', kind: 'item', depth: 1, isSigned: false, partOf: null, isBounded: false, sums: [], isOptional: false }) as const

export const item = (number: number, code: string, name: string, options: Options = {}): FormLine => ({ ...base(number, code, name), ...options })
/** An item that may be below zero. */
export const signed = (number: number, code: string, name: string, options: Options = {}): FormLine => item(number, code, name, { isSigned: true, ...options })
/** 其中. `isBounded`: with the other memos of the same line it is at most that line. */
export const memo = (number: number, code: string, name: string, partOf: number, options: Options = {}): FormLine =>
  ({ ...base(number, code, name), kind: 'memo', depth: 2, partOf, isBounded: true, ...options })
export const total = (number: number, code: string, name: string, sums: readonly (readonly number[])[], options: Options = {}): FormLine =>
  ({ ...base(number, code, name), kind: 'total', depth: 0, isSigned: true, sums, ...options })
/** Line numbers from … to …, both inclusive. */
export const lines = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step)
export const caption = (before: number, code: string, name: string): Caption => ({ before, code, name })
