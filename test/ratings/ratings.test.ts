import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { gatherFacts } from '../../src/main/facts/gather.ts'
import { TEST_PASSWORD } from '../builders/archive.ts'
import { addMonths } from '../../src/shared/rules/dossiers/deadlines.ts'
import { approve, make, openRatedOffice, read } from './office.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeEach(async () => {
  office = await openRatedOffice()
})
afterEach(() => office.close())

const gradeOf = () => (office.archive.store.prepare('SELECT grade, gradeReason FROM party WHERE id = ?').get(office.partyId) as { grade: string | null; gradeReason: string | null })
const versionOf = (id: number) => (office.archive.store.prepare('SELECT version FROM rating WHERE id = ?').get(id) as { version: number }).version
const refusal = async (login: Parameters<typeof office.answerAs>[0], method: 'ratings.submit' | 'ratings.review' | 'ratings.approve' | 'ratings.return' | 'ratings.withdraw' | 'ratings.mark' | 'ratings.override', input: object) => {
  const answer = await callByName(office.program, office.connectionOf(login), method, input)
  return answer.ok ? null : answer.error.code
}

describe('a case from draft to approval', () => {
  test('is numbered, gathers its facts, and is computed as it stands', async () => {
    const { id, number } = await make(office, office.partyId)
    expect(number).toBe('PJ-2026-0001')
    const card = await read(office, id)
    expect(card).toMatchObject({ state: 'draft', asOf: '2026-11-23', schemeName: '客户卡', regulation: { id: 'S22' }, lift: expect.anything(), capsule: null })
    // 650 / 1100: the third band, 60 % of 7 points.
    expect(card.result.indicators.find(({ code }) => code === 'A1')).toMatchObject({ value: 650 / 1100, band: 2, points: 420 })
    expect(card.facts['totalLiabilities']).toMatchObject({ value: 650, sources: [{ kind: 'statement' }] })
    expect(card.trends['A1']).toHaveLength(2)
  })

  test('approval freezes it, gives the party its grade and the next day to rate', async () => {
    const { id, number } = await make(office, office.partyId)
    const card = await approve(office, id)
    expect(card).toMatchObject({ state: 'approved', isCurrent: true, approvedOn: '2026-11-23', capsule: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(gradeOf()).toEqual({ grade: card.grade, gradeReason: number })
    expect(card.reviewBecause).toMatchObject({ rule: 'rating-review', values: { asOf: null } })
    const entry = office.archive.store.prepare("SELECT seq, detail FROM audit WHERE method = 'ratings.approve'").get() as { seq: number; detail: string }
    expect(entry.seq).toBe(card.capsule!.auditSeq)
    expect(entry.detail).toContain(card.capsule!.hash)
    expect(card.steps.map(({ what }) => what)).toEqual(['made', 'submitted', 'reviewed', 'approved'])
  })

  test('the next day to rate is counted from the day rated where the approval came later; the frozen text computes again all the same', async () => {
    office.clock.addDays(40)
    const { id } = await office.callAs('creditadministrator', 'ratings.create', { partyId: office.partyId, kind: 'presale', asOf: '2026-11-23' })
    const card = await approve(office, id)
    const months = card.scheme.body.review[card.grade!]
    expect([card.approvedOn, card.reviewOn]).toEqual(['2027-01-02', addMonths('2026-11-23', months)])
    expect(card.reviewBecause).toMatchObject({ rule: 'rating-review', values: { asOf: '2026-11-23', on: '2027-01-02', months } })
    expect(await office.callAs('auditor', 'ratings.recompute', { id })).toMatchObject({ isSame: true })
    // One approved by the program of before, which counted from the approval: told as it was counted.
    office.archive.store.prepare('UPDATE rating SET reviewOn = ? WHERE id = ?').run(addMonths('2027-01-02', months), id)
    expect((await read(office, id)).reviewBecause).toMatchObject({ values: { asOf: null, on: '2027-01-02' } })
  })

  test('a card that came with the program has no day that anybody decided; another has its own', async () => {
    const { id } = await make(office, office.partyId)
    expect((await read(office, id)).scheme.effectiveOn).toBeNull()
    office.archive.store.prepare("INSERT INTO schemeVersion (schemeId, no, body, hash, state, effectiveOn, preparedBy, preparedAt) SELECT schemeId, 2, body, hash, 'approved', '2026-02-01', ?, preparedAt FROM schemeVersion WHERE id = 1").run(office.people.creditadministrator)
    const other = await make(office, office.partyId, 'aftersale')
    expect((await read(office, other.id)).scheme.effectiveOn).toBe('2026-02-01')
  })

  test('made, reviewed and approved by three different people', async () => {
    const { id } = await make(office, office.partyId)
    expect(await refusal('officedirector', 'ratings.approve', { id, version: 2 })).toBe('wrong-state')
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    expect(await refusal('creditadministrator', 'ratings.review', { id, version: versionOf(id) })).toBe('same-person')
    expect(await refusal('salesperson', 'ratings.review', { id, version: versionOf(id) })).toBe('forbidden')
    await office.callAs('officedirector', 'ratings.review', { id, version: versionOf(id) })
    expect(await refusal('officedirector', 'ratings.approve', { id, version: versionOf(id) })).toBe('same-person')
    expect(await refusal('salesdirector', 'ratings.approve', { id, version: versionOf(id) })).toBe('forbidden')
    await office.callAs('creditadministrator', 'ratings.approve', { id, version: versionOf(id), onTheSpot: { login: 'officedirector2', password: TEST_PASSWORD } })
    const card = await read(office, id)
    expect(card.steps.at(-1)).toMatchObject({ what: 'approved', byName: '副主任', onTheSpot: true, sessionOfName: '测试creditAdministrator' })
  })

  test('the general manager approves where the only director has reviewed, and never what he made or reviewed himself', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    expect((await read(office, id)).approvers.map(({ login }) => login)).toEqual(['officedirector2', 'generalmanager', 'officedirector'])
    office.archive.store.prepare("UPDATE person SET isActive = 0 WHERE login = 'officedirector2'").run()
    await office.callAs('officedirector', 'ratings.review', { id, version: versionOf(id) })
    const reviewed = await read(office, id)
    expect([reviewed.candidates.map(({ login }) => login), reviewed.approvers]).toEqual([['generalmanager'], []])
    expect((await office.callAs('generalmanager', 'home.overview', {})).todo).toContainEqual(expect.objectContaining({ kind: 'ratingToApprove' }))
    office.archive.store.prepare(`UPDATE person SET roles = '["generalManager","salesDirector"]' WHERE login = 'generalmanager'`).run()
    await office.callAs('generalmanager', 'ratings.approve', { id, version: versionOf(id) })
    const second = await make(office, office.partyId, 'aftersale')
    await office.callAs('creditadministrator', 'ratings.submit', { id: second.id, version: versionOf(second.id) })
    // Of the two who could approve, whoever reviews leaves the other.
    expect((await read(office, second.id)).approvers.map(({ login }) => login)).toEqual(['generalmanager', 'officedirector'])
    await office.callAs('generalmanager', 'ratings.review', { id: second.id, version: versionOf(second.id) })
    expect(await refusal('generalmanager', 'ratings.approve', { id: second.id, version: versionOf(second.id) })).toBe('same-person')
  })

  test('whoever sells to the customer neither makes, nor reviews, nor approves', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    office.archive.store.prepare('UPDATE party SET salespersonId = ? WHERE id = ?').run(office.people.salesdirector, office.partyId)
    expect(await refusal('salesdirector', 'ratings.review', { id, version: versionOf(id) })).toBe('same-person')
    await office.callAs('officedirector2', 'ratings.review', { id, version: versionOf(id) })
    office.archive.store.prepare('UPDATE party SET salespersonId = ? WHERE id = ?').run(office.people.officedirector, office.partyId)
    expect(await refusal('officedirector', 'ratings.approve', { id, version: versionOf(id) })).toBe('same-person')
  })

  test('returned with the reason it is the maker’s again, and what was signed counts no more', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    await office.callAs('salesdirector', 'ratings.review', { id, version: versionOf(id) })
    expect(await refusal('creditadministrator', 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'A' })).toBe('wrong-state')
    const { rating } = await office.callAs('officedirector', 'ratings.return', { id, version: versionOf(id), reason: '补行业地位' })
    expect(rating).toMatchObject({ state: 'returned', round: 2, signatures: { maker: false, reviewer: false, approver: false } })
    await office.callAs('creditadministrator', 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'B', evidence: [{ attachmentId: office.attachmentId, page: 1 }] })
    const card = await approve(office, id)
    expect(card.marks['D2']).toMatchObject({ option: 'B', evidence: [{ title: '客户调查表（现场）', page: 1, isThere: true }] })
  })

  test('a reviewer takes his own review back: he may be the only one that could approve', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    await office.callAs('officedirector', 'ratings.review', { id, version: versionOf(id) })
    expect((await office.callAs('officedirector', 'ratings.get', { id })).may).toMatchObject({ approve: false, return: true })
    expect(await refusal('salesdirector', 'ratings.return', { id, version: versionOf(id), reason: '退' })).toBe('forbidden')
    await office.callAs('officedirector', 'ratings.return', { id, version: versionOf(id), reason: '应由销售主管审核' })
    expect(await approve(office, id)).toMatchObject({ state: 'approved' })
  })

  test('one of a kind at a time; withdrawn it makes room and keeps its number', async () => {
    const { id, number } = await make(office, office.partyId)
    expect(await office.answerAs('creditadministrator', 'ratings.create', { partyId: office.partyId, kind: 'presale' })).toMatchObject({ error: { code: 'rating-running', details: { id, number } } })
    await make(office, office.partyId, 'aftersale')
    await office.callAs('creditadministrator', 'ratings.withdraw', { id, version: versionOf(id), reason: '重复' })
    expect((await make(office, office.partyId)).number).toBe('PJ-2026-0003')
  })

  test('what somebody changed meanwhile is not signed', async () => {
    const { id } = await make(office, office.partyId)
    const { version } = await read(office, id)
    await office.callAs('creditadministrator', 'ratings.remark', { id, version, remarks: '改了' })
    expect(await refusal('creditadministrator', 'ratings.submit', { id, version })).toBe('changed-meanwhile')
  })
})

