import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bothTellings, type DutyOffice, openDutyOffice } from './duty-office.ts'

let office: DutyOffice
beforeAll(async () => { office = await openDutyOffice() })
afterAll(() => office.close())

const told = (rows: ReturnType<DutyOffice['duties']>) => rows.map(({ ruleId, startsOn, dueOn, doneOn }) => [ruleId, startsOn, dueOn, doneOn])

describe('what is due follows what is done', () => {
  test('a new customer’s dossier: due before there is one, done by its opening, due again when it is voided', async () => {
    const partyId = await office.addParty({ firstBusinessOn: '2026-10-31' })
    expect(told(office.duties({ partyId }))).toEqual([['new-customer', '2026-10-31', '2026-11-30', null]])
    const { id } = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1, level: 'internal' })
    expect(told(office.duties({ partyId }))).toEqual([['new-customer', '2026-10-31', '2026-11-30', '2026-11-23']])
    await office.callAs('creditadministrator', 'dossiers.void', { id, reason: '误建' })
    expect(told(office.duties({ partyId }))).toEqual([['new-customer', '2026-10-31', '2026-11-30', null]])
    expect(office.duties({ dossierId: id })).toEqual([])
  })

  test('a first business entered late, corrected, and taken away', async () => {
    const partyId = await office.addParty()
    expect(office.duties({ partyId })).toEqual([])
    const change = async (firstBusinessOn: string | null) => {
      const { id, version, ...party } = await office.callAs('creditadministrator', 'parties.get', { id: partyId })
      const { kind, name, departmentId } = party
      await office.callAs('creditadministrator', 'parties.change', { id, version, kind, name, departmentId, firstBusinessOn })
    }
    await change('2024-01-31')
    expect(told(office.duties({ partyId }))).toEqual([['new-customer', '2024-01-31', '2024-02-29', null]])
    await change('2025-01-31')
    expect(told(office.duties({ partyId }))).toEqual([['new-customer', '2025-01-31', '2025-02-28', null]])
    await change(null)
    expect(office.duties({ partyId })).toEqual([])
    await expect(change('2026-11-24')).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('a dossier’s deadlines: confirmed, out of the department, in the room', async () => {
    const partyId = await office.addParty()
    const { id } = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1, level: 'internal', openedOn: '2025-12-31' })
    expect(told(office.duties({ dossierId: id }))).toEqual([
      ['complete', '2025-12-31', '2026-03-31', null], ['confirm', '2025-12-31', '2026-01-15', null], ['out', '2026-12-31', '2027-01-31', null],
    ])
    await office.callAs('salesdirector', 'dossiers.confirm', { id })
    expect(told(office.duties({ dossierId: id }))[1]).toEqual(['confirm', '2025-12-31', '2026-01-15', '2026-11-23'])
    const { drawers } = await office.furnish({ room: '一室' })
    await office.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[0]! })
    expect(told(office.duties({ dossierId: id }))[2]).toEqual(['out', '2026-12-31', '2027-01-31', '2026-11-23'])
    await office.callAs('archivist', 'cabinet.undoMove', {})
    expect(told(office.duties({ dossierId: id }))[2]).toEqual(['out', '2026-12-31', '2027-01-31', null])
  })

  test('the table says what the facts say', () => {
    const { kept, derived } = bothTellings(office.archive.store)
    expect(kept.length).toBeGreaterThan(3)
    expect(kept).toEqual(derived)
  })
})
