import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, openOffice, type Office } from './office.ts'

let office: Office
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const numbers = (rows: readonly { number: string }[]) => rows.map((row) => row.number.slice(-4))

describe('the desk', () => {
  test('groups by state, what waits for oneself first, what is out by its day', async () => {
    const { addDossier, callAs, clock } = office
    const [one, two, three, four] = ['甲', '乙', '丙', '丁'].map((name) => addDossier(`${name}字有限公司`))
    await office.submitted('officedirector', four!.name)
    await office.submitted('salesperson', four!.name)
    const first = await office.lent('salesperson', one!)
    await office.lent('salesperson2', two!, { untilOn: '2026-11-24' })
    await office.lent('salesperson', three!, { untilOn: '2026-11-23' })
    await office.signed('salesperson', four!.name)
    await office.signed('archivist', four!.name)
    await callAs('salesperson', 'lookups.create', office.fill('草稿公司', { submit: false }))
    clock.set(at('2026-11-24'))
    const director = await callAs('officedirector', 'lookups.desk', {})
    expect(numbers(director.toSign)).toEqual(['0002', '0001'])
    const desk = await callAs('archivist', 'lookups.desk', {})
    expect(desk.counts).toEqual({ toSign: 2, toHandOut: 2, out: 3, dueToday: 1, overdue: 1 })
    expect([numbers(desk.overdue), numbers(desk.dueToday), numbers(desk.out)]).toEqual([['0005'], ['0004'], ['0003']])
    expect(numbers(desk.toHandOut)).toEqual(['0006', '0007'])
    expect(desk.overdue[0]).toMatchObject({ dueOn: '2026-11-23', dueIn: -1, shortName: expect.any(String) as string })
    expect(desk.drafts).toEqual([])
    const own = await callAs('salesperson', 'lookups.desk', {})
    expect(own.counts).toEqual({ toSign: 1, toHandOut: 1, out: 2, dueToday: 0, overdue: 1 })
    expect(numbers(own.drafts)).toEqual(['0008'])
    expect(numbers((await callAs('salesperson2', 'lookups.desk', {})).dueToday)).toEqual(['0004'])
    await callAs('archivist', 'lookups.reportLost', { id: first, dossierId: one!.id, findings: '不见' })
    expect((await callAs('archivist', 'lookups.desk', {})).out[0]).toMatchObject({ isLost: true })
  })

  test('a slip past its day waits for nobody', async () => {
    const dossier = office.addDossier('过期有限公司')
    await office.submitted('salesperson', dossier.name, { untilOn: '2026-11-23' })
    await office.signed('salesperson', dossier.name, { untilOn: '2026-11-23' })
    office.clock.set(at('2026-11-24'))
    expect((await office.callAs('archivist', 'lookups.desk', {})).counts).toMatchObject({ toSign: 0, toHandOut: 0 })
    expect((await office.callAs('officedirector', 'lookups.desk', {})).counts).toMatchObject({ toSign: 0 })
  })
})

describe('the list', () => {
  test('by text, state, person and day', async () => {
    const { addDossier, callAs, clock } = office
    const boiler = addDossier('大同锅炉制造有限公司')
    const mine = addDossier('黑水矿业集团有限公司', { department: 'XS2' })
    await office.submitted('salesperson', boiler.name)
    await office.lent('salesperson2', mine)
    clock.addDays(3)
    await office.submitted('archivist', '不知名商行', { applicantId: office.people.departmentclerk })
    const list = async (input: object) => numbers((await callAs('archivist', 'lookups.list', input)).rows)
    expect(await list({})).toEqual(['0003', '0002', '0001'])
    expect(await list({ text: 'cx-2026-00' })).toEqual(['0003', '0002', '0001'])
    expect(await list({ text: '2' })).toEqual(['0002'])
    expect(await list({ text: '0001' })).toEqual(['0001'])
    expect(await list({ text: '锅炉' })).toEqual(['0001'])
    expect(await list({ text: 'dtgl' })).toEqual(['0001'])
    expect(await list({ text: '不知名' })).toEqual(['0003'])
    expect(await list({ text: '二部业务' })).toEqual(['0002'])
    expect(await list({ text: mine.number })).toEqual(['0002'])
    expect(await list({ text: '没有' })).toEqual([])
    expect(await list({ state: 'submitted' })).toEqual(['0003', '0001'])
    expect(await list({ state: 'submitted', text: '锅炉' })).toEqual(['0001'])
    expect(await list({ mine: true })).toEqual([])
    const own = async (input: object) => numbers((await callAs('departmentclerk', 'lookups.list', input)).rows)
    expect([await own({}), await own({ mine: true }), await own({ mine: true, text: '不知名' })]).toEqual([['0003'], ['0003'], ['0003']])
    expect(await list({ state: 'overdue', text: '锅炉' })).toEqual([])
    expect(await list({ from: '2026-11-24' })).toEqual(['0003'])
    expect(await list({ to: '2026-11-23' })).toEqual(['0002', '0001'])
    expect(await list({ from: '2026-11-26', to: '9999-12-31' })).toEqual(['0003'])
    expect(await list({ offset: 1, limit: 1 })).toEqual(['0002'])
    clock.addDays(10)
    expect(await list({ state: 'overdue' })).toEqual(['0002'])
    expect(numbers((await callAs('salesperson2', 'lookups.list', { text: '黑水' })).rows)).toEqual(['0002'])
    expect((await callAs('salesperson2', 'lookups.list', { text: '%' })).total).toBe(0)
  })
})

