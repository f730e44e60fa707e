import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringSchemesUp, hashOfScheme } from '../../src/main/schemes/load.ts'
import { canonicalJson } from '../../src/shared/rules/ratings/canonical.ts'
import { absent, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { causesOf } from '../../src/shared/rules/schemes/causes.ts'
import { Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { score } from '../../src/shared/rules/schemes/score.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { cardOf } from './cards.ts'

const card = cardOf('supplier')
const grades = ['AAA', 'AA', 'A', 'B', 'C'] as const

/** A supplier that is the best in everything but what is named. */
const BEST = {
  onTimeDelivery24: 1, ordersDue24: 40, acceptedQuality24: 1, lotsInspected24: 40, invoicedInOrder24: 1, contractsKept24: 1, certificatesValid: 1, scopeExceeded: 0, complaints12: 0,
  totalLiabilities: 30, totalAssets: 100, currentAssets: 60, inventories: 5, prepayments: 0, currentLiabilities: 20, operatingCash: 10, netCash: 5, equity: 70, dishonest: 0, deregistered: 0, bankruptcy: 0, fraud: 0, badListed: 0,
}
function rated(more: Partial<Record<keyof typeof BEST, number | null>>) {
  const facts: Facts = Object.fromEntries(Object.entries({ ...BEST, ...more }).map(([name, value]) => [name, value === null ? absent('notKept') : present(value, [], null)]))
  const result = score(card, { facts, marks: {}, industry: null, grades })
  return { score: result.score, grade: result.grade, causes: [...causesOf(card, result, grades).gates].join(' ') }
}

describe('a supplier is held to what it delivers, once there is enough of it', () => {
  test('nothing to say against it', () => expect(rated({})).toEqual({ score: 10_000, grade: 'AAA', causes: '' }))
  test.each([
    // on time: the card alone takes the twenty-five points, which leaves an A
    ['a quarter on time, as found', { onTimeDelivery24: 0.24, ordersDue24: 25 }, 'C', 'K5'],
    ['half on time: the bound itself', { onTimeDelivery24: 0.5, ordersDue24: 10 }, 'B', 'K3'],
    ['just below half', { onTimeDelivery24: 0.499, ordersDue24: 10 }, 'C', 'K5'],
    ['eight in ten: the bound itself', { onTimeDelivery24: 0.8, ordersDue24: 10 }, 'AA', ''],
    ['just below', { onTimeDelivery24: 0.7999, ordersDue24: 10 }, 'B', 'K3'],
    ['one of five that never came', { onTimeDelivery24: (1 + 1 + 1 + 1 + 0) / 5, ordersDue24: 5 }, 'AA', ''],
    ['two of five', { onTimeDelivery24: 3 / 5, ordersDue24: 5 }, 'B', 'K3'],
    ['the only one, too late', { onTimeDelivery24: 0, ordersDue24: 1 }, 'A', ''],
    ['all of four', { onTimeDelivery24: 0, ordersDue24: 4 }, 'A', ''],
    ['all of five', { onTimeDelivery24: 0, ordersDue24: 5 }, 'C', 'K5'],
    // quality
    ['nine in ten accepted: the bound itself', { acceptedQuality24: 0.9, lotsInspected24: 10 }, 'A', ''],
    ['just below', { acceptedQuality24: 0.8999, lotsInspected24: 10 }, 'B', 'K4'],
    ['one of ten sent back whole', { acceptedQuality24: 9 / 10, lotsInspected24: 10 }, 'A', ''],
    ['two of ten', { acceptedQuality24: 8 / 10, lotsInspected24: 10 }, 'B', 'K4'],
    ['one of nine', { acceptedQuality24: 8 / 9, lotsInspected24: 9 }, 'A', ''],
    ['three quarters: the bound itself', { acceptedQuality24: 0.75, lotsInspected24: 20 }, 'B', 'K4'],
    ['below three quarters', { acceptedQuality24: 0.74, lotsInspected24: 20 }, 'C', 'K6'],
    // both, and neither known
    ['both below their first bound', { onTimeDelivery24: 0.7, acceptedQuality24: 0.85 }, 'C', ''],
    ['how many is not known, as in facts frozen before', { onTimeDelivery24: 0.24, ordersDue24: null }, 'A', ''],
    ['none on record', { onTimeDelivery24: null, ordersDue24: null, acceptedQuality24: null, lotsInspected24: null, invoicedInOrder24: null }, null, ''],
  ] as const)('%s', (_what, more, grade, causes) => {
    const { grade: found, causes: told } = rated(more)
    expect([found, told]).toEqual([grade, causes])
  })
})

describe('an archive made before', () => {
  let office: TestArchive
  let partyId: number
  beforeAll(async () => {
    office = await openTestArchive()
    // As the card stood: without these gates.
    const former = Scheme.parse({ ...card, hint: null, gates: card.gates.filter(({ code }) => !['K3', 'K4', 'K5', 'K6'].includes(code)) })
    const { store } = office.archive
    const triggers = store.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'schemeVersion'").all() as { name: string; sql: string }[]
    for (const { name } of triggers) store.prepare(`DROP TRIGGER ${name}`).run()
    store.prepare("UPDATE schemeVersion SET body = ?, hash = ? WHERE schemeId = (SELECT id FROM scheme WHERE code = 'GY')").run(canonicalJson(former), hashOfScheme(former))
    for (const { sql } of triggers) store.prepare(sql).run()
    partyId = (await office.callAs('creditadministrator', 'parties.add', { kind: 'supplier', name: '长治恒基矿机有限公司', departmentId: office.departments.XS1 })).id
    for (let at = 1; at <= 8; at += 1) {
      await office.callAs('creditadministrator', 'deliveries.record', {
        partyId, orderNumber: `CG-${at}`, goods: '锻件', unit: '件', dueOn: `2026-0${at}-10`, orderedQuantity: 10_000, arrivedOn: at > 2 ? `2026-0${at}-20` : `2026-0${at}-05`, arrivedQuantity: 10_000, acceptedQuantity: 10_000, isInvoiceInOrder: true,
      })
    }
  })
  afterAll(() => office.close())

  const make = async () => {
    const { id } = await office.callAs('creditadministrator', 'ratings.create', { partyId, kind: 'aftersale' })
    return office.callAs('creditadministrator', 'ratings.get', { id })
  }

  test('what was frozen under the former text computes the same; from the day the newer one came it is held to it; a draft of that day is told', async () => {
    const first = await make()
    expect(first.facts).toMatchObject({ onTimeDelivery24: { value: 0.25 }, ordersDue24: { value: 8 }, lotsInspected24: { value: 8 } })
    expect(first.scheme.body.gates).toHaveLength(6)
    const { rating: submitted } = await office.callAs('creditadministrator', 'ratings.submit', { id: first.id, version: first.version })
    const { rating: reviewed } = await office.callAs('salesdirector', 'ratings.review', { id: first.id, version: submitted.version })
    await office.callAs('officedirector', 'ratings.approve', { id: first.id, version: reviewed.version })
    const draft = await make()
    bringSchemesUp(office.archive.store, office.clock.now())
    expect(await office.callAs('officedirector', 'ratings.recompute', { id: first.id })).toMatchObject({ isSame: true, differences: [] })
    const told = await office.callAs('creditadministrator', 'ratings.get', { id: draft.id })
    expect(told.moved).toMatchObject({ facts: [], scheme: { before: 1, after: 2 } })
    const { rating } = await office.callAs('creditadministrator', 'ratings.refresh', { id: draft.id, version: draft.version })
    expect(rating.result.gates.filter(({ state }) => state === 'hit').map(({ code }) => code)).toEqual(['K3', 'K5'])
    const entries = office.archive.store.prepare("SELECT subjectLabel FROM audit WHERE method = 'schemes.bringUp'").all()
    expect(entries).toEqual([{ subjectLabel: 'GY v2' }])
    expect((await office.callAs('auditor', 'archive.verify', {})).findings).toEqual([])
  }, 60_000)
})
