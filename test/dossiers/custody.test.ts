import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const line = async (id: number) =>
  (await desk.callAs('archivist', 'dossiers.get', { id })).custody.map((step) => [step.step, step.phase, step.holder, step.from] as const)

describe('the line of custody', () => {
  it('begins where the dossier was opened, with what is still to come', async () => {
    const { id } = await desk.open('salesperson', '新卷公司', { openedOn: '2026-11-20' })
    expect(await line(id)).toEqual([
      ['opened', 'now', '测试salesperson', '2026-11-20'], ['confirmed', 'future', null, null], ['shelved', 'future', null, null],
      ['appraisal', 'future', null, '2036-12-31'],
    ])
  })

  it('follows the folder through room, borrower and back', async () => {
    const { id } = await desk.open('salesperson', '辗转公司', { openedOn: '2026-11-20' })
    const { drawers } = await desk.furnish({ room: '甲室' })
    const elsewhere = await desk.furnish({ room: '乙室' })
    await desk.callAs('salesdirector', 'dossiers.confirm', { id })
    desk.clock.addDays(1)
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[0]! })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[1]! })
    expect((await line(id)).slice(1, 3)).toEqual([['confirmed', 'done', '测试salesDirector', '2026-11-23'], ['shelved', 'now', '甲室', '2026-11-24']])
    desk.clock.addDays(1)
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: elsewhere.drawers[0]! })
    desk.slip('salesperson2', [id], { dueOn: '2026-12-01' })
    const lent = (await desk.callAs('archivist', 'dossiers.get', { id })).custody
    expect(lent.filter((step) => step.step === 'shelved').map((step) => step.holder)).toEqual(['甲室', '乙室'])
    expect(lent.find((step) => step.phase === 'now')).toMatchObject({ step: 'lent', holder: '二部业务员', because: { rule: 'lent', values: { due: '2026-12-01' } } })
    desk.takeBack(id)
    expect((await line(id)).filter(([, phase]) => phase === 'now')).toEqual([['returned', 'now', '测试archivist', '2026-11-25']])
    await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '盘点未见' })
    const missing = (await desk.callAs('archivist', 'dossiers.get', { id })).custody.find((step) => step.phase === 'now')
    expect(missing).toMatchObject({ step: 'missing', because: { rule: 'missing', values: { since: '2026-11-25', by: '测试archivist' } } })
  })

  it('says who looked last', async () => {
    const { id } = await desk.open('salesperson', '被阅公司')
    expect((await desk.callAs('archivist', 'dossiers.get', { id })).lastLookup).toBeNull()
    const slipNumber = desk.slip('salesperson2', [id], { dueOn: '2026-12-01' })
    expect((await desk.callAs('archivist', 'dossiers.get', { id })).lastLookup).toEqual({ on: '2026-11-01', reader: '二部业务员', slipNumber })
    expect(await desk.callAs('salesperson2', 'dossiers.get', { id })).toMatchObject({ throughSlip: slipNumber, mayWrite: false })
  })
})
