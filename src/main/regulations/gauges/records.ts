import { sql, type SqlBool } from 'kysely'
import { INCIDENT_READERS } from '../../../shared/contract/incidents.ts'
import { STOCKTAKE_READERS } from '../../../shared/contract/stocktakes.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { tallyOf, visibleTally } from '../../dossiers/tally.ts'
import { visibleTransfer } from '../../custody/visibility.ts'
import { hasRole, seesWholeArchive, visibleDossier } from '../../people/visibility.ts'
import { startOfDay } from '../../pipeline/days.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseState, dossierCases, everything, type Gauge, overList, type Reader, sumsOf } from './gauge.ts'

const SOON_DAYS = 30
const firstInstantOfYear = (today: string) => startOfDay(`${today.slice(0, 4)}-01-01`)

/** Every contract folder has its line in the ledger: the program opens neither without the other. */
export const contractLedger: Gauge = {
  scope: everything,
  counts: (reader) => ({ inOrder: visibleTally(reader, { kind: 'contract' }).dossiers, dueSoon: 0, overdue: 0 }),
  cases: (reader, _scope, state, window) => (state === 'inOrder' ? dossierCases(reader, sql`dossier.kind = 'contract'`, window) : []),
}

/** Lists of transfer taken over this year, and those that wait to be taken over. How long a folder may stay is a deadline's to say. */
export const transfer: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { inOrder, dueSoon } = transferSources(reader)
    return sumsOf(reader, sql`SELECT (SELECT count(*) FROM ${inOrder}) AS inOrder, (SELECT count(*) FROM ${dueSoon}) AS dueSoon, 0 AS overdue`)
  },
  cases: (reader, _scope, state, { limit, offset }) => (state === 'overdue' ? [] : allRaw(reader.trx, sql<Case>`
    SELECT 'transfer' AS kind, transfer.id, transfer.number AS label, coalesce((SELECT name FROM department WHERE department.id = transfer.departmentId), '') AS title,
      NULL AS dueOn FROM ${transferSources(reader)[state]} ORDER BY transfer.id DESC LIMIT ${limit} OFFSET ${offset}`)),
}

function transferSources({ actor, today }: Reader) {
  const seen = visibleTransfer(actor)
  return {
    inOrder: sql`transfer INDEXED BY transfer_state WHERE transfer.state = 'closed' AND transfer.closedAt >= ${firstInstantOfYear(today)} AND ${seen}`,
    dueSoon: sql`transfer INDEXED BY transfer_state WHERE transfer.state = 'submitted' AND ${seen}`,
  }
}

/** Dossiers still to be kept, and those whose years are over: they wait to be appraised. */
export const retention: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { actor, today } = reader
    const { dueSoon } = sumsOf(reader, sql`SELECT 0 AS inOrder, count(*) AS dueSoon, 0 AS overdue FROM dossier INDEXED BY dossier_retention
      WHERE retentionEnds IS NOT NULL AND retentionEnds < ${today} AND voidedAt IS NULL AND ${visibleDossier(actor, today)}`)
    return { inOrder: visibleTally(reader, {}).dossiers - dueSoon, dueSoon, overdue: 0 }
  },
  cases: (reader, _scope, state, window) => {
    const isOver = sql<SqlBool>`dossier.retentionEnds IS NOT NULL AND dossier.retentionEnds < ${reader.today}`
    const condition = { inOrder: sql<SqlBool>`NOT (${isOver})`, dueSoon: isOver, overdue: sql<SqlBool>`0` }[state]
    return dossierCases(reader, condition, window, sql<string | null>`dossier.retentionEnds`)
  },
}

/** Disposals carried out this year, and those on their way from appraisal to destruction. */
export const disposal: Gauge = overList(({ trx, actor, today }) => {
  if (!seesWholeArchive(actor)) return []
  return trx
    .prepare(
      `SELECT 'disposal' AS kind, id, number AS label, coalesce(remarks, '') AS title, NULL AS dueOn, CASE state WHEN 'done' THEN 'inOrder' ELSE 'dueSoon' END AS state
       FROM disposal WHERE state <> 'cancelled' AND (state <> 'done' OR closedAt >= ?) ORDER BY id DESC`,
    )
    .all(firstInstantOfYear(today)) as (Case & { state: CaseState })[]
})

/** Incidents of this year that are closed, and all that are open; with those who deal with them. */
export const incident: Gauge = overList(({ trx, actor, today }) => {
  if (!hasRole(actor, INCIDENT_READERS)) return []
  return trx
    .prepare(
      `SELECT 'incident' AS kind, incident.id, incident.number AS label, dossier.number AS title, NULL AS dueOn,
         CASE WHEN incident.closedAt IS NULL THEN 'dueSoon' ELSE 'inOrder' END AS state
       FROM incident JOIN dossier ON dossier.id = incident.dossierId
       WHERE incident.closedAt IS NULL OR incident.openedAt >= ? ORDER BY incident.id DESC`,
    )
    .all(firstInstantOfYear(today)) as (Case & { state: CaseState })[]
})

/** Counts closed this year, and those that still run. */
export const stocktake: Gauge = overList(({ trx, actor, today }) => {
  if (!hasRole(actor, STOCKTAKE_READERS)) return []
  return trx
    .prepare(
      `SELECT 'stocktake' AS kind, id, number AS label, scope AS title, NULL AS dueOn, CASE state WHEN 'closed' THEN 'inOrder' ELSE 'dueSoon' END AS state
       FROM stocktake WHERE state <> 'cancelled' AND (state <> 'closed' OR openedAt >= ?) ORDER BY id DESC`,
    )
    .all(firstInstantOfYear(today)) as (Case & { state: CaseState })[]
})

const isPlanned = sql<SqlBool>`dossier.downgradeOn IS NOT NULL`

/** Every dossier has a level; near is one whose level is to be lowered within 30 days, overdue one where that day has passed. */
export const clearance: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { trx, actor, today } = reader
    const near = sumsOf(reader, sql`
      SELECT 0 AS inOrder, sum(downgradeOn >= ${today}) AS dueSoon, sum(downgradeOn < ${today}) AS overdue FROM dossier INDEXED BY dossier_downgrade
      WHERE downgradeOn IS NOT NULL AND voidedAt IS NULL AND downgradeOn <= ${addDays(today, SOON_DAYS)} AND ${visibleDossier(actor, today)}`)
    const all = seesWholeArchive(actor) ? tallyOf(trx, {}).dossiers : visibleTally(reader, {}).dossiers
    return { ...near, inOrder: all - near.dueSoon - near.overdue }
  },
  cases: (reader, _scope, state, window) => {
    const { today } = reader
    const soon = addDays(today, SOON_DAYS)
    const condition = {
      inOrder: sql<SqlBool>`(dossier.downgradeOn IS NULL OR dossier.downgradeOn > ${soon})`,
      dueSoon: sql<SqlBool>`${isPlanned} AND dossier.downgradeOn >= ${today} AND dossier.downgradeOn <= ${soon}`,
      overdue: sql<SqlBool>`${isPlanned} AND dossier.downgradeOn < ${today}`,
    }[state]
    return dossierCases(reader, condition, window, sql<string | null>`dossier.downgradeOn`)
  },
}

