import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CASE_STATES } from '../../src/shared/contract/regulations.ts'
import { asCarriedOut } from '../../src/shared/rules/regulations/carried.ts'
import type { Clause } from '../../src/shared/rules/regulations/clause.ts'
import type { Mechanism } from '../../src/shared/rules/regulations/mechanisms.ts'
import { presets, type TestLogin } from '../builders/archive.ts'
import { approve, make, openRatedOffice } from '../ratings/office.ts'
import { adoptTrial, trialBody } from './trial.ts'

// A clause of the trial regulation that is carried out by what ratings, warnings and records of credit do.

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeEach(async () => {
  office = await openRatedOffice()
  await adoptTrial(office)
})
afterEach(() => office.close())

const clause = async (login: TestLogin = 'officedirector', id = 't13') => (await office.callAs(login, 'regulations.overview', {})).clauses.find((one) => one.id === id)!
const counts = async (mechanism: Mechanism, login?: TestLogin) => {
  const { inOrder, dueSoon, overdue } = (await clause(login)).gauges.find((one) => one.mechanism === mechanism)!.counts!
  return [inOrder, dueSoon, overdue]
}
const rows = async (mechanism: Mechanism, state: (typeof CASE_STATES)[number], login: TestLogin = 'officedirector') =>
  (await office.callAs(login, 'regulations.cases', { clause: 't13', state, mechanism })).rows
const customer = async (name: string, department: 'XS1' | 'XS2' = 'XS1') => (await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name, departmentId: office.departments[department] })).id
const admin = 'creditadministrator'

test('ratings: made by three, held, and due again for what happened', async () => {
  const { id } = await make(office, office.partyId, 'aftersale')
  expect(await counts('ratingSteps')).toEqual([0, 1, 0])
  expect(await counts('rerating')).toEqual([0, 0, 0])
  await approve(office, id)
  expect(await counts('ratingSteps')).toEqual([1, 0, 0])
  expect(await rows('ratingSteps', 'inOrder')).toMatchObject([{ kind: 'rating', id }])
  expect(await counts('rerating')).toEqual([1, 0, 0])
  office.clock.addDays(1)
  await office.callAs(admin, 'defaults.add', { partyId: office.partyId, kind: 'late30', on: '2026-11-24' })
  expect(await counts('rerating')).toEqual([0, 1, 0])
  expect(await rows('rerating', 'dueSoon')).toMatchObject([{ kind: 'party', id: office.partyId, dueOn: '2026-11-29', dueIn: 5 }])
  office.clock.addDays(6)
  expect(await counts('rerating')).toEqual([0, 0, 1])
  expect(await rows('rerating', 'overdue', 'salesperson')).toMatchObject([{ id: office.partyId }])
  // Another department's salesperson has neither counted; an archivist has no part in ratings.
  expect(await counts('rerating', 'salesperson2')).toEqual([0, 0, 0])
  expect(await counts('ratingSteps', 'salesperson2')).toEqual([0, 0, 0])
  expect(await counts('ratingSteps', 'archivist')).toEqual([0, 0, 0])
})

test('contracts of sale: signed after the customer was rated, or before', async () => {
  const sign = async (partyId: number, on: string, direction: 'sale' | 'purchase' = 'sale') => {
    const { id, number } = await office.callAs('salesperson', 'contracts.open', { partyId, departmentId: office.departments.XS1, subject: `精煤 ${on}`, direction, handlerId: office.people.salesperson })
    await office.callAs('salesperson', 'contracts.recordEvent', { id, version: 1, what: 'signed', on })
    return number
  }
  const before = await sign(office.partyId, '2026-11-20')
  const unrated = await sign(await customer('海汽公司'), '2026-11-21')
  await sign(office.partyId, '2025-11-01')
  await sign(office.partyId, '2026-11-20', 'purchase')
  await approve(office, (await make(office, office.partyId)).id)
  const after = await sign(office.partyId, '2026-11-23')
  expect(await counts('presale')).toEqual([1, 0, 2])
  expect((await rows('presale', 'inOrder')).map(({ label }) => label)).toEqual([after])
  expect((await rows('presale', 'overdue')).map(({ label }) => label)).toEqual([before, unrated])
  office.clock.addDays(700)
  const stale = await sign(office.partyId, '2028-10-20')
  expect(await counts('presale')).toEqual([0, 1, 0])
  expect((await rows('presale', 'dueSoon')).map(({ label }) => label)).toEqual([stale])
})

