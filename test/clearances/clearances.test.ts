import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'
import { clearedTo } from '../../src/shared/rules/clearances/levels.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'

let office: TestArchive
let dossierId: number
beforeEach(async () => {
  office = await openTestArchive()
  const { id: partyId } = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })
  dossierId = (await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1, level: 'secret' })).id
})
afterEach(async () => { await office.close() })

const NONE = { authorisation: null, clearance: null, agreement: null }
const ask = (access: object) => office.archive.store
  .prepare("UPDATE regulationVersion SET body = json_set(body, '$.access', json(?))").run(JSON.stringify({ ...NONE, ...access }))
const read = (login: TestLogin) => office.answerAs(login, 'dossiers.get', { id: dossierId })

test('what somebody asked for no longer names a dossier that he has lost sight of', async () => {
  ask({ authorisation: { clause: '5.1.3b', role: 'generalManager', fromLevel: 'secret' } })
  await office.callAs('salesperson', 'authorisations.request', { dossierId, purpose: '续约', untilOn: '2026-12-31' })
  const shown = async () => (await office.callAs('salesperson', 'authorisations.list', {})).rows.map(({ number, partyName }) => ({ number, partyName }))
  expect(await shown()).toEqual([{ number: expect.stringMatching(/./), partyName: '徐州锦岱锻造有限公司' }])
  office.archive.store.prepare('UPDATE person SET departmentId = ? WHERE id = ?').run(office.departments.XS2, office.people.salesperson)
  expect(await shown()).toEqual([{ number: null, partyName: null }])
})

describe('clearances', () => {
  test.each([
    [[], 'internal'],
    [[{ level: 'secret', fromOn: '2026-01-01', untilOn: null, revokedAt: null }], 'secret'],
    [[{ level: 'secret', fromOn: '2026-11-24', untilOn: null, revokedAt: null }], 'internal'],
    [[{ level: 'secret', fromOn: '2026-01-01', untilOn: '2026-11-22', revokedAt: null }], 'internal'],
    [[{ level: 'secret', fromOn: '2026-01-01', untilOn: '2026-11-23', revokedAt: null }], 'secret'],
    [[{ level: 'confidential', fromOn: '2026-01-01', untilOn: null, revokedAt: '2026-02-01T00:00:00.000Z' }, { level: 'secret', fromOn: '2026-01-01', untilOn: null, revokedAt: null }], 'secret'],
  ] as const)('%j is up to %s', (grants, level) => {
    expect(clearedTo(grants, '2026-11-23')).toBe(level)
  })

  test('a dossier above the reader’s level is refused where the regulation asks for clearances', async () => {
    ask({ clearance: { clause: '4.2' } })
    expect(await read('creditadministrator')).toMatchObject({ error: { code: 'not-cleared', details: { clause: '4.2', level: 'secret' } } })
    const { id } = await office.callAs('generalmanager', 'clearances.grant', { personId: office.people.creditadministrator, level: 'secret', reason: '授信审查' })
    expect(await read('creditadministrator')).toMatchObject({ ok: true })
    await office.callAs('generalmanager', 'clearances.revoke', { id, reason: '转岗' })
    expect(await read('creditadministrator')).toMatchObject({ error: { code: 'not-cleared' } })
  })

  test('who opened it and who authorises need none; scans, contents and a ticket given before follow the same rule', async () => {
    const { id: documentId } = await office.callAs('salesperson', 'documents.add', { dossierId, itemCode: '1.1', title: '营业执照', pages: 1 })
    const scan = await office.upload('salesperson', '执照.pdf', tinyPdf('clearance'))
    const { ids: [attachment] } = await office.callAs('salesperson', 'attachments.add', { documentId, uploads: [scan] })
    ask({ clearance: { clause: '4.2' } })
    expect(await read('salesperson')).toMatchObject({ ok: true })
    expect(await read('generalmanager')).toMatchObject({ ok: true })
    expect(await office.answerAs('archivist', 'attachments.view', { id: attachment! })).toMatchObject({ error: { code: 'not-cleared' } })
    expect(await office.answerAs('archivist', 'prints.record', { form: 'cover', subjectId: dossierId })).toMatchObject({ error: { code: 'not-cleared' } })
    expect(await office.answerAs('archivist', 'prints.record', { form: 'label', subjectId: dossierId })).toMatchObject({ ok: true })
  })

  test('nobody clears himself, nor backwards', async () => {
    const grant = { personId: office.people.creditadministrator, level: 'secret' as const, reason: '授信审查' }
    expect(await office.answerAs('generalmanager', 'clearances.grant', { ...grant, personId: office.people.generalmanager })).toMatchObject({ error: { code: 'same-person' } })
    expect(await office.answerAs('generalmanager', 'clearances.grant', { ...grant, fromOn: '2026-11-22' })).toMatchObject({ error: { code: 'bad-input' } })
    expect(await office.answerAs('generalmanager', 'clearances.grant', { ...grant, fromOn: '2026-12-01', untilOn: '2026-11-30' })).toMatchObject({ error: { code: 'bad-input' } })
  })
})

