import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { type Role, WHOLE_ARCHIVE_ROLES } from '../../shared/roles.ts'
import type { Actor } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

/*
 * The one place that decides what a person may see. Every list, search, count, export, suggestion, thumbnail and number
 * check asks here, so totals and name clashes cannot betray what is hidden.
 *
 * - Credit administrator, office director, archivist, sales director, general manager: every dossier.
 * - Salesperson and department clerk: their department's (domain.md, roles).
 * - Anybody, while a slip of his runs (signed or handed out, and not yet past): exactly its dossiers.
 * - System administrator and auditor: none (separation of duties), unless another role of theirs says otherwise.
 */

export function hasRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role))
}

export function seesWholeArchive(actor: Actor): boolean {
  return hasRole(actor, WHOLE_ARCHIVE_ROLES)
}

/** The department whose dossiers a salesperson or department clerk sees; null for everybody else. */
export function ownDepartment(actor: Actor): number | null {
  return hasRole(actor, ['salesperson', 'departmentClerk']) ? actor.departmentId : null
}

/**
 * Dossiers of the actor's running slips: signed and the slip's last day has not passed; or handed out and the folder's
 * due day (a renewal moves it) has not passed. `today` is the workstation's day.
 */
export const runningSlip = (actor: Actor, today: string) => sql`
  SELECT slipDossier.dossierId FROM slip JOIN slipDossier ON slipDossier.slipId = slip.id
  LEFT JOIN loan ON loan.slipId = slip.id AND loan.dossierId = slipDossier.dossierId
  WHERE slip.applicantId = ${actor.personId} AND slip.state IN ('signed', 'out')
    AND coalesce(loan.dueOn, slip.untilOn) >= ${today} AND loan.returnedAt IS NULL`

/**
 * SQL that is true for the dossiers this person may see. `alias` is the dossier table's name in the query, or that of a table
 * that has the dossier's department and, under the name `id`, its id.
 */
export function visibleDossier(actor: Actor, today: string, alias = 'dossier', id = 'id'): RawBuilder<SqlBool> {
  const table = sql.ref(alias)
  if (seesWholeArchive(actor)) return sql<SqlBool>`1`
  const department = ownDepartment(actor)
  const own = department === null ? sql`0` : sql`${table}.departmentId = ${department}`
  return sql<SqlBool>`(${own} OR ${table}.${sql.ref(id)} IN (${runningSlip(actor, today)}))`
}

