import type { Output } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { expiring, toConfirm, toShelve } from './dossiers-todo.ts'
import { dueLoans, waitingSlips } from './slips-todo.ts'
import { inOrder } from './todo.ts'
import { departmentsOf, departmentSums, loansByAge, totalsOf } from './totals.ts'

/** The first page: what waits for this person in his roles, and how the part of the archive stands that he may see. */
export function overview(context: Context): Output<'home.overview'> {
  const sums = departmentSums(context)
  const ages = loansByAge(context)
  return {
    today: context.today,
    ...inOrder([dueLoans(context), ...waitingSlips(context), toConfirm(context), toShelve(context), expiring(context)]),
    departments: departmentsOf(context, sums),
    loansByAge: ages,
    totals: totalsOf(context, sums, ages.reduce((sum, age) => sum + age.count, 0)),
  }
}
