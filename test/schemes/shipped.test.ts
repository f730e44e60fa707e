import { afterAll, beforeAll, expect, test } from 'vitest'
import { absent, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { score } from '../../src/shared/rules/schemes/score.ts'
import { bringSchemesUp } from '../../src/main/schemes/load.ts'
import { cardOf } from './cards.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

type Version = { no: number; hash: string; state: string; effectiveOn: string; preparedBy: number | null }
const versions = (code: string) => office.archive.store.prepare('SELECT no, hash, state, effectiveOn, preparedBy FROM schemeVersion JOIN scheme ON scheme.id = schemeVersion.schemeId WHERE code = ? ORDER BY no').all(code) as Version[]
const later = new Date(2026, 11, 24, 9, 0, 0)

/** As if the archive had been made by a program whose card said something else. */
function formerly(code: string): void {
  const store = office.archive.store
  for (const trigger of ['schemeVersion_fixed', 'schemeVersion_submitted']) store.prepare(`DROP TRIGGER ${trigger}`).run()
  store.prepare("UPDATE schemeVersion SET body = json_set(body, '$.coverage.full', 7000), hash = 'former' WHERE schemeId = (SELECT id FROM scheme WHERE code = ?)").run(code)
}

test('an archive that has the card of today is only asked', () => {
  const before = versions('KH')
  bringSchemesUp(office.archive.store, later)
  expect(versions('KH')).toEqual(before)
})

test('the newer text of an untouched card is its next version from today on; the old one is kept; once', () => {
  const [present] = versions('KH')
  formerly('KH')
  bringSchemesUp(office.archive.store, later)
  bringSchemesUp(office.archive.store, later)
  expect(versions('KH')).toEqual([
    { no: 1, hash: 'former', state: 'approved', effectiveOn: '2000-01-01', preparedBy: null }, { no: 2, hash: present!.hash, state: 'approved', effectiveOn: '2026-12-24', preparedBy: null },
  ])
  expect(versions('GY')).toHaveLength(1)
  // Nobody did it, and the log tells of it all the same, once.
  const told = office.archive.store.prepare("SELECT actorId, subjectLabel, detail ->> 'hash' AS hash, detail ->> 'effectiveOn' AS effectiveOn FROM audit WHERE method = 'schemes.bringUp'").all()
  expect(told).toEqual([{ actorId: null, subjectLabel: 'KH v2', hash: present!.hash, effectiveOn: '2026-12-24' }])
})

test('where the company has written a text of its own nothing is put beside it', () => {
  const store = office.archive.store
  store.prepare("INSERT INTO schemeVersion (schemeId, no, body, hash, state, preparedBy, preparedAt) SELECT id, 2, '{}', 'own', 'draft', 1, '2026-11-23T00:00:00.000Z' FROM scheme WHERE code = 'GY'").run()
  store.prepare("UPDATE schemeVersion SET hash = 'former' WHERE no = 1 AND schemeId = (SELECT id FROM scheme WHERE code = 'GY')").run()
  bringSchemesUp(store, later)
  expect(versions('GY').map(({ no, hash }) => [no, hash])).toEqual([[1, 'former'], [2, 'own']])
})

test('without a payment history the customer card says A at the most: paid early and covered in nine tenths it may say AAA', () => {
  const card = cardOf('customer')
  const [gate, best] = [card.gates.find(({ code }) => code === 'K7')!, card.gates.find(({ code }) => code === 'K8')!]
  const state = (facts: Facts, code: string) => score(card, { facts, marks: {}, grades: ['AAA', 'AA', 'A', 'B', 'C'], industry: null }).gates.find((one) => one.code === code)!.state
  const known: Facts = Object.fromEntries(Object.entries({ totalLiabilities: 30, totalAssets: 100, cash: 90, currentLiabilities: 20, operatingCash: 30, shortTermLoans: 0, defaultSeverity36: 0, cooperationYears: 4 }).map(([name, value]) => [name, present(value, [], null)]))
  expect([gate.effect, best.effect]).toEqual([{ kind: 'cap', grade: 'A' }, { kind: 'cap', grade: 'AA' }])
  expect(state({ ...known, paymentIndex24: absent('notApplicable') }, 'K7')).toBe('unknownHit')
  expect(state({ ...known, paymentIndex24: present(55, [], null) }, 'K7')).toBe('hit')
  // Three indicators of all there are: far from nine tenths.
  expect(state({ ...known, paymentIndex24: present(95, [], null) }, 'K8')).toBe('hit')
})
