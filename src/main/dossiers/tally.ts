import { sql } from 'kysely'
import type { Context } from '../pipeline/context.ts'
import { ownDepartment, runningSlip, seesWholeArchive } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'
import { allRaw, columnConditions, type DossierFilter } from './conditions.ts'

export type Tally = { dossiers: number; present: number; required: number }
export type TallyFilter = Partial<Pick<DossierFilter, 'kind' | 'grade' | 'departmentId' | 'year' | 'isComplete' | 'isConfirmed'>> & {
  isShelved?: boolean | null
}

type Reader = Pick<Context, 'trx' | 'actor' | 'today'>

const flag = (value: boolean) => (value ? 1 : 0)
const isAsked = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined

/**
 * How many dossiers there are of a sort, and how complete they are together, whoever may see them. It adds up a table that
 * triggers keep, so it costs the same whatever the archive holds.
 */
export function tallyOf(trx: Trx, filter: TallyFilter): Tally {
  const { kind, grade, departmentId, year, isComplete, isConfirmed, isShelved } = filter
  let query = trx.sql.selectFrom('dossierTally')
  if (isAsked(departmentId)) query = query.where('departmentId', '=', departmentId)
  if (isAsked(year)) query = query.where('year', '=', year)
  if (isAsked(kind)) query = query.where('kind', '=', kind)
  if (isAsked(grade)) query = query.where('grade', '=', grade === 'none' ? '' : grade)
  if (isAsked(isConfirmed)) query = query.where('isConfirmed', '=', flag(isConfirmed))
  if (isAsked(isComplete)) query = query.where('isComplete', '=', flag(isComplete))
  if (isAsked(isShelved)) query = query.where('isShelved', '=', flag(isShelved))
  const sum = (column: keyof Tally) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)`.as(column)
  return trx.one(query.select([sum('dossiers'), sum('present'), sum('required')]))!
}

/** The same for what one person may see: by department from the tally, the few seen through a slip one by one. */
export function visibleTally(context: Reader, filter: TallyFilter): Tally {
  const { trx, actor } = context
  if (seesWholeArchive(actor)) return tallyOf(trx, filter)
  const own = ownDepartment(actor)
  const isOwnAsked = own !== null && (filter.departmentId ?? own) === own
  const ofOwn = isOwnAsked ? tallyOf(trx, { ...filter, departmentId: own }) : { dossiers: 0, present: 0, required: 0 }
  const others = throughSlips(context, filter, own)
  return {
    dossiers: ofOwn.dossiers + others.dossiers, present: ofOwn.present + others.present, required: ofOwn.required + others.required,
  }
}

function throughSlips({ trx, actor, today }: Reader, filter: TallyFilter, own: number | null): Tally {
  const { kind = null, grade = null, departmentId = null, year = null, isComplete = null, isConfirmed = null, isShelved } = filter
  const conditions = columnConditions({ kind, grade, departmentId, year, isComplete, isConfirmed, text: '', state: null })
  if (isAsked(isShelved)) conditions.push(isShelved ? sql`dossier.drawerId IS NOT NULL` : sql`dossier.drawerId IS NULL`)
  if (own !== null) conditions.push(sql`dossier.departmentId <> ${own}`)
  return allRaw(trx, sql<Tally>`SELECT count(*) AS dossiers, coalesce(sum(dossier.present), 0) AS present,
      coalesce(sum(dossier.required), 0) AS required
    FROM (SELECT DISTINCT dossierId FROM (${runningSlip(actor, today)})) AS slipped CROSS JOIN dossier ON dossier.id = slipped.dossierId
    WHERE ${sql.join(conditions, sql` AND `)}`)[0]!
}
