import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dueReasons } from '../../src/main/rerating/due.ts'
import { moveOf, type Side } from '../../src/shared/rules/rerating/moved.ts'
import { Scheme } from '../../src/shared/rules/schemes/schema.ts'
import type { Result } from '../../src/shared/rules/schemes/score.ts'
import customer from '../../resources/schemes/customer.json' with { type: 'json' }
import { approve, make, openRatedOffice, read } from '../ratings/office.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
let ratingId: number
beforeEach(async () => {
  office = await openRatedOffice()
  ratingId = (await make(office, office.partyId, 'aftersale')).id
  await approve(office, ratingId)
})
afterEach(() => office.close())

const due = async (input: object = {}) => (await office.callAs('creditadministrator', 'rerating.due', input)).rows
const reasons = async () => (await due()).flatMap((row) => row.reasons.map(({ reason }) => reason))
const todo = async () => (await office.callAs('creditadministrator', 'home.overview', {})).todo.filter(({ kind }) => kind === 'reratingsDue')

describe('who is due', () => {
  test('nobody right after an approval; by the calendar thirty days ahead; the day itself is not late', async () => {
    expect(await due()).toEqual([])
    const { reviewOn } = await read(office, ratingId)
    const days = Math.round((Date.parse(reviewOn!) - Date.parse('2026-11-23')) / 86_400_000)
    office.clock.addDays(days - 31)
    expect(await reasons()).not.toContain('review')
    office.clock.addDays(1)
    expect(await due({ reason: 'review' })).toMatchObject([{ partyId: office.partyId, reasons: expect.arrayContaining([expect.objectContaining({ reason: 'review', on: reviewOn })]) }])
    office.clock.addDays(31)
    expect(await due({ reason: 'review' })).toMatchObject([{ dueIn: expect.any(Number) }])
    expect((await due())[0]!.dueIn).toBeLessThan(0)
    expect(await todo()).toMatchObject([{ group: 'overdue', folders: 1 }])
  })

  test('what happened after it: each with its reason, the most pressing first; what was known before is none', async () => {
    office.clock.addDays(3)
    const { partyId } = office
    const notice = (what: 'lawsuit' | 'controlChanged' | 'dishonest' | 'award') => office.callAs('creditadministrator', 'surveys.record', { partyId, on: '2026-11-20', form: { kind: 'notice', what, source: '公示系统' } })
    await notice('award')
    expect(await due()).toEqual([])
    await notice('controlChanged')
    await notice('lawsuit')
    await office.callAs('creditadministrator', 'defaults.add', { partyId, kind: 'late30', on: '2026-11-10', amountFen: 100 })
    await office.callAs('creditadministrator', 'defaults.add', { partyId, kind: 'complaintOurs', on: '2026-11-10' })
    expect((await due())[0]!.reasons).toMatchObject([
      { reason: 'default', on: '2026-11-10', dueOn: '2026-11-15', what: 'late30' }, { reason: 'lawsuit', dueOn: '2026-11-30' }, { reason: 'controlChanged', dueOn: '2026-12-05' },
    ])
    expect(await due({ reason: 'lawsuit' })).toHaveLength(1)
    // The party's own page says the same.
    expect((await office.callAs('creditadministrator', 'ratings.history', { partyId })).today?.due).toEqual((await due())[0]!.reasons)
    expect(await due({ reason: 'statements' })).toEqual([])
    expect(await due({ text: '锦岱' })).toHaveLength(1)
    expect(await due({ text: '恒岳' })).toEqual([])
  })

  test('reckoned once until somebody does something, and again on another day', async () => {
    const { partyId } = office
    const { store } = office.archive
    const first = dueReasons(store, '2026-11-23')
    expect(dueReasons(store, '2026-11-23')).toBe(first)
    expect(dueReasons(store, '2026-11-24')).not.toBe(first)
    expect(dueReasons(store, '2026-11-24').size).toBe(0)
    office.clock.addDays(1)
    await office.callAs('creditadministrator', 'defaults.add', { partyId, kind: 'late90', on: '2026-11-10', amountFen: 100 })
    expect([...dueReasons(store, '2026-11-24').keys()]).toEqual([partyId])
  })

  test('an expired certificate, until another is there; a bad listing', async () => {
    const { partyId, dossierId } = office
    await office.callAs('salesperson', 'documents.add', { dossierId, itemCode: '1.4', title: '生产许可证', pages: 1, datedOn: '2024-12-01', expiresOn: '2026-11-30' })
    const listing = await office.callAs('creditadministrator', 'listings.propose', { partyId, list: 'bad', reason: 'overdue', detail: '逾期', measure: 'restrict' })
    expect(await reasons()).toEqual([])
    office.clock.addDays(10)
    await office.callAs('officedirector', 'listings.decide', { id: listing.id, version: 1, decision: 'agreed' })
    expect((await reasons()).sort()).toEqual(['certificate', 'listed'])
    await office.callAs('salesperson', 'documents.add', { dossierId, itemCode: '1.4', title: '生产许可证', pages: 1, datedOn: '2026-11-25', expiresOn: '2030-11-30' })
    expect(await reasons()).toEqual(['listed'])
  })
})

