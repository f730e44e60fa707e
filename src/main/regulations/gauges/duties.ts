import { addDays } from '../../../shared/rules/lookups/days.ts'
import { dutyCounts } from '../../duties/counts.ts'
import { dutyPage, type DutyState, SOON_DAYS } from '../../duties/list.ts'
import { type PeriodCase, periodCases } from '../../duties/periods.ts'
import type { Case, CaseState, Counts, Gauge, Reader, Window } from './gauge.ts'

/** Of the states of a deadline's case: done, or open and far off, is in order. */
const STATES: Record<CaseState, readonly DutyState[]> = { inOrder: ['open', 'done'], dueSoon: ['soon'], overdue: ['overdue'] }

/** All clauses are counted together, once a call. */
const counted = new WeakMap<Reader, ReturnType<typeof dutyCounts>>()

function countsByClause(reader: Reader, clause: string): Counts {
  const all = counted.get(reader) ?? dutyCounts(reader)
  counted.set(reader, all)
  return all.filter((one) => one.clause === clause).reduce(
    (sum, { done, open, soon, overdue }) => ({ inOrder: sum.inOrder + done + open, dueSoon: sum.dueSoon + soon, overdue: sum.overdue + overdue }),
    { inOrder: 0, dueSoon: 0, overdue: 0 },
  )
}

/** A period that has been reported for is in order, and so is one that still runs; one that is over is due by its day. */
function periodState({ period, done }: PeriodCase, today: string): CaseState {
  if (done !== null || period.dueOn > addDays(today, SOON_DAYS)) return 'inOrder'
  return period.dueOn < today ? 'overdue' : 'dueSoon'
}

const periodsOf = (reader: Reader, clause: string, state: CaseState) =>
  periodCases(reader).filter((one) => one.duty.clause === clause && periodState(one, reader.today) === state)

/** Deadlines of dossiers and new customers, and what has to be done for every period: the clauses that set them. */
export const duties: Gauge = {
  scope: (_reader, { id }) => id,
  counts: (reader, clause) => {
    const { inOrder, dueSoon, overdue } = countsByClause(reader, clause)
    const periods = (state: CaseState) => periodsOf(reader, clause, state).length
    return { inOrder: inOrder + periods('inOrder'), dueSoon: dueSoon + periods('dueSoon'), overdue: overdue + periods('overdue') }
  },
  cases: (reader, clause, state, window) => {
    const periods = periodsOf(reader, clause, state).map(({ duty, period, done }): Case => (
      { kind: 'duty', id: 0, label: period.period, title: duty.title, dueOn: done === null ? period.dueOn : null }))
    const shown = periods.slice(window.offset, window.offset + window.limit)
    const rest = { offset: Math.max(0, window.offset - periods.length), limit: window.limit - shown.length }
    return rest.limit > 0 ? [...shown, ...deadlineCases(reader, clause, STATES[state], rest)] : shown
  },
}

function deadlineCases(reader: Reader, clause: string, states: readonly DutyState[], { limit, offset }: Window): Case[] {
  const found: Case[] = []
  let skipped = offset
  for (const state of states) {
    if (found.length >= limit) break
    const { total, rows } = dutyPage(reader, { clause, ruleId: null, state, departmentId: null }, { limit: limit - found.length, offset: skipped })
    found.push(...rows.map((row): Case => ({
      kind: row.dossierId === null ? 'party' : 'dossier', id: row.dossierId ?? row.partyId, label: row.number ?? row.partyName,
      title: row.number === null ? row.title : `${row.partyName}　${row.title}`, dueOn: row.doneOn === null ? row.dueOn : null,
    })))
    skipped = Math.max(0, skipped - total)
  }
  return found
}
