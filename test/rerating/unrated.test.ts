import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Parsed } from '../../src/shared/contract/index.ts'
import { openDesk, type Desk } from '../dossiers/desk.ts'
import { approve, make, openRatedOffice } from '../ratings/office.ts'
import { SMALL_LINES } from '../statements/worked.ts'

let office: Desk
beforeEach(async () => { office = await openDesk() })
afterEach(() => office.close())

const CREDIT = 'creditadministrator'
const all = <Row>(statement: string) => office.archive.store.prepare(statement).all() as Row[]
const list = (asked: Partial<Parsed<'rerating.unrated'>> = {}) => office.callAs(CREDIT, 'rerating.unrated', asked)
const names = async (asked: Partial<Parsed<'rerating.unrated'>> = {}) => (await list(asked)).rows.map(({ partyName }) => partyName)
const add = async (name: string, kind: 'customer' | 'supplier' | 'both' = 'customer', department: 'XS1' | 'XS2' | null = 'XS1') =>
  (await office.callAs(CREDIT, 'parties.add', { kind, name, departmentId: department === null ? null : office.departments[department] })).id
const owe = (partyId: number, number: string) => office.callAs(CREDIT, 'receivables.add', { partyId, number, issuedOn: '2026-08-01', dueOn: '2026-09-01', amountFen: 500_00 })
/** Beside the table what it is kept from. */
const isKept = () => {
  expect(all('SELECT partyId FROM unrated ORDER BY 1')).toEqual(all(`
    SELECT id AS partyId FROM party WHERE id NOT IN (SELECT partyId FROM rating WHERE isCurrent = 1) AND id IN (SELECT partyId FROM dossier WHERE voidedAt IS NULL UNION SELECT partyId FROM invoice WHERE isStruck = 0
      UNION SELECT partyId FROM receivable WHERE struckAt IS NULL UNION SELECT partyId FROM delivery WHERE struckAt IS NULL UNION SELECT partyId FROM statement WHERE state = 'confirmed' UNION SELECT partyId FROM survey WHERE withdrawnAt IS NULL) ORDER BY 1`))
  expect(all('SELECT * FROM unratedTally')).toEqual(all('SELECT departmentId, kind, count(*) AS parties FROM unrated GROUP BY 1, 2'))
}

test('a party comes in with the first that it could be rated on and goes with the last; drafts and what is struck are nothing', async () => {
  const partyId = await add('徐州锦岱锻造有限公司')
  expect(await list()).toEqual({ total: 0, rows: [] })
  const first = await owe(partyId, 'YS-1')
  const second = await owe(partyId, 'YS-2')
  expect((await list()).rows).toEqual([{
    partyId, partyName: '徐州锦岱锻造有限公司', kind: 'customer', departmentName: '销售一部', since: '2026-08-01', running: null, statements: null, invoices: null, deliveries: null, surveys: null, dossiers: 0,
    receivables: { count: 2, from: '2026-08-01', until: '2026-08-01' },
  }])
  for (const { id } of [first, second]) {
    expect(await names()).toHaveLength(1)
    await office.callAs('officedirector', 'receivables.strike', { what: 'receivable', id, reason: '录错单位' })
    isKept()
  }
  expect(await names()).toEqual([])
  const { id: statementId } = await office.callAs(CREDIT, 'statements.save', { partyId, periodEnd: '2024-12-31', format: 'small', unit: 'yuan', opinion: 'clean', receivedOn: '2026-04-10', lines: [...SMALL_LINES] })
  expect(await names()).toEqual([])
  await office.callAs('officedirector', 'statements.confirm', { id: statementId, version: 1, reasons: [] })
  expect((await list()).rows).toMatchObject([{ since: '2024-12-31', statements: { count: 1, from: '2024-12-31' }, receivables: null }])
  const { id: surveyId } = await office.callAs(CREDIT, 'surveys.record', { partyId: await add('只有公告的公司'), on: '2026-11-20', form: { kind: 'notice', what: 'lawsuit', source: '公示系统' } })
  expect(await names()).toEqual(['徐州锦岱锻造有限公司', '只有公告的公司'])
  await office.callAs(CREDIT, 'surveys.withdraw', { id: surveyId, reason: '同名公司' })
  expect(await names()).toEqual(['徐州锦岱锻造有限公司'])
  isKept()
})