describe('the general manager’s authorisation (S01 5.1.3b)', () => {
  const authorisation = { clause: '5.1.3b', role: 'generalManager', fromLevel: 'public' }
  const request = (login: TestLogin, more: object = {}) => office.callAs(login, 'authorisations.request', { dossierId, purpose: '续签', untilOn: '2026-12-31', ...more })

  test('nobody reads without it; it opens one dossier until its day, or all of them', async () => {
    ask({ authorisation })
    expect(await read('creditadministrator')).toMatchObject({ error: { code: 'not-authorised', details: { role: 'generalManager', clause: '5.1.3b' } } })
    const { id } = await request('creditadministrator')
    expect(await read('creditadministrator')).toMatchObject({ error: { code: 'not-authorised' } })
    await office.callAs('generalmanager', 'authorisations.decide', { id, decision: 'agreed' })
    expect(await read('creditadministrator')).toMatchObject({ ok: true })
    office.clock.set(new Date(2027, 0, 1, 9))
    expect(await read('creditadministrator')).toMatchObject({ error: { code: 'not-authorised' } })
    const all = await request('creditadministrator', { dossierId: null, untilOn: '2027-12-31' })
    await office.callAs('generalmanager', 'authorisations.decide', { id: all.id, decision: 'agreed' })
    expect(await read('creditadministrator')).toMatchObject({ ok: true })
    await office.callAs('generalmanager', 'authorisations.revoke', { id: all.id, reason: '调岗' })
    expect(await read('creditadministrator')).toMatchObject({ error: { code: 'not-authorised' } })
  })

  test('is given by whom the regulation names, not by another and never to oneself; a refusal has a reason', async () => {
    ask({ authorisation: { ...authorisation, role: 'officeDirector' } })
    const { id } = await request('officedirector2')
    expect(await office.answerAs('generalmanager', 'authorisations.decide', { id, decision: 'agreed' })).toMatchObject({ error: { code: 'forbidden' } })
    expect(await office.answerAs('officedirector2', 'authorisations.decide', { id, decision: 'agreed' })).toMatchObject({ error: { code: 'same-person' } })
    expect(await office.answerAs('officedirector', 'authorisations.decide', { id, decision: 'refused' })).toMatchObject({ error: { code: 'bad-input' } })
    await office.callAs('officedirector', 'authorisations.decide', { id, decision: 'refused', reason: '无此必要' })
    expect(await office.answerAs('officedirector', 'authorisations.decide', { id, decision: 'agreed' })).toMatchObject({ error: { code: 'wrong-state' } })
  })

  test('cannot be asked for what one may not see, nor twice', async () => {
    ask({ authorisation })
    expect(await office.answerAs('salesperson2', 'authorisations.request', { dossierId, purpose: '好奇', untilOn: '2026-12-31' })).toMatchObject({ error: { code: 'not-found' } })
    await request('creditadministrator')
    expect(await office.answerAs('creditadministrator', 'authorisations.request', { dossierId, purpose: '续签', untilOn: '2026-12-30' })).toMatchObject({ error: { code: 'duplicate' } })
    expect((await office.callAs('archivist', 'authorisations.list', {})).rows).toEqual([])
  })

  test('a slip that its signers have signed is the authorisation', async () => {
    ask({ authorisation, clearance: { clause: '4.2' } })
    const slip = { applicantId: office.people.salesperson2, partyName: '徐州锦岱锻造有限公司', dossierIds: [dossierId], purpose: '核对', manner: 'read' as const, untilOn: '2026-11-30' }
    const { id } = await office.callAs('archivist', 'lookups.create', slip)
    await office.callAs('archivist', 'lookups.submit', { id })
    expect(await read('salesperson2')).toMatchObject({ error: { code: 'not-found' } })
    await office.callAs('officedirector', 'lookups.sign', { id, decision: 'agreed' })
    expect(await read('salesperson2')).toMatchObject({ ok: true })
  })
})

