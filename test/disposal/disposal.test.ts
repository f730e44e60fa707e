import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyArchive } from '../../src/main/archive/verify.ts'
import { holderAt } from '../../src/main/custody/ledger.ts'
import { makePreparation } from '../../src/main/pipeline/make-context.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { type Desk, expectKept, openDesk } from '../dossiers/desk.ts'
import { appraise, approve, carryOut, destroyAll, openCase, openOldDossier, SPOT, watch } from './office.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const get = (id: number) => desk.callAs('archivist', 'disposal.get', { id })
const owe = (dossierId: number) => desk.callAs('creditadministrator', 'holds.place', { kind: 'debt', dossierId, amountFen: 500_000, reason: '补开发票未付' })

async function verify() {
  const { archive } = desk
  const actor = { personId: desk.people.auditor, login: 'auditor', name: '', roles: ['auditor' as const], departmentId: null }
  const control = { progress: () => {}, throwIfCancelled: () => {} }
  return await verifyArchive({ ...makePreparation(archive, archive.store, actor, 'test'), ...control }, { head: null } as never)
}

describe('from the list to the stub', () => {
  test('appraised, approved by two, watched by two, destroyed; the stub stays, all else is gone, nothing contradicts itself', async () => {
    const { id, number, partyId, drawerId } = await openOldDossier(desk, '销毁公司')
    const document = await desk.callAs('archivist', 'documents.add', {
      dossierId: id, itemCode: '1.1', title: '营业执照', pages: 3, datedOn: '2014-05-01', uploads: [await desk.upload('archivist', '执照.pdf', tinyPdf('gone'))],
    })
    const { sha256 } = desk.archive.store.prepare('SELECT sha256 FROM attachment WHERE documentId = ?').get(document.id) as { sha256: string }
    expect(await desk.archive.attachments.has(sha256)).toBe(true)
    const one = await destroyAll(desk, [id])

    expect(await get(one.id)).toMatchObject({
      state: 'done', destroyed: 1, stopped: 0, carriedOutByName: '第二档案员', manner: '粉碎', place: '后院',
      approvals: [{ role: 'officeDirector', signature: { name: '测试officeDirector' } }, { role: 'generalManager', signature: { name: '测试generalManager' } }],
      supervisors: [{ name: '测试salesDirector', onTheSpot: true }, { name: '测试departmentClerk', onTheSpot: true }],
      lines: [{ number, decision: 'destroy', retentionYears: 10, retentionFrom: '2015-01-01', retentionEnds: '2024-12-31', pages: 3 }],
    })
    expect(await desk.archive.attachments.has(sha256), 'the scan is deleted').toBe(false)
    expect(desk.archive.store.prepare('SELECT count(*) AS left FROM blobToDelete').get()).toEqual({ left: 0 })
    expect(await desk.refusal('archivist', 'dossiers.get', { id })).toBe('not-found')
    expect(await desk.refusal('archivist', 'attachments.view', { id: 1 })).toBe('not-found')
    expect((await desk.callAs('archivist', 'dossiers.list', { text: '销毁公司' })).total).toBe(0)
    expect(await desk.callAs('archivist', 'lookups.find', { code: number })).toMatchObject({ dossierId: null })
    expect(desk.archive.store.prepare('SELECT stage, drawerId, slot FROM dossier WHERE id = ?').get(id)).toEqual({ stage: 'destroyed', drawerId: null, slot: null })
    expect(holderAt(desk.archive.store, id, desk.clock.now().toISOString())).toMatchObject({ stage: 'destroyed', how: 'destroyed', holderId: desk.people.archivist2, caseKind: 'disposal', caseId: one.id })
    expect((await desk.callAs('archivist', 'disposal.due', {})).rows.some((row) => row.dossierId === id)).toBe(false)

    expect((await desk.callAs('archivist', 'disposal.stubs', { text: number })).rows).toMatchObject([
      { dossierId: id, number, partyName: '销毁公司', pages: 3, documents: 1, firstDatedOn: '2014-05-01', caseNumber: one.number, line: 1 },
    ])
    expect(await desk.callAs('archivist', 'disposal.stub', { dossierId: id })).toMatchObject({
      contents: [{ itemCode: '1.1', title: '营业执照', pages: 3 }], scans: 1, approvers: ['测试officeDirector', '测试generalManager'],
      supervisors: ['测试salesDirector', '测试departmentClerk'], contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const { store } = desk.archive
    expect(() => store.prepare('UPDATE stub SET pages = 0').run()).toThrow('never changed')
    expect(() => store.prepare('DELETE FROM stub').run()).toThrow('never deleted')

    const again = await desk.callAs('salesperson', 'dossiers.open', { partyId, departmentId: desk.departments.XS1, openedOn: '2014-05-06' })
    expect(again.number, 'no number is given twice').not.toBe(number)
    expect((await desk.callAs('archivist', 'cabinet.place', { dossierId: again.id, drawerId })).drawerId).toBe(drawerId)
    expectKept(desk)
    expect(await verify()).toMatchObject({ ok: true, findings: [] })
  })

  test('content that another dossier names stays; struck scans go too', async () => {
    const [gone, stays] = [await openOldDossier(desk, '共用甲公司'), await openOldDossier(desk, '共用乙公司')]
    const add = async (dossierId: number, mark: string) => (await desk.callAs('archivist', 'documents.add', {
      dossierId, title: mark, pages: 1, uploads: [await desk.upload('archivist', `${mark}.pdf`, tinyPdf(mark))],
    })).id
    await add(gone.id, 'shared')
    await add(stays.id, 'shared')
    const struck = await add(gone.id, 'struck')
    const hashes = desk.archive.store.prepare(
      'SELECT DISTINCT attachment.name, sha256 FROM attachment JOIN document ON document.id = attachment.documentId WHERE document.dossierId = ?').all(gone.id) as { name: string; sha256: string }[]
    await desk.callAs('archivist', 'documents.strike', { id: struck, reason: '误归' })
    await destroyAll(desk, [gone.id])
    const there = Object.fromEntries(await Promise.all(hashes.map(async ({ name, sha256 }) => [name, await desk.archive.attachments.has(sha256)])))
    expect(there).toEqual({ 'shared.pdf': true, 'struck.pdf': false })
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('a department sees the stubs of its own, and reads them; others do not', async () => {
    const { id, number } = await openOldDossier(desk, '本部公司')
    await destroyAll(desk, [id])
    expect((await desk.callAs('departmentclerk', 'disposal.stubs', { text: number })).total).toBe(1)
    expect((await desk.callAs('departmentclerk2', 'disposal.stubs', { text: number })).total).toBe(0)
    expect(await desk.refusal('departmentclerk2', 'disposal.stub', { dossierId: id })).toBe('not-found')
    expect(await desk.refusal('auditor', 'disposal.stubs', {})).toBe('forbidden')
  })
})

describe('a debt that comes in between', () => {
  test('refuses the list, naming the fact', async () => {
    const { id, number } = await openOldDossier(desk, '先欠公司')
    await owe(id)
    const answer = await desk.answerAs('archivist', 'disposal.open', { dossierIds: [id], group: [desk.people.creditadministrator, desk.people.salesdirector] })
    expect(answer).toMatchObject({ ok: false, error: { code: 'disposal-obstacle', details: { number, obstacles: [{ kind: 'debt', subject: '补开发票未付', amountFen: 500_000 }] } } })
  })

  const stages = {
    'at submission': async (one: { id: number; number: string }, ids: number[], debtor: number) => {
      await owe(debtor)
      await appraise(desk, one, ids)
      await approve(desk, one)
      await watch(desk, one, ids.filter((id) => id !== debtor))
    },
    'at approval': async (one: { id: number; number: string }, ids: number[], debtor: number) => {
      await appraise(desk, one, ids)
      await owe(debtor)
      await approve(desk, one)
      await watch(desk, one, ids.filter((id) => id !== debtor))
    },
    'between two approvals': async (one: { id: number; number: string }, ids: number[], debtor: number) => {
      await appraise(desk, one, ids)
      await desk.callAs('officedirector', 'disposal.approve', { id: one.id, decision: 'agreed' })
      await owe(debtor)
      await desk.callAs('generalmanager', 'disposal.approve', { id: one.id, decision: 'agreed' })
      await watch(desk, one, ids.filter((id) => id !== debtor))
    },
    'at the destruction itself': async (one: { id: number; number: string }, ids: number[], debtor: number) => {
      await appraise(desk, one, ids)
      await approve(desk, one)
      await watch(desk, one, ids)
      await owe(debtor)
    },
  }
  test.each(Object.entries(stages))('%s: stops its line with the reason, the rest goes on', async (name, until) => {
    const [debtor, other] = [await openOldDossier(desk, `${name}欠款公司`), await openOldDossier(desk, `${name}无事公司`)]
    const one = await openCase(desk, [debtor.id, other.id])
    await until(one, [debtor.id, other.id], debtor.id)
    await carryOut(desk, one)
    const shown = await get(one.id)
    expect(shown).toMatchObject({ state: 'done', destroyed: 1, stopped: 1 })
    expect(shown.lines.find(({ dossierId }) => dossierId === debtor.id)).toMatchObject({ destroyedAt: null, stoppedBy: { kind: 'debt', subject: '补开发票未付' } })
    expect(shown.lines.find(({ dossierId }) => dossierId === other.id)!.destroyedAt).not.toBeNull()
    expect(await desk.callAs('archivist', 'dossiers.get', { id: debtor.id })).toMatchObject({ number: debtor.number })
  })

  test('with nothing left a case ends by itself, and the folder can be listed anew', async () => {
    const { id } = await openOldDossier(desk, '唯一公司')
    const one = await openCase(desk, [id])
    expect((await desk.callAs('archivist', 'disposal.retention', { dossierId: id }))).toMatchObject({ caseNumber: one.number, obstacles: [{ kind: 'case', subject: one.number }] })
    const debt = await owe(id)
    await appraise(desk, one, [id])
    expect(await get(one.id)).toMatchObject({ state: 'done', destroyed: 0, stopped: 1 })
    await desk.callAs('officedirector', 'holds.release', { id: debt.id, reason: '付清' })
    await desk.callAs('archivist', 'disposal.cancel', { id: (await openCase(desk, [id])).id, reason: '改日' })
    expect((await desk.callAs('archivist', 'disposal.retention', { dossierId: id })).obstacles).toEqual([])
  })

  test('a loan, or a longer retention, stops it as well', async () => {
    const [lent, longer] = [await openOldDossier(desk, '又借公司'), await openOldDossier(desk, '延期公司')]
    const one = await openCase(desk, [lent.id, longer.id])
    await appraise(desk, one, [lent.id, longer.id])
    desk.slip('salesperson2', [lent.id], { dueOn: '2026-12-01' })
    const { version } = desk.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(longer.id) as { version: number }
    await desk.callAs('archivist', 'dossiers.change', { id: longer.id, version, level: 'internal', retentionYears: 30 })
    await approve(desk, one)
    const stopped = new Map((await get(one.id)).lines.map((line) => [line.dossierId, line.stoppedBy?.kind]))
    expect([stopped.get(lent.id), stopped.get(longer.id)]).toEqual(['lent', 'retention'])
  })
})

describe('opinions', () => {
  const opinion = (dossierId: number, what: 'destroy' | 'keep' | 'forEver', keepUntilYear: number | null = null) => ({ dossierId, opinion: what, keepUntilYear, reason: '理由' })

  test('only all together destroy; else the longest keeps, and only once it is approved', async () => {
    const [a, b, c] = [await openOldDossier(desk, '意见甲公司'), await openOldDossier(desk, '意见乙公司'), await openOldDossier(desk, '意见丙公司')]
    const one = await openCase(desk, [a.id, b.id, c.id])
    expect(await desk.refusal('archivist2', 'disposal.opine', { id: one.id, opinions: [opinion(a.id, 'destroy')] })).toBe('forbidden')
    expect(await desk.refusal('salesdirector', 'disposal.opine', { id: one.id, opinions: [opinion(a.id, 'keep')] })).toBe('bad-input')
    expect(await desk.refusal('salesdirector', 'disposal.opine', { id: one.id, opinions: [opinion(a.id, 'keep', 2025)] })).toBe('bad-input')
    expect(await desk.callAs('salesdirector', 'disposal.opine', { id: one.id, opinions: [opinion(a.id, 'keep', 2030), opinion(b.id, 'destroy')] })).toEqual({ left: 1 })
    await desk.callAs('creditadministrator', 'disposal.opine', { id: one.id, opinions: [opinion(a.id, 'keep', 2028), opinion(b.id, 'forEver'), opinion(c.id, 'destroy')] })
    expect(await desk.refusal('creditadministrator', 'disposal.submit', { id: one.id })).toBe('opinions-missing')
    await desk.callAs('salesdirector', 'disposal.opine', { id: one.id, opinions: [opinion(c.id, 'keep', 2027)] })
    await desk.callAs('salesdirector', 'disposal.opine', { id: one.id, opinions: [opinion(c.id, 'destroy')] })
    expect(await desk.refusal('salesdirector', 'disposal.submit', { id: one.id }), 'the head signs').toBe('forbidden')
    expect(await desk.callAs('creditadministrator', 'disposal.submit', { id: one.id })).toEqual({ destroy: 1, keep: 2, stopped: 0 })
    const ends = (id: number) => (desk.archive.store.prepare('SELECT retentionEnds FROM dossier WHERE id = ?').get(id) as { retentionEnds: string | null }).retentionEnds
    expect(ends(a.id)).toBe('2024-12-31')
    await approve(desk, one)
    expect([ends(a.id), ends(b.id), ends(c.id)]).toEqual(['2030-12-31', null, '2024-12-31'])
    expect((await desk.callAs('archivist', 'dossiers.get', { id: a.id })).custody.at(-1)).toMatchObject({ step: 'appraisal', from: '2030-12-31', because: { values: { by: 'appraisal' } } })
  })

  test('sent back with a reason, the group speaks again; earlier signatures stay and no longer count', async () => {
    const { id } = await openOldDossier(desk, '退回公司')
    const one = await openCase(desk, [id])
    await appraise(desk, one, [id])
    await desk.callAs('officedirector', 'disposal.approve', { id: one.id, decision: 'agreed' })
    expect(await desk.refusal('generalmanager', 'disposal.approve', { id: one.id, decision: 'refused' })).toBe('bad-input')
    await desk.callAs('generalmanager', 'disposal.approve', { id: one.id, decision: 'refused', reason: '客户或再合作' })
    expect(await get(one.id)).toMatchObject({ state: 'appraisal', approvals: [{ signature: null }, { signature: null }], refusals: [{ name: '测试generalManager', reason: '客户或再合作' }] })
    await desk.callAs('creditadministrator', 'disposal.submit', { id: one.id })
    await approve(desk, one)
    expect(await get(one.id)).toMatchObject({ state: 'execution' })
  })
})

describe('nobody watches himself', () => {
  const roles = (login: string, value: string[]) => desk.archive.store.prepare('UPDATE person SET roles = ? WHERE login = ?').run(JSON.stringify(value), login)

  test('group, approvers, supervisors and archivist, each against each', async () => {
    const { id } = await openOldDossier(desk, '制衡公司')
    const { people } = desk
    expect(await desk.refusal('archivist', 'disposal.open', { dossierIds: [id], group: [people.salesdirector, people.salesdirector] })).toBe('same-person')
    expect(await desk.refusal('archivist', 'disposal.open', { dossierIds: [id], group: [people.salesdirector, people.salesperson] })).toBe('forbidden')
    expect(await desk.refusal('officedirector', 'disposal.open', { dossierIds: [id], group: [people.salesdirector, people.archivist] })).toBe('forbidden')
    // The second office director appraises; the first archivist, who makes the list, is an office director as well.
    const one = await desk.callAs('archivist', 'disposal.open', { dossierIds: [id], group: [people.officedirector2, people.salesdirector] })
    for (const login of ['officedirector2', 'salesdirector'] as const) {
      await desk.callAs(login, 'disposal.opine', { id: one.id, opinions: [{ dossierId: id, opinion: 'destroy', reason: '期满' }] })
    }
    await desk.callAs('officedirector2', 'disposal.submit', { id: one.id })
    expect(await desk.refusal('officedirector2', 'disposal.approve', { id: one.id, decision: 'agreed' }), 'who appraised').toBe('same-person')
    expect(await desk.refusal('creditadministrator', 'disposal.approve', { id: one.id, decision: 'agreed' }), 'no approver').toBe('forbidden')
    roles('archivist', ['archivist', 'officeDirector'])
    expect(await desk.refusal('archivist', 'disposal.approve', { id: one.id, decision: 'agreed' }), 'who made the list').toBe('same-person')
    roles('archivist', ['archivist'])
    roles('officedirector', ['officeDirector', 'generalManager'])
    await desk.callAs('archivist', 'disposal.approve', { id: one.id, decision: 'agreed', onTheSpot: SPOT('officedirector') })
    expect(await desk.refusal('officedirector', 'disposal.approve', { id: one.id, decision: 'agreed' }), 'for two roles').toBe('same-person')
    roles('officedirector', ['officeDirector', 'archivist'])
    desk.archive.store.prepare(`INSERT INTO qualification (personId, kind, title, degree, obtainedOn, score, recordedBy, recordedAt)
      SELECT ?, kind, title, degree, obtainedOn, score, recordedBy, recordedAt FROM qualification WHERE personId = ?`).run(people.officedirector, people.archivist2)
    await desk.callAs('generalmanager', 'disposal.approve', { id: one.id, decision: 'agreed' })

    const supervise = (login: string, session: 'archivist' | 'archivist2' = 'archivist2') => ({ session, input: { id: one.id, onTheSpot: SPOT(login) } })
    const refused = ({ session, input }: ReturnType<typeof supervise>) => desk.refusal(session, 'disposal.supervise', input)
    expect(await refused(supervise('salesdirector')), 'before the folders are checked').toBe('not-checked')
    expect(await desk.refusal('archivist2', 'disposal.carryOut', { id: one.id, manner: '粉碎', place: '后院' })).toBe('supervisors-missing')
    await desk.callAs('archivist2', 'disposal.check', { id: one.id, dossierIds: [id] })
    expect(await refused(supervise('archivist2')), 'who carries it out').toBe('same-person')
    expect(await refused(supervise('archivist')), 'who made the list').toBe('same-person')
    expect(await refused(supervise('officedirector')), 'who approved').toBe('same-person')
    expect(await desk.refusal('archivist2', 'disposal.supervise', { id: one.id, onTheSpot: { login: 'salesperson', password: '不是口令' } })).toBe('wrong-password')
    await desk.callAs('archivist2', 'disposal.supervise', supervise('salesdirector').input)
    expect(await refused(supervise('salesdirector')), 'twice').toBe('same-person')
    expect(await desk.refusal('archivist2', 'disposal.carryOut', { id: one.id, manner: '粉碎', place: '后院' })).toBe('supervisors-missing')
    await desk.callAs('archivist2', 'disposal.supervise', supervise('departmentclerk2').input)
    expect(await desk.refusal('officedirector', 'disposal.carryOut', { id: one.id, manner: '粉碎', place: '后院' }), 'an approver who is an archivist too').toBe('same-person')
    desk.clock.addDays(1)
    expect(await desk.refusal('archivist2', 'disposal.carryOut', { id: one.id, manner: '粉碎', place: '后院' }), 'signed on the day itself').toBe('supervisors-missing')
    desk.clock.addDays(-1)
    roles('officedirector', ['officeDirector'])
    expect(await desk.callAs('archivist2', 'disposal.carryOut', { id: one.id, manner: '粉碎', place: '后院' })).toEqual({ destroyed: 1, stopped: 0 })
  })

  test('a step out of its turn is refused', async () => {
    const { id } = await openOldDossier(desk, '顺序公司')
    const one = await openCase(desk, [id])
    expect(await desk.refusal('officedirector', 'disposal.approve', { id: one.id, decision: 'agreed' })).toBe('wrong-state')
    expect(await desk.refusal('archivist2', 'disposal.check', { id: one.id, dossierIds: [id] })).toBe('wrong-state')
    expect(await desk.refusal('archivist2', 'disposal.carryOut', { id: one.id, manner: '粉碎', place: '后院' })).toBe('wrong-state')
    expect(await desk.refusal('archivist2', 'disposal.cancel', { id: one.id, reason: '不是我的' })).toBe('forbidden')
    await desk.callAs('officedirector', 'disposal.cancel', { id: one.id, reason: '暂缓' })
    expect(await desk.refusal('creditadministrator', 'disposal.submit', { id: one.id })).toBe('wrong-state')
  })

  test('a regulation that names nobody destroys nothing', async () => {
    const { id } = await openOldDossier(desk, '无规公司')
    const { store } = desk.archive
    const { body } = store.prepare('SELECT body FROM regulationVersion WHERE id = 1').get() as { body: string }
    store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.disposal', NULL) WHERE id = 1").run()
    expect(await desk.refusal('archivist', 'disposal.open', { dossierIds: [id], group: [desk.people.creditadministrator, desk.people.salesdirector] })).toBe('disposal-not-regulated')
    store.prepare('UPDATE regulationVersion SET body = ? WHERE id = 1').run(body)
  })
})