describe('scanning', () => {
  test('slip, half of a slip, dossier; what one may not see is not there', async () => {
    const dossier = office.addDossier('大同锅炉制造有限公司')
    const id = await office.lent('salesperson', dossier)
    const find = (code: string, as: 'archivist' | 'salesperson2' = 'archivist') => office.callAs(as, 'lookups.find', { code })
    for (const code of ['CX-2026-0001', 'cx-2026-0001', 'CX-2026-0001-1', 'CX-2026-0001-2', ' CX-2026-0001 ', 'ＣＸ－2026－0001']) {
      expect(await find(code)).toEqual({ slipId: id, dossierId: null, next: null })
    }
    expect(await find('CX-2026-0001-3')).toEqual({ slipId: null, dossierId: null, next: null })
    expect(await find(dossier.number)).toEqual({ slipId: id, dossierId: dossier.id, next: { slipId: id, step: 'takeBack' } })
    expect(await find(dossier.number, 'salesperson2')).toEqual({ slipId: null, dossierId: null, next: null })
    await office.takeBack(dossier.id)
    expect(await find(dossier.number)).toEqual({ slipId: null, dossierId: dossier.id, next: null })
    const signed = await office.signed('salesperson', dossier.name)
    expect(await find(dossier.number)).toEqual({ slipId: null, dossierId: dossier.id, next: { slipId: signed, step: 'handOut' } })
    expect((await find(dossier.number, 'salesperson' as 'archivist')).next).toBeNull()
  })
})

describe('the register', () => {
  test('a line a folder handed out, by the day on the wall', async () => {
    const { addDossier, callAs, clock, archive } = office
    const one = addDossier('大同锅炉制造有限公司')
    const two = addDossier('黑水矿业集团有限公司', { level: 'confidential' })
    const room = await callAs('archivist', 'cabinet.addRoom', { name: '二号库房' })
    await callAs('archivist', 'cabinet.addCabinet', { roomId: room.id, code: '04', drawers: 2 })
    const drawer = archive.store.prepare('SELECT drawer.id FROM drawer JOIN cabinet ON cabinet.id = cabinetId WHERE roomId = ? AND no = 2').get(room.id) as { id: number }
    await callAs('archivist', 'cabinet.place', { dossierId: one.id, drawerId: drawer.id, slot: 19 })
    clock.set(at('2026-11-23', 0, 5))
    await office.lent('salesperson', one, { phone: '8062' })
    const id = await office.signed('salesperson2', two.name)
    await office.agree('generalmanager', id)
    clock.set(at('2026-11-24', 23, 55))
    await callAs('archivist', 'lookups.handOut', { id, folders: [{ dossierId: two.id, pages: 39, condition: 'incomplete', remarks: '缺第 3 页' }] })
    await callAs('archivist2', 'lookups.takeBack', { dossierId: two.id, pages: 40, condition: 'good', remarks: '第 3 页已找回' })
    const lines = async (from: string, to: string) => (await callAs('generalmanager', 'lookups.register', { from, to })).rows
    expect(await lines('2026-11-23', '2026-11-23')).toMatchObject([{
      slipNumber: 'CX-2026-0001', applicantName: '测试salesperson', unit: '销售一部', phone: '8062', dossierNumber: one.number, title: one.name,
      level: 'internal', place: '二号库房 04-2-19', manner: 'borrow', signedBy: '测试officeDirector', dueOn: '2026-12-03', returnedAt: null, pagesOut: 40, remarks: null,
    }])
    expect(await lines('2026-11-24', '2026-11-24')).toMatchObject([{
      slipNumber: 'CX-2026-0002', place: '', signedBy: '测试officeDirector、测试generalManager', pagesOut: 39, pagesIn: 40, conditionIn: 'good',
      takenBackByName: '第二档案员', remarks: '缺第 3 页\n第 3 页已找回',
    }])
    expect(await callAs('archivist', 'lookups.register', { from: '2026-11-23', to: '2026-11-24', offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ slipNumber: 'CX-2026-0002' }] })
    expect(await lines('2026-11-25', '2026-12-31')).toEqual([])
  })
})
