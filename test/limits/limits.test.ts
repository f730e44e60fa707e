import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/shared/rules/ratings/canonical.ts'
import type { LimitCapsule } from '../../src/shared/rules/limits/capsule.ts'
import { addDays, daysBetween } from '../../src/shared/rules/lookups/days.ts'
import { limitFacts } from '../../src/main/limits/facts.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { positionOf } from '../../src/main/receivables/position.ts'
import { sha256 } from '../../src/main/ratings/write.ts'
import { limitSheet } from '../../src/renderer/src/features/limits/ledger-xlsx.ts'
import { standingOf } from '../../src/renderer/src/features/limits/words.ts'
import { casesOf, MAKER, UNTIL } from './cases.ts'
import { approve as approveRating, make, openRatedOffice } from '../ratings/office.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeEach(async () => {
  office = await openRatedOffice()
})
afterEach(() => office.close())

const { read, create, save, submit, review, approve, grant } = casesOf(() => office)
/** What the customer owes us, straight into the ledger that `positionOf` reads. */
function owe(amountFen: number, issuedOn: string, dueOn = '2026-12-31'): void {
  office.archive.store.prepare("INSERT INTO receivable (partyId, number, issuedOn, dueOn, amountFen, recordedBy, recordedAt) VALUES (?, ?, ?, ?, ?, ?, '2026-11-23T02:00:00.000Z')")
    .run(office.partyId, `YS-${issuedOn}-${amountFen}`, issuedOn, dueOn, amountFen, office.people.creditadministrator)
}
function receive(amountFen: number, receivedOn: string): void {
  office.archive.store.prepare("INSERT INTO receipt (partyId, receivedOn, amountFen, means, reference, recordedBy, recordedAt) VALUES (?, ?, ?, 'transfer', ?, ?, '2026-11-23T02:00:00.000Z')")
    .run(office.partyId, receivedOn, amountFen, receivedOn, office.people.creditadministrator)
}

