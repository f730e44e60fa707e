import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TEST_PASSWORD, type TestLogin } from '../builders/archive.ts'
import { type Desk, expectKept, openDesk } from '../dossiers/desk.ts'

let desk: Desk
let drawers: number[]
let roomId: number
let folders: { id: number; number: string }[]

/** A room of three drawers; four folders in the first, two in the second. */
beforeEach(async () => {
  desk = await openDesk();
  ({ drawers, roomId } = await desk.furnish({ drawers: 3, capacity: 10 }))
  folders = []
  for (const [index, drawer] of [0, 0, 0, 0, 1, 1].entries()) {
    const folder = await desk.open('creditadministrator', `盘点公司${index}`)
    await desk.callAs('archivist', 'cabinet.place', { dossierId: folder.id, drawerId: drawers[drawer]! })
    folders.push(folder)
  }
})
afterEach(() => desk.close())

const number = (index: number) => folders[index]!.number
const scan = (id: number, drawer: number, codes: string[], login: TestLogin = 'archivist') =>
  desk.callAs(login, 'stocktakes.scan', { id, drawerId: drawers[drawer]!, codes })
const open = async () => (await desk.callAs('archivist', 'stocktakes.open', { roomId })).id
type Rows = readonly (readonly [number, readonly string[]])[]

/** Both counts as given; the second like the first unless told otherwise. Answers the findings. */
async function count(id: number, first: Rows, second = first) {
  for (const [drawer, codes] of first) await scan(id, drawer, [...codes])
  await desk.callAs('archivist', 'stocktakes.finishFirst', { id })
  await desk.callAs('archivist2', 'stocktakes.beginSecond', { id })
  for (const [drawer, codes] of second) await scan(id, drawer, [...codes], 'archivist2')
  await desk.callAs('archivist2', 'stocktakes.finishSecond', { id })
  return await findingsOf(id)
}
const findingsOf = async (id: number) => (await desk.callAs('archivist', 'stocktakes.findings', { id })).rows
const coverage = async () => (await desk.callAs('archivist', 'stocktakes.coverage', {})).filter((drawer) => drawer.roomId === roomId)
const allInPlace = (): Rows => [[0, [0, 1, 2, 3].map(number)], [1, [4, 5].map(number)]]
const resolve = (id: number, findingId: number, resolution: 'explained', more: object = {}) =>
  desk.callAs('archivist', 'stocktakes.resolve', { id, findingId, resolution, ...more })
const state = async (index: number) => (await desk.callAs('archivist', 'cabinet.folder', { dossierId: folders[index]!.id })).state

