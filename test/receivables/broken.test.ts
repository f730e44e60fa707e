import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

const LOGIN = 'creditadministrator'
let office: TestArchive
let partyId: number
// 2026-11-23
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs(LOGIN, 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })).id
  await owe(partyId)
})
afterEach(() => office.close())

const owe = (id: number) => office.callAs(LOGIN, 'receivables.add', { partyId: id, number: `YS-${id}`, issuedOn: '2026-08-01', dueOn: '2026-11-20', amountFen: 1000_00 })
const promise = (dueOn: string, amountFen = 1000_00, id = partyId) =>
  office.callAs(LOGIN, 'receivables.promise', { partyId: id, madeOn: office.clock.now().toISOString().slice(0, 10), dueOn, amountFen, promisedBy: '王经理', how: 'phone' })
const receive = (receivedOn: string, amountFen: number) => office.callAs(LOGIN, 'receivables.receive', { partyId, receivedOn, amountFen, means: 'cash', allocations: [] })
const line = async (login: 'creditadministrator' | 'officedirector' = LOGIN) => (await office.callAs(login, 'home.overview', {})).todo.filter(({ kind }) => kind === 'promisesBroken')
const block = async () => (await office.callAs(LOGIN, 'limits.ofParty', { partyId })).blocks.find(({ rule }) => rule === 'promise-broken')

test('from the day it is broken on, the first page and the credit of the party tell of it; news it is for thirty days, in the way for a year', async () => {
  await promise('2026-11-25')
  office.clock.addDays(5) // 11-28: the last day of grace
  expect([await line(), await block()]).toEqual([[], undefined])
  office.clock.addDays(1)
  expect(await line()).toMatchObject([{ group: 'today', subject: { kind: 'party', id: partyId }, folders: 1, because: { rule: 'promises-broken', values: { parties: 1, days: 30, first: '2026-11-29' } } }])
  expect(await line('officedirector')).toEqual([])
  expect(await block()).toEqual({ rule: 'promise-broken', values: { dueOn: '2026-11-25', on: '2026-11-29', amountFen: 1000_00, receivedFen: 0 } })
  office.clock.addDays(30)
  expect(await line()).toHaveLength(1)
  office.clock.addDays(1)
  expect(await line()).toEqual([])
  expect(await block()).toBeDefined()
  office.clock.addDays(335)
  expect(await block()).toBeUndefined()
})

test('kept it is none; kept in part it is, with what came in', async () => {
  await promise('2026-11-25', 500_00)
  await receive('2026-11-23', 500_00)
  office.clock.addDays(10)
  expect([await line(), await block()]).toEqual([[], undefined])
  await promise('2026-12-10', 400_00)
  office.clock.addDays(5)
  await receive('2026-12-08', 100_00)
  office.clock.addDays(10)
  expect(await line()).toHaveLength(1)
  expect(await block()).toMatchObject({ values: { dueOn: '2026-12-10', amountFen: 400_00, receivedFen: 100_00 } })
})

test('promised anew, or paid though late, it is told of no more; several parties are one line', async () => {
  const { id: other } = await office.callAs(LOGIN, 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS1 })
  await owe(other)
  await promise('2026-11-24')
  await promise('2026-11-26', 1000_00, other)
  office.clock.addDays(10)
  expect(await line()).toMatchObject([{ subject: { id: partyId }, folders: 2, because: { values: { parties: 2, first: '2026-11-28' } } }])
  await promise('2026-12-20')
  expect(await line()).toMatchObject([{ subject: { id: other }, folders: 1 }])
  expect(await block()).toBeUndefined()
  const { rows: [item] } = await office.callAs(LOGIN, 'receivables.items', { partyId: other })
  await office.callAs(LOGIN, 'receivables.receive', { partyId: other, receivedOn: '2026-12-03', amountFen: 1000_00, means: 'cash', allocations: [{ receivableId: item!.id, amountFen: 1000_00 }] })
  expect(await line()).toEqual([])
})
