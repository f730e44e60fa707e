import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDesk, type Desk } from '../dossiers/desk.ts'
import { presets } from '../builders/archive.ts'
import { adoptTrial, trialBody } from './trial.ts'

let desk: Desk
beforeEach(async () => { desk = await openDesk() })
afterEach(() => desk.close())

const versions = () => desk.callAs('archivist', 'regulations.versions', {})
const required = async (id: number) => (await desk.callAs('archivist', 'dossiers.list', {})).rows.find((row) => row.id === id)!.completeness.required
const addRequired = (body: { catalogues: { credit: { classes: { items: object[] }[] } } }) =>
  body.catalogues.credit.classes[0]!.items.push({ code: '1.90', title: '开户许可证', isRequired: true })

describe('a new version from a day on', () => {
  test('governs what begins from that day; what runs keeps its own', async () => {
    const before = await desk.open('salesperson', '徐州锦岱锻造有限公司')
    const asked = await required(before.id)
    const id = await adoptTrial(desk, addRequired, '2026-12-01')
    const waiting = await desk.open('salesperson', '唐山恒岳重工有限公司')
    expect(await required(waiting.id)).toBe(asked)
    desk.clock.addDays(8)
    const after = await desk.open('salesperson', '淮北弘柘建材有限公司')
    expect(await required(after.id)).toBe(asked + 1)
    expect(await required(before.id)).toBe(asked)
    const rows = await versions()
    expect(rows.map(({ id, state, dossiers, note, adoptedByName, untilOn }) => ({ id, state, dossiers, note, adoptedByName, untilOn }))).toEqual([
      { id, state: 'inForce', dossiers: 1, note: '试行', adoptedByName: '测试officeDirector', untilOn: null },
      { id: 1, state: 'past', dossiers: 2, note: null, adoptedByName: null, untilOn: '2026-11-30' },
    ])
  })

  test('a running slip is lent for the days of its own version', async () => {
    await desk.open('salesperson', '徐州锦岱锻造有限公司')
    const borrowed = await desk.callAs('salesperson', 'lookups.create', { partyName: '徐州锦岱锻造有限公司', purpose: '核对', manner: 'borrow', untilOn: '2026-12-20', submit: true })
    await adoptTrial(desk, (body) => { body.lookup.loanDays.borrow = 2 })
    expect((await desk.callAs('archivist', 'lookups.get', { id: borrowed.id })).loanDays).toBe(10)
    expect((await desk.callAs('archivist', 'lookups.desk', {})).loanDays.borrow).toBe(2)
    const [newest, first] = await versions()
    expect([newest!.slips, first!.slips]).toEqual([0, 1])
  })

  test('of two for the same day the later one holds, and the earlier one is shown as replaced', async () => {
    await adoptTrial(desk)
    await adoptTrial(desk, (body) => { body.lookup.maxRenewals = 3 })
    expect((await versions()).map(({ state }) => state)).toEqual(['inForce', 'replaced', 'replaced'])
  })
})

describe('refused', () => {
  const adopt = (body: Record<string, unknown>, effectiveOn = '2026-11-23') => desk.answerAs('generalmanager', 'regulations.adopt', { body, effectiveOn, note: '试行' })

  test('a day that is past', async () => {
    expect(await adopt(trialBody(), '2026-11-22')).toMatchObject({ ok: false, error: { code: 'due-before-today' } })
  })

  test('a body that does not hold, with the place and the reason', async () => {
    const broken = trialBody((body) => {
      body.catalogues.credit.classes[2]!.items[1]!.title = ''
      body.lookup.loanDays.borrow = 0
    })
    const answer = await adopt(broken)
    expect(answer).toMatchObject({ ok: false, error: { code: 'regulation-refused', details: {
      place: ['catalogues', 'credit', 'classes', 2, 'items', 1, 'title'], reason: 'empty',
      faults: [{ reason: 'empty' }, { place: ['lookup', 'loanDays', 'borrow'], reason: 'too_small', values: { least: 1 } }],
    } } })
    expect((await desk.callAs('salesperson', 'regulations.check', { body: broken })).faults).toHaveLength(2)
    expect(await versions()).toHaveLength(1)
  })

  test('numbers that the other kind of dossier already bears', async () => {
    const answer = await adopt(trialBody(({ numbering }) => { [numbering.credit, numbering.contract] = [numbering.contract, numbering.credit] }))
    expect(answer).toMatchObject({ ok: false, error: { code: 'regulation-refused', details: { place: ['numbering', 'credit'], reason: 'pattern of the other kind' } } })
  })

  test('something that is no regulation at all', async () => {
    expect(await adopt({ id: 'S22' })).toMatchObject({ ok: false, error: { code: 'regulation-refused' } })
  })

  test('a version that changes nothing', async () => {
    const preset = presets.find(({ id }) => id === 'S22')!
    expect(await adopt(structuredClone(preset) as never)).toMatchObject({ ok: false, error: { code: 'regulation-unchanged' } })
  })

  test('whoever is neither office director nor general manager', async () => {
    for (const login of ['archivist', 'salesdirector', 'systemadministrator', 'auditor'] as const) {
      expect(await desk.answerAs(login, 'regulations.adopt', { body: trialBody(), effectiveOn: '2026-11-23', note: '试行' })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
  })
})

describe('withdrawn before its day', () => {
  test('it never comes into force, and stays in the list with its reason in the log', async () => {
    const id = await adoptTrial(desk, addRequired, '2026-12-01')
    await desk.callAs('generalmanager', 'regulations.withdraw', { id, reason: '暂缓' })
    desk.clock.addDays(10)
    expect((await desk.callAs('archivist', 'archive.status', {})).regulation.effectiveOn).toBe('2026-11-23')
    expect((await versions())[0]).toMatchObject({ id, state: 'withdrawn', withdrawnByName: '测试generalManager' })
    expect(await desk.refusal('generalmanager', 'regulations.withdraw', { id, reason: '再撤' })).toBe('wrong-state')
    const entry = desk.archive.store.prepare("SELECT detail FROM audit WHERE method = 'regulations.withdraw' AND outcome = 'done'").get() as { detail: string }
    expect(JSON.parse(entry.detail)).toEqual({ reason: '暂缓' })
  })

  test('not once its day has come', async () => {
    const id = await adoptTrial(desk, addRequired)
    expect(await desk.refusal('generalmanager', 'regulations.withdraw', { id, reason: '后悔' })).toBe('wrong-state')
    expect(await desk.refusal('generalmanager', 'regulations.withdraw', { id: 99, reason: '没有' })).toBe('not-found')
  })
})

describe('presets', () => {
  test('are listed with what they carry out, and given whole', async () => {
    const list = await desk.callAs('salesperson', 'regulations.presets', {})
    expect(list.map(({ id }) => id)).toEqual(presets.map(({ id }) => id))
    expect(await desk.callAs('salesperson', 'regulations.preset', { id: 'S22' })).toEqual(presets.find(({ id }) => id === 'S22'))
    expect(await desk.refusal('salesperson', 'regulations.preset', { id: 'S99' })).toBe('not-found')
    expect(await desk.refusal('auditor', 'regulations.presets', {})).toBe('forbidden')
  })
})
