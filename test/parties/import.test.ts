import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import type { Input } from '../../src/shared/contract/index.ts'
import { creditCodeFor } from '../../src/shared/rules/parties/credit-code.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'

let office: TestArchive
beforeEach(async () => {
  office = await openTestArchive()
})
afterEach(() => office.close())

type Options = Partial<Input<'parties.import'>>
const upload = (login: TestLogin, content: string | Uint8Array, name = '客户.csv') =>
  office.upload(login, name, typeof content === 'string' ? Buffer.from(content) : content, 'import')
const take = async (content: string | Uint8Array, options: Options = {}, login: TestLogin = 'creditadministrator') =>
  await office.callAs(login, 'parties.import', { ...options, upload: await upload(login, content) })
const refusalOf = async (content: string | Uint8Array, options: Options = {}, login: TestLogin = 'creditadministrator') => {
  const answer = await office.answerAs(login, 'parties.import', { ...options, upload: await upload(login, content) })
  return answer.ok ? null : answer.error
}
const rows = (query: string) => office.archive.store.prepare(query).all() as Record<string, unknown>[]
const cardOf = async (name: string, login: TestLogin = 'creditadministrator') => {
  const [row] = (await office.callAs(login, 'parties.list', { text: name })).rows
  return await office.callAs(login, 'parties.get', { id: row!.id })
}

describe('a table of companies', () => {
  test('of a thousand rows with three bad ones 997 are taken and the three are named', async () => {
    const lines = Array.from({ length: 1000 }, (_unused, index) => `第${index}公司,${creditCodeFor(index)},2017/9/1`)
    lines[9] = `第9公司,${creditCodeFor(9).toLowerCase()},2017/9/1`
    lines[499] = `第499公司,12345,2017/9/1`
    lines[999] = `第999公司,${creditCodeFor(999)},2021-02-29`
    const result = await take(`企业名称,统一社会信用代码,成立日期\n${lines.join('\n')}\n`)
    expect(result).toMatchObject({ read: 1000, added: 997, updated: 0, unchanged: 0 })
    expect(result.refused).toEqual([
      { row: 11, code: 'code-lower-case', reason: '信用代码字母须大写', cells: ['第9公司', creditCodeFor(9).toLowerCase(), '2017/9/1'] },
      { row: 501, code: 'code-wrong-length', reason: '信用代码位数不对，应为 18 位（旧注册号 15 位）', cells: ['第499公司', '12345', '2017/9/1'] },
      { row: 1001, code: 'date-impossible', reason: '日期不存在或无法识别', cells: ['第999公司', creditCodeFor(999), '2021-02-29'] },
    ])
    expect((await office.callAs('archivist', 'parties.list', {})).total).toBe(997)
    expect((await office.callAs('archivist', 'parties.search', { text: 'd500gs' }))[0]).toMatchObject({ title: '第500公司' })
  })
  test('one entry in the log, with counts, file and hash', async () => {
    const before = rows('SELECT max(seq) AS seq FROM audit')[0]!['seq'] as number
    await take('企业名称\n甲公司\n\n乙公司\n,无名\n')
    const entries = rows(`SELECT method, subjectKind, subjectLabel, detail FROM audit WHERE seq > ${before}`)
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ method: 'parties.import', subjectKind: 'import', subjectLabel: '客户.csv' })
    expect(JSON.parse(String(entries[0]!['detail']))).toMatchObject({ read: 3, added: 2, refused: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
  test('every field finds its place', async () => {
    await take([
      '单位名称,简称,曾用名,信用代码,类别,单位类型,法定代表人,实际控制人,注册资本(万元),成立日期,经营范围,省份,城市,注册地址,经营地址,电话,传真,邮箱,网址,行业,职工人数,主要产品,联系人,联系人电话,开户行,账号,部门,业务员,信用等级,备注',
      `甲公司,甲,甲厂,${creditCodeFor(1)},供应商,有限责任公司,王某,李某,"1,200.5",2017年9月1日,"批发,\n零售",海南,海口,某路,某街,1,2,a@b.cn,b.cn,批发,120人,钢材,张某,139,某银行,6222,销售二部,二部业务员,AA级,备注`,
    ].join('\n'))
    expect(await cardOf('甲公司')).toMatchObject({
      name: '甲公司', shortName: '甲', creditCode: creditCodeFor(1), kind: 'supplier', companyType: '有限责任公司', legalRepresentative: '王某', actualController: '李某',
      registeredCapitalFen: 1_200_500_000, foundedOn: '2017-09-01', scope: '批发,\n零售', province: '海南', city: '海口', registeredAddress: '某路', businessAddress: '某街',
      phone: '1', fax: '2', email: 'a@b.cn', website: 'b.cn', industry: '批发', employees: 120, mainProducts: '钢材', departmentName: '销售二部',
      salespersonName: '二部业务员', grade: 'AA', gradeReason: '导入 客户.csv', remarks: '备注', oldNames: [{ name: '甲厂', usedUntil: null }],
      contacts: [{ name: '张某', post: null, phone: '139', email: null }], banks: [{ bank: '某银行', account: '6222' }],
    })
  })
  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff企业名称,城市\n海南海汽,海口\n')],
    ['GB18030', Buffer.from('c6f3d2b5c3fbb3c62cb3c7cad00abaa3c4cfbaa3c6fb2cbaa3bfda0a', 'hex')],
    ['UTF-16', Buffer.from('\ufeff企业名称\t城市\r\n海南海汽\t海口\r\n', 'utf16le')],
    ['tabs', Buffer.from('企业名称\t城市\n海南海汽\t海口\n')],
    ['semicolons', Buffer.from('企业名称;城市\n"海南海汽";海口\n')],
  ])('%s', async (what, bytes) => {
    const result = await take(bytes)
    expect(result).toMatchObject({ read: 1, added: 1 })
    const { rows } = await office.callAs('archivist', 'parties.list', {})
    expect(rows[0], what).toMatchObject({ name: '海南海汽', city: '海口' })
  })
  test('a workbook', async () => {
    const text = (value: string) => ({ value, type: String })
    const sheet = [
      ['企业名称', '统一社会信用代码', '成立日期', '注册资本（元）'].map(text),
      [text('甲公司'), text(creditCodeFor(1)), { value: new Date(Date.UTC(2017, 8, 1)), type: Date, format: 'yyyy-mm-dd' }, { value: 1234.56, type: Number }],
      [text('乙公司'), text(creditCodeFor(2).toLowerCase()), text('x'), text('')],
    ]
    const bytes = await (writeXlsx(sheet as never) as unknown as { toBuffer(): Promise<Buffer> }).toBuffer()
    expect(await take(bytes)).toMatchObject({ read: 2, added: 1, refused: [{ row: 3, code: 'code-lower-case' }] })
    expect(await cardOf('甲公司')).toMatchObject({ foundedOn: '2017-09-01', registeredCapitalFen: 123_456, creditCode: creditCodeFor(1) })
  })
})

