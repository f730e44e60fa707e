import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
let dossierId: number
beforeEach(async () => {
  office = await openTestArchive()
  const { id: partyId } = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })
  dossierId = (await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })).id
})
afterEach(async () => { await office.close() })

const ask = (agreement: object | null) => office.archive.store
  .prepare("UPDATE regulationVersion SET body = json_set(body, '$.access', json(?))").run(JSON.stringify({ authorisation: null, clearance: null, agreement }))
const sign = (signedOn: string) => office.callAs('officedirector', 'agreements.record', { personId: office.people.creditadministrator, signedOn })

test('where the regulation asks for an agreement, nobody reads without one (S13)', async () => {
  expect(await office.answerAs('creditadministrator', 'dossiers.get', { id: dossierId })).toMatchObject({ ok: true })
  ask({ clause: '6.2' })
  expect(await office.answerAs('creditadministrator', 'dossiers.get', { id: dossierId })).toEqual({ ok: false, error: { code: 'agreement-missing', details: { clause: '6.2' } } })
  expect(await office.answerAs('creditadministrator', 'prints.record', { form: 'contents', subjectId: dossierId })).toMatchObject({ error: { code: 'agreement-missing' } })
  await sign('2026-11-23')
  expect(await office.answerAs('creditadministrator', 'dossiers.get', { id: dossierId })).toMatchObject({ ok: true })
})

test('it binds to its last day, and not once it is ended', async () => {
  ask({ clause: '6.2', validMonths: 12 })
  const { id } = await sign('2026-01-31')
  office.clock.set(new Date(2027, 0, 31, 10))
  expect(await office.answerAs('creditadministrator', 'dossiers.get', { id: dossierId })).toMatchObject({ ok: true })
  office.clock.set(new Date(2027, 1, 1, 10))
  expect(await office.answerAs('creditadministrator', 'dossiers.get', { id: dossierId })).toMatchObject({ error: { code: 'agreement-missing' } })
  office.clock.set(new Date(2027, 0, 30, 10))
  await office.callAs('officedirector', 'agreements.end', { id, reason: '调离' })
  expect(await office.answerAs('creditadministrator', 'dossiers.get', { id: dossierId })).toMatchObject({ error: { code: 'agreement-missing' } })
  expect(await office.answerAs('officedirector', 'agreements.end', { id, reason: '调离' })).toMatchObject({ error: { code: 'wrong-state' } })
})

test('numbers run within the year of signing; nobody records his own; no day to come', async () => {
  expect([(await sign('2026-02-01')).number, (await sign('2026-03-01')).number, (await sign('2025-12-01')).number]).toEqual(['BM-2026-0001', 'BM-2026-0002', 'BM-2025-0001'])
  const own = { personId: office.people.officedirector, signedOn: '2026-02-01' }
  expect(await office.answerAs('officedirector', 'agreements.record', own)).toMatchObject({ error: { code: 'same-person' } })
  expect(await office.answerAs('officedirector', 'agreements.record', { personId: office.people.archivist, signedOn: '2026-11-24' })).toMatchObject({ error: { code: 'bad-input' } })
})

test('a salesperson sees his own line alone', async () => {
  await sign('2026-02-01')
  const { people } = await office.callAs('salesperson', 'agreements.list', {})
  expect(people).toEqual([expect.objectContaining({ personId: office.people.salesperson, isBound: false, agreement: null })])
})
