import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, expectKept, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

let dossier: { id: number; number: string }
let count = 0
beforeEach(async () => { dossier = await desk.open('salesperson', `卷内公司${++count}`) })
const read = () => desk.callAs('salesperson', 'dossiers.get', { id: dossier.id })
const add = (fields: { itemCode?: string | null; title?: string; author?: string; pages?: number; datedOn?: string; expiresOn?: string }) =>
  desk.callAs('salesperson', 'documents.add', { dossierId: dossier.id, title: '文件', pages: 1, ...fields })

describe('who wrote a document', () => {
  it('stands in the contents as it was entered, is corrected and taken away', async () => {
    const { id } = await add({ itemCode: '1.1', title: '营业执照', author: ' 砚山县市场监督管理局 ' })
    const author = async () => (await read()).catalogue[0]!.items[0]!.documents[0]!.author
    expect(await author()).toBe('砚山县市场监督管理局')
    const change = (fields: { author?: string }) => desk.callAs('salesperson', 'documents.change', { id, itemCode: '1.1', title: '营业执照', pages: 1, ...fields })
    await change({ author: '市场监督管理局' })
    expect(await author()).toBe('市场监督管理局')
    await change({})
    expect(await author()).toBeNull()
  })
})

describe('completeness', () => {
  it('counts required lines that have a document, once each', async () => {
    await add({ itemCode: '1.1', title: '营业执照', pages: 2 })
    await add({ itemCode: '1.1', title: '营业执照（副本）', pages: 3 })
    await add({ itemCode: '1.2', title: '税务登记证' })
    await add({ itemCode: null, title: '剪报', pages: 4 })
    const now = await read()
    expect(now).toMatchObject({ documents: 4, pages: 10, completeness: { present: 1, required: 15 } })
    expect(now.missing).toHaveLength(14)
    expect(now.missing).not.toContain('营业执照')
    expect(now.catalogue[0]).toMatchObject({ present: 1, required: 1 })
    expect(now.catalogue[0]!.items[0]!.documents.map((line) => line.title)).toEqual(['营业执照', '营业执照（副本）'])
    expect(now.catalogue.at(-1)).toMatchObject({ code: '', present: 0, required: 0, items: [{ documents: [{ title: '剪报' }] }] })
    expectKept(desk)
  })

  it('takes the code of the class outside the catalogue as outside', async () => {
    await add({ itemCode: '', title: '名片' })
    expect((await read()).catalogue.at(-1)!.items[0]!.documents[0]).toMatchObject({ itemCode: null, title: '名片' })
  })

  it('follows when a line is struck or put under another item', async () => {
    const licence = await add({ itemCode: '1.1', title: '执照', pages: 2 })
    const second = await add({ itemCode: '1.1', title: '执照二', pages: 1 })
    await desk.callAs('salesperson', 'documents.change', { id: second.id, itemCode: '2.1', title: '信用申请表', pages: 5 })
    expect(await read()).toMatchObject({ documents: 2, pages: 7, completeness: { present: 2 } })
    await desk.callAs('salesperson', 'documents.strike', { id: licence.id, reason: '归错' })
    const now = await read()
    expect(now).toMatchObject({ documents: 1, pages: 5, completeness: { present: 1 } })
    expect(now.missing).toContain('营业执照')
    expectKept(desk)
  })

  it('is the same in every list', async () => {
    await add({ itemCode: '1.1', title: '执照' })
    const row = (await desk.callAs('salesperson', 'dossiers.list', { text: dossier.number })).rows.find((candidate) => candidate.id === dossier.id)
    expect(row?.completeness).toEqual({ present: 1, required: 15 })
    expect((await desk.callAs('salesperson', 'cabinet.folder', { dossierId: dossier.id })).missing).toEqual((await read()).missing)
  })

  it('counts an expired document as there', async () => {
    await add({ itemCode: '1.1', title: '执照', datedOn: '2019-01-01', expiresOn: '2020-01-01' })
    expect((await read()).completeness.present).toBe(1)
  })
})

describe('dates', () => {
  it('are those of the documents in the folder', async () => {
    await add({ title: '甲', datedOn: '2025-02-03' })
    const struck = await add({ title: '乙', datedOn: '2019-01-01' })
    await add({ title: '丙', datedOn: '2024-12-31' })
    await desk.callAs('salesperson', 'documents.strike', { id: struck.id, reason: '归错' })
    expect(await read()).toMatchObject({ firstDatedOn: '2024-12-31', lastDatedOn: '2025-02-03' })
  })

  it('the yearly review is good for twelve months from its date, unless it says otherwise', async () => {
    await add({ itemCode: '4.5', title: '2025 年审', datedOn: '2025-12-20' })
    await add({ itemCode: '4.5', title: '2024 年审', datedOn: '2024-12-20', expiresOn: '2025-06-30' })
    const lines = (await read()).catalogue.flatMap((group) => group.items.flatMap((item) => item.documents))
    expect(lines.map((line) => line.expiresOn)).toEqual(['2026-12-20', '2025-06-30'])
  })
})

