import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LimitCapsule } from '../../src/shared/rules/limits/capsule.ts'
import { canonicalJson } from '../../src/shared/rules/ratings/canonical.ts'
import { listingFacts } from '../../src/main/risks/facts.ts'
import { sha256 } from '../../src/main/ratings/write.ts'
import { limitSheet } from '../../src/renderer/src/features/limits/ledger-xlsx.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { openRatedOffice } from '../ratings/office.ts'
import { casesOf, MAKER, UNTIL } from './cases.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeEach(async () => {
  office = await openRatedOffice()
})
afterEach(() => office.close())

const { read, create, save, submit, review, approve, grant } = casesOf(() => office)
const list = async (measure: 'observe' | 'restrict' | 'suspend', untilOn: string | null = null) => {
  const { id, number } = await office.callAs(MAKER, 'listings.propose', { partyId: office.partyId, list: measure === 'observe' ? 'watch' : 'bad', reason: 'overdue', detail: '货款逾期九十天', measure, untilOn })
  await office.callAs('officedirector', 'listings.decide', { id, version: 1, decision: 'agreed', remarks: null })
  return { id, number }
}
const release = async (id: number) => {
  await office.callAs(MAKER, 'listings.proposeRelease', { id, version: 2, reason: '已付清' })
  await office.callAs('officedirector', 'listings.decideRelease', { id, version: 3, decision: 'agreed', remarks: null })
}
const tab = () => office.callAs('salesperson', 'limits.ofParty', { partyId: office.partyId })
const refusal = async (login: 'creditadministrator' | 'salesdirector' | 'officedirector' | 'generalmanager', method: 'limits.submit' | 'limits.review' | 'limits.approve', { id, version }: { id: number; version: number }) =>
  (await office.answerAs(login, method, { id, version }) as { error?: { code: string; details?: unknown } }).error

