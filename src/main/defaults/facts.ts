import { type Facts, present, source, type Source } from '../../shared/rules/facts/fact.ts'
import { DEFAULT_EVENTS, type DefaultKind, isComplaint, severityOn } from '../../shared/rules/defaults/kinds.ts'
import { monthsWindow } from '../../shared/rules/invoices/months.ts'
import type { Trx } from '../storage/database.ts'

type Row = { id: number; kind: DefaultKind; on: string; settledOn: string | null }

/**
 * What is kept against a party as of a day, of records that stand (not struck) and happened on or before it:
 *
 * - `defaultSeverity36`: the sum of `severityOn`; 0 where nothing happened, for a clean record is known, not missing.
 * - `ownWriteOff`: 1 once anything was written off to it, whenever that was.
 * - `openDefaults`: defaults (no complaints) not settled on the day: a settlement after it is not known yet.
 * - `complaints12`: in the 12 months that end on the day, complaints whose fault is the party's, disputes and lawsuits lost.
 */
export function defaultFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const rows = trx.prepare('SELECT id, kind, "on", settledOn FROM defaultRecord WHERE partyId = ? AND "on" <= ? AND struckAt IS NULL ORDER BY "on" DESC, id DESC').all(partyId, asOf) as Row[]
  const severe = rows.filter(({ kind, on }) => severityOn(kind, on, asOf) > 0)
  const writeOffs = rows.filter(({ kind }) => kind === 'writeOff')
  const open = rows.filter(({ kind, settledOn }) => !isComplaint(kind) && (settledOn === null || settledOn > asOf))
  const year = monthsWindow(asOf, 12)
  const complaints = rows.filter(({ kind, on }) => ['complaintTheirs', 'dispute', 'lawsuitLost'].includes(kind) && on >= year.from)
  const of = (value: number, behind: readonly Row[], window: { from: string; until: string } | null) => present(value, sourcesOf(behind, window, asOf), behind[0]?.on ?? null)
  return {
    defaultSeverity36: of(severe.reduce((sum, { kind, on }) => sum + severityOn(kind, on, asOf), 0), severe, monthsWindow(asOf, 36)),
    ownWriteOff: of(writeOffs.length > 0 ? 1 : 0, writeOffs, null),
    openDefaults: of(open.length, open, null),
    complaints12: of(complaints.length, complaints, year),
  }
}

/** Each record by its id; where there is none, the empty ledger itself. */
function sourcesOf(rows: readonly Row[], window: { from: string; until: string } | null, asOf: string): Source[] {
  if (rows.length === 0) return [source('defaults', { rows: 0, from: window?.from ?? null, until: window?.until ?? asOf })]
  return rows.map(({ id, kind, on }) => source('defaults', { id, line: kind, rows: 1, from: on, until: on }))
}

/**
 * Defaults as ratings are held against them (over 90 days late, written off, lawsuit lost) from a day until a day, both
 * inclusive, the earliest first. For the page of validity alone: what happens after a rating must never feed it.
 */
export function defaultsBetween(trx: Trx, partyId: number, from: string, until: string): { id: number; kind: DefaultKind; on: string }[] {
  return trx.prepare(
    `SELECT id, kind, "on" FROM defaultRecord WHERE partyId = ? AND "on" BETWEEN ? AND ? AND struckAt IS NULL AND kind IN (SELECT value FROM json_each(?)) ORDER BY "on", id`,
  ).all(partyId, from, until, JSON.stringify(DEFAULT_EVENTS)) as { id: number; kind: DefaultKind; on: string }[]
}
