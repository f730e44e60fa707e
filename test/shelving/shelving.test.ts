import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawerCode, readDrawerCode } from '../../src/shared/rules/shelving/codes.ts'
import { capacityMm, thicknessMm, whyNotTogether } from '../../src/shared/rules/shelving/boxes.ts'
import { type Desk, expectKept, openDesk } from '../dossiers/desk.ts'

let desk: Desk
let drawers: number[]
let roomId: number
beforeEach(async () => {
  desk = await openDesk();
  ({ drawers, roomId } = await desk.furnish({ drawers: 3, capacity: 6 }))
})
afterEach(() => desk.close())

let count = 0
const folder = async (drawer: number | null = 0, department: 'XS1' | 'XS2' = 'XS1') => {
  const opened = await desk.open('creditadministrator', `装盒公司${++count}`, { department })
  if (drawer !== null) await desk.callAs('archivist', 'cabinet.place', { dossierId: opened.id, drawerId: drawers[drawer]! })
  return opened
}
const box = (dossierId: number, spineMm: 20 | 50 = 20) => desk.callAs('archivist', 'shelving.addBox', { dossierId, spineMm })
const boxOf = (dossierId: number) => (desk.archive.store.prepare('SELECT boxId FROM dossier WHERE id = ?').get(dossierId) as { boxId: number | null }).boxId

describe('labels', () => {
  it('a drawer’s code is read back, whatever the case and the keyboard', () => {
    expect(drawerCode(3, 'a1', 10)).toBe('R3-A1-10')
    expect(readDrawerCode('ｒ3-a1-10')).toEqual({ roomId: 3, cabinetCode: 'A1', no: 10 })
    expect(readDrawerCode('R3-A-B-2')).toEqual({ roomId: 3, cabinetCode: 'A-B', no: 2 })
    for (const other of ['XY-XS1-2026-0001', 'R0-01-1', 'R1-01', 'H-XS1-2026-001', '']) expect(readDrawerCode(other)).toBeNull()
  })

  it('a scan finds a drawer, a box or a folder with the slot it should go to', async () => {
    const [shelved, waiting] = [await folder(), await folder(null)]
    const [front] = await desk.callAs('archivist', 'shelving.drawers', { roomId })
    expect(await desk.callAs('archivist', 'shelving.find', { code: front!.code })).toMatchObject({ drawer: { id: drawers[0], no: 1, cabinetCode: '01', occupied: 1 }, folder: null })
    expect(await desk.callAs('archivist', 'shelving.find', { code: shelved.number.toLowerCase() })).toMatchObject({ folder: { state: 'in', place: { slot: 1 }, offered: null } })
    expect(await desk.callAs('archivist', 'shelving.find', { code: waiting.number })).toMatchObject({ folder: { state: 'unshelved', place: null, offered: await desk.callAs('archivist', 'cabinet.nextFreeSlot', { dossierId: waiting.id }) } })
    const { id, code } = await box(shelved.id)
    expect(await desk.callAs('archivist', 'shelving.find', { code })).toMatchObject({ box: { id, folders: 1 } })
    expect(await desk.refusal('archivist', 'shelving.find', { code: 'XX-1' })).toBe('not-found')
    expect(await desk.refusal('departmentclerk2', 'shelving.find', { code: shelved.number })).toBe('not-found')
    expect(await desk.refusal('departmentclerk2', 'shelving.find', { code })).toBe('not-found')
    expect(await desk.refusal('salesperson', 'shelving.find', { code })).toBe('forbidden')
  })

  it('are printed for a drawer, a box, all that wait, or those named', async () => {
    const [one, two, three] = [await folder(), await folder(), await folder(null)]
    const { id } = await box(two.id)
    const numbers = async (input: object) => (await desk.callAs('archivist', 'shelving.labels', input)).map((label) => label.number)
    expect(await numbers({ drawerId: drawers[0] })).toEqual([one.number, two.number])
    expect(await numbers({ boxId: id })).toEqual([two.number])
    expect(await numbers({ unshelved: true })).toEqual([three.number])
    expect(await numbers({ dossierIds: [three.id, one.id, 99_999] })).toEqual([three.number, one.number])
    expect(await desk.callAs('departmentclerk2', 'shelving.labels', { dossierIds: [one.id] })).toEqual([])
    expect(await desk.callAs('archivist', 'prints.record', { form: 'spine' })).toMatchObject({ copy: 1 })
    expect(await desk.refusal('salesperson', 'prints.record', { form: 'spine' })).toBe('forbidden')
  })
})