describe('suspended', () => {
  test('from the decision until the release nothing is available, and every place says so', async () => {
    const granted = await grant()
    office.clock.addDays(1)
    const { id: proposedOnly } = await office.callAs(MAKER, 'listings.propose', { partyId: office.partyId, list: 'bad', reason: 'overdue', detail: '货款逾期九十天', measure: 'suspend', untilOn: '2026-11-26' })
    expect((await read(granted.id)).exposure).toMatchObject({ validity: 'valid', availableFen: 5_000_000 })
    await office.callAs('officedirector', 'listings.decide', { id: proposedOnly, version: 1, decision: 'agreed', remarks: null })
    const shown = await read(granted.id)
    expect(shown).toMatchObject({ exposure: { validity: 'suspended', availableFen: 0, usedFen: 0 }, listed: [{ number: 'MD-2026-0001', list: 'bad', measure: 'suspend', fromOn: '2026-11-24', isTermOver: false }], listedBehind: [], told: [{ rule: 'limit-suspended', values: { number: 'MD-2026-0001', on: '2026-11-24' } }] })
    const [row] = (await office.callAs(MAKER, 'limits.list', { filter: 'listed' })).rows
    expect(row).toMatchObject({ number: granted.number, exposure: { validity: 'suspended', availableFen: 0 }, listed: [{ measure: 'suspend' }] })
    expect((await office.callAs(MAKER, 'limits.counts', {})).filters.listed).toBe(1)
    expect(limitSheet([row!], zhCN, []).rows[1]!.slice(-2)).toMatchObject([{ value: '暂停授信' }, { value: '不良客户名单，暂停授信（MD-2026-0001，2026-11-24 起）' }])
    expect(await tab()).toMatchObject({ current: { exposure: { availableFen: 0 } }, listed: [{ measure: 'suspend' }], blocks: [{ rule: 'limit-suspended', values: { number: 'MD-2026-0001', on: '2026-11-24' } }] })
    expect((await office.callAs('archivist', 'parties.get', { id: office.partyId })).listed).toMatchObject([{ list: 'bad', measure: 'suspend' }])
    expect((await office.callAs(MAKER, 'listings.list', {})).rows[0]!.limit).toEqual({ id: granted.id, number: granted.number, amountFen: 5_000_000, availableFen: 0, validity: 'suspended' })
    // An archivist, who has no part in limits, sees the list and no sum.
    expect((await office.callAs('archivist', 'listings.list', {})).rows[0]).toMatchObject({ measure: 'suspend', limit: null })
    // A term that is over lifts nothing, nor does a release that is only asked for.
    office.clock.addDays(5)
    expect(await read(granted.id)).toMatchObject({ exposure: { validity: 'suspended' }, listed: [{ isTermOver: true }] })
    await office.callAs(MAKER, 'listings.proposeRelease', { id: proposedOnly, version: 2, reason: '已付清' })
    expect((await read(granted.id)).exposure).toMatchObject({ validity: 'suspended' })
    await office.callAs('officedirector', 'listings.decideRelease', { id: proposedOnly, version: 3, decision: 'agreed', remarks: null })
    expect(await read(granted.id)).toMatchObject({ exposure: { validity: 'valid', availableFen: 5_000_000 }, listed: [], told: [] })
    expect((await tab()).blocks).toEqual([])
    expect((await office.callAs(MAKER, 'limits.list', { filter: 'listed' })).total).toBe(0)
  })

  test('a draft begins with nothing and tells why; more than nothing is refused at every step, by the number of the list; nothing may be granted', async () => {
    await grant()
    office.clock.addDays(1)
    const { number } = await list('suspend')
    const draft = await create()
    expect(draft).toMatchObject({ proposedFen: 5_000_000, amountFen: 0, termDays: 0, listedBehind: [{ number, measure: 'suspend' }], told: [{ rule: 'limit-suspended', values: { number } }] })
    const more = await save(draft, { amountFen: 1, termDays: 1, reason: '试' })
    expect(more.may).toMatchObject({ change: true, submit: false })
    expect(await refusal(MAKER, 'limits.submit', more)).toMatchObject({ code: 'limit-suspended', details: { number, on: '2026-11-24' } })
    const none = await approve(await review(await submit(await save(more, { amountFen: 0, termDays: 0, reason: '暂停授信' }))))
    expect(none).toMatchObject({ state: 'approved', isCurrent: true, amountFen: 0 })
    const { body } = office.archive.store.prepare('SELECT body FROM limitCapsule WHERE limitId = ?').get(none.id) as { body: string }
    expect(JSON.parse(body)).toMatchObject({ bar: { listed: [{ number, list: 'bad', measure: 'suspend', fromOn: '2026-11-24' }], before: { number: 'SX-2026-0001', amountFen: 5_000_000, untilOn: UNTIL }, ceilingFen: 0 } })
    expect(await office.callAs('auditor', 'limits.recompute', { id: none.id })).toMatchObject({ isSame: true })
    expect(await office.callAs('auditor', 'archive.verify', {})).toMatchObject({ ok: true, checked: { limits: 2 } })
  }, 60_000)

  test('listed between submission and approval: neither reviewed nor approved, by whomever; sent back or refused it may be', async () => {
    const submitted = await submit(await save(await create()))
    const { id, number } = await list('suspend')
    const suspended = { code: 'limit-suspended', details: { number, on: '2026-11-23' } }
    expect(await refusal('salesdirector', 'limits.review', submitted)).toMatchObject(suspended)
    expect(await read(submitted.id)).toMatchObject({ isBasisCurrent: false, may: { approve: false }, told: [{ rule: 'limit-suspended' }] })
    await release(id)
    const reviewed = await review(submitted)
    const again = await list('suspend')
    for (const login of ['officedirector', 'generalmanager'] as const) expect(await refusal(login, 'limits.approve', reviewed)).toMatchObject({ code: 'limit-suspended', details: { number: again.number } })
    expect((await read(reviewed.id)).may).toMatchObject({ approve: false, refuse: true, return: true })
    expect((await office.callAs('officedirector', 'limits.counts', {})).mine).toBe(1)
    const { limit: back } = await office.callAs('generalmanager', 'limits.return', { id: reviewed.id, version: reviewed.version, reason: '暂停授信' })
    expect(back).toMatchObject({ state: 'returned' })
    const { limit: anew } = await office.callAs(MAKER, 'limits.refresh', { id: back.id, version: back.version })
    expect(anew).toMatchObject({ amountFen: 0, termDays: 0, isBasisCurrent: true })
  })
})

