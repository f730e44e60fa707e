import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { openPaperDesk, type PaperDesk } from './desk.ts'

let desk: PaperDesk
beforeEach(async () => { desk = await openPaperDesk() })
afterEach(() => desk.close())

const refused = (code: string, details: object = {}) => ({ ok: false, error: { code, details } })
const incidentOf = async (blank: string) => {
  const { rows } = await desk.callAs('archivist', 'fallback.entries', {})
  return await desk.callAs('archivist', 'incidents.get', { id: rows.find((row) => row.blank === blank && row.became !== null)!.became!.id })
}
const settle = async (rule: string, setAsideId: number | null = null) => {
  const conflict = (await desk.conflicts()).find((one) => one.rule === rule)!
  await desk.callAs('archivist', 'fallback.propose', { id: conflict.id, setAsideId, reason: '核对后裁定' })
  await desk.callAs('officedirector', 'fallback.confirm', { id: conflict.id, agreed: true })
}

describe('a note of an incident read off its paper', () => {
  test('becomes an open incident of the paper’s day, with whoever answered then by the ledger', async () => {
    const { people, ago } = desk
    await desk.entered(desk.toAdministrator(0, 60))
    await desk.entered(desk.note(0, 50, 48, 40, 0, { holderId: people.creditadministrator }))
    expect(await desk.conflicts()).toEqual([])
    expect(await desk.post()).toEqual({ posted: 2, left: 0 })
    const incident = await incidentOf(desk.blanks.incident[0]!)
    expect(incident).toMatchObject({
      number: 'SG-2026-0001', kind: 'damaged', state: 'open', happenedFrom: ago(50), happenedTo: ago(48), openedAt: ago(40), openedByName: '测试archivist', foundByName: '二部业务员', what: '茶水洒在封皮上',
      people: [{ name: '测试creditAdministrator', stage: 'administrator', how: 'received' }],
    })
    expect(await desk.callAs('officedirector', 'fallback.ofCase', { form: 'incident', id: incident.id })).toMatchObject({
      blank: desk.blanks.incident[0], enteredAt: ago(0), note: { holderName: '测试creditAdministrator', measures: '当场吸干、摊晾', witness: '保安老李' },
    })
    expect(await desk.refusal(desk.answerAs('salesperson', 'fallback.ofCase', { form: 'incident', id: incident.id }))).toBe('not-found')
    expect(await desk.callAs('archivist', 'fallback.ofCase', { form: 'incident', id: 99 })).toBeNull()
  })

  test('posted before the papers that tell who had the folder: an open incident is derived again, and the log says so', async () => {
    await desk.entered(desk.note(0, 50, 48, 40))
    await desk.post()
    expect((await incidentOf(desk.blanks.incident[0]!)).people.map(({ name }) => name)).toEqual(['测试salesperson'])
    await desk.entered(desk.slip(0, 49, 45))
    await desk.entered(desk.toAdministrator(0, 60))
    expect(await desk.conflicts()).toEqual([])
    await desk.post()
    const { people, version } = await incidentOf(desk.blanks.incident[0]!)
    expect(people.map(({ name, stage }) => [name, stage])).toEqual([['测试creditAdministrator', 'administrator'], ['测试salesperson', 'reader']])
    expect(version).toBe(3)
    const { detail } = desk.archive.store.prepare("SELECT detail FROM audit WHERE method = 'fallback.post' ORDER BY seq DESC LIMIT 1").get() as { detail: string }
    expect(detail).toContain('"answerable":[{"incident":"SG-2026-0001","was":["测试salesperson"],"answerable":["测试creditAdministrator"]}]')
    expect(checkCustody(desk.archive.store).findings).toEqual([])
  })

  test('refuses a time that cannot be, people that there are not, and whoever is no archivist', async () => {
    const base = desk.note(0, 50, 48, 40)
    const note = (more: object) => desk.enter({ ...base, ...more })
    expect(await note({ number: desk.blanks.slip[0] })).toMatchObject(refused('bad-input', { path: 'number' }))
    expect(await note({ happenedTo: desk.ago(51) })).toMatchObject(refused('bad-input', { path: 'happenedFrom' }))
    expect(await note({ foundAt: desk.ago(49) })).toMatchObject(refused('bad-input', { path: 'happenedTo' }))
    expect(await note({ foundAt: desk.ago(-1) })).toMatchObject(refused('bad-input', { path: 'foundAt' }))
    expect(await note({ foundBy: 999 })).toMatchObject(refused('not-found'))
    expect(await note({ holderId: 999 })).toMatchObject(refused('not-found'))
    expect(await note({ dossierId: 999 })).toMatchObject(refused('not-found'))
    expect(await desk.enter(base, 'creditadministrator')).toMatchObject(refused('forbidden'))
    expect(await desk.enter(base)).toMatchObject({ ok: true })
  })
})