describe('a count from its opening to its signatures', () => {
  it('finds nothing in a room in order, is signed by both and dates the drawers', async () => {
    const id = await open()
    expect(await desk.callAs('archivist', 'stocktakes.get', { id })).toMatchObject({
      number: 'PD-2026-0001', state: 'first', scope: '档案室一', expected: 6, drawers: 3, round: 1, findings: null, may: { count: true, beginSecond: false },
    })
    expect(await count(id, allInPlace())).toEqual([])
    expect((await coverage())[0]).toMatchObject({ countedAt: null, running: 'PD-2026-0001', folders: 4 })
    expect(await desk.callAs('archivist', 'stocktakes.sign', { id })).toEqual({ isClosed: false })
    expect(await desk.refusal('archivist', 'stocktakes.sign', { id })).toBe('wrong-state')
    expect(await desk.callAs('archivist', 'stocktakes.sign', { id, onTheSpot: { login: 'archivist2', password: TEST_PASSWORD } })).toEqual({ isClosed: true })
    const done = await desk.callAs('officedirector', 'stocktakes.get', { id })
    expect(done).toMatchObject({ state: 'closed', inOrder: 6, findings: 0, secondByName: '第二档案员' })
    expect((await coverage()).map(({ countedAt, running }) => [countedAt, running])).toEqual(drawers.map(() => [done.secondEnd, null]))
    expect((await desk.callAs('archivist', 'stocktakes.open', { drawerIds: [drawers[1]!] })).number).toBe('PD-2026-0002')
  })

  it('names the whole of what it counts: rooms and cabinets as such, else every drawer', async () => {
    const { cabinetCode } = (await desk.callAs('archivist', 'shelving.drawers', {})).find((drawer) => drawer.roomId === roomId)!
    const { id: other } = await desk.callAs('archivist', 'cabinet.addCabinet', { roomId, code: '09', drawers: 6, capacity: 10 })
    const added = (await desk.callAs('archivist', 'cabinet.room', { roomId })).find(({ id }) => id === other)!.drawers.map(({ id }) => id)
    const scopeOf = async (drawerIds: number[]) => {
      const { id } = await desk.callAs('archivist', 'stocktakes.open', { drawerIds })
      const { scope } = await desk.callAs('archivist', 'stocktakes.get', { id })
      await desk.callAs('archivist', 'stocktakes.cancel', { id, reason: '试' })
      return scope
    }
    expect(await scopeOf([drawers[2]!, drawers[0]!])).toBe(`档案室一 ${cabinetCode}-1 ${cabinetCode}-3`)
    expect(await scopeOf([...drawers, added[0]!, added[1]!, added[2]!, added[4]!])).toBe(`档案室一 ${cabinetCode} 09-1–3 09-5`)
    expect(await scopeOf([...drawers, ...added])).toBe('档案室一')
    expect(await scopeOf([...added])).toBe('档案室一 09')
  })

  it('keeps a drawer to one running count, and takes only what is there', async () => {
    const id = await open()
    expect(await desk.refusal('archivist', 'stocktakes.open', { drawerIds: [drawers[2]!] })).toBe('stocktake-running')
    expect(await desk.refusal('archivist', 'stocktakes.open', { drawerIds: [99_999] })).toBe('not-found')
    expect(await desk.refusal('archivist', 'stocktakes.open', {})).toBe('bad-input')
    expect(await desk.refusal('archivist', 'stocktakes.open', { roomId, cabinetId: 1 })).toBe('bad-input')
    await desk.callAs('archivist', 'stocktakes.cancel', { id, reason: '误开' })
    expect(await desk.refusal('archivist', 'stocktakes.scan', { id, drawerId: drawers[0]!, codes: ['X'] })).toBe('wrong-state')
    await desk.callAs('archivist', 'stocktakes.open', { drawerIds: [drawers[2]!] })
  })

  it('counts a code where it was scanned last, keeps its place when scanned twice, and lets a scan be undone', async () => {
    const id = await open()
    await scan(id, 0, [number(0), number(1)])
    expect((await scan(id, 0, [number(0)])).scans).toMatchObject([{ code: number(0), isAgain: true, verdict: 'inPlace' }])
    expect((await scan(id, 1, [`　${number(1).toLowerCase()} `])).scans).toMatchObject([{ code: number(1), isAgain: true, verdict: 'elsewhere', home: '01-1-2' }])
    const inFirst = await desk.callAs('archivist', 'stocktakes.scans', { id, drawerId: drawers[0]!, round: 1 })
    expect(inFirst.map(({ code }) => code)).toEqual([number(0)])
    await desk.callAs('archivist', 'stocktakes.strikeScan', { id, scanId: inFirst[0]!.id })
    expect(await desk.callAs('archivist', 'stocktakes.scans', { id, drawerId: drawers[0]!, round: 1 })).toEqual([])
    expect(await desk.refusal('archivist', 'stocktakes.strikeScan', { id, scanId: inFirst[0]!.id })).toBe('not-found')
  })
})

