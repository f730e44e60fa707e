import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Desk, openDesk } from '../dossiers/desk.ts'

let desk: Desk
let dossier: { id: number; number: string }
beforeEach(async () => {
  desk = await openDesk()
  dossier = await desk.open('salesperson', '事故公司')
})
afterEach(() => desk.close())

const now = () => desk.clock.now().toISOString()
const shelve = async () => {
  const { drawers } = await desk.furnish()
  await desk.callAs('archivist', 'cabinet.place', { dossierId: dossier.id, drawerId: drawers[0]! })
  return drawers[0]!
}
const report = (login: 'archivist' | 'archivist2') =>
  desk.callAs(login, 'incidents.open', { kind: 'missing', dossierId: dossier.id, happenedFrom: now(), happenedTo: now(), what: '查无此卷' })
const empty = (reason = '重复立卷') => desk.refusal('creditadministrator', 'dossiers.void', { id: dossier.id, reason })

it('nobody looks into what he answers for himself, and is not offered to', async () => {
  await shelve()
  desk.clock.addDays(1)
  const { id } = await report('archivist2')
  const found = { findings: '夹在邻卷', consequences: '免责', measures: '无' }
  expect((await desk.callAs('archivist', 'incidents.get', { id })).may.investigate).toBe(false)
  expect((await desk.callAs('archivist2', 'incidents.get', { id })).may.investigate).toBe(true)
  expect(await desk.refusal('archivist', 'incidents.investigate', { id, version: 1, ...found })).toBe('same-person')
  await desk.callAs('archivist2', 'incidents.investigate', { id, version: 1, ...found })
})

it('what has not happened yet is no incident; an instant written otherwise is the same instant', async () => {
  const open = (happenedTo: string) => desk.refusal('archivist', 'incidents.open', { kind: 'damaged', dossierId: dossier.id, happenedFrom: now(), happenedTo, what: '受潮' })
  expect(await open(new Date(desk.clock.now().getTime() + 60_000).toISOString())).toBe('bad-input')
  await desk.callAs('archivist', 'incidents.open', { kind: 'damaged', dossierId: dossier.id, happenedFrom: now(), happenedTo: now().replace('.000Z', 'Z'), what: '受潮' })
  expect(desk.archive.store.prepare('SELECT happenedTo FROM incident').get()).toEqual({ happenedTo: now() })
  expect(await desk.refusal('archivist', 'agreements.record', { personId: desk.people.salesperson, signedOn: '0001-01-01' })).toBe('bad-input')
})

it('a dossier with an open incident is not voided', async () => {
  await report('archivist')
  expect(await empty()).toBe('wrong-state')
})

it('nor one in a running count', async () => {
  const drawerId = await shelve()
  const { id } = await desk.callAs('archivist', 'stocktakes.open', { drawerIds: [drawerId] })
  expect(await empty()).toBe('wrong-state')
  await desk.callAs('archivist', 'stocktakes.cancel', { id, reason: '停电' })
  await desk.callAs('creditadministrator', 'dossiers.void', { id: dossier.id, reason: '重复立卷' })
})

it('nor one that is held', async () => {
  const { id } = await desk.callAs('creditadministrator', 'holds.place', { kind: 'lawsuit', dossierId: dossier.id, reason: '起诉' })
  expect(await empty()).toBe('wrong-state')
  await desk.callAs('officedirector', 'holds.release', { id, reason: '撤诉' })
  await desk.callAs('creditadministrator', 'dossiers.void', { id: dossier.id, reason: '重复立卷' })
})