describe('restricted', () => {
  test('up to what stands as anybody; above it the general manager alone, with a reason', async () => {
    await grant({ amountFen: 3_000_000, reason: '先给三万' })
    office.clock.addDays(1)
    const { number } = await list('restrict')
    expect(await tab()).toMatchObject({ current: { exposure: { validity: 'valid', availableFen: 3_000_000 } }, blocks: [{ rule: 'limit-restricted', values: { number, ceilingFen: 3_000_000 } }] })
    const draft = await create()
    expect(draft).toMatchObject({ proposedFen: 5_000_000, amountFen: 3_000_000, ceilingFen: 3_000_000, generalManager: null, told: [{ rule: 'limit-restricted', values: { number, ceilingFen: 3_000_000 } }] })
    // As proposed, and for that alone anybody's: the list makes it the general manager's.
    const more = await save(draft, { amountFen: 5_000_000 })
    expect(more).toMatchObject({ generalManager: 'listed' })
    expect(await refusal(MAKER, 'limits.submit', more)).toMatchObject({ code: 'limit-reason', details: { ceilingFen: 3_000_000 } })
    const reviewed = await review(await submit(await save(more, { amountFen: 5_000_000, reason: '全额抵押' })))
    expect(reviewed.candidates.map(({ login }) => login)).toEqual(['generalmanager'])
    expect(await refusal('officedirector', 'limits.approve', reviewed)).toMatchObject({ code: 'forbidden' })
    expect((await office.callAs('officedirector', 'limits.counts', {})).mine).toBe(0)
    expect((await office.callAs('generalmanager', 'limits.counts', {})).mine).toBe(1)
    const granted = await approve(reviewed, 'generalmanager')
    expect(granted).toMatchObject({ state: 'approved', generalManager: 'listed', ceilingFen: 3_000_000, listedBehind: [{ number }] })
    expect(granted.exposure).toMatchObject({ validity: 'valid', availableFen: 5_000_000 })
    expect(await office.callAs('auditor', 'limits.recompute', { id: granted.id })).toMatchObject({ isSame: true })
  })

  test('without a limit the beginner\'s; what stands is an office director\'s', async () => {
    const { id } = await list('restrict')
    const page = { attachmentId: office.attachmentId, page: 1 }
    const draft = await save(await create(), { guarantees: [{ kind: 'cash', amountFen: 10_000_000, until: null, giver: '收据 SJ-1', page }] })
    expect(draft).toMatchObject({ proposedFen: 15_000_000, amountFen: 5_000_000, ceilingFen: 5_000_000, generalManager: null })
    expect(await save(draft, { amountFen: 5_000_100, reason: '试' })).toMatchObject({ generalManager: 'listed' })
    expect(await approve(await review(await submit(await save(await read(draft.id), { amountFen: 5_000_000 }))))).toMatchObject({ state: 'approved', generalManager: null, isCurrent: true })
    await release(id)
    expect(await tab()).toMatchObject({ listed: [], blocks: [] })
  })

  test.each(['restrict', 'observe'] as const)('%s: listed or released between submission and approval, the ground has changed', async (measure) => {
    const reviewed = await review(await submit(await save(await create())))
    const { id } = await list(measure)
    expect(await read(reviewed.id)).toMatchObject({ isBasisCurrent: false })
    for (const login of ['officedirector', 'generalmanager'] as const) expect(await refusal(login, 'limits.approve', reviewed)).toMatchObject({ code: 'limit-basis' })
    const { limit: back } = await office.callAs('officedirector', 'limits.return', { id: reviewed.id, version: reviewed.version, reason: '已列入名单' })
    expect(await refusal(MAKER, 'limits.submit', back)).toMatchObject({ code: 'limit-basis' })
    const { limit: anew } = await office.callAs(MAKER, 'limits.refresh', { id: back.id, version: back.version })
    expect(anew).toMatchObject({ isBasisCurrent: true, amountFen: 5_000_000, listedBehind: [{ measure }] })
    const again = await review(await submit(anew))
    await release(id)
    expect(await refusal('officedirector', 'limits.approve', again)).toMatchObject({ code: 'limit-basis' })
  })
})

describe('under watch', () => {
  test('no bar: everybody who handles the case is told, the signatures name it, and it is frozen', async () => {
    const { number } = await list('observe')
    const draft = await save(await create())
    const told = [{ rule: 'limit-watched', values: { number, on: '2026-11-23' } }]
    expect(draft).toMatchObject({ amountFen: 5_000_000, ceilingFen: null, generalManager: null, told })
    const reviewed = await review(await submit(draft))
    expect(reviewed.told).toEqual(told)
    const granted = await approve(reviewed)
    expect(granted).toMatchObject({ exposure: { validity: 'valid' }, listedBehind: [{ number, list: 'watch', measure: 'observe' }] })
    const texts = office.archive.store.prepare("SELECT text FROM limitStep WHERE limitId = ? AND what IN ('submitted', 'reviewed', 'approved')").all(granted.id) as { text: string }[]
    expect(texts).toHaveLength(3)
    for (const { text } of texts) expect(text).toContain(`listed ${number} watch observe`)
    expect((await tab()).blocks).toEqual([])
  })
})