describe('facts and marks', () => {
  test('facts are gathered again on demand, and what is another is told', async () => {
    const { id } = await make(office, office.partyId)
    office.archive.store.prepare("UPDATE party SET sizeClass = 'large' WHERE id = ?").run(office.partyId)
    expect((await read(office, id)).facts['sizeClass']?.value).toBe(3)
    const { changes, rating } = await office.callAs('creditadministrator', 'ratings.refresh', { id, version: versionOf(id) })
    expect(changes).toMatchObject([{ name: 'sizeClass', before: { value: 3 }, after: { value: 4 } }])
    expect(rating.facts['sizeClass']?.value).toBe(4)
  })
  test('a mark without a page earns nothing, a page of another party is no evidence', async () => {
    const { id } = await make(office, office.partyId)
    const bare = await office.callAs('creditadministrator', 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'A' })
    expect(bare.rating.result.indicators.find(({ code }) => code === 'D2')).toMatchObject({ absent: 'noEvidence', points: 0, weight: 200 })
    const other = await office.open('salesperson', '唐山恒岳重工有限公司')
    const { id: rating } = await make(office, other.partyId)
    expect(await refusal('creditadministrator', 'ratings.mark', { id: rating, version: versionOf(rating), indicator: 'D2', option: 'A', evidence: [{ attachmentId: office.attachmentId, page: 1 }] })).toBe('rating-evidence')
    expect(await refusal('creditadministrator', 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'A', evidence: [{ attachmentId: office.attachmentId, page: 2 }] })).toBe('rating-evidence')
  })
  test('a page struck out since stands in the way of handing it on', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs('creditadministrator', 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'B', evidence: [{ attachmentId: office.attachmentId, page: 1 }] })
    await office.callAs('salesperson', 'attachments.strike', { id: office.attachmentId, reason: '扫错' })
    expect(await refusal('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })).toBe('rating-evidence')
  })
  test('a page destroyed with its dossier leaves its name and hash; what was decided on it is still the same', async () => {
    const { id } = await make(office, office.partyId)
    await office.callAs('creditadministrator', 'ratings.mark', { id, version: versionOf(id), indicator: 'D2', option: 'B', evidence: [{ attachmentId: office.attachmentId, page: 1 }] })
    await approve(office, id)
    // As a destruction takes a scan's row away (main/disposal/destroy.ts).
    office.archive.store.prepare('DELETE FROM attachment WHERE id = ?').run(office.attachmentId)
    expect((await read(office, id)).marks['D2']).toMatchObject({ option: 'B', evidence: [{ attachmentId: null, title: '客户调查表（现场）', page: 1, isThere: false }] })
    expect(await office.callAs('auditor', 'ratings.recompute', { id })).toMatchObject({ isSame: true })
  })
  test('the score before is shown and never counted', async () => {
    const first = await approve(office, (await make(office, office.partyId)).id)
    office.clock.addDays(200)
    const { id } = await make(office, office.partyId)
    const card = await read(office, id)
    expect(card.previous).toMatchObject([{ id: first.id, score: first.score, grade: first.grade }])
    expect(gatherFacts(office.archive.store, office.partyId, '2027-06-11')['previousScore']?.value).toBe(first.score! / 100)
    expect(gatherFacts(office.archive.store, office.partyId, '2026-11-22')['previousScore']).toMatchObject({ value: null, absent: 'notApplicable' })
  })
})