describe('many at once', () => {
  const run = (partyIds: number[]) => office.callAs('creditadministrator', 'rerating.run', { partyIds })
  const others = async (count: number) => {
    const ids: number[] = []
    for (let index = 0; index < count; index += 1) ids.push((await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: `第${index + 1}批量试验公司`, departmentId: office.departments.XS1 })).id)
    return ids
  }

  test('drafts for all that can be rated; those that cannot are named and leave nothing; one entry in the log', async () => {
    const [first, second] = await others(2)
    await make(office, first!, 'aftersale')
    const entries = () => (office.archive.store.prepare('SELECT count(*) AS n FROM audit').get() as { n: number }).n
    const before = entries()
    const batch = await run([office.partyId, first!, second!, 99_999])
    expect(batch).toMatchObject({ number: 'PL-2026-001', made: 2, refused: [{ partyId: first, code: 'rating-running' }, { partyId: 99_999, code: 'not-found' }] })
    expect(entries()).toBe(before + 1)
    const { rows, refused, lines } = await office.callAs('officedirector', 'rerating.get', { id: batch.id })
    expect({ refused, lines }).toEqual({ refused: 1, lines: 3 })
    expect(rows.find(({ partyId }) => partyId === office.partyId)).toMatchObject({ direction: 'same', state: 'draft', before: { grade: expect.anything() } })
    expect(rows.find(({ partyId }) => partyId === second)).toMatchObject({ direction: 'new', before: null })
    expect(rows.find(({ partyId }) => partyId === first)).toMatchObject({ refusal: 'rating-running', ratingId: null })
    expect(await office.answerAs('creditadministrator', 'rerating.run', { partyIds: [office.partyId] })).toMatchObject({ error: { code: 'nothing-done' } })
  })

  test('marks are taken over with their pages; not where the page was struck, nor where the maker may not read the dossier', async () => {
    const { id } = await make(office, office.partyId, 'aftersale')
    await office.callAs('creditadministrator', 'ratings.mark', { id, version: (await read(office, id)).version, indicator: 'D2', option: 'C', evidence: [{ attachmentId: office.attachmentId, page: 1 }] })
    await approve(office, id)
    const marks = async () => {
      const batch = await run([office.partyId])
      const { rows } = await office.callAs('creditadministrator', 'rerating.get', { id: batch.id })
      const card = await read(office, rows[0]!.ratingId!)
      await office.callAs('officedirector', 'ratings.withdraw', { id: card.id, version: card.version, reason: '试验' })
      return card.marks
    }
    expect(await marks()).toMatchObject({ D2: { option: 'C', evidence: [{ page: 1 }] } })
    const { store } = office.archive
    store.prepare("UPDATE dossier SET level = 'confidential' WHERE id = ?").run(office.dossierId)
    store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.access', json(?))").run(JSON.stringify({ authorisation: { clause: '5', role: 'generalManager', fromLevel: 'confidential' }, clearance: null, agreement: null }))
    store.prepare('UPDATE dossier SET openedBy = ? WHERE id = ?').run(office.people.salesperson, office.dossierId)
    expect(await office.answerAs('creditadministrator', 'rerating.run', { partyIds: [office.partyId] })).toMatchObject({ error: { code: 'nothing-done' } })
    store.prepare("UPDATE dossier SET level = 'internal' WHERE id = ?").run(office.dossierId)
    await office.callAs('salesperson', 'attachments.strike', { id: office.attachmentId, reason: '扫错' })
    expect(await marks()).toEqual({})
  })

  test('who moved and why: a gate that was met', async () => {
    await office.callAs('creditadministrator', 'surveys.record', { partyId: office.partyId, on: '2026-11-23', form: { kind: 'notice', what: 'dishonest', source: '公示系统' } })
    const { id } = await run([office.partyId])
    const [row] = (await office.callAs('creditadministrator', 'rerating.get', { id })).rows
    expect(row).toMatchObject({ direction: 'worse', after: { grade: 'C' } })
    expect(row!.why[0]).toEqual({ kind: 'gate', code: 'V1', name: '失信被执行人', to: 'hit' })
  })

  test('who moved and why: a person had set the grade, which a new rating does not take over', async () => {
    const { id, version, grades, result } = await read(office, (await make(office, office.partyId, 'aftersale')).id)
    const at = grades.findIndex(({ grade }) => grade === result.grade)
    const set = grades[at - 1]!.grade
    await office.callAs('creditadministrator', 'ratings.override', { id, version, override: { grade: set, until: '2026-12-31', reason: '集团担保' } })
    await approve(office, id, true)
    office.clock.addDays(1)
    const line = async () => (await office.callAs('creditadministrator', 'rerating.get', { id: (await run([office.partyId])).id })).rows[0]!
    const dropped = await line()
    expect(dropped).toMatchObject({ direction: 'worse', before: { grade: set }, after: { grade: result.grade }, why: [{ kind: 'override', to: 'dropped', grade: set, until: '2026-12-31' }] })
    const { version: made } = await read(office, dropped.ratingId!)
    await office.callAs('officedirector', 'ratings.withdraw', { id: dropped.ratingId!, version: made, reason: '试验' })
    office.clock.addDays(60)
    const ended = await line()
    expect(ended).toMatchObject({ before: { grade: result.grade } })
    expect(ended.why[0]).toEqual({ kind: 'override', to: 'ended', grade: set, until: '2026-12-31' })
  })

  test('submitted, reviewed and approved by three people, the whole batch at a time; each frozen and computed again', async () => {
    const { id } = await run([office.partyId, ...(await others(3))])
    const step = (login: 'creditadministrator' | 'salesdirector' | 'officedirector', name: 'submit' | 'review' | 'approve') => office.answerAs(login, 'rerating.step', { id, step: name })
    expect(await step('salesdirector', 'review')).toMatchObject({ error: { code: 'wrong-state' } })
    expect(await step('creditadministrator', 'submit')).toMatchObject({ value: { done: 4, refused: [] } })
    expect(await step('creditadministrator', 'review')).toMatchObject({ error: { code: 'nothing-done' } })
    expect((await office.callAs('salesdirector', 'rerating.get', { id })).may).toEqual({ refresh: 0, submit: 0, review: 4, approve: 0, return: 4, stuckAfterReview: 0 })
    // The only one who could approve is told that his review would leave nobody to.
    for (const login of ['officedirector2', 'generalmanager'] as const) await office.callAs('systemadministrator', 'people.disable', { id: office.people[login], reason: '离职' })
    expect((await office.callAs('officedirector', 'rerating.get', { id })).may).toMatchObject({ review: 4, stuckAfterReview: 4 })
    expect(await step('salesdirector', 'review')).toMatchObject({ value: { done: 4 } })
    expect(await step('officedirector', 'approve')).toMatchObject({ value: { done: 4, refused: [] } })
    const { rows, states } = await office.callAs('officedirector', 'rerating.get', { id })
    expect(states).toEqual({ approved: 4 })
    for (const { ratingId: one } of rows) expect(await office.callAs('officedirector', 'ratings.recompute', { id: one! })).toMatchObject({ isSame: true })
    expect((await office.callAs('auditor', 'archive.verify', {})).findings).toEqual([])
  }, 120_000)

  test('those on whose day the ledgers say otherwise by now are passed over and named, the others go on; gathered or returned together they follow', async () => {
    const [first, second] = await others(2)
    const { id } = await run([office.partyId, first!, second!])
    type Login = 'creditadministrator' | 'salesdirector' | 'officedirector'
    const step = (login: Login, name: 'refresh' | 'submit' | 'review' | 'approve' | 'return', remarks: string | null = null) => office.callAs(login, 'rerating.step', { id, step: name, remarks })
    const late = (partyId: number) => office.callAs('creditadministrator', 'defaults.add', { partyId, kind: 'late90', on: '2026-11-20', amountFen: 100_00 })
    const states = async () => (await office.callAs('salesdirector', 'rerating.get', { id })).states
    await late(first!)
    expect(await step('creditadministrator', 'submit')).toMatchObject({ done: 2, refused: [{ partyId: first, partyName: '第1批量试验公司', code: 'rating-basis' }] })
    expect(await office.answerAs('creditadministrator', 'rerating.step', { id, step: 'submit' })).toMatchObject({ error: { code: 'nothing-done', details: { refused: 1, code: 'rating-basis' } } })
    expect(await step('creditadministrator', 'refresh')).toEqual({ done: 1, refused: [] })
    expect(await step('creditadministrator', 'refresh')).toEqual({ done: 0, refused: [] })
    expect(await step('creditadministrator', 'submit')).toMatchObject({ done: 1, refused: [] })
    await late(second!)
    expect(await step('salesdirector', 'review')).toMatchObject({ done: 2, refused: [{ partyId: second, code: 'rating-basis' }] })
    await late(office.partyId)
    expect(await step('officedirector', 'approve')).toMatchObject({ done: 1, refused: [{ partyId: office.partyId, code: 'rating-basis' }] })
    expect(await office.answerAs('officedirector', 'rerating.step', { id, step: 'return' })).toMatchObject({ error: { code: 'bad-input' } })
    expect(await step('officedirector', 'return', '数据有变化')).toEqual({ done: 2, refused: [] })
    expect(await states()).toEqual({ approved: 1, returned: 2 })
    // Not mended yet: nothing of the batch waits to be submitted.
    expect(await office.answerAs('creditadministrator', 'rerating.step', { id, step: 'submit' })).toMatchObject({ error: { code: 'wrong-state' } })
    expect(await step('creditadministrator', 'refresh')).toEqual({ done: 2, refused: [] })
    for (const [login, name] of [['creditadministrator', 'submit'], ['salesdirector', 'review'], ['officedirector', 'approve']] as const) expect(await step(login, name)).toEqual({ done: 2, refused: [] })
    expect(await states()).toEqual({ approved: 3 })
    expect((await office.callAs('auditor', 'archive.verify', {})).findings).toEqual([])
  }, 120_000)

  test('other roles', async () => {
    expect(await office.answerAs('salesperson', 'rerating.due', {})).toMatchObject({ error: { code: 'forbidden' } })
    expect(await office.answerAs('officedirector', 'rerating.run', { partyIds: [office.partyId] })).toMatchObject({ error: { code: 'forbidden' } })
  })
})