test('schemes in force and those that wait; statements fresh, to confirm, too old', async () => {
  const all = (await office.callAs(admin, 'schemes.list', {})).length
  expect(await counts('schemes')).toEqual([all, 0, 0])
  const { body } = await office.callAs(admin, 'schemes.version', { id: 1 })
  const { id } = await office.callAs(admin, 'schemes.prepare', { schemeId: 1, body: { ...body, name: '客户卡二' } })
  expect(await counts('schemes')).toEqual([all, 0, 0])
  await office.callAs(admin, 'schemes.submit', { id, version: 1, note: '改名' })
  expect(await counts('schemes')).toEqual([all, 1, 0])
  expect(await rows('schemes', 'dueSoon')).toMatchObject([{ kind: 'scheme', id, title: '客户卡二' }])

  expect(await counts('statements')).toEqual([1, 0, 0])
  const set = (periodEnd: string) => office.callAs(admin, 'statements.save', { partyId: office.partyId, periodEnd, format: 'small', unit: 'yuan', opinion: 'clean', receivedOn: '2026-11-01', lines: [{ sheet: 'balance', line: 1, current: 100, prior: null }] } as never)
  await set('2024-12-31')
  expect(await counts('statements')).toEqual([0, 1, 0])
  office.archive.store.prepare("UPDATE statement SET state = 'withdrawn', withdrawnAt = '2026-11-23T00:00:00.000Z', withdrawnReason = '误录' WHERE state = 'draft'").run()
  office.clock.set(new Date(2027, 5, 30, 10))
  expect(await counts('statements')).toEqual([1, 0, 0])
  office.clock.set(new Date(2027, 6, 1, 10))
  expect(await counts('statements')).toEqual([0, 0, 1])
  expect(await rows('statements', 'overdue')).toMatchObject([{ id: office.partyId, title: '2025-12-31' }])
})

test('warnings, lists and defaults: dealt with, waiting, not dealt with', async () => {
  const { partyId } = office
  await office.callAs(admin, 'surveys.record', { partyId, on: '2026-11-01', form: { kind: 'notice', what: 'dishonest', source: '执行信息公开网' } })
  await office.callAs(admin, 'surveys.record', { partyId, on: '2026-11-01', form: { kind: 'notice', what: 'lawsuit', source: '法院公告' } })
  await office.callAs(admin, 'warnings.scan', {})
  const act = await rows('warnings', 'overdue')
  expect(act.filter(({ id }) => id === partyId).map(({ title }) => title)).toEqual(['W31'])
  expect((await rows('warnings', 'dueSoon')).filter(({ id }) => id === partyId).map(({ title }) => title)).toEqual(['W33'])
  const [before] = await counts('warnings')
  const { id: warningId } = office.archive.store.prepare("SELECT id FROM warning WHERE partyId = ? AND code = 'W31'").get(partyId) as { id: number }
  await office.callAs(admin, 'warnings.handle', { id: warningId, handling: '已停止供货' })
  expect((await counts('warnings'))[0]).toBe(before! + 1)

  const { id: listing } = await office.callAs(admin, 'listings.propose', { partyId, list: 'bad', reason: 'dishonest', detail: '失信', measure: 'suspend', untilOn: '2027-03-01' })
  expect(await counts('listings')).toEqual([0, 1, 0])
  await office.callAs('officedirector', 'listings.decide', { id: listing, version: 1, decision: 'agreed' })
  expect(await counts('listings')).toEqual([1, 0, 0])

  const { id: open } = await office.callAs(admin, 'defaults.add', { partyId, kind: 'late90', on: '2026-08-01' })
  await office.callAs(admin, 'defaults.add', { partyId, kind: 'dispute', on: '2026-08-02' })
  expect(await counts('defaults')).toEqual([0, 2, 0])
  await office.callAs(admin, 'defaults.settle', { id: open, settledOn: '2026-11-01' })
  expect(await counts('defaults')).toEqual([1, 1, 0])
  expect(await rows('defaults', 'dueSoon')).toMatchObject([{ kind: 'default', id: partyId, title: 'dispute' }])

  office.clock.set(new Date(2027, 1, 10, 10))
  expect(await counts('listings')).toEqual([0, 1, 0])
  office.clock.set(new Date(2027, 2, 2, 10))
  expect(await counts('listings')).toEqual([0, 0, 1])
  for (const mechanism of ['warnings', 'listings', 'defaults'] as const) expect(await counts(mechanism, 'salesperson2')).toEqual([0, 0, 0])
})

