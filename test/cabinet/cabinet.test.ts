import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, expectKept, openDesk } from '../dossiers/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

let count = 0
let drawers: number[]
let roomId: number
beforeEach(async () => { ({ drawers, roomId } = await desk.furnish({ room: `室${++count}`, drawers: 3, capacity: 3 })) })

const folder = async (name = `柜中公司${Math.random()}`, department: 'XS1' | 'XS2' = 'XS1') =>
  (await desk.open(department === 'XS1' ? 'salesperson' : 'salesperson2', name, { department })).id
const put = (dossierId: number, drawer = 0, slot?: number) => desk.callAs('archivist', 'cabinet.place', { dossierId, drawerId: drawers[drawer]!, slot })
const front = async (login: 'archivist' | 'salesperson2' = 'archivist', drawer = 0) =>
  (await desk.callAs(login, 'cabinet.room', { roomId }))[0]!.drawers[drawer]!
const slots = async (drawer = 0) =>
  (await desk.callAs('archivist', 'cabinet.drawer', { drawerId: drawers[drawer]! })).folders.map(({ dossierId, slot }) => [dossierId, slot])

describe('furniture', () => {
  it('has rooms, cabinets and drawers with the letters from A to Z', async () => {
    const [cabinet] = await desk.callAs('archivist', 'cabinet.room', { roomId })
    expect(cabinet).toMatchObject({ code: '01', label: '', drawers: [{ no: 1, label: 'A–G', capacity: 3, occupied: 0 }, { label: 'H–R' }, { label: 'S–Z' }] })
    expect((await desk.callAs('archivist', 'cabinet.rooms', {})).find((room) => room.id === roomId)).toEqual({ id: roomId, name: `室${count}`, cabinets: 1, drawers: 3, folders: 0 })
  })

  it('refuses what is there already, and places that are not', async () => {
    expect(await desk.refusal('archivist', 'cabinet.addRoom', { name: `室${count}` })).toBe('duplicate')
    await desk.callAs('archivist', 'cabinet.addCabinet', { roomId, code: 'a1' })
    expect(await desk.refusal('archivist', 'cabinet.addCabinet', { roomId, code: 'A1' })).toBe('duplicate')
    expect(await desk.refusal('archivist', 'cabinet.addCabinet', { roomId: 9999, code: '02' })).toBe('not-found')
    expect(await desk.refusal('archivist', 'cabinet.room', { roomId: 9999 })).toBe('not-found')
    expect(await desk.refusal('archivist', 'cabinet.drawer', { drawerId: 9999 })).toBe('not-found')
    expect(await desk.refusal('archivist', 'cabinet.changeDrawer', { id: 9999, capacity: 3 })).toBe('not-found')
  })

  it('lets a drawer shrink to its last folder, and gives its letters back', async () => {
    await put(await folder(), 0, 2)
    expect(await desk.refusal('archivist', 'cabinet.changeDrawer', { id: drawers[0]!, capacity: 1 })).toBe('drawer-not-empty')
    await desk.callAs('archivist', 'cabinet.changeDrawer', { id: drawers[0]!, label: '2026', capacity: 2 })
    expect(await front()).toMatchObject({ label: '2026', capacity: 2 })
    await desk.callAs('archivist', 'cabinet.changeDrawer', { id: drawers[0]!, label: null, capacity: 2 })
    expect(await front()).toMatchObject({ label: 'A–G' })
  })
})

describe('placing', () => {
  it('takes the first free slot, or the one asked for', async () => {
    const [a, b, c] = [await folder(), await folder(), await folder()]
    expect(await put(a)).toMatchObject({ roomId, roomName: `室${count}`, cabinetCode: '01', drawerId: drawers[0], drawerNo: 1, slot: 1 })
    await put(b, 0, 3)
    await put(c)
    expect(await slots()).toEqual([[a, 1], [c, 2], [b, 3]])
    expect(await front()).toMatchObject({ occupied: 3 })
    expectKept(desk)
  })

  it('refuses a taken slot, a full drawer and a slot beyond it', async () => {
    await put(await folder(), 0, 1)
    await put(await folder(), 0, 2)
    const late = await folder()
    expect(await desk.refusal('archivist', 'cabinet.place', { dossierId: late, drawerId: drawers[0]!, slot: 2 })).toBe('slot-taken')
    expect(await desk.refusal('archivist', 'cabinet.place', { dossierId: late, drawerId: drawers[0]!, slot: 4 })).toBe('bad-input')
    await put(await folder(), 0, 3)
    expect(await desk.refusal('archivist', 'cabinet.place', { dossierId: late, drawerId: drawers[0]! })).toBe('drawer-full')
    expect(await desk.refusal('archivist', 'cabinet.place', { dossierId: late, drawerId: 9999 })).toBe('not-found')
  })

  it('moves only what is at hand', async () => {
    const lent = await folder()
    await put(lent)
    desk.slip('salesperson2', [lent], { dueOn: '2026-12-01' })
    expect(await desk.refusal('archivist', 'cabinet.place', { dossierId: lent, drawerId: drawers[1]! })).toBe('folder-not-in')
    expect(await slots()).toEqual([[lent, 1]])
    const missing = await folder()
    await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: missing, remarks: '未见' })
    expect(await desk.refusal('archivist', 'cabinet.place', { dossierId: missing, drawerId: drawers[1]! })).toBe('folder-not-in')
  })

  it('where it stands already leaves no move', async () => {
    const id = await folder()
    await put(id)
    await put(id)
    await put(id, 0, 1)
    expect(desk.archive.store.prepare('SELECT count(*) AS moves FROM move WHERE dossierId = ?').get(id)).toEqual({ moves: 1 })
  })

  it('is a keeper’s, of his own department', async () => {
    const other = await folder('二部移架公司', 'XS2')
    expect(await desk.refusal('salesperson', 'cabinet.place', { dossierId: await folder(), drawerId: drawers[0]! })).toBe('forbidden')
    expect(await desk.refusal('departmentclerk', 'cabinet.place', { dossierId: other, drawerId: drawers[0]! })).toBe('not-found')
    desk.slip('departmentclerk', [other])
    expect(await desk.refusal('departmentclerk', 'cabinet.place', { dossierId: other, drawerId: drawers[0]! })).toBe('forbidden')
    await desk.callAs('departmentclerk2', 'cabinet.place', { dossierId: other, drawerId: drawers[0]! })
  })
})

