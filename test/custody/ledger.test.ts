import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holderAt } from '../../src/main/custody/ledger.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

type Row = { stage: string; holderId: number; how: string; fromAt: string }
const line = (dossierId: number) =>
  desk.archive.store.prepare('SELECT stage, holderId, how, fromAt FROM custody WHERE dossierId = ? ORDER BY fromAt, id').all(dossierId) as Row[]
const steps = (dossierId: number) => line(dossierId).map(({ how, stage, holderId }) => [how, stage, holderId])
const stageOf = (id: number) => (desk.archive.store.prepare('SELECT stage FROM dossier WHERE id = ?').get(id) as { stage: string }).stage

describe('who answers for a folder', () => {
  test('opener, room, reader and keeper answer one after another, and every moment between has its own', async () => {
    const { people } = desk
    const { id } = await desk.open('salesperson', '经手公司')
    const { drawers } = await desk.furnish({ room: '一室' })
    const opened = desk.clock.now().toISOString()
    desk.clock.addDays(1)
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[0]! })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[1]! })
    desk.clock.addDays(1)
    const slip = await desk.callAs('salesperson2', 'lookups.create', { partyName: '经手公司', purpose: '核对', manner: 'borrow', untilOn: '2026-12-31', submit: true })
    await desk.callAs('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed' })
    await desk.callAs('archivist', 'lookups.handOut', { id: slip.id, folders: [{ dossierId: id, pages: 0, condition: 'good' }] })
    expect(stageOf(id), 'a loan leaves the folder where it belongs').toBe('archiveRoom')
    const lent = desk.clock.now().toISOString()
    desk.clock.addDays(1)
    await desk.callAs('archivist2', 'lookups.takeBack', { dossierId: id, pages: 0, condition: 'good' })
    expect(steps(id)).toEqual([
      ['opened', 'department', people.salesperson], ['takenIn', 'archiveRoom', people.archivist],
      ['lent', 'reader', people.salesperson2], ['returned', 'archiveRoom', people.archivist2],
    ])
    const { store } = desk.archive
    expect(holderAt(store, id, opened)?.holderId).toBe(people.salesperson)
    expect(holderAt(store, id, lent)?.holderId).toBe(people.salesperson2)
    expect(holderAt(store, id, desk.clock.now().toISOString())?.holderId).toBe(people.archivist2)
    expect(holderAt(store, id, '2020-01-01T00:00:00.000Z')).toBeUndefined()
  })

  test('a first shelving taken back gives the folder back to whoever answered before', async () => {
    const { id } = await desk.open('salesperson', '误上架公司')
    const { drawers } = await desk.furnish({ room: '二室' })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[0]! })
    await desk.callAs('archivist', 'cabinet.undoMove', {})
    expect(steps(id).at(-1)).toEqual(['undone', 'department', desk.people.salesperson])
    expect(stageOf(id)).toBe('department')
  })

  test('a clock set back never reaches behind what is written', async () => {
    const { id } = await desk.open('salesperson', '倒拨公司')
    const { drawers } = await desk.furnish({ room: '三室' })
    desk.clock.addDays(-3)
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[0]! })
    const [opened, shelved] = line(id)
    expect(shelved!.fromAt).toBe(opened!.fromAt)
    expect(holderAt(desk.archive.store, id, opened!.fromAt)?.holderId).toBe(desk.people.archivist)
    desk.clock.addDays(3)
  })

  test('no row can be changed or deleted', () => {
    const { store } = desk.archive
    expect(() => store.prepare('UPDATE custody SET holderId = 1').run()).toThrow('only added to')
    expect(() => store.prepare('DELETE FROM custody').run()).toThrow('only added to')
  })
})
