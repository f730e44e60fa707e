import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../dossiers/desk.ts'
import { appraise, approve, destroyAll, openCase, openOldDossier, SPOT, watch } from './office.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

test('a destroyed folder leaves its box: the box counts it no more and can be moved', async () => {
  const [gone, other] = [await openOldDossier(desk, '盒中公司'), await openOldDossier(desk, '空位公司')]
  const { id: boxId } = await desk.callAs('archivist', 'shelving.addBox', { dossierId: gone.id, spineMm: 30 })
  await destroyAll(desk, [gone.id])
  expect(await desk.callAs('archivist', 'shelving.box', { id: boxId })).toMatchObject({ folders: 0, filledMm: 0, firstNumber: null, contents: [] })
  expect(await desk.answerAs('archivist', 'shelving.moveBox', { boxId, drawerId: other.drawerId })).toMatchObject({ ok: true })
  for (const [method, input] of [
    ['dossiers.confirm', { id: gone.id }], ['documents.add', { dossierId: gone.id, title: '补件', pages: 1 }], ['cabinet.place', { dossierId: gone.id, drawerId: other.drawerId }],
    ['shelving.intoBox', { boxId, dossierId: gone.id }], ['custody.takeIn', { dossierId: gone.id, reason: '补记' }],
    ['disposal.open', { dossierIds: [gone.id], group: [desk.people.creditadministrator, desk.people.salesdirector] }],
    ['checks.run', { scope: 'dossier', id: gone.id }], ['clearances.accesses', { dossierId: gone.id }],
  ] as const) expect(await desk.answerAs('archivist', method, input as never), method).toMatchObject({ ok: false })
})

test('what is being appraised is not voided behind the group’s back', async () => {
  const { id } = await openOldDossier(desk, '误销公司')
  const one = await openCase(desk, [id])
  expect(await desk.answerAs('creditadministrator', 'dossiers.void', { id, reason: '误立' })).toMatchObject({ error: { code: 'wrong-state', details: { caseNumber: one.number } } })
  await desk.callAs('archivist', 'disposal.cancel', { id: one.id, reason: '误立' })
  expect(await desk.answerAs('creditadministrator', 'dossiers.void', { id, reason: '误立' })).toMatchObject({ ok: true })
})

test('an archivist who watches the destruction does not tick its folders', async () => {
  const { id } = await openOldDossier(desk, '监销公司')
  const one = await openCase(desk, [id])
  await appraise(desk, one, [id])
  await approve(desk, one)
  await watch(desk, one, [id])
  desk.archive.store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.qualification', NULL)").run()
  desk.archive.store.prepare('UPDATE person SET roles = ? WHERE login = ?').run(JSON.stringify(['archivist', 'salesDirector']), 'salesdirector')
  expect(await desk.refusal('salesdirector', 'disposal.check', { id: one.id, dossierIds: [id], isThere: false })).toBe('same-person')
  expect(await desk.refusal('archivist2', 'disposal.supervise', { id: one.id, onTheSpot: SPOT('salesdirector') })).toBe('same-person')
})
