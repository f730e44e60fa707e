import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultFacts, defaultsBetween } from '../../src/main/defaults/facts.ts'
import { type DefaultKind, severityOn } from '../../src/shared/rules/defaults/kinds.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '海汽公司', departmentId: office.departments.XS1 })).id
})
afterEach(() => office.close())

const add = async (kind: DefaultKind, on: string, more: object = {}) => (await office.callAs('creditadministrator', 'defaults.add', { partyId, kind, on, ...more })).id
const factsOf = (asOf: string) => Object.fromEntries(Object.entries(office.archive.store.read((trx) => defaultFacts(trx, partyId, asOf))).map(([name, { value, absent }]) => [name, value ?? absent]))

test.each([
  ['writeOff', '2024-03-10', '2024-03-09', 0], ['writeOff', '2024-03-10', '2024-03-10', 8], ['writeOff', '2024-03-10', '2025-03-09', 8], ['writeOff', '2024-03-10', '2025-03-10', 4], ['writeOff', '2024-03-10', '2026-03-10', 2],
  ['writeOff', '2024-03-10', '2027-03-09', 2], ['writeOff', '2024-03-10', '2027-03-10', 0], ['late30', '2024-02-29', '2025-02-27', 1], ['late30', '2024-02-29', '2025-02-28', 0.5], ['late90', '2025-01-01', '2025-06-01', 3],
  ['dispute', '2025-01-01', '2025-06-01', 2], ['lawsuitLost', '2025-01-01', '2025-06-01', 5], ['misuse', '2025-01-01', '2025-06-01', 2], ['complaintTheirs', '2025-01-01', '2025-06-01', 0],
] as const)('%s of %s bears on %s %d points', (kind, on, asOf, points) => {
  expect(severityOn(kind, on, asOf)).toBe(points)
})

describe('facts', () => {
  test('a clean record is known, not missing', () => {
    expect(factsOf('2026-11-23')).toEqual({ defaultSeverity36: 0, ownWriteOff: 0, openDefaults: 0, complaints12: 0 })
  })
  test('points, what is open, write-offs and complaints, each as of the day', async () => {
    await add('late90', '2026-03-01', { settledOn: '2026-08-01' })
    await add('late30', '2025-03-01')
    await add('writeOff', '2021-01-01', { settledOn: '2021-01-01' })
    await add('complaintTheirs', '2026-05-01')
    await add('complaintOurs', '2026-05-01')
    await add('dispute', '2025-11-24', { settledOn: '2025-12-01' })
    await add('dispute', '2025-11-23', { settledOn: '2025-12-01' })
    // 3 + 0.5 + 2 + 1: the dispute of 2025-11-23 is a year old today.
    expect(factsOf('2026-11-23')).toEqual({ defaultSeverity36: 6.5, ownWriteOff: 1, openDefaults: 1, complaints12: 2 })
    // Before it was settled; before it happened.
    expect(factsOf('2026-07-31')).toMatchObject({ openDefaults: 2, complaints12: 3 })
    expect(factsOf('2026-02-28')).toMatchObject({ defaultSeverity36: 5, openDefaults: 1, complaints12: 2 })
    expect(factsOf('2020-12-31')).toEqual({ defaultSeverity36: 0, ownWriteOff: 0, openDefaults: 0, complaints12: 0 })
  })
  test('what is struck counts no more, and what came between two days is told to the page of validity alone', async () => {
    const id = await add('late90', '2026-03-01')
    await add('late30', '2026-03-02')
    await add('lawsuitLost', '2026-04-01')
    const between = (from: string, until: string) => office.archive.store.read((trx) => defaultsBetween(trx, partyId, from, until)).map(({ kind }) => kind)
    expect(between('2026-03-01', '2026-04-01')).toEqual(['late90', 'lawsuitLost'])
    expect(between('2026-03-02', '2026-03-31')).toEqual([])
    await office.callAs('officedirector', 'defaults.strike', { id, reason: '记错单位' })
    expect(between('2026-03-01', '2026-04-01')).toEqual(['lawsuitLost'])
    expect(factsOf('2026-11-23')['defaultSeverity36']).toBe(6)
  })
})