test('the frozen lists are held against the lists and the row: what was changed is found', async () => {
  await list('observe')
  const granted = await grant()
  const { store } = office.archive
  expect(() => store.prepare("UPDATE limitCase SET listed = '[]'").run()).toThrow('what was decided stands')
  store.connection.exec('DROP TRIGGER limitCapsule_unchanged; DROP TRIGGER limitCase_listed')
  const recomputed = () => office.callAs('auditor', 'limits.recompute', { id: granted.id })
  const { body } = store.prepare('SELECT body FROM limitCapsule').get() as { body: string }
  const capsule = JSON.parse(body) as LimitCapsule
  const forge = (bar: LimitCapsule['bar']) => {
    const forged = canonicalJson({ ...capsule, bar })
    store.prepare('UPDATE limitCapsule SET body = ?, hash = ?').run(forged, sha256(forged))
  }
  const { listed } = capsule.bar!
  forge({ ...capsule.bar!, listed: [{ ...listed[0]!, measure: 'restrict' }] })
  expect(await recomputed()).toMatchObject({ isSame: false, differences: ['listed', 'bar.ceilingFen', 'hash'] })
  forge(capsule.bar)
  expect(await recomputed()).toMatchObject({ isSame: true })
  // As approvals before the lists were frozen: nothing is missed in them.
  const { bar: _bar, ...older } = capsule
  const plain = canonicalJson(older)
  store.prepare('UPDATE limitCapsule SET body = ?, hash = ?').run(plain, sha256(plain))
  expect(await recomputed()).toMatchObject({ isSame: true })
})

test('a listing counts by the day here: the day before its release it still held', async () => {
  const { id } = await list('suspend')
  office.clock.addDays(3)
  await release(id)
  const facts = (day: string) => listingFacts(office.archive.store, office.partyId, day)['badListed']?.value
  expect(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'].map(facts)).toEqual([0, 1, 1, 0])
})

describe('the page behind a guarantee', () => {
  const guarantee = { kind: 'mortgage' as const, amountFen: 10_000_000, until: UNTIL, giver: '锦岱锻造 抵押合同 DY-1' }
  test('is shown with its type and opened from there; one that is of something else is told to whoever signs, and not refused', async () => {
    const page = { attachmentId: office.attachmentId, page: 1 }
    const draft = await save(await create(), { guarantees: [{ ...guarantee, page }] })
    expect(draft.guarantees[0]!.page).toMatchObject({ type: '2.2 客户调查表（现场）', isOther: true, isThere: true, dossierNumber: expect.any(String), attachment: { id: office.attachmentId, name: '调查表.pdf' } })
    const told = [{ rule: 'guarantee-page', values: { kind: 'mortgage', title: '客户调查表（现场）', page: 1, type: '2.2 客户调查表（现场）' } }]
    expect(draft.told).toEqual(told)
    const reviewed = await review(await submit(await save(draft, { amountFen: draft.proposedFen, guarantees: [{ ...guarantee, page }] })))
    expect(reviewed.told).toEqual(told)
    expect((await approve(reviewed)).state).toBe('approved')
  })

  test('a paper of guarantee is told nothing of, nor one outside the catalogue; a struck scan cannot be opened', async () => {
    const { store } = office.archive
    const page = { attachmentId: office.attachmentId, page: 1 }
    const draft = await create()
    store.prepare("UPDATE document SET title = '抵押合同' WHERE id = (SELECT documentId FROM attachment WHERE id = ?)").run(office.attachmentId)
    const named = await save(draft, { guarantees: [{ ...guarantee, page }] })
    expect(named).toMatchObject({ told: [], guarantees: [{ page: { isOther: false, title: '抵押合同' } }] })
    store.prepare("UPDATE document SET title = '材料', itemCode = NULL WHERE id = (SELECT documentId FROM attachment WHERE id = ?)").run(office.attachmentId)
    const outside = await save(named, { guarantees: [{ ...guarantee, page }] })
    expect(outside).toMatchObject({ told: [], guarantees: [{ page: { isOther: false, type: null } }] })
    store.prepare("UPDATE attachment SET struckAt = '2026-11-23T03:00:00.000Z' WHERE id = ?").run(office.attachmentId)
    expect((await read(draft.id)).guarantees[0]!.page).toMatchObject({ isThere: false, attachment: null })
  })
})