describe('the grade set by hand', () => {
  const computed = async () => {
    const { id } = await make(office, office.partyId)
    return { id, card: await read(office, id) }
  }
  test('only within the scheme’s limits, with its last day', async () => {
    const { id, card } = await computed()
    const at = card.grades.findIndex(({ grade }) => grade === card.computedGrade)
    const propose = (grade: string, until: string) => refusal('creditadministrator', 'ratings.override', { id, version: versionOf(id), override: { grade, until, reason: '新增产能' } })
    expect(await propose(card.computedGrade!, '2027-02-01')).toBe('override-refused')
    if (at >= 2) expect(await propose(card.grades[at - 2]!.grade, '2027-02-01')).toBe('override-refused')
    expect(await propose(card.grades[at - 1]!.grade, '2027-05-24')).toBe('override-refused')
    expect(await propose(card.grades[at - 1]!.grade, '2026-11-22')).toBe('override-refused')
    expect(await propose(card.grades[at - 1]!.grade, '2027-05-23')).toBeNull()
  })
  test('agreed by the approver it stands until its last day, then the computed grade returns', async () => {
    const { id, card } = await computed()
    const up = card.grades[card.grades.findIndex(({ grade }) => grade === card.computedGrade) - 1]!.grade
    await office.callAs('creditadministrator', 'ratings.override', { id, version: versionOf(id), override: { grade: up, until: '2027-03-01', reason: '新增产能' } })
    expect((await read(office, id)).grade).toBe(card.computedGrade)
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    await office.callAs('salesdirector', 'ratings.review', { id, version: versionOf(id) })
    expect(await refusal('officedirector', 'ratings.approve', { id, version: versionOf(id) })).toBe('bad-input')
    const { rating } = await office.callAs('officedirector', 'ratings.approve', { id, version: versionOf(id), override: true })
    expect(rating).toMatchObject({ grade: up, computedGrade: card.computedGrade, override: { isAgreed: true, agreedByName: '测试officeDirector' } })
    expect(gradeOf().grade).toBe(up)
    // It is made anew by its calendar, or when the override ends, whichever comes first.
    expect([rating.nextOn, rating.reviewBecause?.rule]).toEqual(rating.reviewOn! < '2027-03-01' ? [rating.reviewOn, 'rating-review'] : ['2027-03-01', 'override-ends'])
    expect((await office.callAs('officedirector', 'ratings.list', { group: 'current' })).rows[0]?.nextOn).toBe(rating.nextOn)
    expect((await office.callAs('officedirector', 'ratings.history', { partyId: office.partyId })).today?.nextOn).toBe(rating.nextOn)
    // Whatever is asked first on a new day finds it so, on every page, and nobody has to do anything.
    const current = async (grade: typeof up) => (await office.callAs('officedirector', 'ratings.list', { group: 'current', grade })).rows.map((row) => row.grade)
    const counted = async () => (await office.callAs('officedirector', 'ratings.counts', {})).grades.filter(({ count }) => count > 0).map(({ grade }) => grade)
    office.clock.set(new Date(2027, 2, 1, 10))
    expect(await current(up)).toEqual([up])
    expect(gradeOf().grade).toBe(up)
    office.clock.set(new Date(2027, 2, 2, 10))
    // A disk that takes nothing keeps nobody from reading what is so; with room the first call catches up.
    const told = vi.spyOn(office.program, 'log').mockImplementation(() => {})
    office.archive.store.connection.pragma('query_only = ON')
    expect(await current(up)).toEqual([])
    expect([gradeOf().grade, told.mock.calls.length]).toEqual([up, 1])
    office.archive.store.connection.pragma('query_only = OFF')
    expect(await current(up)).toEqual([])
    expect(gradeOf().grade).toBe(card.computedGrade)
    told.mockRestore()
    expect(await current(card.computedGrade!)).toEqual([card.computedGrade])
    expect(await counted()).toEqual([card.computedGrade])
    expect(gradeOf().grade).toBe(card.computedGrade)
    expect((await office.callAs('salesdirector', 'ratings.history', { partyId: office.partyId })).today).toMatchObject({ grade: card.computedGrade })
    expect((await office.callAs('creditadministrator', 'rerating.due', { reason: 'override' })).rows).toMatchObject([{ grade: card.computedGrade }])
    expect((await office.callAs('auditor', 'archive.verify', {})).findings).toEqual([])
  })
  test('not agreed, the computed grade stands', async () => {
    const { id, card } = await computed()
    const down = card.grades.at(-1)!.grade
    await office.callAs('creditadministrator', 'ratings.override', { id, version: versionOf(id), override: { grade: down, until: '2027-03-01', reason: '传闻' } })
    const approved = await approve(office, id, false)
    expect(approved).toMatchObject({ grade: card.computedGrade, override: null })
    expect(approved.steps.map(({ what }) => what)).toContain('overrideDropped')
  })
  test('a grade on paper is a first entry: once rated, nobody enters one', async () => {
    await office.callAs('creditadministrator', 'parties.setGrade', { id: office.partyId, grade: 'AA', reason: '纸质评级表' })
    await approve(office, (await make(office, office.partyId)).id)
    expect(await office.answerAs('creditadministrator', 'parties.setGrade', { id: office.partyId, grade: 'AAA', reason: '改一改' })).toMatchObject({ error: { code: 'party-rated' } })
  })
})

