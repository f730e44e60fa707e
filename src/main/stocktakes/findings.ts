import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { waysOf } from '../../shared/rules/stocktakes/ways.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { StocktakeFindingTable } from '../storage/tables/stocktakes.ts'
import { isOpenToAll, requireStocktake } from './load.ts'

type Finding = Output<'stocktakes.findings'>['rows'][number]
export type FindingRow = Omit<StocktakeFindingTable, 'id'> & {
  id: number
  title: string | null
  home: string | null
  first: string | null
  second: string | null
  slipId: number | null
  slipNumber: string | null
  pagesOut: number | null
  resolvedByName: string | null
  incidentId: number | null
  incidentNumber: string | null
}

const place = (alias: string) => `(SELECT cabinet.code || '-' || drawer.no FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId WHERE drawer.id = finding.${alias})`

const FINDINGS = `
  SELECT finding.*, party.name AS title, ${place('homeDrawerId')} AS home, ${place('firstDrawerId')} AS first, ${place('secondDrawerId')} AS second,
    loan.slipId, slip.number AS slipNumber, loan.pagesOut, person.name AS resolvedByName, incident.id AS incidentId, incident.number AS incidentNumber
  FROM stocktakeFinding AS finding
  LEFT JOIN dossier ON dossier.id = finding.dossierId LEFT JOIN party ON party.id = dossier.partyId
  LEFT JOIN loan ON loan.dossierId = finding.dossierId AND loan.returnedAt IS NULL LEFT JOIN slip ON slip.id = loan.slipId
  LEFT JOIN person ON person.id = finding.resolvedBy
  LEFT JOIN incident ON incident.id = (SELECT max(id) FROM incident AS last WHERE last.findingId = finding.id)`

/** What both counts and the books disagree about, along the shelves; `stocktake-blind` before both are over. */
export function listFindings(context: Context, { id, kind, isOpen, offset, limit }: Parsed<'stocktakes.findings'>): Output<'stocktakes.findings'> {
  const { trx } = context
  const stocktake = requireStocktake(context, id)
  if (!isOpenToAll(stocktake)) throw new AppError('stocktake-blind', { number: stocktake.number })
  const conditions = ['finding.stocktakeId = :id']
  if (kind !== null) conditions.push('finding.kind = :kind')
  if (isOpen !== null) conditions.push(`finding.resolvedAt IS ${isOpen ? '' : 'NOT '}NULL`)
  const where = `WHERE ${conditions.join(' AND ')}`
  const values = { id, ...(kind === null ? {} : { kind }) }
  const { total } = trx.prepare(`SELECT count(*) AS total FROM stocktakeFinding AS finding ${where}`).get(values) as { total: number }
  const rows = trx.prepare(`${FINDINGS} ${where} ORDER BY finding.id LIMIT :limit OFFSET :offset`).all({ ...values, limit, offset }) as FindingRow[]
  return { total, rows: rows.map(toFinding) }
}

/** One finding of this count; `not-found` otherwise. */
export function requireFinding(trx: Trx, stocktakeId: number, findingId: number): FindingRow {
  const row = trx.prepare(`${FINDINGS} WHERE finding.id = ? AND finding.stocktakeId = ?`).get(findingId, stocktakeId) as FindingRow | undefined
  if (!row) throw new AppError('not-found', { findingId })
  return row
}

export const waysFor = (row: FindingRow) => waysOf({ kind: row.kind, wasSeen: (row.firstDrawerId ?? row.secondDrawerId) !== null, isLent: row.slipId !== null })

function toFinding(row: FindingRow): Finding {
  const where = (drawerId: number | null, words: string | null) => (drawerId === null || words === null ? null : { drawerId, words })
  const home = where(row.homeDrawerId, row.home)
  return {
    id: row.id, kind: row.kind, dossierId: row.dossierId, code: row.code, title: row.title,
    home: home && { ...home, slot: row.homeSlot }, first: where(row.firstDrawerId, row.first), second: where(row.secondDrawerId, row.second),
    afterCode: row.afterCode, beforeCode: row.beforeCode,
    loan: row.slipId === null ? null : { slipId: row.slipId, slipNumber: row.slipNumber!, pagesOut: row.pagesOut! },
    resolution: row.resolution, resolvedByName: row.resolvedByName, resolvedAt: row.resolvedAt, remarks: row.remarks,
    incident: row.incidentId === null ? null : { id: row.incidentId, number: row.incidentNumber! },
    ways: row.resolvedAt === null ? waysFor(row) : [],
  }
}