/** True for the parties of which this department keeps a dossier without being theirs. */
const reaches = (department: number, table: RawBuilder<unknown>) =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM partyReach WHERE partyReach.departmentId = ${department} AND partyReach.partyId = ${table}.id)`
/** True for the parties of the dossiers that a running slip shows. */
const isOnSlip = (actor: Actor, today: string, table: RawBuilder<unknown>) =>
  sql<SqlBool>`${table}.id IN (SELECT partyId FROM dossier WHERE id IN (${runningSlip(actor, today)}))`

/** SQL that is true for the parties this person may see: by department, his own customers, or a dossier he may see. */
export function visibleParty(actor: Actor, today: string, alias = 'party'): RawBuilder<SqlBool> {
  const table = sql.ref(alias)
  if (seesWholeArchive(actor)) return sql<SqlBool>`1`
  const department = ownDepartment(actor)
  if (department === null) return isOnSlip(actor, today, table)
  return sql<SqlBool>`(${table}.departmentId = ${department} OR ${table}.salespersonId = ${actor.personId}
    OR ${reaches(department, table)} OR ${isOnSlip(actor, today, table)})`
}

/**
 * A part of the parties a person sees: a FROM clause that ends in `party` and the condition for it. `tally` says which rows
 * of `partyTally` are exactly this part, where there are such. The tally knows whether anybody keeps a dossier of a party;
 * `shared` is a FROM clause like the other, for those of the part of which a department keeps one that need not show.
 */
export type SeenParties = {
  from: RawBuilder<unknown>
  where: RawBuilder<SqlBool> | null
  tally?: { seenBy: number; departmentId?: number }
  shared?: RawBuilder<unknown>
}

/**
 * The same for who does not see the whole archive, as parts that have no party in common, each along an index of its own:
 * a list counts and gathers them instead of asking `visibleParty` of every party. NOT INDEXED: by its id, whatever stale
 * statistics say of another index.
 */
export function seenParties(actor: Actor, today: string): SeenParties[] {
  const party = sql.ref('party')
  const onSlip = isOnSlip(actor, today, party)
  const department = ownDepartment(actor)
  if (department === null) return [{ from: sql`party NOT INDEXED`, where: onSlip }]
  const isElsewhere = sql<SqlBool>`NOT ${reaches(department, party)}`
  // Own customers of another department or of none, in pieces that the index holds together: those of one's own are passed over.
  const ownCustomers = ['IS NULL', `< ${department}`, `> ${department}`].map((other) => ({
    from: sql`party INDEXED BY party_salespersonDepartment`,
    where: sql<SqlBool>`party.salespersonId = ${actor.personId} AND party.departmentId ${sql.raw(other)} AND ${isElsewhere}`,
  }))
  return [
    {
      from: sql`party INDEXED BY party_department`, where: sql`party.departmentId = ${department}`, tally: { seenBy: 0, departmentId: department },
      shared: sql`(SELECT DISTINCT partyId FROM partyReach INDEXED BY partyReach_ofDepartment WHERE ofDepartment = ${department}) AS other
        CROSS JOIN party NOT INDEXED ON party.id = other.partyId`,
    },
    {
      from: sql`partyReach CROSS JOIN party NOT INDEXED ON party.id = partyReach.partyId`, where: sql`partyReach.departmentId = ${department}`,
      tally: { seenBy: department },
    },
    ...ownCustomers,
    {
      from: sql`party NOT INDEXED`,
      where: sql`${onSlip} AND party.salespersonId IS NOT ${actor.personId} AND party.departmentId IS NOT ${department} AND ${isElsewhere}`,
    },
  ]
}

/** Whether the dossier is there (not voided) and the person may see it. */
export function seesDossier(trx: Trx, actor: Actor, today: string, dossierId: number): boolean {
  return trx.one(
    trx.sql.selectFrom('dossier').select('dossier.id').where('dossier.id', '=', dossierId)
      .where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today)),
  ) !== undefined
}

/** Refuses with `not-found` (never `forbidden`: that would betray it) unless the person may see the dossier. */
export function requireVisibleDossier(trx: Trx, actor: Actor, today: string, dossierId: number): void {
  if (!seesDossier(trx, actor, today, dossierId)) throw new AppError('not-found', { dossierId })
}

/** Refuses with `not-found` unless the person may see the party. */
export function requireVisibleParty(trx: Trx, actor: Actor, today: string, partyId: number): void {
  const found = trx.one(
    trx.sql.selectFrom('party').select('party.id').where('party.id', '=', partyId).where(visibleParty(actor, today)),
  )
  if (!found) throw new AppError('not-found', { partyId })
}

/**
 * The number of the slip by which alone the actor sees this dossier; null where his department or role shows it to him.
 * Pages seen through a slip bear its watermark.
 */
export function slipThatShows(trx: Trx, actor: Actor, today: string, dossierId: number): string | null {
  if (seesWholeArchive(actor)) return null
  const department = ownDepartment(actor)
  const row = trx.prepare('SELECT departmentId FROM dossier WHERE id = ?').get(dossierId) as { departmentId: number } | undefined
  if (!row || row.departmentId === department) return null
  const slip = trx
    .prepare(
      `SELECT slip.number FROM slip JOIN slipDossier ON slipDossier.slipId = slip.id
       LEFT JOIN loan ON loan.slipId = slip.id AND loan.dossierId = slipDossier.dossierId
       WHERE slip.applicantId = ? AND slipDossier.dossierId = ? AND slip.state IN ('signed', 'out')
         AND coalesce(loan.dueOn, slip.untilOn) >= ? AND loan.returnedAt IS NULL
       ORDER BY slip.id DESC LIMIT 1`,
    )
    .get(actor.personId, dossierId, today) as { number: string } | undefined
  return slip?.number ?? null
}