describe('a case', () => {
  test('is proposed on the rating that stands, granted by three, frozen, and computed again; a changed digit is found', async () => {
    const rating = await approveRating(office, (await make(office, office.partyId)).id)
    expect(rating.limit).toMatchObject({ grade: rating.grade })
    const draft = await create()
    expect(draft).toMatchObject({ rating: { number: rating.number }, proposal: rating.limit, proposedFen: rating.limit!.limitYuan * 100, proposedDays: rating.limit!.termDays, amountFen: rating.limit!.limitYuan * 100, isBasisCurrent: true, latestUntil: '2027-11-23' })
    expect(await office.answerAs(MAKER, 'limits.create', { partyId: office.partyId })).toMatchObject({ error: { code: 'limit-running', details: { number: draft.number } } })
    const granted = await approve(await review(await submit(await save(draft))))
    expect(granted).toMatchObject({ state: 'approved', isCurrent: true, fromOn: '2026-11-23', untilOn: UNTIL, may: { freeze: true } })
    expect(await office.callAs('auditor', 'limits.recompute', { id: granted.id })).toMatchObject({ isSame: true, hash: { frozen: granted.capsule!.hash, computed: granted.capsule!.hash } })
    expect(await office.callAs('auditor', 'archive.verify', {})).toMatchObject({ ok: true, checked: { limits: 1, ratings: 1 } })

    const { store } = office.archive
    expect(() => store.prepare('UPDATE limitCase SET amountFen = amountFen + 1').run()).toThrow('what was decided stands')
    expect(() => store.prepare('DELETE FROM limitCase').run()).toThrow('never deleted')
    expect(() => store.prepare("UPDATE limitCapsule SET hash = ''").run()).toThrow('never changed')
    const findings = async () => (await office.callAs('auditor', 'archive.verify', {})).findings.filter(({ kind }) => kind === 'limit-contradiction').map(({ detail }) => detail.split(':')[0])
    store.connection.exec('DROP TRIGGER limitCapsule_unchanged; DROP TRIGGER limitCase_unchanged')
    const { body } = store.prepare('SELECT body FROM limitCapsule').get() as { body: string }
    const forged = canonicalJson({ ...(JSON.parse(body) as LimitCapsule), proposedFen: 99_900_000 })
    store.prepare('UPDATE limitCapsule SET body = ?, hash = ?').run(forged, sha256(forged))
    expect(await findings()).toEqual(['recomputed-otherwise', 'limit-stands-otherwise', 'capsule-not-logged'])
    store.prepare('UPDATE limitCapsule SET body = ?, hash = ?').run(body, granted.capsule!.hash)
    store.prepare('UPDATE limitCase SET amountFen = amountFen + 1').run()
    expect(await findings()).toEqual(['limit-stands-otherwise'])
  }, 60_000)

  test('of a party never rated: the beginner limit of the text in force', async () => {
    expect(await create()).toMatchObject({ rating: null, grade: null, amountFen: 5_000_000, termDays: 30, proposal: { binding: 'beginner' } })
  })

  test('another sum or term says why; a last day within a year', async () => {
    const draft = await create()
    for (const untilOn of ['2026-11-23', '2027-11-24', '2020-01-01']) {
      expect(await office.answerAs(MAKER, 'limits.save', { id: draft.id, version: draft.version, amountFen: 1, termDays: 1, untilOn, reason: null, remarks: null, guarantees: [] })).toMatchObject({ error: { code: 'limit-until', details: { latest: '2027-11-23' } } })
    }
    for (const more of [{ amountFen: 4_999_999 }, { termDays: 31 }]) {
      const { id, version } = await save(await read(draft.id), more)
      expect(await office.answerAs(MAKER, 'limits.submit', { id, version })).toMatchObject({ error: { code: 'limit-reason' } })
    }
    expect(await submit(await save(await read(draft.id), { amountFen: 0, termDays: 0, reason: '款到发货' }))).toMatchObject({ state: 'submitted' })
  })

  test('guarantees count with their page alone, and to the end', async () => {
    const { attachmentId } = office
    const cash = (until: string | null, page: { attachmentId: number; page: number } | null) => ({ kind: 'cash' as const, amountFen: 10_000_000, until, giver: '收据 SJ-1', page })
    const page = { attachmentId, page: 1 }
    const saved = await save(await create(), { guarantees: [cash(null, page), cash(null, null), cash('2027-06-29', page), cash(UNTIL, page)] })
    expect(saved.guarantees.map(({ countedFen, why }) => [countedFen, why])).toEqual([[10_000_000, null], [0, 'no-page'], [0, 'lapses'], [10_000_000, null]])
    expect(saved).toMatchObject({ addedFen: 20_000_000, proposedFen: 25_000_000 })
    expect(await office.answerAs(MAKER, 'limits.save', { id: saved.id, version: saved.version, amountFen: 1, termDays: 1, untilOn: UNTIL, reason: null, remarks: null, guarantees: [cash(null, { attachmentId, page: 9 })] })).toMatchObject({ error: { code: 'rating-evidence' } })
    // A page struck out since proves nothing.
    const submitted = await submit(await save(saved, { amountFen: 25_000_000, guarantees: [cash(null, page), cash(UNTIL, page)] }))
    office.archive.store.prepare("UPDATE attachment SET struckAt = '2026-11-23T03:00:00.000Z' WHERE id = ?").run(attachmentId)
    expect(await office.answerAs('salesdirector', 'limits.review', { id: submitted.id, version: submitted.version })).toMatchObject({ error: { code: 'rating-evidence' } })
  })

  test('a limit granted anew keeps the guarantees that still hold, and says which do not', async () => {
    const one = (kind: 'cash' | 'bankGuarantee' | 'mortgage', until: string | null, page: number | null) => ({ kind, amountFen: 10_000_000, until, giver: '凭证 1', page: page === null ? null : { attachmentId: office.attachmentId, page } })
    const draft = await save(await create(), { guarantees: [one('cash', null, 1), one('bankGuarantee', UNTIL, null), one('mortgage', '2027-01-31', 1)] })
    expect(draft.lost).toEqual([])
    await approve(await review(await submit(await save(draft, { guarantees: [one('cash', null, 1), one('bankGuarantee', UNTIL, null), one('mortgage', '2027-01-31', 1)], amountFen: draft.proposedFen }))))
    office.clock.addDays(80)
    const anew = await create()
    expect(anew.guarantees).toMatchObject([{ kind: 'cash', until: null, giver: '凭证 1', page: { page: 1, isThere: true }, countedFen: 10_000_000, why: null }, { kind: 'bankGuarantee', until: UNTIL, page: null, why: 'no-page' }])
    expect(anew).toMatchObject({ addedFen: 10_000_000, proposedFen: 15_000_000, amountFen: 15_000_000, lost: [{ kind: 'mortgage', amountFen: 10_000_000, giver: '凭证 1', until: '2027-01-31', why: 'ended' }] })
    office.archive.store.prepare("UPDATE attachment SET struckAt = '2026-11-23T03:00:00.000Z' WHERE id = ?").run(office.attachmentId)
    expect((await read(anew.id)).lost.map(({ kind, why }) => [kind, why])).toEqual([['cash', 'gone'], ['mortgage', 'ended']])
    const { limit: withdrawn } = await office.callAs(MAKER, 'limits.withdraw', { id: anew.id, version: anew.version, reason: '重来' })
    expect(withdrawn.lost).toEqual([])
    expect((await create()).guarantees.map(({ kind }) => kind)).toEqual(['bankGuarantee'])
  })

  test('a newer rating takes the ground away: it goes back and is taken anew', async () => {
    const reviewed = await review(await submit(await save(await create())))
    await approveRating(office, (await make(office, office.partyId)).id)
    expect(await office.answerAs('officedirector', 'limits.approve', { id: reviewed.id, version: reviewed.version })).toMatchObject({ error: { code: 'limit-basis' } })
    expect((await read(reviewed.id)).isBasisCurrent).toBe(false)
    const { limit: back } = await office.callAs('officedirector', 'limits.return', { id: reviewed.id, version: reviewed.version, reason: '评级已更新' })
    const { limit: anew } = await office.callAs(MAKER, 'limits.refresh', { id: back.id, version: back.version })
    expect(anew).toMatchObject({ round: 2, isBasisCurrent: true, rating: { number: expect.stringMatching(/^PJ-/) }, amountFen: anew.proposedFen })
    expect((await approve(await review(await submit(anew)))).capsule).not.toBeNull()
  })
})

