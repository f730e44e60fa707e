import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'

type Paper = Input<'fallback.enter'>
let office: TestArchive
let dossiers: number[]
let blanks: string[]
/** So many hours before the test's now. */
const ago = (hours: number) => new Date(office.clock.now().getTime() - hours * 3_600_000).toISOString()

beforeEach(build)
afterEach(() => office.close())

function paper(blank: number, outHoursAgo: number, backHoursAgo: number | null, more: Partial<Paper> = {}, which = 0): Paper {
  return {
    number: blanks[blank]!, applicantId: office.people.salesperson, partyName: '徐州锦岱锻造有限公司', purpose: '停电时查授信条款', manner: 'borrow', untilOn: '2026-12-15',
    signerId: office.people.officedirector, signedAt: ago(outHoursAgo + 0.25), handedBy: office.people.archivist, handedAt: ago(outHoursAgo), takenBackBy: backHoursAgo === null ? null : office.people.archivist2,
    folders: [{ dossierId: dossiers[which]!, pagesOut: 10, returnedAt: backHoursAgo === null ? null : ago(backHoursAgo) }], ...more,
  }
}
const enter = (input: Paper, login: TestLogin = 'archivist') => office.answerAs(login, 'fallback.enter', input)
const conflicts = async () => (await office.callAs('archivist', 'fallback.conflicts', {})).rows
const loans = () => office.archive.store.prepare('SELECT dossierId, handedAt, returnedAt FROM loan ORDER BY dossierId, handedAt').all()
const refused = (code: string) => ({ ok: false, error: { code } })

describe('blanks', () => {
  test('numbers run on in one series and are never given twice, whatever becomes of them', async () => {
    expect(blanks[0]).toBe('ZD-2026-0001')
    await office.callAs('archivist', 'fallback.void', { number: blanks[11]!, reason: '受潮' })
    expect((await office.callAs('archivist', 'fallback.issue', { form: 'transfer', count: 2 })).from).toBe('ZD-2026-0013')
    expect(await office.answerAs('archivist', 'fallback.void', { number: blanks[11]!, reason: '再作废' })).toMatchObject(refused('wrong-state'))
    const { rows, out } = await office.callAs('archivist', 'fallback.blanks', { state: 'voided' })
    expect([rows, out]).toMatchObject([[{ number: 'ZD-2026-0012', remarks: '受潮', state: 'voided' }], 13])
  })

  test('a list is told what it became; a slip is entered instead', async () => {
    const { from } = await office.callAs('archivist', 'fallback.issue', { form: 'incident', count: 1 })
    expect(await office.answerAs('archivist', 'fallback.use', { number: from, reference: 'SG-2026-0001' })).toMatchObject(refused('not-found'))
    const { number } = await office.callAs('archivist', 'incidents.open', { kind: 'damaged', dossierId: dossiers[0]!, happenedFrom: ago(30), happenedTo: ago(29), what: '受潮' })
    await office.callAs('archivist', 'fallback.use', { number: from, reference: number })
    expect(await office.answerAs('archivist', 'fallback.use', { number: blanks[0]!, reference: number })).toMatchObject(refused('bad-input'))
  })
})