describe('who sees it', () => {
  test('a department its own parties’; another’s is not there', async () => {
    const { id } = await make(office, office.partyId)
    expect((await office.callAs('salesperson', 'ratings.list', {})).total).toBe(1)
    expect((await office.callAs('salesperson2', 'ratings.list', {})).total).toBe(0)
    expect(await office.answerAs('salesperson2', 'ratings.get', { id })).toMatchObject({ error: { code: 'not-found' } })
    expect(await office.answerAs('systemadministrator', 'ratings.get', { id })).toMatchObject({ error: { code: 'forbidden' } })
  })
  test('lists by group, grade, text and number; what waits for whom', async () => {
    const { id, number } = await make(office, office.partyId)
    const list = async (login: 'creditadministrator' | 'salesdirector' | 'officedirector' | 'generalmanager', input: object) => (await office.callAs(login, 'ratings.list', input)).rows.map((row) => row.id)
    expect(await list('creditadministrator', { group: 'mine' })).toEqual([id])
    expect(await list('salesdirector', { group: 'mine' })).toEqual([])
    await office.callAs('creditadministrator', 'ratings.submit', { id, version: versionOf(id) })
    expect(await list('salesdirector', { group: 'mine' })).toEqual([id])
    await office.callAs('salesdirector', 'ratings.review', { id, version: versionOf(id) })
    expect(await list('officedirector', { group: 'mine' })).toEqual([id])
    const { rating } = await office.callAs('officedirector', 'ratings.approve', { id, version: versionOf(id) })
    expect(await list('generalmanager', { group: 'current', grade: rating.grade })).toEqual([id])
    expect(await list('generalmanager', { group: 'running' })).toEqual([])
    expect(await list('generalmanager', { group: 'all', text: '锦岱' })).toEqual([id])
    expect(await list('generalmanager', { group: 'all', text: number.toLowerCase() })).toEqual([id])
    expect(await list('generalmanager', { group: 'all', text: '恒岳' })).toEqual([])
    expect(await office.callAs('generalmanager', 'ratings.counts', {})).toMatchObject({ mine: 0, running: 0, current: 1, all: 1 })
  })
})
