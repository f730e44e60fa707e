import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import { hasRole } from '../people/visibility.ts'
import { dueReasons } from './due.ts'

/** One line for all parties that are to be rated again: how many, and how many are past their day. */
export function reratingsDue({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('later', 0, [])
  const days = [...dueReasons(trx, today).values()].map((reasons) => reasons[0]!.dueOn).sort()
  const first = days[0]
  if (first === undefined) return inGroup('later', 0, [])
  const late = days.filter((day) => day < today).length
  const group = late > 0 ? 'overdue' : daysBetween(today, first) === 0 ? 'today' : 'soon'
  return inGroup(group, 1, [undated(group, {
    kind: 'reratingsDue', subject: { kind: 'rating', id: 1 }, what: '', folders: days.length, because: { rule: 'reratings-due', values: { parties: days.length, late, first } },
  })])
}