describe('keeping', () => {
  test('recorded, settled and struck, each once and to be seen', async () => {
    const id = await add('late90', '2026-03-01', { amountFen: 1_000_000, description: '逾期 97 天' })
    const refusal = async (method: 'defaults.settle' | 'defaults.strike', input: object) => {
      const answer = await office.answerAs('creditadministrator', method, { id, ...input } as never)
      return answer.ok ? null : answer.error.code
    }
    expect(await refusal('defaults.settle', { settledOn: '2026-02-28' })).toBe('bad-input')
    expect(await refusal('defaults.settle', { settledOn: '2026-11-24' })).toBe('bad-input')
    expect(await refusal('defaults.settle', { settledOn: '2026-06-30', note: '已付清' })).toBeNull()
    expect(await refusal('defaults.settle', { settledOn: '2026-07-01' })).toBe('wrong-state')
    expect(await refusal('defaults.strike', { reason: '记错' })).toBeNull()
    expect(await refusal('defaults.strike', { reason: '再记' })).toBe('wrong-state')
    const { rows, severity, open } = await office.callAs('salesperson', 'defaults.list', { partyId })
    expect(rows).toMatchObject([{ kind: 'late90', on: '2026-03-01', amountFen: 1_000_000, settled: { on: '2026-06-30', note: '已付清' }, struck: { reason: '记错' }, points: 0, may: { settle: false, strike: false } }])
    expect([severity, open]).toEqual([0, 0])
    expect(() => office.archive.store.prepare('DELETE FROM defaultRecord').run()).toThrow(/struck/)
  })
  test('not of a day to come, not by those whose customer it is, not of a party that is hidden', async () => {
    const answer = await office.answerAs('creditadministrator', 'defaults.add', { partyId, kind: 'late30', on: '2026-11-24' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await office.answerAs('salesperson', 'defaults.add', { partyId, kind: 'late30', on: '2026-11-01' })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await office.answerAs('salesperson2', 'defaults.list', { partyId })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const id = await add('late30', '2026-11-01')
    office.archive.store.prepare('UPDATE party SET salespersonId = ? WHERE id = ?').run(office.people.creditadministrator, partyId)
    expect(await office.answerAs('creditadministrator', 'defaults.strike', { id, reason: '客户不满' })).toMatchObject({ ok: false, error: { code: 'same-person' } })
  })
})

describe('a table of defaults', () => {
  const take = async (table: string, more: object = {}) => {
    const upload = await office.upload('creditadministrator', '违约.csv', Buffer.from(table), 'import')
    return await office.callAs('creditadministrator', 'defaults.import', { upload, ...more })
  }
  test('good rows go in once, bad ones are named', async () => {
    const table = [
      '单位名称,类别,日期,金额,说明,了结日期', '海汽公司,逾期 90 天以上,2026/3/1,"1,000.5",拖欠货款,2026/4/1', '海汽公司,纠纷,2026/3/2,,,', '无此公司,纠纷,2026/3/2,,,', '海汽公司,打人,2026/3/2,,,', '海汽公司,纠纷,2026/2/30,,,',
      '海汽公司,纠纷,2026/3/2,,,2026/3/1', '海汽公司,纠纷,,,,', ',纠纷,2026/3/2,,,',
    ].join('\n')
    const seen = await office.callAs('creditadministrator', 'defaults.previewImport', { upload: await office.upload('creditadministrator', '违约.csv', Buffer.from(table), 'import') })
    expect(seen).toMatchObject({ name: '违约.csv', isTable: true, read: 8, added: 2, refusedTotal: 6, columns: [{ heading: '单位名称', field: 'party', examples: ['海汽公司', '无此公司'] }, { field: 'kind' }, {}, {}, {}, {}] })
    expect((await office.callAs('creditadministrator', 'defaults.list', { partyId })).rows).toEqual([])
    const first = await take(table)
    expect(first).toMatchObject({ read: 8, added: 2, repeated: 0 })
    expect(first.refused.map(({ row, code }) => [row, code])).toEqual([[4, 'party-unknown'], [5, 'kind-unknown'], [6, 'date-impossible'], [7, 'settled-before'], [8, 'date-missing'], [9, 'party-missing']])
    expect(await take(table)).toMatchObject({ added: 0, repeated: 2 })
    const { rows } = await office.callAs('creditadministrator', 'defaults.list', { partyId })
    expect(rows.map(({ kind, amountFen, description, settled, fileName }) => [kind, amountFen, description, settled?.on ?? null, fileName])).toEqual([
      ['dispute', null, null, null, '违约.csv'], ['late90', 100_050, '拖欠货款', '2026-04-01', '违约.csv'],
    ])
  })
  test('a list that only says yes or no: what and when is stated, and the bank’s grade is nobody’s', async () => {
    const list = '企业代号,企业名称,信誉评级,是否违约\nE1,***商贸有限公司,A,否\nE2,***商贸有限公司,D,是\n'
    const upload = await office.upload('creditadministrator', '名单.csv', Buffer.from(list), 'import')
    expect(await office.callAs('creditadministrator', 'parties.import', { upload })).toMatchObject({ added: 2 })
    expect(office.archive.store.prepare("SELECT grade FROM party WHERE name LIKE '*%'").all()).toEqual([{ grade: null }, { grade: null }])
    expect(await take(list, { kind: 'late90', on: '2020-03-31' })).toMatchObject({ read: 2, added: 1, none: 1, refused: [] })
    expect(office.archive.store.prepare('SELECT kind, "on", code FROM defaultRecord JOIN partyOuterCode USING (partyId)').all()).toEqual([{ kind: 'late90', on: '2020-03-31', code: 'E2' }])
    const again = await office.answerAs('creditadministrator', 'defaults.import', { upload: await office.upload('creditadministrator', '违约.csv', Buffer.from(list), 'import') })
    expect(again).toMatchObject({ ok: false, error: { code: 'columns-not-found' } })
    const seen = async (more: object) => await office.callAs('creditadministrator', 'defaults.previewImport', { upload: await office.upload('creditadministrator', '违约.csv', Buffer.from(list), 'import'), ...more })
    expect(await seen({})).toMatchObject({ isTable: false, missing: [['kind']] })
    expect(await seen({ kind: 'late90', on: '2020-03-31' })).toMatchObject({ isTable: true, missing: [] })
  })
})