test('a move is told by what each indicator adds to the score', () => {
  const of = (points: number[], gates: ('hit' | 'pass')[], coverage = 10_000, score = points.reduce((sum, one) => sum + one, 0)): Result => ({
    indicators: points.map((one, index) => ({ code: `A${index}`, value: 1, absent: null, band: 0, share: one, points: one, weight: 5000, wasDemoted: false })),
    groups: [], points: 0, weight: 10_000, score, coverage, scoreGrade: 'A', gates: gates.map((state, index) => ({ code: `K${index}`, state })), grade: 'A',
  })
  const grades = ['AAA', 'AA', 'A', 'B', 'C'] as const
  const scheme = { ...Scheme.parse(customer), gates: ['K0', 'K1'].map((code) => ({ code, name: code, when: '1 = 1', effect: { kind: 'cap' as const, grade: code === 'K0' ? 'A' as const : 'AA' as const }, unknown: 'pass' as const })) }
  const side = (grade: (typeof grades)[number] | null, result: Result, scoreGrade = grade, byHand: Side['byHand'] = null): Side => ({ grade: byHand?.grade ?? grade, byHand, scheme, result: { ...result, grade, scoreGrade } })
  const move = (before: Side | null, after: Side) => moveOf(before, after, grades, '2026-11-23')
  expect(move(null, side('A', of([1, 2], [])))).toEqual({ direction: 'new', why: [], against: [] })
  expect(move(side('A', of([4000, 1000], ['hit', 'pass'], 9000), 'AA'), side('AA', of([3000, 5000], ['pass', 'pass'])))).toEqual({
    direction: 'better',
    why: [{ kind: 'gate', code: 'K0', to: 'lifted' }, { kind: 'indicator', code: 'A1', from: 1000, to: 5000, moved: 4000 }, { kind: 'coverage', from: 9000, to: 10_000 }],
    against: [{ kind: 'indicator', code: 'A0', from: 4000, to: 3000, moved: -1000 }],
  })
  expect(move(side(null, of([1], [])), side('C', of([5000], [])))).toMatchObject({ direction: 'new', why: [{ code: 'A0' }], against: [] })
  expect(move(side('C', of([1], [])), side(null, of([1], []))).direction).toBe('worse')
  // Nothing of the card points down: other cuts did it.
  expect(move(side('AA', of([1], [])), side('A', of([2001], [])))).toMatchObject({ direction: 'worse', why: [{ kind: 'cuts' }], against: [{ code: 'A0', moved: 2000 }] })
  // The score rose, so what little fell of it is no reason alone; all that fell is told, however much more rose.
  expect(move(side('AA', of([1000, 3000], [])), side('A', of([2000, 2999], [])))).toMatchObject({ direction: 'worse', why: [{ kind: 'cuts' }, { code: 'A1', moved: -1 }], against: [{ code: 'A0', moved: 1000 }] })
  const many = move(side('AA', of([9000, 0, 0, 0, 0, 0, 0, 0], [])), side('A', of([10, 90, 80, 70, 60, 50, 40, 30], [])))
  expect([many.why.map((one) => 'code' in one && one.code), many.against.map((one) => 'code' in one && one.code)]).toEqual([['A0'], ['A1', 'A2', 'A3', 'A4', 'A5']])
  // Gone beyond by another it is still met, so nothing was lifted.
  expect(move(side('AA', of([1], ['pass', 'hit']), 'AAA'), side('A', of([1], ['hit', 'hit']), 'AAA')).why).toEqual([{ kind: 'gate', code: 'K0', to: 'hit' }])
  // Met, but the score alone leads as low: no reason. Met before too, but only now it holds the grade down: one.
  expect(move(side('A', of([1], ['pass', 'pass'])), side('A', of([1], ['hit', 'hit']))).why).toEqual([])
  expect(move(side('A', of([1], ['pass', 'hit'])), side('AA', of([1], ['pass', 'hit']), 'AAA')).why).toEqual([{ kind: 'cuts' }])
  // What a person had set: not taken over it is the reason, whatever the score did; ended by then it is told and moved nothing; the same again is none.
  const hand = (grade: 'AAA' | 'AA' | 'B', until = '2026-12-31') => ({ grade, until })
  expect(move(side('A', of([1], []), 'A', hand('AA')), side('A', of([2001], [])))).toEqual({
    direction: 'worse', why: [{ kind: 'override', to: 'dropped', ...hand('AA') }], against: [{ kind: 'indicator', code: 'A0', from: 1, to: 2001, moved: 2000 }],
  })
  expect(move({ ...side('A', of([1], []), 'A', hand('AA', '2026-11-22')), grade: 'A' }, side('A', of([1], [])))).toEqual({ direction: 'same', why: [{ kind: 'override', to: 'ended', ...hand('AA', '2026-11-22') }], against: [] })
  expect(move(side('A', of([1], []), 'A', hand('AA')), side('A', of([1], []), 'A', hand('AA')))).toEqual({ direction: 'same', why: [], against: [] })
  expect(move(side('A', of([1], [])), side('A', of([2001], []), 'A', hand('B')))).toMatchObject({ direction: 'worse', why: [{ to: 'set', grade: 'B' }], against: [{ code: 'A0' }] })
  expect(move(side('A', of([1], []), 'A', hand('B')), side('A', of([1], [])))).toMatchObject({ direction: 'better', why: [{ to: 'dropped', grade: 'B' }], against: [] })
})
