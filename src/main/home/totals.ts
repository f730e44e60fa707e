import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import { queryOf } from '../parties/conditions.ts'
import { pageOfIds } from '../parties/page.ts'
import type { Context } from '../pipeline/context.ts'
import { ownDepartment, runningSlip, seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'

type Reader = Pick<Context, 'trx' | 'actor' | 'today'>
type Overview = Output<'home.overview'>
type Sums = { departmentId: number; dossiers: number; complete: number; unconfirmed: number; present: number; required: number }

/**
 * How the dossiers that a person may see stand, by department. Whole departments come from the tally that the database
 * keeps; the few that he sees through a slip of his are added one by one.
 */
export function departmentSums(reader: Reader): Sums[] {
  const { trx, actor, today } = reader
  const own = ownDepartment(actor)
  const tallied = trx.all(
    trx.sql.selectFrom('dossierTally')
      .select((row) => [
        'departmentId', row.fn.sum<number>('dossiers').as('dossiers'),
        sql<number>`coalesce(sum(dossiers) FILTER (WHERE isComplete = 1), 0)`.as('complete'),
        sql<number>`coalesce(sum(dossiers) FILTER (WHERE isConfirmed = 0), 0)`.as('unconfirmed'),
        row.fn.sum<number>('present').as('present'), row.fn.sum<number>('required').as('required'),
      ])
      .$if(!seesWholeArchive(actor), (query) => query.where('departmentId', '=', own ?? 0))
      .groupBy('departmentId'),
  )
  if (seesWholeArchive(actor)) return tallied
  const throughSlips = trx.all(
    trx.sql.selectFrom('dossier')
      .select((row) => [
        'departmentId', row.fn.countAll<number>().as('dossiers'), sql<number>`sum(present >= required)`.as('complete'),
        sql<number>`sum(confirmedAt IS NULL)`.as('unconfirmed'), row.fn.sum<number>('present').as('present'),
        row.fn.sum<number>('required').as('required'),
      ])
      .where(sql<boolean>`dossier.id IN (${runningSlip(actor, today)})`).where('voidedAt', 'is', null)
      .where('departmentId', '!=', own ?? 0).groupBy('departmentId'),
  )
  return [...tallied, ...throughSlips]
}

export function departmentsOf({ trx }: Reader, sums: readonly Sums[]): Overview['departments'] {
  const names = trx.all(trx.sql.selectFrom('department').select(['id', 'name']).orderBy('code'))
  return names.flatMap(({ id, name }) => {
    const sum = sums.find((one) => one.departmentId === id)
    return sum ? [{ name, present: sum.present, required: sum.required }] : []
  })
}

export function totalsOf(context: Context, sums: readonly Sums[], out: number): Overview['totals'] {
  const add = (key: 'dossiers' | 'complete' | 'unconfirmed') => sums.reduce((total, sum) => total + sum[key], 0)
  return { parties: partiesSeen(context), dossiers: add('dossiers'), complete: add('complete'), unconfirmed: add('unconfirmed'), out }
}

/** As the list of parties counts them. */
function partiesSeen(context: Context): number {
  const all = { text: '', kind: null, grade: null, departmentId: null, province: null, hasDossier: null, offset: 0, limit: 1 }
  return pageOfIds(context, queryOf(context, { ...all, sort: 'name', descending: false })).total
}

const OUT: readonly (readonly [Overview['loansByAge'][number]['bucket'], number])[] = [['out1to3', 3], ['out4to7', 7], ['out8to14', 14], ['out15plus', Infinity]]
const OVER: readonly (readonly [Overview['loansByAge'][number]['bucket'], number])[] = [['over1to3', 3], ['over4to7', 7], ['over8plus', Infinity]]

/** The bucket of an open loan: by the days it is overdue, else by the days it has been out (the first day counts as one). */
export function bucketOf(loan: { handedOn: string; dueOn: string }, today: string): Overview['loansByAge'][number]['bucket'] {
  const [buckets, days] = loan.dueOn < today ? [OVER, daysBetween(loan.dueOn, today)] : [OUT, daysBetween(loan.handedOn, today)]
  return buckets.find(([, upTo]) => days <= upTo)![0]
}

/** Every folder out that the person may see, in exactly one bucket; empty buckets are there too. */
export function loansByAge({ trx, actor, today }: Reader): Overview['loansByAge'] {
  const seen = seesWholeArchive(actor)
    ? sql`` : sql`CROSS JOIN dossier ON dossier.id = loan.dossierId AND ${visibleDossier(actor, today)}`
  const loans = allRaw(trx, sql<{ handedOn: string; dueOn: string }>`
    SELECT loan.handedOn, loan.dueOn FROM loan INDEXED BY loan_due ${seen} WHERE loan.returnedAt IS NULL`)
  const counts = new Map([...OUT, ...OVER].map(([bucket]) => [bucket, 0]))
  for (const loan of loans) {
    const bucket = bucketOf(loan, today)
    counts.set(bucket, counts.get(bucket)! + 1)
  }
  return [...counts].map(([bucket, count]) => ({ bucket, count }))
}