describe('three people, by the sum', () => {
  test('maker, reviewer and approver differ; whoever sells decides nothing', async () => {
    const submitted = await submit(await save(await create()))
    const { id } = submitted
    const refusalOf = async (login: Parameters<typeof office.answerAs>[0], step: 'limits.review' | 'limits.approve', version: number) => {
      const answer = await office.answerAs(login, step, { id, version })
      return answer.ok ? null : answer.error.code
    }
    expect(await refusalOf(MAKER, 'limits.review', submitted.version)).toBe('same-person')
    expect(await refusalOf('salesperson', 'limits.review', submitted.version)).toBe('forbidden')
    const reviewed = (await office.callAs('officedirector', 'limits.review', { id, version: submitted.version })).limit
    expect(await refusalOf('officedirector', 'limits.approve', reviewed.version)).toBe('same-person')
    expect(await refusalOf(MAKER, 'limits.approve', reviewed.version)).toBe('forbidden')
    expect(await refusalOf('generalmanager', 'limits.approve', reviewed.version)).toBe(null)
  })

  test('beyond the sum, and beyond the proposal, the general manager alone; he sets the sum', async () => {
    expect(await office.answerAs('officedirector', 'limits.setMatrix', { directorFen: 1 })).toMatchObject({ error: { code: 'forbidden' } })
    const more = await review(await submit(await save(await create(), { amountFen: 5_000_100, reason: '老客户' })))
    expect(more).toMatchObject({ generalManager: 'proposal', candidates: [expect.objectContaining({ login: 'generalmanager' })] })
    expect(await office.answerAs('officedirector', 'limits.approve', { id: more.id, version: more.version })).toMatchObject({ error: { code: 'forbidden' } })
    expect((await office.callAs('officedirector', 'limits.counts', {})).mine).toBe(0)
    expect((await office.callAs('generalmanager', 'limits.counts', {})).mine).toBe(1)
    expect(await approve(more, 'generalmanager')).toMatchObject({ state: 'approved' })
    await office.callAs('generalmanager', 'limits.setMatrix', { directorFen: 4_999_999 })
    const next = await review(await submit(await save(await create())))
    expect(next.generalManager).toBe('sum')
    expect(await office.answerAs('officedirector', 'limits.approve', { id: next.id, version: next.version })).toMatchObject({ error: { code: 'forbidden' } })
    // Whatever the sum, he may send it back.
    await office.callAs('officedirector', 'limits.return', { id: next.id, version: next.version, reason: '先补担保' })
  })

  test('on a rating past its review: with a reason, by the general manager; and everybody is told that a newer one is under way', async () => {
    const { number, reviewOn } = await approveRating(office, (await make(office, office.partyId)).id)
    const early = await save(await create())
    expect(early).toMatchObject({ rating: { number, reviewOn, isReviewPast: false }, rerating: null, reason: null })
    const submitted = await submit(early)
    office.clock.addDays(daysBetween('2026-11-23', reviewOn!))
    expect((await read(submitted.id)).rating).toMatchObject({ isReviewPast: false })
    office.clock.addDays(1)
    await office.callAs(MAKER, 'ratings.create', { partyId: office.partyId, kind: 'presale' })
    expect(await read(submitted.id)).toMatchObject({ rating: { isReviewPast: true }, generalManager: 'review', rerating: { state: 'draft', number: expect.stringMatching(/^PJ-/) } })
    // It came to be past while it waited: nobody signs it before there is a reason.
    const untilOn = addDays(reviewOn!, 90)
    expect(await office.answerAs('salesdirector', 'limits.review', { id: submitted.id, version: submitted.version })).toMatchObject({ error: { code: 'limit-reason', details: { reviewOn } } })
    const { limit: back } = await office.callAs('salesdirector', 'limits.return', { id: submitted.id, version: submitted.version, reason: '评级已过复评日' })
    const saved = await save(back, { untilOn })
    expect(await office.answerAs(MAKER, 'limits.submit', { id: saved.id, version: saved.version })).toMatchObject({ error: { code: 'limit-reason', details: { reviewOn } } })
    const reviewed = await review(await submit(await save(saved, { untilOn, reason: '复评已在办' })))
    expect(reviewed.candidates.map(({ login }) => login)).toEqual(['generalmanager'])
    expect(await office.answerAs('officedirector', 'limits.approve', { id: reviewed.id, version: reviewed.version })).toMatchObject({ error: { code: 'forbidden' } })
    expect((await office.callAs('officedirector', 'limits.counts', {})).mine).toBe(0)
    expect((await office.callAs('generalmanager', 'limits.counts', {})).mine).toBe(1)
    expect(await approve(reviewed, 'generalmanager')).toMatchObject({ state: 'approved', generalManager: 'review', rerating: null })
  })

  test('one stands: a newer one takes its place, and the ledger names it alone', async () => {
    const first = await grant()
    office.clock.addDays(1)
    const second = await grant({ amountFen: 4_000_000, reason: '减额' })
    expect(await read(first.id)).toMatchObject({ isCurrent: false, exposure: null, state: 'approved' })
    expect((await read(first.id)).steps.at(-1)).toMatchObject({ what: 'superseded', reason: second.number })
    expect((await office.callAs(MAKER, 'limits.list', { group: 'current' })).rows.map(({ number }) => number)).toEqual([second.number])
    expect(second.previous).toMatchObject({ number: first.number })
  })

  test('frozen and released on the word of two', async () => {
    const granted = await grant()
    const { limit: asked } = await office.callAs('officedirector', 'limits.proposeHold', { id: granted.id, version: granted.version, hold: 'freeze', reason: '涉诉' })
    expect(asked.exposure).toMatchObject({ validity: 'valid', availableFen: 5_000_000 })
    expect(await office.answerAs('officedirector', 'limits.decideHold', { id: asked.id, version: asked.version, agrees: true })).toMatchObject({ error: { code: 'same-person' } })
    const { limit: frozen } = await office.callAs('generalmanager', 'limits.decideHold', { id: asked.id, version: asked.version, agrees: true })
    expect(frozen).toMatchObject({ hold: 'frozen', exposure: { validity: 'frozen', availableFen: 0 } })
    const { blocks } = await office.callAs('salesperson', 'limits.ofParty', { partyId: office.partyId })
    expect(blocks).toEqual([{ rule: 'limit-frozen', values: { reason: '涉诉' } }])
    const { limit: release } = await office.callAs(MAKER, 'limits.proposeHold', { id: frozen.id, version: frozen.version, hold: 'release', reason: '已撤诉' })
    expect(release.exposure).toMatchObject({ validity: 'frozen' })
    expect((await office.callAs('officedirector', 'limits.decideHold', { id: release.id, version: release.version, agrees: true })).limit).toMatchObject({ hold: 'none', holdReason: null, exposure: { validity: 'valid' } })
  })
})

