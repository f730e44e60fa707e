/** Why a row of a file is not taken. */
export const IMPORT_PROBLEMS = [
  /** No line of the form is called that. */
  'name-unknown',
  'amount-unreadable',
  /** The line has been filled already, with another amount. */
  'line-twice',
  /** Nothing says of which year the figures are. */
  'period-unknown',
  'row-unreadable',
] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]