describe('a note that cannot be true together with', () => {
  test('the ledger’s keeper: explained by two, it is posted with the ledger’s', async () => {
    await desk.entered(desk.note(0, 50, 48, 40, 0, { holderId: desk.people.archivist2 }))
    expect(await desk.conflicts()).toMatchObject([{ rule: 'holder-differs', facts: { holder: '第二档案员', answerable: '测试salesperson' }, may: { explain: true } }])
    expect(await desk.post()).toEqual({ posted: 0, left: 1 })
    await settle('holder-differs')
    expect(await desk.post()).toEqual({ posted: 1, left: 0 })
    expect((await incidentOf(desk.blanks.incident[0]!)).people.map(({ name }) => name)).toEqual(['测试salesperson'])
  })

  test('the ledger’s keeper, until the slip is entered that tells of him', async () => {
    await desk.entered(desk.note(0, 50, 48, 40, 0, { holderId: desk.people.salesperson2 }))
    expect(await desk.rules()).toEqual(['holder-differs'])
    await desk.entered(desk.slip(0, 51, 47, 0, { applicantId: desk.people.salesperson2 }))
    expect(await desk.conflicts()).toEqual([])
    expect(await desk.post()).toEqual({ posted: 2, left: 0 })
    expect((await incidentOf(desk.blanks.incident[0]!)).people.map(({ name }) => name)).toEqual(['二部业务员'])
  })

  test('somebody who had it in hand after it was gone: a paper, or the program', async () => {
    await desk.entered(desk.note(0, 50, 49, 30, 0, { kind: 'missing' }))
    await desk.entered(desk.toAdministrator(0, 40))
    expect(await desk.conflicts()).toMatchObject([{ rule: 'seen-since', facts: { how: 'sent' }, papers: [{}, {}] }])
    expect(await desk.post()).toEqual({ posted: 0, left: 2 })
    await settle('seen-since')
    // Both are true: the second is not asked about again once the first is posted.
    expect(await desk.post()).toEqual({ posted: 2, left: 0 })
    expect(await desk.conflicts()).toEqual([])
    await desk.entered(desk.note(1, 50, 49, 30, 0, { kind: 'missing' }))
    expect(await desk.rules()).toEqual(['incident-known', 'seen-since'])
  })

  test('an incident of the same kind and time, on paper or in the program', async () => {
    await desk.entered(desk.note(0, 50, 48, 40))
    await desk.entered(desk.note(1, 49, 47, 41))
    expect(await desk.conflicts()).toMatchObject([{ rule: 'incident-known', papers: [{ blank: desk.blanks.incident[0] }, { blank: desk.blanks.incident[1] }] }])
    await settle('incident-known')
    expect(await desk.post()).toEqual({ posted: 2, left: 0 })
    await desk.entered(desk.note(2, 50, 48, 40))
    expect((await desk.conflicts()).map(({ rule, facts }) => [rule, facts['incident']])).toEqual([['incident-known', 'SG-2026-0001'], ['incident-known', 'SG-2026-0002']])
    // Of another kind, or at another time: another incident.
    expect(await desk.entered(desk.note(3, 50, 48, 40, 0, { kind: 'leaked' }))).toMatchObject({ conflicts: 0 })
    expect(await desk.entered(desk.note(4, 30, 28, 20))).toMatchObject({ conflicts: 0 })
  })

  test('the day on which the folder was opened, and that of its blank', async () => {
    const late = await desk.dossier('迟立公司')
    await desk.entered(desk.note(0, 50, 48, 40, 0, { dossierId: late.id }))
    await desk.entered(desk.note(1, 24 * 9 + 5, 24 * 9 + 5, 24 * 9 + 4))
    expect(await desk.rules()).toEqual(['before-blank', 'not-there'])
  })
})
