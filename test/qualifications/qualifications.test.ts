import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requireSigner } from '../../src/main/people/on-the-spot.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
beforeEach(async () => { office = await openTestArchive() })
afterEach(async () => { await office.close() })

/** The regulation in force asks for all of it, the examination renewed every year. */
function ask(validMonths?: number) {
  const asked = { clause: '7', education: 'college', retrievalSkill: true, training: true, examination: { passScore: 60 }, ...(validMonths ? { validMonths } : {}) }
  office.archive.store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.qualification', json(?))").run(JSON.stringify(asked))
}
const bare = (login: 'archivist' | 'archivist2') => office.archive.store.prepare('DELETE FROM qualification WHERE personId = ?').run(office.people[login])
const evidence = (kind: 'education' | 'retrievalSkill', more: object = {}) => ({
  personId: office.people.archivist, kind, title: '证书', degree: kind === 'education' ? 'college' as const : null, obtainedOn: '2015-07-01', ...more,
})

describe('an archivist without a qualification', () => {
  test('is refused as archivist, with what is lacking, and can act once it is recorded', async () => {
    ask()
    bare('archivist')
    const refused = await office.answerAs('archivist', 'cabinet.addRoom', { name: '三楼' })
    expect(refused).toEqual({ ok: false, error: { code: 'not-qualified', details: { lacks: ['education', 'retrievalSkill', 'training', 'examination'] } } })
    await office.callAs('officedirector', 'qualifications.record', evidence('education'))
    await office.callAs('officedirector', 'qualifications.record', evidence('retrievalSkill'))
    await office.callAs('officedirector', 'trainings.record', { title: '信用管理', heldOn: '2026-05-01', attendees: [{ personId: office.people.archivist, score: 59 }] })
    expect(await office.answerAs('archivist', 'cabinet.addRoom', { name: '三楼' })).toMatchObject({ error: { details: { lacks: ['examination'] } } })
    await office.callAs('officedirector', 'trainings.record', { title: '补考', heldOn: '2026-06-01', attendees: [{ personId: office.people.archivist, score: 75 }] })
    expect(await office.answerAs('archivist', 'cabinet.addRoom', { name: '三楼' })).toMatchObject({ ok: true })
  })

  test('sees no more than his other roles show him; the session says what is missing', async () => {
    ask()
    bare('archivist')
    expect(await office.answerAs('archivist', 'dossiers.list', {})).toMatchObject({ error: { code: 'not-qualified' } })
    expect(await office.answerAs('archivist', 'session.current', {})).toMatchObject({ value: { person: { roles: [], lacks: ['education', 'retrievalSkill', 'training', 'examination'] } } })
  })

  test('what he did before stays done: from the day on, not backwards', async () => {
    ask(12)
    const { id } = await office.callAs('archivist', 'cabinet.addRoom', { name: '三楼' })
    office.clock.set(new Date(2027, 2, 2, 23, 59))
    expect(await office.answerAs('archivist', 'cabinet.addRoom', { name: '四楼' })).toMatchObject({ ok: true })
    office.clock.set(new Date(2027, 2, 3, 0, 1))
    expect(await office.answerAs('archivist', 'cabinet.addRoom', { name: '五楼' })).toMatchObject({ error: { code: 'not-qualified', details: { lacks: ['examination'] } } })
    expect(office.archive.store.prepare('SELECT count(*) AS n FROM room WHERE id >= ?').get(id)).toEqual({ n: 2 })
    // The test itself has changed the regulation by hand, and nothing else.
    expect((await office.callAs('auditor', 'archive.verify', {})).findings.map(({ subject }) => subject)).toEqual(['regulationVersion 1'])
  })

  test('is not one where the regulation asks for nothing', async () => {
    office.archive.store.prepare("UPDATE regulationVersion SET body = json_remove(body, '$.qualification')").run()
    bare('archivist')
    expect(await office.answerAs('archivist', 'cabinet.addRoom', { name: '三楼' })).toMatchObject({ ok: true })
  })

  test('signs on the spot as none either', () => {
    const signer = () => requireSigner({ trx: office.archive.store, today: '2026-11-23', actor: null as never }, office.people.archivist)
    ask()
    expect(signer().roles).toEqual(['archivist'])
    bare('archivist')
    expect(signer().roles).toEqual([])
  })

  test('a refusal is written down', async () => {
    ask()
    bare('archivist')
    await office.answerAs('archivist', 'cabinet.addRoom', { name: '三楼' })
    const { rows } = await office.callAs('auditor', 'audit.list', { outcome: 'refused' })
    expect(rows[0]).toMatchObject({ method: 'cabinet.addRoom', detail: { code: 'not-qualified' } })
  })
})

describe('evidence', () => {
  test.each([
    ['education without a degree', { kind: 'education', degree: null }],
    ['a training with a degree', { kind: 'training', degree: 'college' }],
    ['an examination without a score', { kind: 'examination', degree: null }],
    ['a skill with a score', { kind: 'retrievalSkill', degree: null, score: 80 }],
  ] as const)('%s is refused', async (_name, more) => {
    expect(await office.answerAs('officedirector', 'qualifications.record', { ...evidence('education'), ...more })).toMatchObject({ error: { code: 'evidence-unfit' } })
  })

  test('nobody records for himself, nor of a day to come', async () => {
    expect(await office.answerAs('officedirector', 'qualifications.record', evidence('education', { personId: office.people.officedirector }))).toMatchObject({ error: { code: 'same-person' } })
    expect(await office.answerAs('officedirector', 'qualifications.record', evidence('education', { obtainedOn: '2026-11-24' }))).toMatchObject({ error: { code: 'bad-input' } })
    expect(await office.answerAs('officedirector', 'trainings.record', { title: '训', heldOn: '2026-05-01', attendees: [{ personId: office.people.officedirector }] })).toMatchObject({ error: { code: 'same-person' } })
    expect(await office.answerAs('officedirector', 'trainings.record', { title: '训', heldOn: '2026-05-01', attendees: [{ personId: office.people.archivist }, { personId: office.people.archivist }] })).toMatchObject({ error: { code: 'duplicate' } })
  })

  test('withdrawn it counts no more, and only once', async () => {
    ask()
    const { people } = await office.callAs('officedirector', 'qualifications.list', {})
    const examination = people.find(({ personId }) => personId === office.people.archivist)!.evidence.find(({ kind }) => kind === 'examination')!
    await office.callAs('officedirector', 'qualifications.withdraw', { id: examination.id, reason: '替考' })
    expect(await office.answerAs('archivist', 'cabinet.addRoom', { name: '三楼' })).toMatchObject({ error: { code: 'not-qualified' } })
    expect(await office.answerAs('officedirector', 'qualifications.withdraw', { id: examination.id, reason: '替考' })).toMatchObject({ error: { code: 'wrong-state' } })
    const after = await office.callAs('officedirector', 'qualifications.list', {})
    expect(after.people.find(({ personId }) => personId === office.people.archivist)).toMatchObject({ standing: { isValid: false, lacks: ['examination'] } })
  })

  test('an archivist sees himself alone', async () => {
    const { people } = await office.callAs('archivist', 'qualifications.list', {})
    expect(people.map(({ personId }) => personId)).toEqual([office.people.archivist])
  })
})