describe('undo', () => {
  it('takes back one’s own moves, the last first, to the first shelving', async () => {
    const id = await folder()
    await put(id, 0)
    await put(id, 1, 2)
    expect(await desk.callAs('archivist', 'cabinet.undoMove', {})).toMatchObject({ dossierId: id, place: { drawerId: drawers[0], slot: 1 } })
    expect(await desk.callAs('archivist', 'cabinet.undoMove', {})).toEqual({ dossierId: id, place: null })
    expect((await desk.callAs('archivist', 'dossiers.get', { id })).state).toBe('unshelved')
    expectKept(desk)
  })

  it('is refused to one who has moved nothing', async () => {
    expect(await desk.refusal('archivist2', 'cabinet.undoMove', {})).toBe('nothing-to-undo')
  })

  it.each([
    ['moved on by another', async (id: number) => { await desk.callAs('archivist2', 'cabinet.place', { dossierId: id, drawerId: drawers[2]! }) }, 'nothing-to-undo'],
    ['moved on by another and put back there', async (id: number) => {
      await desk.callAs('archivist2', 'cabinet.place', { dossierId: id, drawerId: drawers[2]! })
      await desk.callAs('archivist2', 'cabinet.place', { dossierId: id, drawerId: drawers[1]!, slot: 1 })
    }, 'nothing-to-undo'],
    ['lent', async (id: number) => { desk.slip('salesperson2', [id], { dueOn: '2026-12-01' }) }, 'nothing-to-undo'],
    ['lent and returned', async (id: number) => { desk.slip('salesperson2', [id], { dueOn: '2026-12-01' }); desk.takeBack(id) }, 'nothing-to-undo'],
    ['reported missing', async (id: number) => { await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '未见' }) }, 'nothing-to-undo'],
    ['missing and found', async (id: number) => {
      await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '未见' })
      await desk.callAs('archivist', 'cabinet.reportFound', { dossierId: id, remarks: '夹在邻卷' })
    }, 'nothing-to-undo'],
    ['followed by another on its old slot', async () => { await desk.callAs('archivist2', 'cabinet.place', { dossierId: await folder(), drawerId: drawers[0]!, slot: 1 }) }, 'slot-taken'],
  ])('is refused when the folder was %s', async (_case, happen, code) => {
    const id = await folder()
    await put(id, 0)
    await put(id, 1, 1)
    desk.clock.addDays(1)
    await happen(id)
    expect(await desk.refusal('archivist', 'cabinet.undoMove', {})).toBe(code)
  })
})

