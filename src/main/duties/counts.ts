import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import type { Deadline } from '../../shared/rules/regulations/deadline.ts'
import { ownDepartment, seesWholeArchive } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { type Reader, rulesOf, seenDuty, SOON_DAYS } from './list.ts'

type Count = Output<'duties.counts'>[number]
const noneOf = ({ id, clause, title, role }: Deadline): Count => ({ ruleId: id, clause, title, role, total: 0, done: 0, open: 0, soon: 0, overdue: 0 })
type Sums = { regulationVersionId: number; ruleId: string }

/**
 * How the cases of every deadline of the regulation in force stand, in the order of the regulation, then those
 * of its earlier versions that still have cases. Totals come from the tally that the database keeps, what is due from the open cases alone.
 */
export function dutyCounts(reader: Reader): Count[] {
  const { trx, actor, today } = reader
  const own = seesWholeArchive(actor) ? sql`` : sql`WHERE departmentId = ${ownDepartment(actor) ?? -1}`
  const tally = allRaw(trx, sql<Sums & { duties: number; done: number }>`
    SELECT regulationVersionId, ruleId, sum(duties) AS duties, sum(done) AS done FROM dutyTally ${own} GROUP BY regulationVersionId, ruleId`)
  const near = allRaw(trx, sql<Sums & { soon: number; overdue: number }>`
    SELECT regulationVersionId, ruleId, count(*) FILTER (WHERE dueOn >= ${today}) AS soon, count(*) FILTER (WHERE dueOn < ${today}) AS overdue
    FROM duty INDEXED BY duty_openByDay WHERE doneOn IS NULL AND dueOn <= ${addDays(today, SOON_DAYS)} AND ${seenDuty(actor)}
    GROUP BY regulationVersionId, ruleId`)
  const counts = new Map<string, Count>()
  const inForce = reader.regulation.deadlines
  const keyOf = (rule: { id: string; clause: string }) => `${rule.clause} ${rule.id}`
  for (const rule of inForce) counts.set(keyOf(rule), noneOf(rule))
  for (const { versionId, rule } of rulesOf(reader)) {
    const is = (row: Sums) => row.regulationVersionId === versionId && row.ruleId === rule.id
    const { duties = 0, done = 0 } = tally.find(is) ?? {}
    const { soon = 0, overdue = 0 } = near.find(is) ?? {}
    if (duties === 0) continue
    const count = counts.get(keyOf(rule)) ?? noneOf(rule)
    counts.set(keyOf(rule), {
      ...count, total: count.total + duties, done: count.done + done, soon: count.soon + soon, overdue: count.overdue + overdue,
      open: count.open + duties - done - soon - overdue,
    })
  }
  return [...counts.values()]
}

/** `duties.counts`. */
export const countDuties = (context: Context): Output<'duties.counts'> => dutyCounts(context)