describe('what is used', () => {
  test('open items less advances; over by a fen, since the day it began; a reason to rate again, a thing to do and a warning', async () => {
    await approveRating(office, (await make(office, office.partyId)).id)
    const draft = await create()
    const granted = await approve(await review(await submit(await save(draft, { amountFen: 5_000_000, termDays: 30, reason: '按合同' }))), draft.proposedFen < 5_000_000 ? 'generalmanager' : 'officedirector')
    office.clock.addDays(10)
    owe(3_000_000, '2026-11-25')
    owe(2_000_000, '2026-11-28')
    expect((await read(granted.id)).exposure).toMatchObject({ usedFen: 5_000_000, use: 'near', utilisation: 10_000, availableFen: 0, overdueFen: 0, oldestDueOn: '2026-12-31' })
    owe(1, '2026-11-30')
    expect((await read(granted.id)).exposure).toMatchObject({ use: 'over' })
    const overdue = async () => (await office.callAs(MAKER, 'rerating.due', { reason: 'overLimit' })).rows.map(({ partyId, reasons }) => [partyId, reasons.find(({ reason }) => reason === 'overLimit')])
    expect(await overdue()).toEqual([[office.partyId, { reason: 'overLimit', on: '2026-11-30', dueOn: '2026-12-05', what: granted.number }]])
    for (const login of [MAKER, 'generalmanager'] as const) {
      expect((await office.callAs(login, 'home.overview', {})).todo.filter(({ kind }) => kind === 'limitsOver')).toMatchObject([{ folders: 1, because: { values: { first: '2026-11-30' } } }])
    }
    expect(await office.callAs(MAKER, 'limits.counts', {})).toMatchObject({ filters: { over: 1, near: 0 }, usedFen: 5_000_001, grantedFen: 5_000_000 })
    expect((await office.callAs(MAKER, 'risks.ofParty', { partyId: office.partyId })).aspects.flatMap(({ warnings }) => warnings).find(({ code }) => code === 'W39')).toMatchObject({ state: 'hit' })
    const tab = await office.callAs('salesperson', 'limits.ofParty', { partyId: office.partyId })
    expect(tab.blocks).toEqual([{ rule: 'limit-over', values: { since: '2026-11-30', number: granted.number } }])
    // What comes in is taken off at once, before it is allocated.
    receive(1_500_000, '2026-12-01')
    expect((await read(granted.id)).owed).toEqual({ balanceFen: 3_500_001, overdueFen: 0 })
    expect((await read(granted.id)).exposure).toMatchObject({ usedFen: 3_500_001, use: 'within', availableFen: 1_499_999 })
    expect(await overdue()).toEqual([])
    const { usedFen } = await office.callAs(MAKER, 'limits.counts', {})
    expect(usedFen).toBe(positionOf(office.archive.store, office.partyId, '2026-12-03').balanceFen)
  })

  test('owed though nothing was granted: over, by what is owed and by no share of it', async () => {
    const granted = await grant({ amountFen: 0, termDays: 0, reason: '款到发货' })
    owe(700, '2026-11-20')
    office.clock.addDays(1)
    expect((await read(granted.id)).exposure).toMatchObject({ usedFen: 700, use: 'over', utilisation: null, availableFen: 0 })
    const conduct = (await office.callAs(MAKER, 'risks.ofParty', { partyId: office.partyId })).aspects.find(({ aspect }) => aspect === 'conduct')!
    expect(conduct.warnings.find(({ code }) => code === 'W39')).toMatchObject({ state: 'hit', values: { beyondLimit: 7 } })
    expect(limitFacts(office.archive.store, office.partyId, '2026-11-24')).toMatchObject({ limitUse: { value: null, absent: 'notApplicable' }, beyondLimit: { value: 7 } })
    expect(standingOf(granted)).toBe('refused')
    expect((await office.callAs(MAKER, 'limits.list', { filter: 'over' })).rows.map(({ number }) => number)).toEqual([granted.number])
  })

  test('past its last day nothing more is given, and it is a thing to do thirty days before', async () => {
    const granted = await grant({ untilOn: '2026-12-24' })
    expect((await office.callAs(MAKER, 'home.overview', {})).todo.filter(({ kind }) => kind === 'limitEnds')).toEqual([])
    office.clock.addDays(1)
    expect((await office.callAs(MAKER, 'home.overview', {})).todo.filter(({ kind }) => kind === 'limitEnds')).toMatchObject([{ dueOn: '2026-12-24', group: 'soon' }])
    expect((await office.callAs(MAKER, 'limits.list', { filter: 'expiring' })).rows).toMatchObject([{ number: granted.number }])
    office.clock.addDays(31)
    expect((await read(granted.id)).exposure).toMatchObject({ validity: 'expired', availableFen: 0 })
    // It is in use no more, and to be found as what it is.
    const counts = await office.callAs(MAKER, 'limits.counts', {})
    expect(counts).toMatchObject({ current: 0, grantedFen: 0, filters: { expiring: 0, expired: 1 } })
    expect((await office.callAs(MAKER, 'limits.list', {})).rows).toEqual([])
    expect((await office.callAs(MAKER, 'limits.list', { filter: 'expired' })).rows).toMatchObject([{ number: granted.number }])
    await create()
    expect((await office.callAs(MAKER, 'home.overview', {})).todo.filter(({ kind }) => kind === 'limitEnds')).toEqual([])
  })

  test('the ledger has the grade of today beside the one behind the limit, the same as the party\'s tab', async () => {
    const granted = await grant()
    const { grade } = await approveRating(office, (await make(office, office.partyId)).id)
    const [row] = (await office.callAs(MAKER, 'limits.list', {})).rows
    expect(row).toMatchObject({ number: granted.number, grade: null, gradeToday: grade })
    expect((await office.callAs('salesperson', 'limits.ofParty', { partyId: office.partyId })).grade).toBe(row!.gradeToday)
    expect(grade).not.toBeNull()
    expect(limitSheet([row!], zhCN, []).rows[1]!.slice(2, 4)).toEqual([expect.objectContaining({ value: grade }), null])
  })

  test('of another department nothing is seen, and nothing is betrayed', async () => {
    const granted = await grant()
    const { store } = office.archive
    store.prepare('UPDATE person SET departmentId = ? WHERE id = ?').run(office.departments.XS2 ?? null, office.people.departmentclerk)
    expect(await office.answerAs('departmentclerk', 'limits.get', { id: granted.id })).toMatchObject({ error: { code: 'not-found' } })
    expect(await office.answerAs('departmentclerk', 'limits.ofParty', { partyId: office.partyId })).toMatchObject({ error: { code: 'not-found' } })
    expect((await office.callAs('departmentclerk', 'limits.list', { group: 'all' })).total).toBe(0)
    expect((await office.callAs('departmentclerk', 'limits.counts', {})).current).toBe(0)
    expect((await office.callAs('salesperson', 'limits.list', { group: 'all' })).total).toBe(1)
  })
})
