import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import { hasRole } from '../people/visibility.ts'
import { dueReasons } from './due.ts'

/** One line for all parties that are to be rated again: how many, and how many are past their day. */
export function reratingsDue({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('later', 0, [])
  const due = [...dueReasons(trx, today)].map(([partyId, reasons]) => ({ partyId, on: reasons[0]!.dueOn })).sort((a, b) => (a.on < b.on ? -1 : 1))
  if (due.length === 0) return inGroup('later', 0, [])
  const { partyId, on: first } = due[0]!
  const late = due.filter(({ on }) => on < today).length
  const group = late > 0 ? 'overdue' : daysBetween(today, first) === 0 ? 'today' : 'soon'
  return inGroup(group, 1, [undated(group, {
    kind: 'reratingsDue', subject: { kind: 'party', id: partyId }, what: '', folders: due.length, because: { rule: 'reratings-due', values: { parties: due.length, late, first } },
  })])
}
