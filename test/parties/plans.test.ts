import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'

/* Every statement that a list or a search of parties runs is explained: none may go through all parties without an index. */

let office: TestArchive
const statements = new Map<string, unknown[]>()

beforeAll(async () => {
  office = await openTestArchive()
  const names = Array.from({ length: 2000 }, (_unused, index) => `第${index}号公司,海南,${index % 2 ? 'XS1' : 'XS2'}`)
  const upload = await office.upload('creditadministrator', 'a.csv', Buffer.from(`企业名称,省份,部门\n${names.join('\n')}\n`), 'import')
  await office.callAs('creditadministrator', 'parties.import', { upload })
  const { connection } = office.archive.store
  connection.exec('ANALYZE')
  const prepare = connection.prepare.bind(connection)
  Object.defineProperty(connection, 'prepare', {
    value: (text: string) => {
      const statement = prepare(text)
      const { all } = statement
      Object.defineProperty(statement, 'all', { value: (...values: unknown[]) => (statements.set(text, values), all.call(statement, ...values)) })
      return statement
    },
  })
})
afterAll(() => office.close())

async function plansOf(login: TestLogin, method: 'parties.list' | 'parties.search', input: object): Promise<string[]> {
  statements.clear()
  await office.callAny(login, method, input)
  const { connection } = office.archive.store
  return [...statements].filter(([text]) => /\bparty\b/.test(text)).flatMap(([text, values]) =>
    (connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]).map((row) => row.detail))
}

const LISTS: Input<'parties.list'>[] = [
  {}, { offset: 1000 }, { descending: true }, { sort: 'code' }, { sort: 'founded', descending: true }, { sort: 'updated' }, { kind: 'customer' },
  { grade: 'none' }, { province: '海南' }, { departmentId: 1 }, { hasDossier: true }, { text: '号公司' }, { text: '公' }, { text: 'd1' }, { text: '12号 海南' },
]

describe('no list goes through all parties', () => {
  for (const login of ['archivist', 'salesperson'] as const) {
    for (const input of LISTS) {
      test(`${login} ${JSON.stringify(input)}`, async () => {
        for (const step of await plansOf(login, 'parties.list', input)) expect(step).not.toMatch(/^SCAN party($| (?!USING (COVERING )?INDEX))/)
      })
    }
  }
  test('a first page in any order is read off its index, without sorting', async () => {
    for (const sort of ['name', 'code', 'founded', 'updated'] as const) {
      const plans = await plansOf('archivist', 'parties.list', { sort })
      expect(plans).toEqual(expect.arrayContaining([expect.stringMatching(/^SCAN party USING COVERING INDEX party_(pinyin|creditCode|founded|updated)$/)]))
      // The fifty rows of the page are put in order once more, by their place on it.
      expect(plans.filter((step) => step.includes('TEMP B-TREE')).length).toBeLessThanOrEqual(1)
    }
  })
  test.each(['公', '公司', '号公司', 'd1', '91', '第1号公司'])('nor does a search for %s', async (text) => {
    for (const login of ['archivist', 'salesperson'] as const) {
      for (const step of await plansOf(login, 'parties.search', { text })) expect(step).not.toMatch(/^SCAN party( |$)/)
    }
  })
})
