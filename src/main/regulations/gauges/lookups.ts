import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { visibleSlip } from '../../lookups/visibility.ts'
import { startOfDay } from '../../pipeline/days.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseState, everything, type Gauge, type Reader, sumsOf } from './gauge.ts'

/** Days ahead in which a folder's return counts as near. */
const SOON_DAYS = 3

/** What is settled counts within the year, so that the page says how the rules are kept now and does not grow with the past. */
const firstOfYear = (today: string) => `${today.slice(0, 4)}-01-01`

/** A slip is out though nobody signed it: cannot happen through the program, and must be seen if it does. */
const UNSIGNED = sql<SqlBool>`slip.state = 'out' AND NOT EXISTS (
  SELECT 1 FROM slipSignature WHERE slipSignature.slipId = slip.id AND slipSignature.decision = 'agreed')`

function slipSources(reader: Reader): Record<CaseState, RawBuilder<unknown>> {
  const since = startOfDay(firstOfYear(reader.today))
  const seen = visibleSlip(reader)
  return {
    inOrder: sql`slip INDEXED BY slip_state WHERE slip.state IN ('signed', 'out', 'returned', 'refused')
      AND (slip.state IN ('signed', 'out') OR slip.filledAt >= ${since}) AND NOT (${UNSIGNED}) AND ${seen}`,
    dueSoon: sql`slip INDEXED BY slip_waiting WHERE slip.state IN ('submitted', 'signed') AND slip.state = 'submitted' AND slip.untilOn >= ${reader.today} AND ${seen}`,
    overdue: sql`slip INDEXED BY slip_state WHERE ${UNSIGNED} AND ${seen}`,
  }
}

/** Slips decided (this year's, and all that still run); waiting for a signature; out without one. */
export const slips: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { inOrder, dueSoon, overdue } = slipSources(reader)
    return sumsOf(reader, sql`SELECT (SELECT count(*) FROM ${inOrder}) AS inOrder, (SELECT count(*) FROM ${dueSoon}) AS dueSoon,
      (SELECT count(*) FROM ${overdue}) AS overdue`)
  },
  cases: (reader, _scope, state, { limit, offset }) => allRaw(reader.trx, sql<Case>`
    SELECT 'slip' AS kind, slip.id, slip.number AS label, slip.partyName AS title, slip.untilOn AS dueOn
    FROM ${slipSources(reader)[state]} ORDER BY slip.filledAt DESC, slip.id DESC LIMIT ${limit} OFFSET ${offset}`),
}

function loanConditions(reader: Reader): Record<CaseState, RawBuilder<SqlBool>> {
  const { today } = reader
  const near = addDays(today, SOON_DAYS)
  return {
    inOrder: sql<SqlBool>`((loan.returnedAt IS NOT NULL AND loan.handedOn >= ${firstOfYear(today)}) OR (loan.returnedAt IS NULL AND loan.dueOn > ${near}))`,
    dueSoon: sql<SqlBool>`loan.returnedAt IS NULL AND loan.dueOn >= ${today} AND loan.dueOn <= ${near}`,
    overdue: sql<SqlBool>`loan.returnedAt IS NULL AND loan.dueOn < ${today}`,
  }
}

/** Folders given out this year and back, or out and not due yet; due within three days; overdue. */
export const loans: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { today } = reader
    const near = addDays(today, SOON_DAYS)
    const seen = visibleSlip(reader)
    const open = sumsOf(reader, sql`
      SELECT sum(loan.dueOn > ${near}) AS inOrder, sum(loan.dueOn >= ${today} AND loan.dueOn <= ${near}) AS dueSoon, sum(loan.dueOn < ${today}) AS overdue
      FROM loan INDEXED BY loan_due CROSS JOIN slip ON slip.id = loan.slipId WHERE loan.returnedAt IS NULL AND ${seen}`)
    const back = sumsOf(reader, sql`
      SELECT count(*) AS inOrder, 0 AS dueSoon, 0 AS overdue FROM loan INDEXED BY loan_handed CROSS JOIN slip ON slip.id = loan.slipId
      WHERE loan.handedOn >= ${firstOfYear(today)} AND loan.returnedAt IS NOT NULL AND ${seen}`)
    return { ...open, inOrder: open.inOrder + back.inOrder }
  },
  cases: (reader, _scope, state, { limit, offset }) => allRaw(reader.trx, sql<Case>`
    SELECT 'slip' AS kind, slip.id, dossier.number AS label, coalesce(party.shortName, party.name) AS title,
      CASE WHEN loan.returnedAt IS NULL THEN loan.dueOn END AS dueOn
    FROM loan JOIN slip ON slip.id = loan.slipId JOIN dossier ON dossier.id = loan.dossierId JOIN party ON party.id = dossier.partyId
    WHERE ${loanConditions(reader)[state]} AND ${visibleSlip(reader)}
    ORDER BY loan.returnedAt IS NOT NULL, loan.dueOn, loan.id LIMIT ${limit} OFFSET ${offset}`),
}
