import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fact } from '../../src/shared/rules/facts/fact.ts'
import { factsThatFeed, marksKept, movedBasis, type Stands } from '../../src/shared/rules/ratings/basis.ts'
import { nextRatingOn } from '../../src/shared/rules/ratings/override.ts'
import { Scheme } from '../../src/shared/rules/schemes/schema.ts'
import customer from '../../resources/schemes/customer.json' with { type: 'json' }
import { approve, make, openRatedOffice, read } from './office.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
const MAKER = 'creditadministrator'

describe('a case and the ledgers it was made from', () => {
  beforeEach(async () => {
    office = await openRatedOffice()
  })
  afterEach(() => office.close())

  const late = (on = '2026-11-10') => office.callAs(MAKER, 'defaults.add', { partyId: office.partyId, kind: 'late90', on, amountFen: 100_00 })
  const versionOf = (id: number) => (office.archive.store.prepare('SELECT version FROM rating WHERE id = ?').get(id) as { version: number }).version
  const submit = async (id: number) => (await office.callAs(MAKER, 'ratings.submit', { id, version: versionOf(id) })).rating
  const review = async (id: number) => (await office.callAs('salesdirector', 'ratings.review', { id, version: versionOf(id) })).rating
  const refusalOf = async (login: 'creditadministrator' | 'salesdirector' | 'officedirector', method: 'ratings.submit' | 'ratings.review' | 'ratings.approve', id: number) => {
    const answer = await office.answerAs(login, method, { id, version: versionOf(id) })
    return answer.ok ? null : answer.error
  }

  test('a default entered after the draft but of before the day: told with both values and what the card comes to; nobody signs until it is gathered', async () => {
    const { id } = await make(office, office.partyId)
    expect((await read(office, id)).moved).toBeNull()
    await late()
    const card = await read(office, id)
    expect(card.moved).toMatchObject({ facts: expect.arrayContaining([{ name: 'defaultSeverity36', before: expect.objectContaining({ value: 0 }), after: expect.objectContaining({ value: 3 }) }]), industry: null, scheme: null })
    expect(card.moved!.after.score).toBeLessThan(card.moved!.before.score!)
    expect([card.moved!.before.score, card.facts['defaultSeverity36']?.value]).toEqual([card.score, 0])
    expect(await refusalOf(MAKER, 'ratings.submit', id)).toMatchObject({ code: 'rating-basis', details: { facts: expect.stringContaining('defaultSeverity36'), fromScore: card.moved!.before.score, toScore: card.moved!.after.score } })
    const { rating } = await office.callAs(MAKER, 'ratings.refresh', { id, version: versionOf(id) })
    expect([rating.moved, rating.score]).toEqual([null, card.moved!.after.score])
    expect((await approve(office, id)).state).toBe('approved')
  })

  test('what comes in between two signatures stops the next one; it goes back, is gathered, and its marks are still there', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs(MAKER, 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'B', evidence: [{ attachmentId: office.attachmentId, page: 1 }] })
    await submit(id)
    await late()
    expect(await refusalOf('salesdirector', 'ratings.review', id)).toMatchObject({ code: 'rating-basis' })
    await office.callAs('salesdirector', 'ratings.return', { id, version: versionOf(id), reason: '数据有变化' })
    await office.callAs(MAKER, 'ratings.refresh', { id, version: versionOf(id) })
    await submit(id)
    await review(id)
    const { id: second } = await late('2026-11-12')
    expect(await refusalOf('officedirector', 'ratings.approve', id)).toMatchObject({ code: 'rating-basis' })
    expect((await read(office, id)).state).toBe('reviewed')
    // Struck again the ledgers say what they said: nothing stands in the way.
    await office.callAs('officedirector', 'defaults.strike', { id: second, reason: '记错单位' })
    expect((await read(office, id)).moved).toBeNull()
    const approved = (await office.callAs('officedirector', 'ratings.approve', { id, version: versionOf(id) })).rating
    expect(approved).toMatchObject({ state: 'approved', marks: { D2: { option: 'B', evidence: [{ page: 1 }] } } })
  })

  test('a receipt struck, a statement set revised: the same way', async () => {
    const { partyId } = office
    const { id: receivable } = await office.callAs(MAKER, 'receivables.add', { partyId, number: 'YS-1', issuedOn: '2026-06-01', dueOn: '2026-07-01', amountFen: 500_00 })
    const { id: receipt } = await office.callAs(MAKER, 'receivables.receive', { partyId, receivedOn: '2026-07-01', amountFen: 500_00, means: 'transfer' })
    await office.callAs(MAKER, 'receivables.allocate', { receiptId: receipt, seen: [{ receivableId: receivable, amountFen: 500_00 }], allocations: [{ receivableId: receivable, amountFen: 500_00 }] })
    const { id } = await make(office, partyId)
    await office.callAs('officedirector', 'receivables.strike', { what: 'receipt', id: receipt, reason: '退票' })
    expect((await read(office, id)).moved?.facts.map(({ name }) => name)).toEqual(expect.arrayContaining(['longestOverdueDays', 'overdueShare', 'paymentIndex24']))
  })

  test('what is no reason: what happened after the day, the rating before it, figures that feed nothing, another’s contract', async () => {
    const { partyId } = office
    const { id } = await make(office, partyId)
    const first = await make(office, partyId, 'aftersale')
    await approve(office, first.id)
    office.clock.addDays(9)
    await late('2026-11-24')
    await office.callAs(MAKER, 'surveys.record', { partyId, on: '2026-11-30', form: { kind: 'notice', what: 'dishonest', source: '公示系统' } })
    await office.callAs(MAKER, 'receivables.add', { partyId, number: 'YS-2', issuedOn: '2026-11-24', dueOn: '2026-11-25', amountFen: 900_00 })
    await office.callAs(MAKER, 'surveys.record', { partyId, on: '2026-09-11', form: { kind: 'related', parties: [] } })
    const other = await office.open('salesperson', '唐山恒岳重工有限公司')
    const contract = await office.callAs('salesperson', 'contracts.open', {
      partyId: other.partyId, departmentId: office.departments.XS1, subject: '焦煤', direction: 'sale', handlerId: office.people.salesperson, firstAmountFen: 900_000_000, performUntil: '2027-03-31',
    })
    await office.callAs('salesperson', 'contracts.recordEvent', { id: contract.id, version: 1, what: 'signed', on: '2026-11-20' })
    expect((await read(office, id)).moved).toBeNull()
    expect((await approve(office, id)).state).toBe('approved')
  })

  test('a frozen rating stays as it is, whatever comes in', async () => {
    const { id } = await make(office, office.partyId)
    const frozen = await approve(office, id)
    await late()
    expect(await read(office, id)).toMatchObject({ moved: null, score: frozen.score, capsule: frozen.capsule })
    expect(await office.answerAs(MAKER, 'ratings.refresh', { id, version: versionOf(id) })).toMatchObject({ error: { code: 'wrong-state' } })
    expect(await office.callAs('officedirector', 'ratings.recompute', { id })).toMatchObject({ isSame: true })
  })

  test('another text in force on the day: told, taken by the refresh, with the marks it still asks for', async () => {
    const { id } = await make(office, office.partyId)
    for (const [indicator, option] of [['D2', 'B']] as const) await office.callAs(MAKER, 'ratings.mark', { id, version: versionOf(id), indicator, option, evidence: [{ attachmentId: office.attachmentId, page: 1 }] })
    office.archive.store.prepare("INSERT INTO schemeVersion (schemeId, no, body, hash, state, effectiveOn, preparedBy, preparedAt) SELECT schemeId, 2, replace(body, '企业规模', '规模'), 'x', 'approved', '2026-11-23', ?, preparedAt FROM schemeVersion WHERE id = 1").run(office.people.creditadministrator)
    expect((await read(office, id)).moved).toMatchObject({ facts: [], scheme: { before: 1, after: 2 } })
    expect(await refusalOf(MAKER, 'ratings.submit', id)).toMatchObject({ code: 'rating-basis', details: { scheme: true } })
    const { rating } = await office.callAs(MAKER, 'ratings.refresh', { id, version: versionOf(id) })
    expect(rating).toMatchObject({ moved: null, scheme: { versionId: expect.any(Number), effectiveOn: '2026-11-23' }, marks: { D2: { option: 'B', evidence: [{ page: 1 }] } } })
  })

  test('one refresh is one entry; of two hands the second has the older case', async () => {
    const { id } = await make(office, office.partyId)
    await late()
    const version = versionOf(id)
    const answers = await Promise.all([1, 2].map(() => office.answerAs(MAKER, 'ratings.refresh', { id, version })))
    expect(answers.map((one) => (one.ok ? 'done' : one.error.code)).sort()).toEqual(['changed-meanwhile', 'done'])
    expect(office.archive.store.prepare("SELECT detail FROM audit WHERE method = 'ratings.refresh' AND outcome = 'done'").all()).toMatchObject([{ detail: expect.stringContaining('defaultSeverity36') }])
  })
})