test('invoices: an import brings their parties in, striking it takes them out again', async () => {
  const ids = [await add('甲发票公司'), await add('乙发票公司')]
  const csv = `开票方,发票号码,开票日期,购方,金额,税额,价税合计,发票状态\n${['甲', '乙'].map((name, index) => `${name}发票公司,0000${index},2019-0${index + 3}-05,买方${index},100,13,113,正常`).join('\n')}\n`
  const upload = await office.upload(CREDIT, '销项.csv', Buffer.from(csv), 'import')
  const { batchId } = await office.callAs(CREDIT, 'invoices.import', { files: [{ upload, direction: 'sale' }] })
  expect((await list()).rows.map(({ partyId, since, invoices }) => ({ partyId, since, invoices }))).toEqual(
    ids.map((partyId, index) => ({ partyId, since: `2019-0${index + 3}-05`, invoices: { count: 1, from: `2019-0${index + 3}-05`, until: `2019-0${index + 3}-05` } })))
  isKept()
  await office.callAs('officedirector', 'invoices.strikeBatch', { batchId, reason: '导错文件' })
  expect((await list()).total).toBe(0)
  isKept()
})

test('a dossier brings its party in; an approved rating takes it out for good, a draft does not and is told', async () => {
  await office.close()
  const rated = await openRatedOffice()
  office = rated
  const own = async () => (await list()).rows.find(({ partyId }) => partyId === rated.partyId)
  expect(await own()).toMatchObject({ dossiers: 2, running: null, statements: { count: 1 } })
  const { id, number } = await make(rated, rated.partyId, 'aftersale')
  expect(await own()).toMatchObject({ running: { id, number, state: 'draft' } })
  expect((await office.callAs(CREDIT, 'rerating.unratedIds', {})).parties.map(({ partyId }) => partyId)).not.toContain(rated.partyId)
  await approve(rated, id)
  expect(await own()).toBeUndefined()
  await owe(rated.partyId, 'YS-9')
  expect(await own()).toBeUndefined()
  isKept()
  expect((await office.callAs('auditor', 'archive.verify', {})).findings).toEqual([])
})

test('by department, kind and words, in windows by name from either end; all of a list chosen at once', async () => {
  const parties: [string, 'customer' | 'supplier' | 'both', 'XS1' | 'XS2' | null][] = [
    ['阿一贸易', 'customer', 'XS1'], ['阿二贸易', 'supplier', 'XS1'], ['阿三建材', 'both', 'XS2'], ['阿四建材', 'customer', 'XS2'], ['阿五建材', 'customer', null], ['空壳建材', 'customer', 'XS1'],
  ]
  const ids = new Map<string, number>()
  for (const [name, kind, department] of parties) ids.set(name, await add(name, kind, department))
  for (const [index, [name]] of parties.slice(0, 5).entries()) await owe(ids.get(name)!, `YS-${index}`)
  const everybody = await names()
  expect(everybody.toSorted()).toEqual(parties.slice(0, 5).map(([name]) => name).toSorted())
  expect(await names({ departmentId: office.departments.XS2 })).toEqual(everybody.filter((name) => ['阿三建材', '阿四建材'].includes(name)))
  expect(await names({ kind: 'supplier' })).toEqual(['阿二贸易'])
  expect(await names({ departmentId: 'none' })).toEqual(['阿五建材'])
  expect((await list({ departmentId: 'none', kind: 'supplier' })).total).toBe(0)
  expect(await names({ kind: 'customer', departmentId: office.departments.XS2 })).toEqual(['阿四建材'])
  expect(await names({ text: '建材' })).toEqual(everybody.filter((name) => name.endsWith('建材')))
  expect(await names({ text: 'aerm' })).toEqual(['阿二贸易'])
  expect(await names({ text: '建材', kind: 'supplier' })).toEqual([])
  for (const offset of [0, 1, 2, 3, 4, 5]) expect(await names({ offset, limit: 2 })).toEqual(everybody.slice(offset, offset + 2))
  expect((await list({ offset: 4, limit: 2 })).total).toBe(5)
  expect(await office.callAs(CREDIT, 'rerating.unratedIds', { text: '贸易' })).toEqual({
    total: 2, parties: everybody.filter((name) => name.endsWith('贸易')).map((name) => ({ partyId: ids.get(name), kind: name === '阿二贸易' ? 'supplier' : 'customer' })),
  })
  const { version } = (await office.callAs(CREDIT, 'parties.get', { id: ids.get('阿一贸易')! }))
  await office.callAs(CREDIT, 'parties.change', { id: ids.get('阿一贸易')!, version, kind: 'supplier', name: '哦一贸易', departmentId: office.departments.XS2 })
  expect((await names({ kind: 'supplier', departmentId: office.departments.XS2 }))).toEqual(['哦一贸易'])
  expect((await names()).at(-1)).toBe('哦一贸易')
  isKept()
  for (const login of ['salesperson', 'archivist', 'auditor'] as const) expect(await office.answerAs(login, 'rerating.unrated', {})).toMatchObject({ error: { code: 'forbidden' } })
  expect(await office.answerAs('officedirector', 'rerating.unratedIds', {})).toMatchObject({ error: { code: 'forbidden' } })
})

