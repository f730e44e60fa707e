import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { becausePeriod, type Period, periodsOf } from '../../shared/rules/duties/periods.ts'
import type { PeriodicDuty } from '../../shared/rules/regulations/deadline.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import type { Reader } from './list.ts'

export type PeriodCase = { duty: PeriodicDuty; period: Period; done: { doneOn: string; doneByName: string; remarks: string | null } | null }

/** The day from which this duty has been in force without a gap, under whichever versions of the same regulation. */
function inForceSince(trx: Trx, today: string, regulation: string, ruleId: string): string {
  const versions = trx
    .prepare('SELECT id, regulation, effectiveOn FROM regulationVersion WHERE effectiveOn <= ? AND withdrawnAt IS NULL ORDER BY effectiveOn DESC, id DESC')
    .all(today) as { id: number; regulation: string; effectiveOn: string }[]
  // Of two versions for the same day the later one was in force.
  const inForce = versions.filter((version, index) => versions[index - 1]?.effectiveOn !== version.effectiveOn)
  const end = inForce.findIndex((version) => version.regulation !== regulation || !regulationOfVersion(trx, version.id).periodic.some(({ id }) => id === ruleId))
  return (end === 0 ? undefined : inForce.slice(0, end === -1 ? undefined : end).at(-1)?.effectiveOn) ?? today
}

/** Every period of every periodic duty in force: those past, done or not, and the one that runs. */
export function periodCases({ trx, today, regulation }: Pick<Reader, 'trx' | 'today' | 'regulation'>): PeriodCase[] {
  const done = trx
    .prepare(
      `SELECT periodicDone.ruleId, period, doneOn, person.name AS doneByName, remarks FROM periodicDone
       JOIN person ON person.id = periodicDone.doneBy WHERE regulation = ?`,
    )
    .all(regulation.id) as ({ ruleId: string; period: string } & NonNullable<PeriodCase['done']>)[]
  return regulation.periodic.flatMap((duty) =>
    periodsOf(duty, inForceSince(trx, today, regulation.id, duty.id), today).map((period) => {
      const mark = done.find((one) => one.ruleId === duty.id && one.period === period.period)
      return { duty, period, done: mark ? { doneOn: mark.doneOn, doneByName: mark.doneByName, remarks: mark.remarks } : null }
    }))
}

const isOver = ({ endsOn }: Period, today: string) => endsOn < today

/** `duties.periods`: the latest due first. */
export function listPeriods(context: Context): Output<'duties.periods'> {
  const { today, actor } = context
  return periodCases(context)
    .map(({ duty, period, done }) => ({
      ruleId: duty.id, clause: duty.clause, title: duty.title, role: duty.role, period: period.period, endsOn: period.endsOn, dueOn: period.dueOn,
      because: becausePeriod(period), doneOn: done?.doneOn ?? null, doneByName: done?.doneByName ?? null, remarks: done?.remarks ?? null,
      mayComplete: done === null && isOver(period, today) && hasRole(actor, [duty.role]),
    }))
    .sort((one, other) => (one.dueOn < other.dueOn ? 1 : one.dueOn > other.dueOn ? -1 : 0))
}

/**
 * Marks a period's duty as done today. Refuses one that the regulation in force does not ask for (`not-found`), for anybody
 * but its role (`forbidden`), before the period is over and a second time (`wrong-state`).
 */
export function completePeriod(context: Context, { ruleId, period, remarks }: Parsed<'duties.complete'>): Output<'duties.complete'> {
  const { trx, actor, today, now, regulation } = context
  const found = periodCases(context).find((one) => one.duty.id === ruleId && one.period.period === period)
  if (!found) throw new AppError('not-found', { ruleId, period })
  if (!hasRole(actor, [found.duty.role])) throw new AppError('forbidden', { role: found.duty.role })
  if (found.done !== null) throw new AppError('wrong-state', { doneOn: found.done.doneOn })
  if (!isOver(found.period, today)) throw new AppError('wrong-state', { endsOn: found.period.endsOn })
  trx.run(
    trx.sql.insertInto('periodicDone')
      .values({ regulation: regulation.id, ruleId, period, doneOn: today, doneBy: actor.personId, doneAt: now, remarks }),
  )
  context.record({ kind: 'regulation', id: context.regulationVersionId, label: `${regulation.id} ${found.duty.clause}` }, { ruleId, period, remarks, dueOn: found.period.dueOn })
  return { doneOn: today }
}