describe('missing and found', () => {
  it('keeps the slot meanwhile', async () => {
    const id = await folder()
    await put(id, 1, 2)
    await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '两遍未见' })
    expect(await desk.callAs('archivist', 'cabinet.folder', { dossierId: id })).toMatchObject({ state: 'missing', slot: 2, holder: '' })
    expect(await front('archivist', 1)).toMatchObject({ missing: 1, occupied: 1 })
    expect(await desk.refusal('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '再报' })).toBe('wrong-state')
    await desk.callAs('archivist', 'cabinet.reportFound', { dossierId: id, remarks: '夹在邻卷' })
    expect(await desk.callAs('archivist', 'cabinet.folder', { dossierId: id })).toMatchObject({ state: 'in', holder: `室${count}` })
    expect(await desk.refusal('archivist', 'cabinet.reportFound', { dossierId: id, remarks: '再报' })).toBe('wrong-state')
  })

  it('is not for a lent folder: its slip says so', async () => {
    const id = await folder()
    await put(id)
    desk.slip('salesperson2', [id], { dueOn: '2026-12-01' })
    expect(await desk.refusal('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '未见' })).toBe('folder-not-in')
  })
})

describe('the card', () => {
  it('says who has the folder since when, and until when', async () => {
    const id = await folder('山东卡片制造有限公司')
    expect(await desk.callAs('archivist', 'cabinet.folder', { dossierId: id })).toMatchObject({
      state: 'unshelved', slot: 0, place: null, holder: '销售一部', partyName: '山东卡片制造有限公司', shortName: '卡片制造', letter: 'K', dueOn: null, slipId: null, lastLookup: null,
    })
    await put(id)
    const slipNumber = desk.slip('salesperson2', [id], { dueOn: '2026-11-20' })
    expect(await desk.callAs('archivist', 'cabinet.folder', { dossierId: id })).toMatchObject({
      state: 'overdue', dueOn: '2026-11-20', holder: '二部业务员　测试单位', slipId: expect.any(Number), place: { slot: 1 },
      lastLookup: { slipNumber, reader: '二部业务员' },
    })
  })
})

describe('the tray', () => {
  it('holds what waits for a place, the oldest first', async () => {
    const [first, second] = [await folder(), await folder()]
    const waiting = async () => (await desk.callAs('archivist', 'cabinet.unshelved', {})).map((entry) => entry.dossierId)
    expect((await waiting()).slice(-2)).toEqual([first, second])
    await put(first)
    expect(await waiting()).not.toContain(first)
  })
})

describe('the next free slot', () => {
  it('is among its own department, year and letters, else the first with room', async () => {
    await desk.callAs('archivist', 'cabinet.addCabinet', { roomId, code: '02', label: '2026 销售一部', drawers: 5, capacity: 2 })
    const id = await folder('锦岱锻造公司')
    const place = await desk.callAs('archivist', 'cabinet.nextFreeSlot', { dossierId: id, roomId })
    expect(place).toMatchObject({ cabinetCode: '02', drawerNo: 2, slot: 1 })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: place!.drawerId, slot: place!.slot })
    expect(await desk.callAs('archivist', 'cabinet.nextFreeSlot', { dossierId: await folder('景宸暖通公司'), roomId })).toMatchObject({ drawerId: place!.drawerId, slot: 2 })
    expect(await desk.callAs('archivist', 'cabinet.nextFreeSlot', { dossierId: await folder('二部公司', 'XS2'), roomId })).toMatchObject({ cabinetCode: '01', drawerNo: 1 })
    expect(await desk.callAs('archivist', 'cabinet.nextFreeSlot', { roomId })).toMatchObject({ cabinetCode: '01', drawerNo: 1, slot: 1 })
  })

  it('is none in a room without space', async () => {
    const { roomId: small, drawers: [only] } = await desk.furnish({ room: `小室${count}`, drawers: 1, capacity: 1 })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: await folder(), drawerId: only! })
    expect(await desk.callAs('archivist', 'cabinet.nextFreeSlot', { roomId: small })).toBeNull()
    expect(await desk.callAs('archivist', 'cabinet.nextFreeSlot', { roomId: small, dossierId: await folder() })).toBeNull()
  })
})

describe('what another department sees', () => {
  it('is the fill of a drawer and blank folders, nothing else', async () => {
    const hidden = await folder('不宜外传公司')
    const shown = await folder('二部可见公司', 'XS2')
    await put(hidden, 0, 1)
    await put(shown, 0, 2)
    desk.slip('salesperson', [hidden], { dueOn: '2026-11-01' })
    const missing = await folder()
    await put(missing, 0, 3)
    await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: missing, remarks: '未见' })
    expect(await front()).toMatchObject({ occupied: 3, overdue: 1, missing: 1, lent: 0 })
    expect(await front('salesperson2')).toMatchObject({ occupied: 3, overdue: 0, missing: 0, lent: 0 })
    const drawer = await desk.callAs('salesperson2', 'cabinet.drawer', { drawerId: drawers[0]! })
    expect(drawer.folders.map((entry) => entry.dossierId)).toEqual([shown])
    expect(drawer.hiddenSlots).toEqual([1, 3])
    for (const method of ['cabinet.folder', 'cabinet.nextFreeSlot'] as const) {
      expect(await desk.refusal('salesperson2', method, { dossierId: hidden })).toBe('not-found')
    }
    expect(await desk.refusal('salesperson2', 'dossiers.get', { id: hidden })).toBe('not-found')
    expect((await desk.callAs('salesperson2', 'dossiers.list', { text: '不宜外传' })).total).toBe(0)
    const unshelved = await folder('一部待架公司')
    expect((await desk.callAs('salesperson2', 'cabinet.unshelved', {})).map((entry) => entry.dossierId)).not.toContain(unshelved)
  })

  it('becomes visible through a slip, in the drawer and on its front', async () => {
    const id = await folder()
    await put(id)
    desk.slip('salesperson2', [id], { dueOn: '2026-12-31' })
    expect(await front('salesperson2')).toMatchObject({ lent: 1, dueToday: 0 })
    expect((await desk.callAs('salesperson2', 'cabinet.drawer', { drawerId: drawers[0]! })).folders).toMatchObject([{ dossierId: id, state: 'lent', dueOn: '2026-12-31' }])
  })
})
