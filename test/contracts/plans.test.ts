import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import type { TestLogin } from '../builders/archive.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'

/* Every statement that the ledger runs is explained: none may go through all contracts but along one narrow index. */

let desk: Desk
const statements = new Map<string, unknown[]>()

beforeAll(async () => {
  desk = await openDesk()
  for (let index = 0; index < 40; index++) {
    await desk.callAs('salesperson', 'contracts.open', {
      partyId: desk.party(`第${index}号公司`), departmentId: desk.departments.XS1, subject: `原煤 ${index} 批`, direction: 'sale', handlerId: desk.people.salesperson,
      firstAmountFen: index * 100, signedOn: '2026-03-01',
    })
  }
  const { connection } = desk.archive.store
  const prepare = connection.prepare.bind(connection)
  Object.defineProperty(connection, 'prepare', {
    value: (text: string) => {
      const statement = prepare(text)
      for (const how of ['all', 'get'] as const) {
        const run = statement[how]
        Object.defineProperty(statement, how, { value: (...values: unknown[]) => (statements.set(text, values), run.call(statement, ...values)) })
      }
      return statement
    },
  })
})
afterAll(() => desk.close())

async function plansOf(login: TestLogin, method: 'contracts.ledger' | 'contracts.statistics', input: object): Promise<string[]> {
  statements.clear()
  await desk.callAny(login, method, input)
  const { connection } = desk.archive.store
  return [...statements].filter(([text]) => /\bcontract\b/.test(text)).flatMap(([text, values]) =>
    (connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]).map((row) => row.detail))
}

const LEDGERS: Input<'contracts.ledger'>[] = [
  {}, { offset: 20 }, { descending: true }, { sort: 'party' }, { sort: 'signed', descending: true }, { sort: 'amount' }, { sort: 'until' }, { departmentId: 1 },
  { year: 2026, state: 'signed' }, { handlerId: 1 }, { signedFrom: '2026-01-01', signedTo: '2026-06-30' }, { amountFrom: 1000 }, { partyId: 3 }, { text: '原煤' },
  { text: 'ym 公司' }, { text: 'HT-XS1', sort: 'amount' },
]

describe('plans', () => {
  for (const login of ['archivist', 'salesperson'] as const) {
    test.each(LEDGERS.map((input) => [JSON.stringify(input), input] as const))(`${login} %s`, async (_name, input) => {
      for (const step of await plansOf(login, 'contracts.ledger', input)) {
        expect(step).not.toMatch(/^SCAN (contract|dossier|party|contractEvent|contractParty)($| (?!USING COVERING INDEX))/)
      }
    })
  }
  test('a page in any order is read off its index, without sorting', async () => {
    for (const sort of ['number', 'party', 'signed', 'amount', 'until'] as const) {
      for (const descending of [false, true]) {
        const plans = await plansOf('archivist', 'contracts.ledger', { sort, descending, limit: 5 })
        expect(plans, sort).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^SCAN contract USING COVERING INDEX contract_${sort}$`))]))
        // The rows of the page are put in order once more, by their place on it.
        expect(plans.filter((step) => step.includes('TEMP B-TREE')).length).toBeLessThanOrEqual(1)
      }
    }
  })
  test('nor does counting what nothing but department, year, direction and state is asked of touch a contract', async () => {
    statements.clear()
    await desk.callAs('archivist', 'contracts.ledger', { year: 2026, direction: 'sale', state: 'signed' })
    expect([...statements.keys()].filter((text) => /count\(\*\)/.test(text) && /FROM contract\b/.test(text))).toEqual([])
  })
  test('statistics run along the days of the events', async () => {
    const plans = await plansOf('archivist', 'contracts.statistics', { from: '2026-01-01', to: '2026-06-30' })
    expect(plans).toEqual(expect.arrayContaining([expect.stringMatching(/^SEARCH event USING COVERING INDEX contractEvent_day/)]))
    for (const step of plans) expect(step).not.toMatch(/^SCAN/)
  })
})
