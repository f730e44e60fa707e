import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { authorisationsToDecide, toDowngrade } from '../clearances/todo.ts'
import { transfersWaiting } from '../custody/todo.ts'
import { disposalsWaiting, retentionEnded } from '../disposal/todo.ts'
import { expiring, toConfirm, toShelve } from '../dossiers/todo.ts'
import { handoversByWeek } from '../duties/handovers.ts'
import { dueDuties, periodsDue } from '../duties/todo.ts'
import { incidentsToClose } from '../incidents/todo.ts'
import { blanksLongOut, conflictsToSettle } from '../fallback/todo.ts'
import { limitsWaiting } from '../limits/todo.ts'
import { dueLoans, waitingSlips } from '../lookups/todo.ts'
import { reratingsDue } from '../rerating/todo.ts'
import { promisesBroken } from '../receivables/todo.ts'
import { listingsWaiting } from '../risks/todo.ts'
import { ratingsWaiting } from '../ratings/todo.ts'
import { standingsToMend } from '../qualifications/todo.ts'
import { statementsToConfirm } from '../statements/todo.ts'
import { secondCounts } from '../stocktakes/todo.ts'
import type { Context } from '../pipeline/context.ts'
import { inOrder, type Reader, type Waiting } from './todo.ts'
import { departmentsOf, departmentSums, loansByAge, totalsOf } from './totals.ts'

/** Everything that can wait for a person: each capability's `todo.ts` finds its own. */
const waitingFor = (reader: Reader): Waiting[] => [
  dueLoans(reader), ...waitingSlips(reader), toConfirm(reader), toShelve(reader), expiring(reader),
  standingsToMend(reader), authorisationsToDecide(reader), toDowngrade(reader),
  ...transfersWaiting(reader), ...dueDuties(reader), periodsDue(reader),
  conflictsToSettle(reader), blanksLongOut(reader),
  ...listingsWaiting(reader), reratingsDue(reader), promisesBroken(reader),
  statementsToConfirm(reader), ...ratingsWaiting(reader), ...limitsWaiting(reader), ...disposalsWaiting(reader), retentionEnded(reader), secondCounts(reader), incidentsToClose(reader),
]

/**
 * The first page: what waits for this person, in all his roles or in one (`forbidden` for one that is not his), and how the
 * part of the archive stands that he may see.
 */
export function overview(context: Context, { role, most }: Parsed<'home.overview'>): Output<'home.overview'> {
  if (role !== null && !context.actor.roles.includes(role)) throw new AppError('forbidden')
  const { trx, today, regulation } = context
  const actor = role === null ? context.actor : { ...context.actor, roles: [role] }
  const sums = departmentSums(context)
  const ages = loansByAge(context)
  return {
    today,
    ...inOrder(waitingFor({ trx, today, regulation, actor, most }), most),
    departments: departmentsOf(context, sums),
    loansByAge: ages,
    handovers: handoversByWeek(context),
    totals: totalsOf(context, sums, ages.reduce((sum, age) => sum + age.count, 0)),
  }
}