describe('refusals', () => {
  it.each([
    ['a line that the catalogue does not have', { itemCode: '9.9' }, 'not-found'],
    ['an expiry before the date', { datedOn: '2025-02-03', expiresOn: '2025-02-02' }, 'bad-input'],
  ])('%s', async (_case, fields, code) => {
    const input = { title: '文件', pages: 1, ...fields }
    expect(await desk.refusal('salesperson', 'documents.add', { dossierId: dossier.id, ...input })).toBe(code)
    const { id } = await add({})
    expect(await desk.refusal('salesperson', 'documents.change', { id, ...input })).toBe(code)
    expect((await read()).documents).toBe(1)
  })

  it('a struck line is neither changed nor struck again', async () => {
    const { id } = await add({})
    await desk.callAs('salesperson', 'documents.strike', { id, reason: '归错' })
    expect(await desk.refusal('salesperson', 'documents.change', { id, title: '改', pages: 1 })).toBe('wrong-state')
    expect(await desk.refusal('salesperson', 'documents.strike', { id, reason: '再注销' })).toBe('wrong-state')
  })

  it('what belongs to another department is not found, even where it may be read through a slip', async () => {
    const { id } = await add({})
    const { id: other } = await desk.open('salesperson2', `二部公司${++count}`, { department: 'XS2' })
    expect(await desk.refusal('salesperson2', 'documents.strike', { id, reason: '越权' })).toBe('not-found')
    expect(await desk.refusal('salesperson2', 'documents.add', { dossierId: dossier.id, title: '越权', pages: 1 })).toBe('not-found')
    desk.slip('salesperson2', [dossier.id])
    expect(await desk.refusal('salesperson2', 'documents.strike', { id, reason: '越权' })).toBe('forbidden')
    expect(await desk.refusal('salesperson2', 'documents.add', { dossierId: dossier.id, title: '越权', pages: 1 })).toBe('forbidden')
    expect(await desk.callAs('archivist', 'documents.add', { dossierId: other, title: '补扫', pages: 1 })).toMatchObject({ id: expect.any(Number) })
  })
})

describe('change of a dossier', () => {
  const change = (fields: object) => desk.callAs('departmentclerk', 'dossiers.change', { id: dossier.id, version: 1, level: 'internal', retentionYears: 10, ...fields })

  it('raises and lowers the level with a reason, which then stays', async () => {
    expect(await desk.refusal('departmentclerk', 'dossiers.change', { id: dossier.id, version: 1, level: 'secret', retentionYears: 10 })).toBe('bad-input')
    expect(await change({ level: 'secret', levelReason: '含授信底价' })).toEqual({ version: 2 })
    expect(await change({ version: 2, level: 'secret', retentionYears: 30 })).toEqual({ version: 3 })
    expect(await read()).toMatchObject({ level: 'secret', levelReason: '含授信底价', retentionYears: 30 })
    expect(await desk.refusal('departmentclerk', 'dossiers.change', { id: dossier.id, version: 3, level: 'public', retentionYears: 30 })).toBe('bad-input')
  })

  it('refuses what somebody else has changed meanwhile, and other departments', async () => {
    await change({ remarks: '一' })
    const late = { id: dossier.id, version: 1, level: 'internal', retentionYears: 10 } as const
    expect(await desk.refusal('creditadministrator', 'dossiers.change', late)).toBe('changed-meanwhile')
    expect(await desk.refusal('departmentclerk2', 'dossiers.change', late)).toBe('not-found')
  })

  it('for ever: the appraisal has no day', async () => {
    await change({ retentionYears: null })
    expect((await read()).custody.at(-1)).toMatchObject({ step: 'appraisal', phase: 'future', from: null, because: { rule: 'retention', values: { years: null } } })
  })
})

describe('confirmation', () => {
  it('is the sales director’s, once', async () => {
    expect((await desk.callAs('salesdirector', 'dossiers.get', { id: dossier.id })).mayConfirm).toBe(true)
    await desk.callAs('salesdirector', 'dossiers.confirm', { id: dossier.id })
    const now = await desk.callAs('salesdirector', 'dossiers.get', { id: dossier.id })
    expect(now).toMatchObject({ isConfirmed: true, confirmedByName: '测试salesDirector', mayConfirm: false })
    expect(await desk.refusal('salesdirector', 'dossiers.confirm', { id: dossier.id })).toBe('wrong-state')
    expect(await desk.refusal('salesperson', 'dossiers.confirm', { id: dossier.id })).toBe('forbidden')
  })

  it('is never of one’s own opening, whatever the roles', async () => {
    const { store } = desk.archive
    const roles = (login: string, value: string[]) => store.write((trx) => trx.prepare('UPDATE person SET roles = ? WHERE login = ?').run(JSON.stringify(value), login))
    roles('salesperson', ['salesperson', 'salesDirector'])
    try {
      expect((await read()).mayConfirm).toBe(false)
      expect(await desk.refusal('salesperson', 'dossiers.confirm', { id: dossier.id })).toBe('same-person')
    } finally {
      roles('salesperson', ['salesperson'])
    }
  })
})