describe('the second count is blind', () => {
  it('sees nothing of the first, by any reading', async () => {
    const id = await open()
    await scan(id, 0, [number(0)])
    for (const login of ['archivist2', 'archivist'] as const) {
      const { counted } = await desk.callAs(login, 'stocktakes.get', { id })
      expect(counted[0]).toMatchObject({ first: login === 'archivist' ? 1 : null, second: null })
    }
    await desk.callAs('archivist', 'stocktakes.finishFirst', { id })
    expect(await desk.refusal('archivist', 'stocktakes.beginSecond', { id })).toBe('same-person')
    await desk.callAs('archivist2', 'stocktakes.beginSecond', { id })
    expect(await desk.refusal('archivist2', 'stocktakes.scans', { id, drawerId: drawers[0]!, round: 1 })).toBe('stocktake-blind')
    expect(await desk.refusal('archivist', 'stocktakes.scans', { id, drawerId: drawers[0]!, round: 2 })).toBe('stocktake-blind')
    for (const login of ['archivist', 'archivist2', 'officedirector', 'generalmanager'] as const) {
      expect(await desk.refusal(login, 'stocktakes.findings', { id })).toBe('stocktake-blind')
    }
    expect(await desk.callAs('officedirector', 'stocktakes.get', { id })).toMatchObject({ findings: null, inOrder: null, byKind: [] })
    // Nor do the books lead it: a scan says what was read and no more.
    expect((await scan(id, 1, [number(0), 'XX-1'], 'archivist2')).scans).toMatchObject([{ code: number(0), verdict: null, home: null }, { code: 'XX-1', verdict: null }])
    // The log of the first count names no folder.
    const entries = desk.archive.store.prepare("SELECT detail, subjectLabel FROM audit WHERE method LIKE 'stocktakes.%'").all() as { detail: string; subjectLabel: string }[]
    for (const entry of entries) expect(`${entry.detail} ${entry.subjectLabel}`).not.toContain(number(0))
  })

  it('is another person’s, who alone scans in it', async () => {
    const id = await open()
    expect(await desk.refusal('archivist2', 'stocktakes.scan', { id, drawerId: drawers[0]!, codes: ['X'] })).toBe('forbidden')
    expect(await desk.refusal('archivist2', 'stocktakes.finishFirst', { id })).toBe('forbidden')
    await desk.callAs('archivist', 'stocktakes.finishFirst', { id })
    expect(await desk.refusal('archivist', 'stocktakes.scan', { id, drawerId: drawers[0]!, codes: ['X'] })).toBe('wrong-state')
    await desk.callAs('archivist2', 'stocktakes.beginSecond', { id })
    expect(await desk.refusal('archivist', 'stocktakes.scan', { id, drawerId: drawers[0]!, codes: ['X'] })).toBe('same-person')
    expect(await desk.refusal('archivist', 'stocktakes.finishSecond', { id })).toBe('same-person')
    await desk.callAs('archivist2', 'stocktakes.finishSecond', { id })
    expect((await desk.callAs('archivist2', 'stocktakes.get', { id })).byKind).toEqual([{ kind: 'missing', count: 6, unresolved: 6 }])
    expect(await desk.refusal('archivist', 'stocktakes.cancel', { id, reason: '迟了' })).toBe('wrong-state')
  })
})