test('customers that owe by their oldest item, and promises by what came of them', async () => {
  const add = async (name: string, ...due: string[]) => {
    const partyId = await customer(name)
    for (const [index, dueOn] of due.entries()) await office.callAs(admin, 'receivables.add', { partyId, number: `YS-${index}`, issuedOn: '2026-10-01', dueOn, amountFen: 100_00 })
    return partyId
  }
  const late = await add('甲公司', '2026-12-31', '2026-11-22')
  await add('乙公司', '2026-11-23', '2027-01-01')
  await add('丙公司', '2026-11-30')
  await add('丁公司', '2026-12-01')
  expect(await counts('receivables')).toEqual([1, 2, 1])
  expect(await rows('receivables', 'overdue')).toMatchObject([{ kind: 'receivable', id: late, dueOn: '2026-11-22', dueIn: -1 }])
  expect(await counts('receivables', 'salesperson2')).toEqual([0, 0, 0])
  await office.callAs(admin, 'receivables.receive', { partyId: late, receivedOn: '2026-11-23', amountFen: 200_00, means: 'transfer', reference: 'LS-1', allocations: (await open(late)).map((receivableId) => ({ receivableId, amountFen: 100_00 })) })
  expect(await counts('receivables')).toEqual([1, 2, 0])

  const promise = (dueOn: string, madeOn = '2026-11-20') => office.callAs(admin, 'receivables.promise', { partyId: late, madeOn, dueOn, amountFen: 200_00, promisedBy: '财务经理', how: 'phone' })
  await promise('2026-11-24')
  expect(await counts('promises')).toEqual([1, 0, 0])
  await promise('2026-12-30')
  expect(await counts('promises')).toEqual([2, 0, 0])
  office.clock.set(new Date(2026, 11, 24, 10))
  expect(await counts('promises')).toEqual([1, 1, 0])
  expect(await rows('promises', 'dueSoon')).toMatchObject([{ id: late, dueOn: '2026-12-30' }])
  office.clock.set(new Date(2027, 0, 3, 10))
  expect(await counts('promises')).toEqual([1, 0, 1])
})

const open = async (partyId: number) => (office.archive.store.prepare('SELECT id FROM receivable WHERE partyId = ? ORDER BY id').all(partyId) as { id: number }[]).map(({ id }) => id)

test('what a reader may not read of a party is not counted for him', async () => {
  const partyId = office.partyId
  await office.callAs(admin, 'defaults.add', { partyId, kind: 'late30', on: '2026-11-01' })
  await office.callAs(admin, 'receivables.add', { partyId, number: 'YS-1', issuedOn: '2026-10-01', dueOn: '2026-11-01', amountFen: 100 })
  expect([await counts('defaults', 'salesperson'), await counts('receivables', 'salesperson')]).toEqual([[0, 1, 0], [0, 0, 1]])
  const version = (office.archive.store.prepare('SELECT max(id) AS id FROM regulationVersion').get() as { id: number }).id
  office.archive.store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.access', json(?)) WHERE id = ?").run(JSON.stringify({ authorisation: null, clearance: null, agreement: { clause: 't12', validMonths: 12 } }), version)
  for (const mechanism of ['defaults', 'receivables', 'statements', 'promises'] as const) {
    expect(await counts(mechanism, 'salesperson'), mechanism).toEqual([0, 0, 0])
    for (const state of CASE_STATES) expect(await rows(mechanism, state, 'salesperson')).toEqual([])
  }
  await office.callAs('archivist', 'agreements.record', { personId: office.people.salesperson, signedOn: '2026-11-01' })
  expect([await counts('defaults', 'salesperson'), await counts('receivables', 'salesperson')]).toEqual([[0, 1, 0], [0, 0, 1]])
})

