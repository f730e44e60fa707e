import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { CONTRACT_STATES } from '../../src/shared/rules/contracts/events.ts'
import type { TestLogin } from '../builders/archive.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'

/* The ledger against a plain filter over everything: page, total and sums, for who sees all and for who sees some. */

type Row = Output<'contracts.ledger'>['rows'][number]
type Known = Row & { departmentId: number; year: number; handlerId: number; sortName: string; further: number[]; words: string }
type Asked = Input<'contracts.ledger'>

let desk: Desk
let known: Known[]
const slipped = new Set<number>()
const SUBJECTS = ['主焦精煤', '动力煤', '液压支架立柱', '托辊轴承', '矿井水处理运维'] as const
const READINGS: Record<(typeof SUBJECTS)[number], string> = { 主焦精煤: 'zjjm', 动力煤: 'dlm', 液压支架立柱: 'yyzjlz', 托辊轴承: 'tgzc', 矿井水处理运维: 'kjsclyw' }

beforeAll(async () => {
  desk = await openDesk()
  await fill()
  known = readAll()
}, 120_000)
afterAll(() => desk.close())

async function fill(): Promise<void> {
  let random = 20261123
  const pick = (count: number) => (random = (random * 48271) % 2147483647) % count
  const parties = Array.from({ length: 24 }, (_unused, index) => desk.party(`${'锦岱恒岳弘柘澄衢'[index % 8]}号${index}公司`, { department: index % 3 === 0 ? 'XS2' : 'XS1' }))
  for (let index = 0; index < 260; index++) {
    const department = pick(3) === 0 ? 'XS2' : 'XS1'
    const clerk = department === 'XS1' ? 'departmentclerk' : 'departmentclerk2'
    const year = 2023 + pick(4)
    const openedOn = `${year}-0${1 + pick(9)}-${10 + pick(18)}`
    const { id } = await desk.callAs('creditadministrator', 'contracts.open', {
      partyId: parties[pick(24)]!, departmentId: desk.departments[department], openedOn, subject: `${SUBJECTS[pick(5)]!} ${index} 批`,
      direction: pick(3) ? 'sale' : 'purchase', counterNumber: pick(2) ? `JD-${year}-${String(index).padStart(3, '0')}` : null,
      handlerId: pick(4) === 0 ? desk.people.creditadministrator : desk.people[department === 'XS1' ? 'salesperson' : 'salesperson2'],
      firstAmountFen: pick(6) === 0 ? null : 100 * (1 + pick(90_000)), performUntil: pick(4) ? `${year + 1}-0${1 + pick(9)}-01` : null,
      signedOn: pick(4) ? openedOn : null, parties: pick(5) === 0 ? [{ role: 'guarantor', partyId: null, name: `担保甲${index}` }] : [],
    })
    const events = (['changed', 'performed', 'terminated'] as const).filter(() => pick(3) === 0)
    let version = 1
    for (const what of events) {
      const answer = await desk.answerAs(clerk, 'contracts.recordEvent', {
        id, version, what, on: `2026-1${what === 'terminated' ? 1 : 0}-0${1 + pick(9)}`, amountFen: what === 'changed' && pick(2) ? 100 * pick(90_000) : null,
      })
      if (answer.ok) version = answer.value.version
    }
    if (pick(25) === 0) await desk.callAs('creditadministrator', 'dossiers.void', { id, reason: '误立' })
    else if (pick(40) === 0) slipped.add(id)
  }
  desk.slip('salesperson2', [...slipped])
}

function readAll(): Known[] {
  const { store } = desk.archive
  const further = Map.groupBy(store.prepare('SELECT dossierId, name FROM contractParty').all() as { dossierId: number; name: string }[], (row) => row.dossierId)
  const rows = store.prepare(`
    SELECT dossier.id, dossier.number, contract.counterNumber, contract.subject, contract.direction, dossier.partyId, party.name AS partyName, party.shortName,
      department.name AS departmentName, person.name AS handlerName, amountFen, firstAmountFen, amountRemarks, contract.state, signedOn, changedOn, performedOn,
      terminatedOn, changes, performFrom, performUntil, guaranteeUntil, dossier.departmentId, dossier.year, contract.handlerId, party.pinyin AS sortName
    FROM dossier JOIN contract ON contract.dossierId = dossier.id JOIN party ON party.id = dossier.partyId
      JOIN department ON department.id = dossier.departmentId JOIN person ON person.id = contract.handlerId
    WHERE dossier.voidedAt IS NULL`).all() as Known[]
  return rows.map((row) => ({
    ...row,
    words: [row.subject, row.number, row.counterNumber, row.partyName, ...(further.get(row.id) ?? []).map(({ name }) => name)].join('\n').toLowerCase()
      + `\n${READINGS[row.subject.split(' ')[0] as keyof typeof READINGS]}`,
  }))
}

