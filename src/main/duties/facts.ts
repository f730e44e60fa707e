import type { DossierFacts } from '../../shared/rules/duties/deadlines.ts'
import { reachedOf, type Step } from '../../shared/rules/duties/reached.ts'
import { requiredItems, type DossierKind, type Regulation } from '../../shared/rules/regulations/schema.ts'
import { localDay } from '../pipeline/days.ts'
import type { Trx } from '../storage/database.ts'

export type DutyHead = {
  id: number
  kind: DossierKind
  partyId: number
  departmentId: number
  year: number
  openedOn: string
  confirmedAt: string | null
  voidedAt: string | null
  present: number
  required: number
  regulationVersionId: number
}

const HEAD = 'id, kind, partyId, departmentId, year, openedOn, confirmedAt, voidedAt, present, required, regulationVersionId'

export const headOf = (trx: Trx, dossierId: number): DutyHead | undefined =>
  trx.prepare(`SELECT ${HEAD} FROM dossier WHERE id = ?`).get(dossierId) as DutyHead | undefined

/** The credit dossier that a party has now. */
export const creditHeadOf = (trx: Trx, partyId: number): DutyHead | undefined =>
  trx.prepare(`SELECT ${HEAD} FROM dossier WHERE partyId = ? AND kind = 'credit' AND voidedAt IS NULL`).get(partyId) as DutyHead | undefined

const dayOf = (instant: string): string => localDay(new Date(instant))

/** What the rules ask of a dossier. An instant counts as the calendar day that it was at this workstation. */
export function factsOf(trx: Trx, head: DutyHead, regulation: Regulation): DossierFacts {
  const steps = trx
    .prepare("SELECT stage, fromAt FROM custody WHERE dossierId = ? AND stage <> 'reader' ORDER BY fromAt, id")
    .all(head.id) as { stage: Step['stage']; fromAt: string }[]
  const isContract = head.kind === 'contract'
  return {
    kind: head.kind, year: head.year, openedOn: head.openedOn,
    confirmedOn: head.confirmedAt === null ? null : dayOf(head.confirmedAt),
    completeOn: completeOn(trx, head, regulation),
    events: isContract ? eventsOf(trx, head.id) : [],
    documentDays: isContract ? documentDays(trx, head.id) : [],
    reached: reachedOf(steps.map(({ stage, fromAt }) => ({ stage, on: dayOf(fromAt) }))),
  }
}

/** The day on which the last of the required lines that are there now was first answered. */
function completeOn(trx: Trx, head: DutyHead, regulation: Regulation): string | null {
  if (head.present < head.required) return null
  if (head.required === 0) return head.openedOn
  const { lastAt } = trx
    .prepare(
      `SELECT max(firstAt) AS lastAt FROM (
         SELECT min(addedAt) AS firstAt FROM document
         WHERE dossierId = ? AND struckAt IS NULL AND itemCode IN (SELECT value FROM json_each(?)) GROUP BY itemCode)`,
    )
    .get(head.id, JSON.stringify(requiredItems(regulation, head.kind))) as { lastAt: string | null }
  return lastAt === null ? null : dayOf(lastAt)
}

function documentDays(trx: Trx, dossierId: number): string[] {
  const rows = trx.prepare('SELECT addedAt FROM document WHERE dossierId = ? AND struckAt IS NULL ORDER BY addedAt').all(dossierId) as { addedAt: string }[]
  return [...new Set(rows.map(({ addedAt }) => dayOf(addedAt)))]
}

function eventsOf(trx: Trx, dossierId: number): DossierFacts['events'] {
  return trx.prepare('SELECT id, what, "on" FROM contractEvent WHERE dossierId = ? AND struckAt IS NULL ORDER BY "on", id').all(dossierId) as
    { id: number; what: DossierFacts['events'][number]['what']; on: string }[]
}