test('limits: valid, ending, over; and what is used of them', async () => {
  const { partyId } = office
  const { id } = await office.callAs(admin, 'limits.create', { partyId })
  expect([await counts('limits'), await counts('exposure')]).toEqual([[0, 0, 0], [0, 0, 0]])
  const drafted = await office.callAs('generalmanager', 'limits.get', { id })
  const { amountFen, termDays } = drafted
  const { limit: saved } = await office.callAs(admin, 'limits.save', { id, version: drafted.version, amountFen, termDays, untilOn: '2027-06-30', reason: null, remarks: null, guarantees: [] })
  const { limit: submitted } = await office.callAs(admin, 'limits.submit', { id, version: saved.version })
  const { limit: reviewed } = await office.callAs('salesdirector', 'limits.review', { id, version: submitted.version })
  const { limit } = await office.callAs('officedirector', 'limits.approve', { id, version: reviewed.version })
  expect([await counts('limits'), await counts('exposure')]).toEqual([[1, 0, 0], [1, 0, 0]])
  const owe = (number: string, fen: number) => office.callAs(admin, 'receivables.add', { partyId, number, issuedOn: '2026-11-01', dueOn: '2027-12-31', amountFen: fen })
  await owe('YS-1', amountFen * 0.8)
  expect(await counts('exposure')).toEqual([0, 1, 0])
  await owe('YS-2', amountFen * 0.2)
  expect(await counts('exposure')).toEqual([0, 1, 0])
  await owe('YS-3', 1)
  expect(await counts('exposure')).toEqual([0, 0, 1])
  expect(await rows('exposure', 'overdue')).toMatchObject([{ kind: 'limit', id, label: limit.number }])
  await office.callAs(admin, 'limits.proposeHold', { id, version: limit.version, hold: 'freeze', reason: '超额' })
  expect(await counts('limits')).toEqual([0, 1, 0])
  for (const login of ['salesperson2', 'archivist'] as const) expect([await counts('limits', login), await counts('exposure', login)]).toEqual([[0, 0, 0], [0, 0, 0]])
  office.clock.set(new Date(2027, 6, 1, 10))
  expect(await counts('limits')).toEqual([0, 0, 1])
})

test('every count is the length of its list, for every reader', async () => {
  await approve(office, (await make(office, office.partyId)).id)
  await make(office, await customer('乙公司'))
  await office.callAs(admin, 'defaults.add', { partyId: office.partyId, kind: 'late30', on: '2026-11-01' })
  await office.callAs(admin, 'defaults.add', { partyId: await customer('丙公司', 'XS2'), kind: 'late30', on: '2026-11-01' })
  await office.callAs(admin, 'warnings.scan', {})
  for (const login of ['officedirector', 'salesperson', 'salesperson2', 'archivist'] as const) {
    const kept = await clause(login)
    for (const { mechanism, counts: counted } of kept.gauges) {
      if (counted === null) continue
      for (const state of CASE_STATES) {
        const found = await office.callAs(login, 'regulations.cases', { clause: 't13', state, mechanism, limit: 500 })
        expect([mechanism, state, found.rows.length, found.total], login).toEqual([mechanism, state, counted[state], counted[state]])
      }
    }
  }
})

describe('a version that was adopted under an earlier program', () => {
  const own: Clause = { id: '6', summary: '按期评估。', enforcement: 'deadline', by: ['duties'], later: ['ratings', 'credit'] }
  const today = (more: Partial<Clause>) => new Map([['6', { ...own, by: ['duties' as const, 'rerating' as const], later: ['credit' as const], ...more }]])
  test('is carried out as the program does today, where the clause says the same', () => {
    expect(asCarriedOut(own, today({}))).toEqual({ ...own, by: ['duties', 'rerating'], later: ['credit'] })
    expect(asCarriedOut(own, today({ summary: '每半年评估。' }))).toBe(own)
    expect(asCarriedOut(own, new Map())).toBe(own)
    expect(asCarriedOut({ ...own, later: [] }, today({}))).toEqual({ ...own, later: [] })
  })
  test('no preset waits for ratings any more, and for limits only to be kept longer', () => {
    const waiting = (what: Clause['later'][number]) => presets.flatMap(({ id, clauses }) => clauses.filter(({ later }) => later.includes(what)).map((one) => `${id} ${one.id}`))
    expect(waiting('ratings')).toEqual([])
    expect(waiting('credit')).toEqual(['S15 第十七条'])
  })
  test('and is told so on its page', async () => {
    const preset = presets.find(({ id }) => id === 'S22')!
    const old = { ...preset.clauses.find(({ id }) => id === '5')!, by: ['catalogue', 'partyData'], later: ['ratings', 'credit'] }
    await office.callAs('officedirector', 'regulations.adopt', { body: { ...trialBody(), clauses: (trialBody()['clauses'] as Clause[]).map((one) => (one.id === '5' ? old : one)) }, effectiveOn: '2026-11-23', note: '旧版' })
    const kept = await clause('officedirector', '5')
    expect(kept.later).not.toContain('ratings')
    expect(kept.gauges.map(({ mechanism }) => mechanism)).toContain('ratings')
  })
})
