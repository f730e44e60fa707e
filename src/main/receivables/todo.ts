import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { hasRole } from '../people/visibility.ts'
import { newlyBroken, NEWS_DAYS } from './promises.ts'

/** One line for all parties that have broken a promise of late, promised nothing since and still owe. */
export function promisesBroken({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('today', 0, [])
  const broken = newlyBroken(trx, today)
  const first = broken[0]
  if (first === undefined) return inGroup('today', 0, [])
  return inGroup('today', 1, [undated('today', {
    kind: 'promisesBroken', subject: { kind: 'party', id: first.partyId }, what: '', folders: broken.length, because: { rule: 'promises-broken', values: { parties: broken.length, days: NEWS_DAYS, first: first.on } },
  })])
}
