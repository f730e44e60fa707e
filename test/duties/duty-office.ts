import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import type { Input } from '../../src/shared/contract/index.ts'
import { dossierRows, DUTY_COLUMNS, type DutyRow, partyRows } from '../../src/main/duties/keep.ts'
import { headOf } from '../../src/main/duties/facts.ts'
import { rebuildDuties } from '../../src/main/duties/rebuild.ts'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import type { Trx } from '../../src/main/storage/database.ts'
import { presets } from '../builders/archive.ts'
import { openDesk } from '../dossiers/desk.ts'

type Deadlines = Regulation['deadlines']

/** One rule of every event and every fulfilment that goes with it. */
export const EVERY_RULE: Deadlines = [
  { id: 'new-customer', clause: '1', title: '新户立卷', kind: 'credit', from: 'first-business', within: { months: 1 }, until: 'opened', role: 'salesperson' },
  { id: 'confirm', clause: '2', title: '确认', kind: 'credit', from: 'opened', within: { days: 15 }, until: 'confirmed', role: 'salesDirector' },
  { id: 'complete', clause: '3', title: '补齐', kind: 'credit', from: 'opened', within: { months: 3 }, until: 'complete', role: 'departmentClerk' },
  { id: 'out', clause: '4', title: '移交', kind: 'credit', from: 'year-end', keptYears: 1, within: { months: 1 }, until: 'left-department', role: 'departmentClerk' },
  { id: 'room', clause: '5', title: '入库', kind: 'credit', from: 'received-by-office', within: { months: 1 }, until: 'in-archive-room', role: 'officeDirector' },
  { id: 'signed', clause: '6', title: '签订移交', kind: 'contract', from: 'signed', within: { months: 1 }, until: 'left-department', role: 'salesperson' },
  { id: 'changed', clause: '6', title: '变更移交', kind: 'contract', from: 'changed', within: { days: 10 }, until: 'left-department', role: 'salesperson' },
  { id: 'ended', clause: '6', title: '终止移交', kind: 'contract', from: 'terminated', within: { months: 1 }, until: 'left-department', role: 'salesperson' },
  { id: 'contract-room', clause: '7', title: '入库', kind: 'contract', from: 'received-by-administrator', within: { months: 1 }, until: 'in-archive-room', role: 'creditAdministrator' },
]

/** S22 with other deadlines; periodic duties as given. */
export function regulationWith(deadlines: Deadlines, periodic: Regulation['periodic'] = []): Regulation {
  return { ...presets.find(({ id }) => id === 'S22')!, deadlines, periodic }
}

/** An office under a regulation with one rule of every sort. */
export async function openDutyOffice(regulation = regulationWith(EVERY_RULE)) {
  const desk = await openDesk()
  const { store } = desk.archive
  store.write((trx) => {
    // In force today, and before the version that every test archive has, too.
    for (const effectiveOn of ['2000-01-01', '2026-11-23']) adoptRegulation(trx, regulation, effectiveOn)
    rebuildDuties(trx)
  })
  let name = 0
  const addParty = async (change: Partial<Input<'parties.add'>> = {}) =>
    (await desk.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: `第${++name}号公司`, departmentId: desk.departments.XS1, ...change })).id
  return {
    ...desk, addParty,
    duties: (of: { dossierId?: number; partyId?: number }) =>
      store.prepare(`SELECT ${DUTY_COLUMNS.join(', ')} FROM duty WHERE dossierId = ? OR partyId = ? ORDER BY ruleId, eventId`).all(of.dossierId ?? 0, of.partyId ?? 0) as DutyRow[],
  }
}
export type DutyOffice = Awaited<ReturnType<typeof openDutyOffice>>

const sorted = (rows: readonly DutyRow[]) => rows.map((row) => JSON.stringify(DUTY_COLUMNS.map((column) => row[column]))).sort()

/** The table as it is, and as the facts say that it should be. */
export function bothTellings(trx: Trx): { kept: string[]; derived: string[] } {
  const kept = sorted(trx.prepare('SELECT * FROM duty').all() as DutyRow[])
  const dossiers = (trx.prepare('SELECT id FROM dossier').all() as { id: number }[]).flatMap(({ id }) => dossierRows(trx, headOf(trx, id)!))
  const parties = (trx.prepare('SELECT id, departmentId, firstBusinessOn FROM party').all() as Parameters<typeof partyRows>[1][]).flatMap((party) => partyRows(trx, party))
  return { kept, derived: sorted([...dossiers, ...parties]) }
}