function expected(asked: Asked, maySee: (row: Known) => boolean): Known[] {
  const fits = <Value>(wanted: Value | null | undefined, value: Value) => wanted === null || wanted === undefined || wanted === value
  const within = <Value extends string | number>(value: Value | null, from: Value | null | undefined, to: Value | null | undefined) =>
    (from === null || from === undefined || (value !== null && value >= from)) && (to === null || to === undefined || (value !== null && value <= to))
  const rows = known.filter((row) => maySee(row) && fits(asked.departmentId, row.departmentId) && fits(asked.year, row.year)
    && fits(asked.direction, row.direction) && fits(asked.state, row.state) && fits(asked.handlerId, row.handlerId) && fits(asked.partyId, row.partyId)
    && within(row.amountFen, asked.amountFrom, asked.amountTo) && within(row.signedOn, asked.signedFrom, asked.signedTo)
    && (asked.text ?? '').toLowerCase().split(' ').every((word) => row.words.includes(word)))
  const sign = asked.descending ? -1 : 1
  const key = (row: Known) => ({ number: row.number, party: row.sortName, signed: row.signedOn, amount: row.amountFen, until: row.performUntil })[asked.sort ?? 'number']
  return rows.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    if ((one === null) !== (other === null)) return one === null ? 1 : -1
    return sign * (one === other ? (a.number < b.number ? -1 : 1) : one! < other! ? -1 : 1)
  })
}

function sumsOf(rows: readonly Known[]): Output<'contracts.ledger'>['sums'] {
  const sum = (direction: Row['direction']) => {
    const of = rows.filter((row) => row.direction === direction)
    return { contracts: of.length, priced: of.filter((row) => row.amountFen !== null).length, amountFen: of.reduce((total, row) => total + (row.amountFen ?? 0), 0) }
  }
  return { sale: sum('sale'), purchase: sum('purchase') }
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 1 })
const asked: fc.Arbitrary<Asked> = fc.record({
  departmentId: maybe(fc.constantFrom(1, 2)), year: maybe(fc.integer({ min: 2023, max: 2026 })), direction: maybe(fc.constantFrom('sale' as const, 'purchase' as const)),
  state: maybe(fc.constantFrom(...CONTRACT_STATES)), handlerId: fc.option(fc.nat(14).map((id) => id + 1), { freq: 1 }), partyId: fc.option(fc.integer({ min: 1, max: 24 }), { freq: 1 }),
  amountFrom: maybe(fc.nat(9_000_000)), amountTo: maybe(fc.nat(9_000_000)),
  signedFrom: maybe(fc.constantFrom('2023-01-01', '2024-05-15', '2026-06-30')), signedTo: maybe(fc.constantFrom('2024-12-31', '2025-08-01', '2026-11-23')),
  text: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom('精煤', 'zjjm', 'yyz', '煤 号', 'jd-2024', '担保甲', '恒号', '公司 轴承', 'HT-XS1-2025', '查无此名')),
  sort: fc.constantFrom('number' as const, 'party' as const, 'signed' as const, 'amount' as const, 'until' as const), descending: fc.boolean(),
  offset: fc.oneof(fc.constant(0), fc.nat(260)), limit: fc.integer({ min: 1, max: 60 }),
}, { requiredKeys: [] })

