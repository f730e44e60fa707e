import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDuties } from '../../src/main/archive/verify-duties.ts'
import { createRandom } from '../../src/main/archive/sample/random.ts'
import { bringDutiesUp } from '../../src/main/duties/rebuild.ts'
import { readDetail } from '../../src/shared/rules/archive/finding.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import type { TestLogin } from '../builders/archive.ts'
import { bothTellings, type DutyOffice, openDutyOffice } from './duty-office.ts'

let office: DutyOffice
beforeAll(async () => { office = await openDutyOffice() })
afterAll(() => office.close())

type Call = readonly [login: TestLogin, method: MethodName, input: object]
const ids = (query: string) => (office.archive.store.prepare(query).all() as { id: number }[]).map(({ id }) => id)
const row = <Row>(query: string, id: number) => office.archive.store.prepare(query).get(id) as Row | undefined

/** Something that somebody might do now, valid or not: what is refused changes nothing. */
function something(random: ReturnType<typeof createRandom>, drawers: readonly number[]): Call {
  const { departments, people } = office
  const any = (query: string) => random.pick([...ids(query), 0])
  const day = () => random.pick(['2024-02-29', '2025-01-31', '2025-12-31', '2026-01-05', '2026-09-30', '2026-10-31', '2026-11-20', '2027-06-01'])
  const where = { partyId: any('SELECT id FROM party'), departmentId: random.pick([departments.XS1, departments.XS2]), openedOn: day() }
  const contract = any("SELECT id FROM dossier WHERE kind = 'contract'")
  const version = row<{ version: number }>('SELECT version FROM contract WHERE dossierId = ?', contract)?.version ?? 0
  const document = any('SELECT id FROM document')
  const party = any('SELECT id FROM party')
  const known = row<{ version: number; kind: 'customer'; name: string }>('SELECT version, kind, name FROM party WHERE id = ?', party)
  const item = random.pick(['1.1', '9.1', '9.3', '10.1'])
  return random.pick<Call>([
    ['creditadministrator', 'parties.add', { kind: 'customer', name: `新户${random.whole(1, 1_000_000)}公司`, departmentId: departments.XS1, firstBusinessOn: random.pick([null, day()]) }],
    ['creditadministrator', 'parties.change', { id: party, version: known?.version ?? 0, kind: 'customer', name: known?.name ?? 'x', departmentId: random.pick([departments.XS2, null]), firstBusinessOn: random.pick([null, day()]) }],
    ['creditadministrator', 'dossiers.open', where],
    ['creditadministrator', 'contracts.open', { ...where, subject: '精煤', direction: 'sale', handlerId: people.salesperson, signedOn: random.pick([null, day()]) }],
    ['creditadministrator', 'contracts.recordEvent', { id: contract, version, what: random.pick(['signed', 'changed', 'performed', 'terminated']), on: day() }],
    ['creditadministrator', 'contracts.strikeEvent', { id: contract, version, eventId: any('SELECT id FROM contractEvent WHERE struckAt IS NULL'), reason: '记错' }],
    ['creditadministrator', 'documents.add', { dossierId: any('SELECT id FROM dossier'), itemCode: item, title: '文件', pages: 1 }],
    ['creditadministrator', 'documents.change', { id: document, itemCode: item, title: '文件', pages: 2 }],
    ['creditadministrator', 'documents.strike', { id: document, reason: '重复' }],
    ['salesdirector', 'dossiers.confirm', { id: any('SELECT id FROM dossier WHERE confirmedAt IS NULL') }],
    ['creditadministrator', 'dossiers.void', { id: any('SELECT id FROM dossier WHERE documents = 0'), reason: '误立' }],
    ['archivist', 'cabinet.place', { dossierId: any('SELECT id FROM dossier WHERE drawerId IS NULL'), drawerId: random.pick(drawers) }],
    ['archivist', 'cabinet.undoMove', {}],
  ])
}

const carriedOut = new Set<MethodName>()

describe('the table says what the facts say', () => {
  test.each([1, 2, 3, 4, 5, 6])('whatever was done, in whatever order (%i)', async (seed) => {
    const random = createRandom(seed)
    const { drawers } = await office.furnish({ room: `${seed}室`, drawers: 2, capacity: 60 })
    for (let step = 0; step < 90; step++) {
      const [login, method, input] = something(random, drawers)
      const answer = await office.answerAs(login, method as 'dossiers.open', input as never)
      if (answer.ok) carriedOut.add(method)
      else expect(answer.error.code).not.toBe('internal')
      if (step % 7 === 0) office.clock.addDays(random.whole(0, 3))
      if (step % 10 === 9) {
        const { kept, derived } = bothTellings(office.archive.store)
        expect(kept).toEqual(derived)
      }
    }
    expect((await checkDuties(office.archive.store, async () => {})).findings).toEqual([])
  })

  test('and every kind of call was among them', () => expect(carriedOut.size).toBe(13))

  test('verification finds a case that is missing, one without reason, one that says otherwise, a tally that does not add up', async () => {
    const { store } = office.archive
    const found = async () => (await checkDuties(store, async () => {})).findings.map(({ kind, detail }) => [kind, readDetail(detail)!.rule])
    const spoil = async (query: string) => {
      store.connection.exec(`SAVEPOINT spoilt; ${query}`)
      const findings = await found()
      store.connection.exec('ROLLBACK TO spoilt; RELEASE spoilt')
      return findings
    }
    expect(await found()).toEqual([])
    expect(await spoil('DELETE FROM duty WHERE id = (SELECT min(id) FROM duty)')).toEqual([['duty-contradiction', 'duty-missing']])
    expect(await spoil("UPDATE duty SET dueOn = date(dueOn, '+1 day') WHERE id = (SELECT max(id) FROM duty WHERE doneOn IS NULL)")).toEqual([['duty-contradiction', 'duty-differs']])
    expect(await spoil("UPDATE duty SET ruleId = 'invented' WHERE id = (SELECT min(id) FROM duty)")).toEqual(expect.arrayContaining([
      ['duty-contradiction', 'duty-missing'], ['duty-contradiction', 'duty-unfounded'], ['duty-contradiction', 'duties-counted-otherwise'],
    ]))
    expect(await spoil("UPDATE dutyTally SET done = done + 1 WHERE ruleId = 'out'")).toEqual([['duty-contradiction', 'duties-counted-otherwise']])
  })

  test('an archive kept by an older program is brought up once, at its opening', async () => {
    const { store } = office.archive
    const count = () => (store.prepare('SELECT count(*) AS count FROM duty').get() as { count: number }).count
    const before = count()
    store.connection.exec("DELETE FROM duty")
    bringDutiesUp(store)
    expect(count(), 'the same engine, the same time zone: left as it is').toBe(0)
    store.connection.exec("UPDATE setting SET value = '0' WHERE name = 'dutiesEngine'")
    bringDutiesUp(store)
    expect(count()).toBe(before)
    const { kept, derived } = bothTellings(store)
    expect(kept).toEqual(derived)
  })
})
