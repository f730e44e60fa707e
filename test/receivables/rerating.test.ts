import { afterEach, beforeEach, expect, test } from 'vitest'
import { approve, make, openRatedOffice } from '../ratings/office.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeEach(async () => {
  office = await openRatedOffice()
  const { id } = await make(office, office.partyId, 'aftersale')
  await approve(office, id)
})
afterEach(() => office.close())

const reasons = async () => (await office.callAs('creditadministrator', 'rerating.due', {})).rows.flatMap((row) => row.reasons)
const owe = (number: string, dueOn: string, amountFen = 1000_00) => office.callAs('creditadministrator', 'receivables.add', { partyId: office.partyId, number, issuedOn: '2026-10-01', dueOn, amountFen })

// Rated on 2026-11-23.
test('thirty days overdue are none, the day after is; paid in time it never comes up', async () => {
  const { id } = await owe('YS-1', '2026-11-01')
  await owe('YS-2', '2026-11-10', 100_00)
  office.clock.addDays(8) // 12-01: 30 days
  expect(await reasons()).toEqual([])
  office.clock.addDays(1)
  expect(await reasons()).toEqual([{ reason: 'overdue', on: '2026-12-02', dueOn: '2026-12-07', what: 'YS-1' }])
  await office.callAs('creditadministrator', 'receivables.receive', { partyId: office.partyId, receivedOn: '2026-12-02', amountFen: 1000_00, means: 'transfer', allocations: [{ receivableId: id, amountFen: 1000_00 }] })
  office.clock.addDays(20) // what is left is no more than the tolerance
  expect((await reasons()).filter(({ reason }) => reason === 'overdue')).toEqual([])
})

test('what was that late before the rating is known to it; entered afterwards it is not', async () => {
  office.clock.addDays(2)
  await owe('YS-9', '2026-10-05')
  expect(await reasons()).toMatchObject([{ reason: 'overdue', on: '2026-11-05', what: 'YS-9' }])
})

test('a promise broken since; one kept is no reason', async () => {
  const promise = (dueOn: string, amountFen: number) => office.callAs('creditadministrator', 'receivables.promise', { partyId: office.partyId, madeOn: '2026-11-23', dueOn, amountFen, promisedBy: '王经理', how: 'visit' })
  await promise('2026-11-25', 500_00)
  await promise('2026-11-28', 500_00)
  office.clock.addDays(2)
  await office.callAs('creditadministrator', 'receivables.receive', { partyId: office.partyId, receivedOn: '2026-11-24', amountFen: 500_00, means: 'cash' })
  office.clock.addDays(6) // 12-01: the last day that counts for the second
  expect(await reasons()).toEqual([])
  office.clock.addDays(1)
  expect(await reasons()).toEqual([{ reason: 'promiseBroken', on: '2026-12-02', dueOn: '2026-12-12', what: '2026-11-28' }])
})