describe('contracts.ledger', () => {
  const sees: Partial<Record<TestLogin, (row: Known) => boolean>> = {
    archivist: () => true,
    departmentclerk: (row) => row.departmentId === desk.departments.XS1,
    salesperson2: (row) => row.departmentId === desk.departments.XS2 || slipped.has(row.id),
  }

  it.each(['archivist', 'departmentclerk', 'salesperson2'] as const)('answers %s the same page, total and sums as a plain filter', async (login) => {
    await fc.assert(fc.asyncProperty(asked, async (input) => {
      const all = expected(input, sees[login]!)
      const { total, rows, sums } = await desk.callAs(login, 'contracts.ledger', input)
      expect({ total, sums }).toEqual({ total: all.length, sums: sumsOf(all) })
      const offset = input.offset ?? 0
      expect(rows.map((row) => row.number)).toEqual(all.slice(offset, offset + (input.limit ?? 50)).map((row) => row.number))
    }), { numRuns: 500, endOnFailure: true })
  }, 120_000)

  it('gives each row as it stands', async () => {
    const { rows } = await desk.callAs('archivist', 'contracts.ledger', { limit: 500 })
    expect(rows).toHaveLength(known.length)
    const byId = new Map(known.map((row) => [row.id, row]))
    for (const { completeness, ...row } of rows) {
      expect(byId.get(row.id)).toMatchObject(row)
      expect(completeness.required).toBeGreaterThan(0)
    }
  })

  it('rests on what the triggers keep', () => {
    const all = (text: string) => desk.archive.store.prepare(text).all()
    expect(all('SELECT * FROM contractTally ORDER BY departmentId, year, direction, state')).toEqual(all(
      `SELECT departmentId, year, direction, state, count(*) AS contracts, count(amountFen) AS priced, coalesce(sum(amountFen), 0) AS amountFen
       FROM contract WHERE voidedAt IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    ))
    expect(all('SELECT dossierId, number, departmentId, year, sortName, voidedAt FROM contract ORDER BY dossierId')).toEqual(all(
      "SELECT id AS dossierId, number, departmentId, year, sortName, voidedAt FROM dossier WHERE kind = 'contract' ORDER BY id",
    ))
  })

  it('does not tell by a hidden number whose it is', async () => {
    const party = desk.party('两部共有公司')
    const hidden = await desk.callAs('salesperson2', 'dossiers.open', { partyId: desk.party('二部独有公司', { department: 'XS2' }), departmentId: desk.departments.XS2 })
    desk.archive.store.prepare('UPDATE dossier SET partyId = ? WHERE id = ?').run(party, hidden.id)
    await desk.callAs('salesperson', 'contracts.open', {
      partyId: party, departmentId: desk.departments.XS1, subject: '块煤', direction: 'sale', handlerId: desk.people.salesperson,
    })
    expect((await desk.callAs('salesperson', 'contracts.ledger', { text: '两部共有' })).total).toBe(1)
    expect((await desk.callAs('salesperson', 'contracts.ledger', { text: hidden.number })).total).toBe(0)
  })
})

describe('contracts.statistics', () => {
  it('adds up what happened in a period as the events say', async () => {
    const rows = await desk.callAs('archivist', 'contracts.statistics', { from: '2026-10-01', to: '2026-10-31' })
    const events = desk.archive.store.prepare(`SELECT contractEvent.what, contract.dossierId, contract.departmentId, contract.direction, contract.amountFen, firstAmountFen, contractEvent.amountFen AS changedTo
      FROM contractEvent JOIN contract ON contract.dossierId = contractEvent.dossierId
      WHERE struckAt IS NULL AND voidedAt IS NULL AND "on" BETWEEN '2026-10-01' AND '2026-10-31'`).all() as
      { what: 'changed' | 'performed'; dossierId: number; departmentId: number; direction: string; amountFen: number | null; firstAmountFen: number | null; changedTo: number | null }[]
    for (const row of rows) {
      const of = (what: string) => events.filter((event) => event.what === what && event.departmentId === row.departmentId && event.direction === row.direction)
      expect(row.performed).toEqual({ contracts: of('performed').length, amountFen: of('performed').reduce((sum, event) => sum + (event.amountFen ?? 0), 0) })
      // Nothing here was changed twice.
      expect(row.changed).toEqual({
        contracts: of('changed').length, amountFen: of('changed').reduce((sum, event) => sum + (event.changedTo === null ? 0 : event.changedTo - (event.firstAmountFen ?? 0)), 0),
      })
      expect(row.terminated).toEqual({ contracts: 0, amountFen: 0 })
    }
    expect(rows.reduce((sum, row) => sum + row.changed.contracts + row.performed.contracts, 0)).toBe(events.length)
    const clerk = await desk.callAs('departmentclerk', 'contracts.statistics', { from: '2026-10-01', to: '2026-10-31' })
    expect(clerk).toEqual(rows.filter((row) => row.departmentId === desk.departments.XS1))
    expect(await desk.callAs('departmentclerk', 'contracts.statistics', { from: '2026-10-01', to: '2026-10-31', departmentId: desk.departments.XS2 })).toEqual([])
  })
})