describe('a paper', () => {
  test('waits, then becomes a slip with its own hours: signature, loan, custody; the entry in the log is of now', async () => {
    expect(await enter(paper(0, 48, 24))).toMatchObject({ ok: true, value: { conflicts: 0 } })
    expect(loans()).toEqual([])
    expect(await office.callAs('archivist', 'fallback.post', {})).toEqual({ posted: 1, left: 0 })
    expect(loans()).toEqual([{ dossierId: dossiers[0], handedAt: ago(48), returnedAt: ago(24) }])
    const { rows: [entry] } = await office.callAs('archivist', 'fallback.entries', {})
    const slip = await office.callAs('archivist', 'lookups.get', { id: entry!.became!.id })
    expect(slip).toMatchObject({ state: 'returned', applicantName: '测试salesperson', signers: [{ signature: { signerName: '测试officeDirector', at: ago(48.25), decision: 'agreed', onPaper: true, onTheSpot: false } }] })
    expect(slip.events.map(({ what, at }) => [what, at])).toEqual([['filled', ago(48.25)], ['submitted', ago(48.25)], ['agreed', ago(48.25)], ['handedOut', ago(48)], ['takenBack', ago(24)]])
    expect(await office.callAs('archivist', 'fallback.ofCase', { form: 'slip', id: slip.id })).toMatchObject({ blank: blanks[0], enteredByName: '测试archivist', enteredAt: ago(0) })
    expect((await office.callAs('archivist', 'custody.of', { dossierId: dossiers[0]!, at: ago(36) })).at).toMatchObject({ stage: 'reader' })
    expect((await office.callAs('archivist', 'custody.of', { dossierId: dossiers[0]!, at: ago(1) })).at).toMatchObject({ stage: 'department' })
    expect(office.archive.store.prepare("SELECT at FROM audit WHERE method = 'fallback.post'").get()).toEqual({ at: ago(0) })
    expect(checkCustody(office.archive.store).findings).toEqual([])
    expect((await office.callAs('archivist', 'fallback.blanks', { state: 'used' })).rows).toMatchObject([{ number: blanks[0], remarks: slip.number }])
  })

  test('one that is still out is out in the program too, and comes back through it', async () => {
    await enter(paper(0, 5, null))
    await office.callAs('archivist', 'fallback.post', {})
    expect(checkCustody(office.archive.store).findings).toEqual([])
    expect((await office.callAs('archivist', 'lookups.takeBack', { dossierId: dossiers[0]!, pages: 10, condition: 'good' })).slipState).toBe('returned')
    expect(checkCustody(office.archive.store).findings).toEqual([])
  })

  test('refuses what cannot have been', async () => {
    expect(await enter({ ...paper(0, 5, 4), number: 'ZD-2026-0099' })).toMatchObject(refused('not-found'))
    expect(await enter(paper(0, -5, null))).toMatchObject(refused('bad-input'))
    expect(await enter(paper(0, 5, null, { signedAt: ago(4) }))).toMatchObject(refused('bad-input'))
    expect(await enter(paper(0, 5, 4, { takenBackBy: null }))).toMatchObject(refused('bad-input'))
    expect(await enter(paper(0, 5, 4, { signerId: office.people.salesperson }))).toMatchObject(refused('signature-missing'))
    expect(await enter(paper(0, 5, 4, { applicantId: office.people.officedirector }))).toMatchObject(refused('same-person'))
    expect(await enter(paper(0, 5, 4, { handedBy: office.people.salesperson2 }))).toMatchObject(refused('not-found'))
    expect(await enter(paper(0, 5, 4), 'officedirector')).toMatchObject(refused('forbidden'))
    await office.callAs('archivist', 'fallback.void', { number: blanks[0]!, reason: '受潮' })
    expect(await enter(paper(0, 5, 4))).toMatchObject(refused('wrong-state'))
  })
})

