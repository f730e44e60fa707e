import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import { hasRole } from '../people/visibility.ts'
import { dueSums } from './due.ts'

/** One line for all parties that are to be rated again: how many, and how many are past their day. */
export function reratingsDue({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('later', 0, [])
  const { parties, late, first } = dueSums(trx, today)
  if (first === null) return inGroup('later', 0, [])
  const group = late > 0 ? 'overdue' : daysBetween(today, first.on) === 0 ? 'today' : 'soon'
  return inGroup(group, 1, [undated(group, {
    kind: 'reratingsDue', subject: { kind: 'party', id: first.partyId }, what: '', folders: parties, because: { rule: 'reratings-due', values: { parties, late, first: first.on } },
  })])
}