describe('the level of a dossier', () => {
  const version = () => (office.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(dossierId) as { version: number }).version
  const plan = (more: object) => office.answerAs('creditadministrator', 'dossiers.change', {
    id: dossierId, version: version(), level: 'secret', levelReason: null, retentionYears: 10, downgradeOn: '2026-12-01', downgradeTo: 'internal', ...more,
  } as never)

  test('is lowered on its day, not before, and once', async () => {
    expect(await plan({})).toMatchObject({ ok: true })
    expect(await office.answerAs('archivist', 'clearances.downgrade', { dossierId })).toMatchObject({ error: { code: 'not-due', details: { on: '2026-12-01' } } })
    office.clock.set(new Date(2026, 11, 1, 9))
    await office.callAs('archivist', 'clearances.downgrade', { dossierId })
    expect(await read('archivist')).toMatchObject({ value: { level: 'internal', downgradeOn: null } })
    expect(await office.answerAs('archivist', 'clearances.downgrade', { dossierId })).toMatchObject({ error: { code: 'wrong-state' } })
  })

  test.each([[{ downgradeTo: 'secret' }], [{ downgradeTo: null }], [{ downgradeOn: null }]])('a plan of %j is refused', async (more) => {
    expect(await plan(more)).toMatchObject({ error: { code: 'bad-input' } })
  })
})

test('every view, print and export of a dossier is counted, and by whom', async () => {
  await read('archivist')
  await read('archivist')
  await read('creditadministrator')
  await office.callAs('archivist', 'prints.record', { form: 'cover', subjectId: dossierId })
  await office.callAs('creditadministrator', 'prints.record', { form: 'contents', subjectId: dossierId, asTable: true })
  await office.answerAs('salesperson2', 'dossiers.get', { id: dossierId })
  const { readers, ...counts } = await office.callAs('officedirector', 'clearances.accesses', { dossierId })
  expect(counts).toEqual({ views: 3, scans: 0, prints: 1, exports: 1, copies: 0 })
  expect(readers.map(({ name, times }) => [name, times])).toEqual([['测试archivist', 3], ['测试creditAdministrator', 2]])
})

test('who is not cleared lowers no level to read it then, now or by a day', async () => {
  ask({ clearance: { clause: '4.2' } })
  const change = (login: TestLogin, more: object) => office.answerAs(login, 'dossiers.change', {
    id: dossierId, version: (office.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(dossierId) as { version: number }).version,
    level: 'secret', retentionYears: null, ...more,
  })
  expect(await change('archivist', { level: 'public', levelReason: '降密' })).toMatchObject({ error: { code: 'not-cleared' } })
  expect(await change('archivist', { downgradeOn: '2026-11-23', downgradeTo: 'public' })).toMatchObject({ error: { code: 'not-cleared' } })
  expect(await change('archivist', { remarks: '备注' })).toMatchObject({ ok: true })
  await office.callAs('generalmanager', 'clearances.grant', { personId: office.people.archivist, level: 'secret', reason: '整理' })
  expect(await change('archivist', { level: 'public', levelReason: '降密' })).toMatchObject({ ok: true })
})