describe('the rule itself', () => {
  const scheme = Scheme.parse(customer)
  const fact = (value: number | null, absent: Fact['absent'] = null): Fact => ({ value, absent, sources: [], latestOn: null })
  const stands = (facts: Record<string, Fact>, more: Partial<Stands> = {}): Stands => ({
    scheme, version: 1, facts, marks: {}, industry: null, grades: (['AAA', 'AA', 'A', 'B', 'C'] as const).map((grade) => ({ grade, label: grade })), ...more,
  })
  const names = (before: Record<string, Fact>, after: Record<string, Fact>) => movedBasis(stands(before), stands(after))?.facts.map(({ name }) => name) ?? []

  test('the grade before feeds nothing, were it named', () => {
    expect(factsThatFeed(scheme).has('previousScore')).toBe(false)
    expect(factsThatFeed({ ...scheme, gates: [...scheme.gates, { code: 'X1', name: '上次', when: 'previousScore < 10', effect: { kind: 'cap', grade: 'B' }, unknown: 'pass' }] }).has('previousScore')).toBe(false)
    expect(names({ previousScore: fact(80) }, { previousScore: fact(40) })).toEqual([])
  })
  test.each([
    ['another value', { overdueShare: fact(0.1) }, { overdueShare: fact(0.11) }, ['overdueShare']],
    ['the same value from other rows', { overdueShare: fact(0.1) }, { overdueShare: { ...fact(0.1), latestOn: '2026-01-01' } }, []],
    ['another reason for none', { overdueShare: fact(null, 'notKept') }, { overdueShare: fact(null, 'notApplicable') }, ['overdueShare']],
    ['a name that an older program did not know, still without value', {}, { overdueShare: fact(null, 'notKept') }, []],
    ['a figure that no formula names', { salesVolatility12: fact(1) }, { salesVolatility12: fact(2) }, []],
    ['a place among all that gives the same points', { tradeRank12: fact(61) }, { tradeRank12: fact(62) }, []],
    ['a place among all that gives others', { tradeRank12: fact(79) }, { tradeRank12: fact(81) }, ['tradeRank12']],
  ])('%s', (_what, before, after, expected) => expect(names(before as Record<string, Fact>, after as Record<string, Fact>)).toEqual(expected))

  test('the industry only where a table of its own gives other points', () => {
    const facts = { totalLiabilities: fact(58), totalAssets: fact(100) }
    const moved = (after: string) => movedBasis(stands(facts, { industry: '钢铁' }), stands(facts, { industry: after }))
    expect(moved('钢铁冶炼')).toBeNull()
    expect(moved('餐饮')).toBeNull()
    expect(moved('煤炭开采')).toMatchObject({ facts: [], industry: { before: '钢铁', after: '煤炭开采' } })
  })
  test('a mark goes where the text has no such indicator or option', () => {
    const marks = { D2: { option: 'B' }, A1: { option: 'B' }, ZZ: { option: 'A' } }
    expect(Object.keys(marksKept(scheme, marks))).toEqual(['D2'])
    expect(marksKept(scheme, { D2: { option: 'Q' } })).toEqual({})
  })
})

test.each([
  ['2027-05-23', null, '2027-05-23'], ['2027-05-23', '2027-05-22', '2027-05-22'], ['2027-05-23', '2027-05-23', '2027-05-23'], ['2027-05-23', '2027-06-01', '2027-05-23'], [null, '2027-05-22', null],
] as const)('review by %s and an override until %s: next on %s', (reviewOn, overrideUntil, next) => expect(nextRatingOn({ reviewOn, overrideUntil })).toBe(next))
