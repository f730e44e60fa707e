/*
 * A fact is one named number about a party as of a day: a line of a statement, a sum over invoices, a mark of a survey.
 * Indicators are written over facts and over nothing else. Every fact says where it comes from, or why it is not there.
 */

/**
 * Why a fact has no value:
 * - `notProvided`   the party owes it and has not handed it in (statements, licence, certificates);
 * - `notApplicable` there is nothing to measure yet (no history, no promise due);
 * - `notKept`       this archive keeps no ledger of it, or nobody has recorded any;
 * - `undefined`     it cannot be computed from what is there (a denominator that is not above zero).
 */
export const ABSENCES = ['notProvided', 'notApplicable', 'notKept', 'undefined'] as const
export type Absence = (typeof ABSENCES)[number]

export const SOURCE_KINDS = [
  'party', 'statement', 'invoices', 'contracts', 'survey', 'certificates', 'references', 'notices', 'defaults', 'listings', 'limits', 'receivables', 'deliveries', 'industry', 'rating', 'outcome',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** What a value was read from: enough to open it again. */
export type Source = {
  readonly kind: SourceKind
  /** Row of the kind's own table (a statement, a survey, a certificate), where one row carries the value. */
  readonly id: number | null
  /** Line within it, as the paper numbers or names it. */
  readonly line: string | null
  /** How many rows stand behind the value (invoices, contracts). */
  readonly rows: number | null
  /** The span of time it covers; both days inclusive. */
  readonly from: string | null
  readonly until: string | null
}

export type Fact = {
  /** Yuan, a share between 0 and 1, days, years, a count or marks, as the catalogue says; null where it is absent. */
  readonly value: number | null
  readonly absent: Absence | null
  readonly sources: readonly Source[]
  /** The latest day on which anything behind it happened; a day after the rating's own is a leak. */
  readonly latestOn: string | null
}

/** Facts by `name` or, for a year back, `name[-1]`. A name that is not there counts as `notKept`. */
export type Facts = Readonly<Record<string, Fact>>

export const source = (kind: SourceKind, more: Partial<Omit<Source, 'kind'>> = {}): Source => ({ kind, id: null, line: null, rows: null, from: null, until: null, ...more })
export const present = (value: number, sources: readonly Source[], latestOn: string | null): Fact => ({ value, absent: null, sources, latestOn })
export const absent = (reason: Absence, sources: readonly Source[] = []): Fact => ({ value: null, absent: reason, sources, latestOn: null })
/** Fen as a formula reads them: yuan. */
export const yuan = (fen: number): number => fen / 100