describe('what is there already', () => {
  const heading = '企业名称,信用代码,城市,联系人,联系人电话'

  test('the same again is unchanged; only the columns of the file are changed, and none is wiped', async () => {
    const code = creditCodeFor(1)
    await take(`${heading},注册地址\n甲公司,${code},海口,张某,139,某路\n乙公司,,三亚,,,\n`)
    expect(await take(`${heading}\n甲公司,${code},海口,张某,139\n乙公司,,三亚,,\n`)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    expect(await take(`${heading}\n甲公司,${code},,张某,138\n乙公司,${creditCodeFor(2)},琼海,李某,\n`)).toMatchObject({ added: 0, updated: 2 })
    expect(await cardOf('甲公司')).toMatchObject({ city: '海口', registeredAddress: '某路', contacts: [{ name: '张某', phone: '138' }], version: 2 })
    expect(await cardOf('乙公司')).toMatchObject({ city: '琼海', creditCode: creditCodeFor(2), codeState: 'valid', contacts: [{ name: '李某' }] })
  })
  test('the code says who it is: another name is a new name, and the old one is kept', async () => {
    await take(`${heading}\n甲公司,${creditCodeFor(1)},,,\n`)
    expect(await take(`${heading}\n新甲公司,${creditCodeFor(1)},,,\n`)).toMatchObject({ updated: 1 })
    expect(await cardOf('新甲公司')).toMatchObject({ oldNames: [{ name: '甲公司', usedUntil: '2026-11-23' }] })
    expect((await office.callAs('archivist', 'parties.list', { text: 'xjgs' })).total).toBe(1)
  })
  test('a new code takes the place of a legacy number of the same name; another valid code is another company', async () => {
    await take(`${heading}\n甲公司,320404000009558,,,\n`)
    expect(await take(`${heading}\n甲公司,${creditCodeFor(1)},,,\n`)).toMatchObject({ updated: 1 })
    expect(await take(`${heading}\n甲公司,320404000009558,海口,,\n`)).toMatchObject({ updated: 1 })
    expect(await cardOf('甲公司')).toMatchObject({ creditCode: creditCodeFor(1), city: '海口' })
    expect(await take(`${heading}\n甲公司,${creditCodeFor(2)},,,\n`)).toMatchObject({ added: 1 })
    expect(await take(`${heading}\n甲公司,,海口,,\n`)).toMatchObject({ refused: [{ row: 2, code: 'name-ambiguous' }] })
  })
  test('left alone when asked', async () => {
    await take(`${heading}\n甲公司,,海口,,\n`)
    expect(await take(`${heading}\n甲公司,,三亚,,\n乙公司,,,,\n`, { onExisting: 'skip' })).toMatchObject({ added: 1, updated: 0, unchanged: 1 })
  })
  test('rows that repeat one another: the first is taken', async () => {
    const result = await take(`${heading}\n甲公司,${creditCodeFor(1)},,,\n乙公司,${creditCodeFor(1)},,,\n甲公司,,,,\n丙公司,,,,\n丙公司,,,,\n甲公司,${creditCodeFor(2)},,,\n`)
    expect(result.added).toBe(3)
    expect(result.refused.map(({ row, code }) => [row, code])).toEqual([[3, 'code-taken-in-file'], [4, 'name-taken-in-file'], [6, 'name-taken-in-file']])
  })
})

test('an import that makes a good part of the search index leaves it in one piece', async () => {
  const table = (from: number, to: number) =>
    `企业名称\n${Array.from({ length: to - from }, (_unused, index) => `第${from + index}号机械有限公司`).join('\n')}\n`
  const pieces = () => rows('SELECT count(DISTINCT segid) AS pieces FROM partySearch_idx')[0]!.pieces
  await take(table(0, 400))
  await take(table(400, 800))
  expect(pieces()).toBe(1)
  await take(table(800, 810))
  expect(pieces()).toBeGreaterThan(1)
  expect((await office.callAs('creditadministrator', 'parties.list', { text: '号机械' })).total).toBe(810)
})

describe('tables that are not what they should be', () => {
  test.each([
    ['wrong headings', '甲,乙\n1,2\n', 'columns-not-found'],
    ['a map that names nothing', '企业名称\n甲\n', 'columns-not-found'],
    ['a table of nothing', ',,\n,,\n', 'empty-file'],
  ])('%s', async (what, content, code) => {
    expect(await refusalOf(content, what.startsWith('a map') ? { columns: { 没有: 'name' } } : {})).toMatchObject({ code })
    expect((await office.callAs('archivist', 'parties.list', {})).total).toBe(0)
  })
  test('the caller’s columns go before the headings', async () => {
    expect(await take('甲,乙\n海汽公司,海口\n', { columns: { 甲: 'name', 乙: 'city' } })).toMatchObject({ added: 1 })
    expect(await refusalOf('甲,乙\n1,2\n', { columns: { 甲: 'name', 乙: 'name' } })).toMatchObject({ code: 'bad-input' })
  })
  test('a cell of ten megabytes costs its row and no other', async () => {
    const result = await take(`企业名称,备注\n甲公司,${'x'.repeat(10_000_000)}\n乙公司,"${'y'.repeat(10_000)}"\n丙公司,好\n`)
    expect(result).toMatchObject({ read: 3, added: 1, refused: [{ row: 2, code: 'row-unreadable' }, { row: 3, code: 'field-too-long' }] })
    expect(Math.max(...result.refused.flatMap((one) => one.cells.map((cell) => cell.length)))).toBeLessThan(600)
  })
  test('stray quotation marks and separators cost their rows and no other', async () => {
    const result = await take('企业名称,城市\n甲公司,"海口\n乙公司,三亚\n丙,公司,琼海,x\n"丁""公司",文昌\n戊\ufffd公司,\n')
    expect(result.refused.map(({ row, code }) => [row, code])).toEqual([[4, 'row-unreadable'], [6, 'row-unreadable']])
    expect(await cardOf('乙公司')).toMatchObject({ city: '三亚' })
    expect(await cardOf('丁"公司')).toMatchObject({ city: '文昌' })
  })
  test('an upload of another session, or none, is refused', async () => {
    const token = await upload('archivist', '企业名称\n甲\n')
    for (const one of [token, 'f'.repeat(32)]) {
      expect(await office.answerAs('creditadministrator', 'parties.import', { upload: one })).toMatchObject({ ok: false, error: { code: 'upload-expired' } })
    }
  })
})

describe('who brings it in', () => {
  test('a salesperson’s and a clerk’s rows land in their department, and may name no other', async () => {
    const result = await take('企业名称,部门,信用等级\n甲公司,,AA\n乙公司,XS1,\n丙公司,销售二部,\n丁公司,XS9,\n', {}, 'salesperson')
    expect(result.refused.map(({ row, code }) => [row, code])).toEqual([[4, 'not-permitted'], [5, 'department-unknown']])
    for (const name of ['甲公司', '乙公司']) expect(await cardOf(name, 'departmentclerk')).toMatchObject({ departmentName: '销售一部', grade: null })
    expect((await office.callAs('salesperson2', 'parties.list', {})).total).toBe(0)
  })
  test('grades are the credit administrator’s, and not of his own customer', async () => {
    expect(await take('企业名称,等级\n甲公司,A\n', { columns: { 等级: 'grade' } }, 'departmentclerk')).toMatchObject({ refused: [{ code: 'not-permitted' }] })
    const result = await take('企业名称,等级,业务员\n甲公司,A,测试creditAdministrator\n乙公司,A,测试salesperson\n丙公司,优秀,\n丁公司,,无此人\n')
    expect(result.refused.map(({ row, code }) => [row, code])).toEqual([[2, 'not-permitted'], [4, 'grade-unknown'], [5, 'salesperson-unknown']])
  })
  test('a hidden party is neither changed nor betrayed by its name; its code is taken, and no more is said', async () => {
    await take(`企业名称,信用代码,城市\n机密公司,${creditCodeFor(1)},海口\n同名公司,,三亚\n`, {}, 'salesperson2')
    const result = await take(`企业名称,信用代码,城市\n改名公司,${creditCodeFor(1)},北京\n同名公司,,北京\n`, {}, 'salesperson')
    expect(result).toMatchObject({ added: 1, updated: 0, refused: [{ row: 2, code: 'code-taken', cells: ['改名公司', creditCodeFor(1), '北京'] }] })
    expect(await cardOf('机密公司', 'salesperson2')).toMatchObject({ city: '海口', version: 1 })
    expect(await cardOf('同名公司', 'salesperson2')).toMatchObject({ city: '三亚', version: 1 })
  })
})

describe('the preview', () => {
  test('counts what would happen, proposes columns, and writes nothing, not even an entry', async () => {
    await take(`企业名称,信用代码,城市\n甲公司,${creditCodeFor(1)},海口\n乙公司,,三亚\n`)
    const before = rows('SELECT count(*) AS n, (SELECT max(seq) FROM audit) AS seq, (SELECT max(version) FROM party) AS version FROM party')
    const token = await upload('creditadministrator', `企业名称,信用代码,城市,何物\n甲改名,${creditCodeFor(1)},海口,1\n乙公司,,三亚,2\n丙公司,,琼海,\n丁公司,123,,\n`)
    const preview = await office.callAs('creditadministrator', 'parties.previewImport', { upload: token })
    expect(preview).toEqual({
      encoding: 'UTF-8',
      columns: [
        { heading: '企业名称', field: 'name', examples: ['甲改名', '乙公司', '丙公司'] }, { heading: '信用代码', field: 'creditCode', examples: [creditCodeFor(1), '123'] },
        { heading: '城市', field: 'city', examples: ['海口', '三亚', '琼海'] }, { heading: '何物', field: 'skip', examples: ['1', '2'] },
      ],
      rows: 4, wouldAdd: 1, wouldUpdate: 1, unchanged: 1, refusedTotal: 1,
      duplicates: [{ row: 2, name: '甲改名', existing: '甲公司' }, { row: 3, name: '乙公司', existing: '乙公司' }],
      refused: [{ row: 5, code: 'code-wrong-length', reason: expect.any(String), cells: ['丁公司', '123', '', ''] }],
    })
    expect(rows('SELECT count(*) AS n, (SELECT max(seq) FROM audit) AS seq, (SELECT max(version) FROM party) AS version FROM party')).toEqual(before)
    const result = await office.callAs('creditadministrator', 'parties.import', { upload: token })
    expect(result).toMatchObject({ added: preview.wouldAdd, updated: preview.wouldUpdate, unchanged: preview.unchanged })
  })
  test('without a name column the columns are shown, so that one can be chosen', async () => {
    const token = await upload('salesperson', '甲,乙\n海汽,海口\n')
    expect(await office.callAs('salesperson', 'parties.previewImport', { upload: token })).toMatchObject({
      columns: [{ heading: '甲', field: 'skip' }, { heading: '乙', field: 'skip' }], rows: 1, wouldAdd: 0, refusedTotal: 0,
    })
  })
})

test('a cancelled import leaves the archive as it was', async () => {
  const token = await upload('creditadministrator', `企业名称\n${Array.from({ length: 30_000 }, (_unused, index) => `第${index}公司`).join('\n')}\n`)
  const running = office.answerAs('creditadministrator', 'parties.import', { upload: token, jobId: 'import-to-cancel' })
  for (;;) {
    const { done, step } = await office.callAs('creditadministrator', 'jobs.progress', { jobId: 'import-to-cancel' })
    if (step === 'writing' && done > 0) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await office.callAs('creditadministrator', 'jobs.cancel', { jobId: 'import-to-cancel' })
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(rows('SELECT count(*) AS n FROM party')).toEqual([{ n: 0 }])
  expect((await office.callAs('archivist', 'parties.search', { text: '公司' }))).toEqual([])
})