test('customers and suppliers are rated together, each by the scheme chosen for its side; the first where none is', async () => {
  const customer = await add('一家客户')
  const supplier = await add('一家供应商', 'supplier')
  const both = await add('两样都是', 'both')
  const schemes = await office.callAs(CREDIT, 'schemes.inForce', { kind: 'aftersale', on: '2026-11-23' })
  expect(schemes.map(({ code, for: side }) => `${side} ${code}`)).toEqual(['customer KH', 'customer FP', 'supplier GY'])
  const sides = async (partyId: number) => (await office.callAs(CREDIT, 'schemes.inForce', { kind: 'aftersale', on: '2026-11-23', partyId })).map(({ code }) => code)
  expect([await sides(customer), await sides(supplier), await sides(both)]).toEqual([['KH', 'FP'], ['GY'], ['KH', 'FP', 'GY']])
  expect(await office.answerAs('salesperson', 'schemes.inForce', { kind: 'aftersale', on: '2026-11-23', partyId: 9999 })).toMatchObject({ error: { code: 'not-found' } })
  const invoices = schemes.find(({ code }) => code === 'FP')!.schemeId
  const ran = (more: object) => office.answerAs(CREDIT, 'rerating.run', { partyIds: [customer, supplier, both], ...more })
  // A scheme of the other side is none.
  expect(await ran({ supplierSchemeId: invoices })).toMatchObject({ error: { code: 'not-found' } })
  expect(await ran({ schemeId: 999 })).toMatchObject({ error: { code: 'not-found' } })
  const { id } = await office.callAs(CREDIT, 'rerating.run', { partyIds: [customer, supplier, both], schemeId: invoices })
  const cards = all<{ partyId: number; code: string }>('SELECT partyId, scheme.code FROM rating JOIN schemeVersion ON schemeVersion.id = schemeVersionId JOIN scheme ON scheme.id = schemeId ORDER BY partyId')
  expect(cards).toEqual([{ partyId: customer, code: 'FP' }, { partyId: supplier, code: 'GY' }, { partyId: both, code: 'FP' }])
  const nameOf = (code: string) => schemes.find((one) => one.code === code)!.name
  expect((await office.callAs(CREDIT, 'rerating.get', { id })).schemes).toEqual([nameOf('FP'), nameOf('GY')])
})

test('where no scheme is left for a side its parties are named in the batch like all that could not be made', async () => {
  const ids = [await add('一家客户'), await add('一家供应商', 'supplier')]
  office.archive.store.prepare("UPDATE scheme SET retiredAt = '2026-11-01T00:00:00.000Z' WHERE code = 'GY'").run()
  const { id, made, refused } = await office.callAs(CREDIT, 'rerating.run', { partyIds: ids })
  expect({ made, refused }).toEqual({ made: 1, refused: [{ partyId: ids[1], partyName: '一家供应商', code: 'not-found' }] })
  expect((await office.callAs(CREDIT, 'rerating.get', { id })).rows.find(({ partyId }) => partyId === ids[1])).toMatchObject({ ratingId: null, refusal: 'not-found' })
})
