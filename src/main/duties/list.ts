import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { DUTY_STATES } from '../../shared/contract/duties.ts'
import { becauseDue } from '../../shared/rules/duties/deadlines.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import type { Deadline } from '../../shared/rules/regulations/deadline.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { ownDepartment, seesWholeArchive } from '../people/visibility.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'
import type { DutyTable } from '../storage/tables/duties.ts'

export type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>
export type DutyState = (typeof DUTY_STATES)[number]
type Row = Output<'duties.list'>['rows'][number]

/** Days ahead that count as soon. */
export const SOON_DAYS = 30

/** A deadline as a version has it. */
export type RuleOf = { versionId: number; rule: Deadline }

/** The deadlines of the regulation in force, each under every version of it that the archive has adopted. */
export function rulesOf({ trx, regulation }: Pick<Reader, 'trx' | 'regulation'>): RuleOf[] {
  const versions = trx.prepare('SELECT id FROM regulationVersion WHERE regulation = ? ORDER BY id').all(regulation.id) as { id: number }[]
  return versions.flatMap(({ id }) => regulationOfVersion(trx, id).deadlines.map((rule) => ({ versionId: id, rule })))
}

/**
 * True for the duties this person may see: every department's, or those of his own. A new customer that belongs to no
 * department yet is seen by those who see the whole archive.
 */
export function seenDuty(actor: Actor): RawBuilder<SqlBool> {
  return seesWholeArchive(actor) ? sql<SqlBool>`1` : sql<SqlBool>`duty.departmentId = ${ownDepartment(actor) ?? 0}`
}

/** True for cases in a state. Each is a range of one of the partial indexes. */
function inState(today: string, state: DutyState | null): RawBuilder<SqlBool> {
  const soon = addDays(today, SOON_DAYS)
  switch (state) {
    case null: return sql<SqlBool>`1`
    case 'done': return sql<SqlBool>`duty.doneOn IS NOT NULL`
    case 'overdue': return sql<SqlBool>`duty.doneOn IS NULL AND duty.dueOn < ${today}`
    case 'soon': return sql<SqlBool>`duty.doneOn IS NULL AND duty.dueOn BETWEEN ${today} AND ${soon}`
    case 'open': return sql<SqlBool>`duty.doneOn IS NULL AND duty.dueOn > ${soon}`
  }
}

export function stateOf({ dueOn, doneOn }: Pick<DutyTable, 'dueOn' | 'doneOn'>, today: string): DutyState {
  if (doneOn !== null) return 'done'
  return dueOn < today ? 'overdue' : dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'open'
}

export type DutyFilter = Pick<Parsed<'duties.list'>, 'clause' | 'ruleId' | 'state' | 'departmentId'>

/** Cases by clause, rule, state and department, the earliest due first; the total exact. */
export function dutyPage(reader: Reader, { clause, ruleId, state, departmentId }: DutyFilter, { limit, offset }: { limit: number; offset: number }): Output<'duties.list'> {
  const { trx, actor, today } = reader
  const asked = rulesOf(reader).filter(({ rule }) => (clause === null || rule.clause === clause) && (ruleId === null || rule.id === ruleId))
  if (asked.length === 0) return { total: 0, rows: [] }
  const rules = sql`(duty.regulationVersionId, duty.ruleId) IN (VALUES ${sql.join(asked.map(({ versionId, rule }) => sql`(${versionId}, ${rule.id})`))})`
  const where = sql`${rules} AND ${inState(today, state)} AND ${seenDuty(actor)}${departmentId === null ? sql`` : sql` AND duty.departmentId = ${departmentId}`}`
  const [count] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM duty WHERE ${where}`)
  const found = allRaw(trx, sql<Found>`
    SELECT duty.id, duty.regulationVersionId, duty.ruleId, duty.clause, duty.dossierId, coalesce(duty.partyId, dossier.partyId) AS partyId, dossier.number,
      coalesce(party.shortName, party.name) AS partyName, department.name AS departmentName, duty.role, duty.startsOn, duty.dueOn, duty.doneOn
    FROM (SELECT * FROM duty WHERE ${where} ORDER BY duty.dueOn, duty.id LIMIT ${limit} OFFSET ${offset}) AS duty
    LEFT JOIN dossier ON dossier.id = duty.dossierId JOIN party ON party.id = coalesce(duty.partyId, dossier.partyId)
    LEFT JOIN department ON department.id = duty.departmentId ORDER BY duty.dueOn, duty.id`)
  return { total: count?.total ?? 0, rows: found.map((row) => rowOf(trx, row, today)) }
}

type Found = Omit<Row, 'regulation' | 'title' | 'state' | 'because'> & { regulationVersionId: number }

function rowOf(trx: Trx, { regulationVersionId, ...row }: Found, today: string): Row {
  const { id: regulation, deadlines } = regulationOfVersion(trx, regulationVersionId)
  const rule = deadlines.find(({ id }) => id === row.ruleId)!
  return { ...row, regulation, title: rule.title, state: stateOf(row, today), because: becauseDue(rule, row.startsOn) }
}

/** `duties.list`. */
export function listDuties(context: Context, { limit, offset, ...filter }: Parsed<'duties.list'>): Output<'duties.list'> {
  return dutyPage(context, filter, { limit, offset })
}
