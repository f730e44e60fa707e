import writeXlsx from 'write-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { forms } from '../../src/shared/rules/statements/forms.ts'
import { SHEETS } from '../../src/shared/rules/statements/form.ts'
import { SMALL_LINES } from './worked.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })).id
})
afterEach(() => office.close())

/** A workbook of the small form, a sheet each. */
async function workbook(): Promise<Buffer> {
  const titles = { balance: '资产负债表', income: '利润表', cash: '现金流量表' }
  const data = SHEETS.map((sheet) => ({ sheet: titles[sheet], data: [
    [{ value: titles[sheet] }], [{ value: '2025年度' }, { value: '单位：元' }], [{ value: '项目' }, { value: '行次' }, { value: '期末余额' }, { value: '年初余额' }],
    ...forms.small[sheet].lines.map(({ lead, name, number }) => {
      const line = SMALL_LINES.find((one) => one.sheet === sheet && one.line === number)
      const cell = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : { type: Number, value: fen / 100 })
      return [{ value: lead + name }, { type: Number, value: number }, cell(line?.current), cell(line?.prior)]
    }),
  ] }))
  return await writeXlsx(data as never).toBuffer()
}
const asked = async (name: string, bytes: Buffer) => ({ partyId, upload: await office.upload('creditadministrator', name, bytes, 'import') })
const seq = () => (office.archive.store.prepare('SELECT count(*) AS entries FROM audit').get() as { entries: number }).entries

test('a workbook of three sheets: previewed without a trace, then entered as a draft with one entry', async () => {
  const input = await asked('2025年报.xlsx', await workbook())
  const before = seq()
  const preview = await office.callAs('creditadministrator', 'statements.importPreview', input)
  expect(preview).toMatchObject({ format: 'small', unit: 'yuan', problems: [], sets: [{ periodEnd: '2025-12-31', faults: 0, existing: null }] })
  expect(seq()).toBe(before)
  const { ids, lines } = await office.callAs('creditadministrator', 'statements.import', { ...input, opinion: 'clean', receivedOn: '2026-04-01', years: ['2025-12-31'] })
  expect([ids.length, lines]).toEqual([1, SMALL_LINES.length])
  expect(seq()).toBe(before + 1)
  await office.callAs('officedirector', 'statements.confirm', { id: ids[0]!, version: 1 })
  const { statements: [read] } = await office.callAs('generalmanager', 'statements.get', { partyId })
  expect(read!.lines).toHaveLength(SMALL_LINES.length)
})

test('a CSV in GB18030 of three years: each a set, bad rows told, a draft there replaced, a confirmed year left alone', async () => {
  // 项目,2023年,2024年,2025年 / 营业收入 / 净利润 / 神秘
  const rows = '项目,2023年,2024年,2025年（万元）\n营业收入,100,110,121\n神秘,1,1,1\n净利润,5,(3),乱\n资产总计,50,55,60\n'
  const gb = Buffer.from(encodeGb(rows))
  const input = await asked('三年.csv', gb)
  const preview = await office.callAs('creditadministrator', 'statements.importPreview', { ...input, unit: 'tenThousand' })
  expect(preview.sets.map(({ periodEnd }) => periodEnd)).toEqual(['2025-12-31', '2024-12-31', '2023-12-31'])
  expect(preview.problems.map(({ problem, row }) => [problem, row])).toEqual([['name-unknown', 3], ['amount-unreadable', 4]])
  const common = { ...input, unit: 'tenThousand', opinion: 'none', receivedOn: '2026-04-01' } as const
  const { ids } = await office.callAs('creditadministrator', 'statements.import', { ...common, years: ['2024-12-31'] })
  const again = await office.callAs('creditadministrator', 'statements.import', { ...common, years: ['2025-12-31', '2024-12-31'] })
  expect(again.ids).toContain(ids[0])
  const state = office.archive.store.prepare('SELECT version FROM statement WHERE id = ?').get(ids[0])
  expect(state).toEqual({ version: 2 })
  const faults = office.archive.store.prepare('SELECT faults FROM statement WHERE id = ?').get(ids[0]) as { faults: number }
  await office.callAs('officedirector', 'statements.confirm', {
    id: ids[0]!, version: 2, reasons: ['current', 'prior'].flatMap((column) => [53, 72].map((line) => `balance:balance:${line}:${column}`).concat(`sum:income:21:${column}`, `sum:income:19:${column}`)).map((fault) => ({ fault, reason: '仅有摘要' })),
  })
  expect(faults.faults).toBe(4)
  expect(await office.answerAs('creditadministrator', 'statements.import', { ...common, years: ['2025-12-31', '2024-12-31'] })).toMatchObject({ error: { code: 'statement-exists', details: { periodEnd: '2024-12-31' } } })
  expect(await office.answerAs('creditadministrator', 'statements.import', { ...common, years: ['2020-12-31'] })).toMatchObject({ error: { code: 'not-found' } })
})

test('what is no table, and a table that is no statement', async () => {
  const refused = async (name: string, bytes: Buffer) => {
    const answer = await office.answerAs('creditadministrator', 'statements.importPreview', await asked(name, bytes))
    return answer.ok ? null : answer.error.code
  }
  expect(await refused('a.csv', Buffer.from('客户,城市\n甲,徐州\n'))).toBe('no-statement-found')
  const damaged = await workbook()
  damaged.fill(0, 600, 1400)
  expect(await refused('a.xlsx', damaged)).toBe('file-unreadable')
  expect(await office.answerAs('creditadministrator', 'statements.importPreview', { partyId, upload: '0'.repeat(32) })).toMatchObject({ error: { code: 'upload-expired' } })
})

/** GB18030 for the characters of this test: text decoders know it, encoders do not. */
function encodeGb(text: string): number[] {
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0xa1; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return [...text].flatMap((character) => (character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : table.get(character)!))
}