describe('boxes', () => {
  it('have room for so many sheets', () => {
    expect([0, 1, 10, 90, 100].map(thicknessMm)).toEqual([1, 2, 2, 10, 11])
    expect(capacityMm(20)).toBe(18)
    const sort = { departmentId: 1, year: 2026, kind: 'credit', retentionYears: null } as const
    expect(whyNotTogether(sort, sort)).toBeNull()
    expect(whyNotTogether(sort, { ...sort, departmentId: 2 })).toBe('department')
    expect(whyNotTogether(sort, { ...sort, year: 2025 })).toBe('year')
    expect(whyNotTogether(sort, { ...sort, kind: 'contract' })).toBe('kind')
    expect(whyNotTogether(sort, { ...sort, retentionYears: 10 })).toBe('retention')
  })

  it('take folders of their own kind, from wherever they stand, and show fill and numbers', async () => {
    const [one, two, far] = [await folder(), await folder(), await folder(1)]
    await desk.callAs('creditadministrator', 'documents.add', { dossierId: one.id, title: '报告', pages: 60 })
    const { id, code } = await box(one.id)
    expect(code).toBe('H-XS1-2026-001')
    expect(await desk.callAs('archivist', 'shelving.intoBox', { boxId: id, dossierId: two.id })).toMatchObject({ folders: 2, filledMm: 8, capacityMm: 18, firstNumber: one.number, lastNumber: two.number })
    await desk.callAs('archivist', 'shelving.intoBox', { boxId: id, dossierId: far.id })
    expect((await desk.callAs('archivist', 'cabinet.folder', { dossierId: far.id })).place).toMatchObject({ drawerId: drawers[0], slot: 3 })
    expect((await desk.callAs('archivist', 'shelving.box', { id })).contents.map(({ number, thicknessMm: mm, slot }) => [number, mm, slot])).toEqual([[one.number, 7, 1], [two.number, 1, 2], [far.number, 1, 3]])
    expect((await desk.callAs('archivist', 'shelving.boxes', { text: far.number })).rows).toMatchObject([{ code }])
    expect((await desk.callAs('archivist', 'shelving.boxes', { text: 'h-xs1' })).total).toBe(1)
    expect((await desk.callAs('archivist', 'shelving.boxes', { text: 'X%' })).total).toBe(0)
    expect((await desk.callAs('departmentclerk2', 'shelving.boxes', {})).total).toBe(0)
    expectKept(desk)
  })

  it('refuse to mix, and say why', async () => {
    const { id } = await box((await folder()).id)
    const [other, kept] = [await folder(0, 'XS2'), await folder()]
    desk.archive.store.prepare('UPDATE dossier SET retentionYears = retentionYears + 5 WHERE id = ?').run(kept.id)
    desk.archive.store.prepare('UPDATE dossier SET retentionYears = 99 WHERE id = ? AND retentionYears IS NULL').run(kept.id)
    const contract = await desk.open('creditadministrator', '合同公司', { kind: 'contract' })
    for (const [dossierId, mixed] of [[other.id, 'department'], [kept.id, 'retention'], [contract.id, 'kind']] as const) {
      expect(await desk.answerAs('archivist', 'shelving.intoBox', { boxId: id, dossierId })).toMatchObject({ error: { code: 'box-mixed', details: { mixed } } })
    }
  })

  it('refuse what no longer fits, and what is not at hand', async () => {
    const [one, thick, lent, waiting] = [await folder(), await folder(), await folder(), await folder(null)]
    await desk.callAs('creditadministrator', 'documents.add', { dossierId: thick.id, title: '报告', pages: 180 })
    const { id } = await box(one.id)
    expect(await desk.refusal('archivist', 'shelving.intoBox', { boxId: id, dossierId: thick.id })).toBe('box-full')
    expect(await desk.refusal('archivist', 'shelving.addBox', { dossierId: thick.id, spineMm: 20 })).toBe('box-full')
    desk.slip('salesperson', [lent.id], { dueOn: '2026-12-01' })
    expect(await desk.refusal('archivist', 'shelving.intoBox', { boxId: id, dossierId: lent.id })).toBe('folder-not-in')
    expect(await desk.refusal('archivist', 'shelving.addBox', { dossierId: waiting.id, spineMm: 20 })).toBe('wrong-state')
    expect(await desk.refusal('archivist', 'shelving.outOfBox', { dossierId: waiting.id })).toBe('wrong-state')
  })

  it('lose a folder that leaves their drawer or their retention, and go to another drawer whole', async () => {
    const [one, two, three] = [await folder(), await folder(), await folder()]
    const { id } = await box(one.id)
    for (const { id: dossierId } of [two, three]) await desk.callAs('archivist', 'shelving.intoBox', { boxId: id, dossierId })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: two.id, drawerId: drawers[1]! })
    expect(boxOf(two.id)).toBeNull()
    await desk.callAs('archivist', 'cabinet.undoMove', {})
    expect(boxOf(two.id)).toBeNull()
    expect(await desk.callAs('archivist', 'shelving.moveBox', { boxId: id, drawerId: drawers[2]! })).toMatchObject({ drawerId: drawers[2], folders: 2 })
    expect([boxOf(one.id), boxOf(three.id)]).toEqual([id, id])
    const { version, retentionYears } = desk.archive.store.prepare('SELECT version, retentionYears FROM dossier WHERE id = ?').get(one.id) as { version: number; retentionYears: number | null }
    await desk.callAs('archivist', 'dossiers.change', { id: one.id, version, level: 'internal', levelReason: null, retentionYears: (retentionYears ?? 0) + 7, remarks: null })
    expect(boxOf(one.id)).toBeNull()
    await desk.callAs('archivist', 'shelving.outOfBox', { dossierId: three.id })
    expect((await desk.callAs('archivist', 'shelving.box', { id })).contents).toEqual([])
    expectKept(desk)
  })

  it('do not move while one of their folders is away', async () => {
    const one = await folder()
    const { id } = await box(one.id)
    desk.slip('salesperson', [one.id], { dueOn: '2026-12-01' })
    expect(await desk.refusal('archivist', 'shelving.moveBox', { boxId: id, drawerId: drawers[2]! })).toBe('folder-not-in')
    expect((await desk.callAs('archivist', 'shelving.box', { id })).drawerId).toBe(drawers[0])
  })
})
