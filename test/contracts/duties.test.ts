import { afterAll, beforeAll, expect, test } from 'vitest'
import { bothTellings, type DutyOffice, openDutyOffice } from '../duties/duty-office.ts'

let office: DutyOffice
beforeAll(async () => { office = await openDutyOffice() })
afterAll(() => office.close())

test('what happens to a contract begins its deadlines, and a struck line ends them', async () => {
  const partyId = await office.addParty()
  const { id } = await office.callAs('salesperson', 'contracts.open', {
    partyId, departmentId: office.departments.XS1, subject: '原煤', direction: 'sale', handlerId: office.people.salesperson, signedOn: '2026-01-31',
  })
  const due = () => office.duties({ dossierId: id }).map(({ ruleId, startsOn, dueOn }) => [ruleId, startsOn, dueOn])
  expect(due()).toEqual([['signed', '2026-01-31', '2026-02-28']])
  const { eventId } = await office.callAs('salesperson', 'contracts.recordEvent', { id, version: 1, what: 'changed', on: '2026-11-01' })
  await office.callAs('salesperson', 'contracts.recordEvent', { id, version: 2, what: 'terminated', on: '2026-11-02' })
  expect(due()).toEqual([['changed', '2026-11-01', '2026-11-11'], ['ended', '2026-11-02', '2026-12-02'], ['signed', '2026-01-31', '2026-02-28']])
  await office.callAs('salesperson', 'contracts.strikeEvent', { id, version: 3, eventId, reason: '误登' })
  expect(due()).toEqual([['ended', '2026-11-02', '2026-12-02'], ['signed', '2026-01-31', '2026-02-28']])
  const { kept, derived } = bothTellings(office.archive.store)
  expect(kept).toEqual(derived)
})