describe('a conflict', () => {
  async function contradiction() {
    await enter(paper(0, 48, 24))
    expect(await enter(paper(1, 30, 10))).toMatchObject({ ok: true, value: { conflicts: 1 } })
    await enter(paper(2, 6, 5))
    return (await conflicts())[0]!
  }

  test('keeps both papers out of the loans, not the third; two people settle it', async () => {
    const conflict = await contradiction()
    expect(conflict).toMatchObject({ rule: 'papers-overlap', state: 'open', papers: [{ blank: blanks[0] }, { blank: blanks[1] }] })
    expect(await office.callAs('archivist', 'fallback.post', {})).toEqual({ posted: 1, left: 2 })
    expect(loans()).toHaveLength(1)
    const propose = (setAsideId: number | null) => office.answerAs('archivist', 'fallback.propose', { id: conflict.id, setAsideId, reason: '第二张档号写错' })
    expect(await propose(null)).toMatchObject(refused('bad-input'))
    expect(await propose(99)).toMatchObject(refused('not-found'))
    expect(await propose(conflict.papers[1]!.id)).toMatchObject({ ok: true })
    expect(await office.callAs('archivist', 'fallback.post', {})).toEqual({ posted: 0, left: 2 })
    expect(await office.answerAs('archivist', 'fallback.confirm', { id: conflict.id, agreed: true })).toMatchObject(refused('same-person'))
    await office.callAs('officedirector', 'fallback.confirm', { id: conflict.id, agreed: false })
    expect((await conflicts())[0]).toMatchObject({ state: 'open', reason: null })
    await propose(conflict.papers[1]!.id)
    await office.callAs('officedirector', 'fallback.confirm', { id: conflict.id, agreed: true })
    expect(await office.callAs('archivist', 'fallback.post', {})).toEqual({ posted: 1, left: 0 })
    expect(loans()).toMatchObject([{ handedAt: ago(48) }, { handedAt: ago(6) }])
    expect(checkCustody(office.archive.store).findings).toEqual([])
    expect((await office.callAs('archivist', 'fallback.conflicts', { isOpen: false })).rows).toMatchObject([{ setAside: blanks[1], confirmedByName: '测试officeDirector' }])
  })

  test('with a loan of the program: the record stands, the paper is set aside', async () => {
    const slip = await office.callAs('archivist', 'lookups.create', { applicantId: office.people.salesperson, partyName: '徐州锦岱', dossierIds: [dossiers[0]!], purpose: '查', manner: 'borrow', untilOn: '2026-12-15', submit: true })
    await office.callAs('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed' })
    await office.callAs('archivist', 'lookups.handOut', { id: slip.id, folders: [{ dossierId: dossiers[0]!, pages: 0, condition: 'good' }] })
    await enter(paper(0, 3, null))
    expect(await conflicts()).toMatchObject([{ rule: 'loan-overlaps', facts: { slip: slip.number }, papers: [{ blank: blanks[0] }] }])
    await enter(paper(1, 3, 2))
    expect(await conflicts()).toHaveLength(2)
  })

  test('the same number entered again, before and after it was posted', async () => {
    await enter(paper(0, 48, 40))
    await enter(paper(0, 20, 10))
    expect(await conflicts()).toMatchObject([{ rule: 'entered-twice' }])
    await enter(paper(3, 20, 10, {}, 1))
    await office.callAs('archivist', 'fallback.post', {})
    await enter(paper(3, 8, 7, {}, 1))
    const twice = (await conflicts()).find(({ papers }) => papers[0]!.blank === blanks[3])!
    expect(twice.rule).toBe('entered-twice')
    const posted = twice.papers.find(({ state }) => state === 'posted')!
    expect(await office.answerAs('archivist', 'fallback.propose', { id: twice.id, setAsideId: posted.id, reason: '不该动已入账的' })).toMatchObject(refused('wrong-state'))
  })

  test('an hour before the blank was printed may be explained by two people', async () => {
    await enter(paper(0, 24 * 9 + 6, 24 * 9 + 2))
    const [conflict] = await conflicts()
    expect(conflict).toMatchObject({ rule: 'before-blank', may: { explain: true } })
    await office.callAs('archivist', 'fallback.propose', { id: conflict!.id, setAsideId: null, reason: '写错日期，应为次日' })
    await office.callAs('archivist2', 'fallback.confirm', { id: conflict!.id, agreed: true })
    expect((await office.callAs('archivist', 'fallback.post', {})).posted).toBe(1)
  })

  test('a misread paper is taken back and entered again; one in conflict is not', async () => {
    const { value } = (await enter(paper(0, 48, 24))) as { value: { id: number } }
    await office.callAs('archivist', 'fallback.withdraw', { id: value.id, reason: '看错时间' })
    expect(await enter(paper(0, 47, 24))).toMatchObject({ ok: true, value: { conflicts: 0 } })
    const { value: second } = (await enter(paper(1, 30, 10))) as { value: { id: number } }
    expect(await office.answerAs('archivist', 'fallback.withdraw', { id: second.id, reason: '看错' })).toMatchObject(refused('wrong-state'))
  })
})

test('the same papers in any order: the same loans, and the same conflicts', async () => {
  const set = () => [paper(0, 90, 80), paper(1, 70, 60), paper(2, 65, 50), paper(3, 40, null), paper(4, 40, 30, {}, 1), paper(5, 20, 10, {}, 1), paper(6, 9, null, {}, 2)]
  const outcomes: string[] = []
  for (const order of [[0, 1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1, 0], [3, 0, 5, 2, 6, 1, 4]]) {
    for (const index of order) await office.callAs('archivist', 'fallback.enter', set()[index]!)
    await office.callAs('archivist', 'fallback.post', {})
    const found = (await conflicts()).map(({ rule, papers }) => `${rule} ${papers.map(({ blank }) => blank).join(' ')}`).sort()
    const slips = office.archive.store.prepare('SELECT slip.number, blank.number AS blank FROM paperEntry JOIN slip ON slip.id = slipId JOIN blank ON blank.id = blankId ORDER BY slip.number').all()
    outcomes.push(JSON.stringify([loans(), found, slips]))
    expect(checkCustody(office.archive.store).findings).toEqual([])
    expect(found).toEqual([`papers-overlap ${blanks[1]} ${blanks[2]}`])
    await office.close()
    await build()
  }
  expect(new Set(outcomes).size).toBe(1)
})

/** Three dossiers and twelve blanks, ten days old. */
async function build() {
  office = await openTestArchive()
  dossiers = []
  for (const name of ['徐州锦岱锻造有限公司', '唐山恒岳重工有限公司', '淮北弘柘建材有限公司']) {
    const party = await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name, departmentId: office.departments.XS1 })
    dossiers.push((await office.callAs('creditadministrator', 'dossiers.open', { partyId: party.id, departmentId: office.departments.XS1 })).id)
  }
  office.clock.addDays(1)
  const { from } = await office.callAs('archivist', 'fallback.issue', { form: 'slip', count: 12 })
  blanks = Array.from({ length: 12 }, (_, index) => `${from.slice(0, -4)}${String(Number(from.slice(-4)) + index).padStart(4, '0')}`)
  office.clock.addDays(9)
}
