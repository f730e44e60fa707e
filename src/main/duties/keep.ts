import { type Duty, dutiesOf, partyDutiesOf } from '../../shared/rules/duties/deadlines.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import type { DutyTable } from '../storage/tables/duties.ts'
import { creditHeadOf, type DutyHead, factsOf, headOf } from './facts.ts'

/*
 * The table `duty` says the same as the rules do of the facts. Whoever changes a fact (a dossier opened, confirmed or
 * voided, its documents, the life of its contract, who answers for it, a party's first business) calls this in the same
 * transaction; `rebuildDuties` makes the whole table anew, and verification compares.
 */

export type DutyRow = Omit<DutyTable, 'id'>

/** The rows that a dossier should have, those of its party left out. */
export function dossierRows(trx: Trx, head: DutyHead): DutyRow[] {
  if (head.voidedAt !== null) return []
  const regulation = regulationOfVersion(trx, head.regulationVersionId)
  if (!regulation.deadlines.some(({ kind }) => kind === head.kind)) return []
  const { id: dossierId, departmentId, regulationVersionId } = head
  return dutiesOf(regulation, factsOf(trx, head, regulation)).map((duty) => row(duty, { dossierId, partyId: null, departmentId, regulationVersionId }))
}

type DutyParty = { id: number; departmentId: number | null; firstBusinessOn: string | null }

/** The rows that a party should have, under the version that was in force when business with it began. */
export function partyRows(trx: Trx, { id, departmentId, firstBusinessOn }: DutyParty): DutyRow[] {
  if (firstBusinessOn === null) return []
  const regulationVersionId = versionOn(trx, firstBusinessOn)
  const regulation = regulationOfVersion(trx, regulationVersionId)
  if (!regulation.deadlines.some(({ from }) => from === 'first-business')) return []
  const head = creditHeadOf(trx, id)
  const facts = head ? factsOf(trx, head, regulationOfVersion(trx, head.regulationVersionId)) : null
  return partyDutiesOf(regulation, firstBusinessOn, facts).map((duty) => row(duty, { dossierId: null, partyId: id, departmentId, regulationVersionId }))
}

/** The version in force on a day; before the first of the archive, the first. */
function versionOn(trx: Trx, day: string): number {
  const newest = trx.prepare('SELECT id FROM regulationVersion WHERE effectiveOn <= ? AND withdrawnAt IS NULL ORDER BY effectiveOn DESC, id DESC LIMIT 1').get(day)
  const { id } = (newest ?? trx.prepare('SELECT id FROM regulationVersion WHERE withdrawnAt IS NULL ORDER BY effectiveOn, id LIMIT 1').get()) as { id: number }
  return id
}

const row = (duty: Duty, of: Pick<DutyRow, 'dossierId' | 'partyId' | 'departmentId' | 'regulationVersionId'>): DutyRow => ({
  ...of, ruleId: duty.ruleId, clause: duty.clause, eventId: duty.eventId, role: duty.role, startsOn: duty.startsOn, dueOn: duty.dueOn, doneOn: duty.doneOn,
})

/** Brings a dossier's cases, and those of its party, in line with what is known now. */
export function keepDuties(trx: Trx, dossierId: number): void {
  const head = headOf(trx, dossierId)
  if (!head) return
  replace(trx, trx.prepare('SELECT * FROM duty WHERE dossierId = ?').all(dossierId) as Present[], dossierRows(trx, head))
  if (head.kind === 'credit') keepPartyDuties(trx, head.partyId)
}

/** Brings a party's cases in line: after a change of its first business or of its department. */
export function keepPartyDuties(trx: Trx, partyId: number): void {
  const party = trx.prepare('SELECT id, departmentId, firstBusinessOn FROM party WHERE id = ?').get(partyId) as DutyParty | undefined
  if (party) replace(trx, trx.prepare('SELECT * FROM duty WHERE partyId = ?').all(partyId) as Present[], partyRows(trx, party))
}

/** After a new version has been adopted: parties with which business began since it is in force may come under it. */
export function keepDutiesSince(trx: Trx, effectiveOn: string): void {
  const parties = trx.prepare('SELECT id FROM party WHERE firstBusinessOn >= ?').all(effectiveOn) as { id: number }[]
  for (const { id } of parties) keepPartyDuties(trx, id)
}

type Present = DutyRow & { id: number }

export const DUTY_COLUMNS = [
  'regulationVersionId', 'ruleId', 'clause', 'dossierId', 'partyId', 'eventId', 'departmentId', 'role', 'startsOn', 'dueOn', 'doneOn',
] as const satisfies readonly (keyof DutyRow)[]

const INSERT = `INSERT INTO duty (${DUTY_COLUMNS.join(', ')}) VALUES (${DUTY_COLUMNS.map((column) => `:${column}`).join(', ')})`
const UPDATE = `UPDATE duty SET ${DUTY_COLUMNS.map((column) => `${column} = :${column}`).join(', ')} WHERE id = :id`

export const dutyKey = ({ ruleId, eventId }: Pick<DutyRow, 'ruleId' | 'eventId'>): string => `${ruleId}/${eventId ?? ''}`

/** A case keeps its id as long as it is the same case. */
function replace(trx: Trx, present: readonly Present[], wanted: readonly DutyRow[]): void {
  const left = new Map(present.map((row) => [dutyKey(row), row]))
  for (const row of wanted) {
    const before = left.get(dutyKey(row))
    left.delete(dutyKey(row))
    if (!before) trx.prepare(INSERT).run(row)
    else if (DUTY_COLUMNS.some((column) => before[column] !== row[column])) trx.prepare(UPDATE).run({ ...row, id: before.id })
  }
  for (const { id } of left.values()) trx.prepare('DELETE FROM duty WHERE id = ?').run(id)
}