describe('each kind of finding and what is done about it', () => {
  it('missing is reported missing, with words', async () => {
    const id = await open()
    const [finding] = await count(id, [[0, [0, 1, 3].map(number)], [1, [4, 5].map(number)]])
    expect(finding).toMatchObject({ kind: 'missing', code: number(2), home: { words: '01-1', slot: 3 }, first: null, second: null, title: '盘点公司2' })
    expect(await desk.refusal('archivist', 'stocktakes.resolve', { id, findingId: finding!.id, resolution: 'reportedMissing' })).toBe('bad-input')
    expect(await desk.refusal('archivist', 'stocktakes.resolve', { id, findingId: finding!.id, resolution: 'takenBack' })).toBe('wrong-state')
    expect(await desk.refusal('archivist', 'stocktakes.sign', { id })).toBe('findings-open')
    await resolve(id, finding!.id, 'reportedMissing' as 'explained', { remarks: '两人找遍' })
    expect(await state(2)).toBe('missing')
    expect(await desk.refusal('archivist', 'stocktakes.resolve', { id, findingId: finding!.id, resolution: 'explained', remarks: '再来' })).toBe('wrong-state')
    await desk.callAs('archivist', 'stocktakes.sign', { id })
  })

  it('misplaced is put back, or the books follow it', async () => {
    const id = await open()
    const findings = await count(id, [[0, [0, 1, 4].map(number)], [1, [5, 2].map(number)], [2, [number(3)]]])
    expect(findings.map(({ kind, code, home, first }) => [kind, code, home?.words, first?.words])).toEqual([
      ['misplaced', number(2), '01-1', '01-2'], ['misplaced', number(3), '01-1', '01-3'], ['misplaced', number(4), '01-2', '01-1'],
    ])
    expect(findings[0]).toMatchObject({ afterCode: number(5), beforeCode: null })
    await resolve(id, findings[0]!.id, 'putBack' as 'explained')
    const { place } = await resolve(id, findings[1]!.id, 'movedHere' as 'explained')
    expect(place).toMatchObject({ drawerId: drawers[2], slot: 1 })
    expect((await resolve(id, findings[2]!.id, 'explained', { remarks: '误插，已还原' })).unresolved).toBe(0)
    expectKept(desk)
  })

  it('lent but there is taken back on its slip, with its pages counted', async () => {
    desk.slip('salesperson', [folders[0]!.id], { dueOn: '2026-12-01' })
    const id = await open()
    const [finding] = await count(id, allInPlace())
    expect(finding).toMatchObject({ kind: 'lentFound', code: number(0), loan: { slipNumber: 'CX-2026-0001', pagesOut: 1 }, ways: ['takenBack', 'explained'] })
    expect(await desk.refusal('archivist', 'stocktakes.resolve', { id, findingId: finding!.id, resolution: 'takenBack' })).toBe('bad-input')
    expect(await desk.refusal('archivist', 'stocktakes.resolve', { id, findingId: finding!.id, resolution: 'takenBack', counted: { pages: 9, condition: 'good' } })).toBe('pages-differ')
    await resolve(id, finding!.id, 'takenBack' as 'explained', { counted: { pages: 1, condition: 'good' } })
    expect(await state(0)).toBe('in')
    // One call, one entry; and it is about the count.
    expect(desk.archive.store.prepare('SELECT method, subjectKind FROM audit ORDER BY seq DESC LIMIT 1').get()).toEqual({ method: 'stocktakes.resolve', subjectKind: 'stocktake' })
  })

  it('missing but there is reported found; in transfer, voided and unknown are taken out', async () => {
    await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: folders[1]!.id, remarks: '未见' })
    desk.archive.store.prepare("UPDATE dossier SET custody = 'moving' WHERE id = ?").run(folders[2]!.id)
    const voided = await desk.open('creditadministrator', '误立公司')
    await desk.callAs('creditadministrator', 'dossiers.void', { id: voided.id, reason: '误立' })
    const id = await open()
    const findings = await count(id, [[0, [...[0, 1, 2, 3].map(number), voided.number]], [1, [...[4, 5].map(number), 'KT-77']]])
    expect(findings.map(({ kind, code }) => [kind, code])).toEqual([
      ['goneFound', voided.number], ['missingFound', number(1)], ['movingFound', number(2)], ['unknown', 'KT-77'],
    ])
    for (const { id: findingId, kind } of findings) await resolve(id, findingId, (kind === 'missingFound' ? 'found' : 'removed') as 'explained')
    expect(await state(1)).toBe('in')
    expect((await desk.callAs('archivist', 'stocktakes.findings', { id, isOpen: true })).total).toBe(0)
    expect((await desk.callAs('archivist', 'stocktakes.findings', { id, kind: 'unknown' })).rows[0]).toMatchObject({ dossierId: null, title: null, second: { words: '01-2' } })
  })

  it('out of order, and counts that differ', async () => {
    const id = await open()
    const findings = await count(id, [[0, [3, 0, 1, 2].map(number)], [1, [4, 5].map(number)]], [[0, [3, 0, 1, 2].map(number)], [1, [number(4)]]])
    expect(findings).toMatchObject([
      { kind: 'outOfOrder', code: number(3), beforeCode: number(0), ways: ['putBack', 'explained'] },
      { kind: 'disputed', code: number(5), first: { words: '01-2' }, second: null, ways: ['seenInPlace', 'putBack', 'movedHere', 'reportedMissing', 'explained'] },
    ])
    await resolve(id, findings[0]!.id, 'putBack' as 'explained')
    await resolve(id, findings[1]!.id, 'seenInPlace' as 'explained')
    expect(await desk.callAs('generalmanager', 'stocktakes.get', { id })).toMatchObject({ inOrder: 4, findings: 2, unresolved: 0 })
  })

  it('what moved while it was counted is no finding', async () => {
    const id = await open()
    await scan(id, 0, [0, 1, 2, 3].map(number))
    await scan(id, 1, [4, 5].map(number))
    await desk.callAs('archivist', 'stocktakes.finishFirst', { id })
    await desk.callAs('archivist', 'cabinet.place', { dossierId: folders[3]!.id, drawerId: drawers[2]! })
    desk.slip('salesperson', [folders[4]!.id], { dueOn: '2026-12-01' })
    await desk.callAs('archivist2', 'stocktakes.beginSecond', { id })
    await scan(id, 0, [0, 1, 2].map(number), 'archivist2')
    await scan(id, 1, [number(5)], 'archivist2')
    await scan(id, 2, [number(3)], 'archivist2')
    expect(await desk.callAs('archivist2', 'stocktakes.finishSecond', { id })).toEqual({ findings: 0 })
  })
})

describe('numbers', () => {
  it('never change, whatever a count finds', async () => {
    const before = desk.archive.store.prepare('SELECT id, number FROM dossier ORDER BY id').all()
    const id = await open()
    const findings = await count(id, [[0, [number(4)]], [2, [number(0)]]])
    for (const { id: findingId, kind } of findings) await resolve(id, findingId, (kind === 'missing' ? 'reportedMissing' : 'movedHere') as 'explained', { remarks: '查' })
    expect(desk.archive.store.prepare('SELECT id, number FROM dossier ORDER BY id').all()).toEqual(before)
    expect(desk.archive.store.prepare('SELECT dossierId AS id, number FROM dossierNumber ORDER BY dossierId').all()).toEqual(before)
  })
})
