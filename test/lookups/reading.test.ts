import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visibleDossier } from '../../src/main/people/visibility.ts'
import { findActor } from '../../src/main/people/passwords.ts'
import { localDay } from '../../src/main/pipeline/days.ts'
import type { TestLogin } from '../builders/archive.ts'
import { at, openOffice, type Office } from './office.ts'

let office: Office
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

/** The numbers of all dossiers that a person may see now, by the predicate that every list uses. */
function seen(login: TestLogin): string[] {
  const { store } = office.archive
  const actor = findActor(store, office.people[login])!
  return store
    .all(store.sql.selectFrom('dossier').select('number').where(visibleDossier(actor, localDay(office.clock.now()))).orderBy('number'))
    .map((row) => row.number)
}

describe('a salesperson reads exactly the dossiers of his slip, while it runs', () => {
  test('from signed to returned, and no longer', async () => {
    const { addDossier, callAs, answerAs } = office
    const wanted = addDossier('江南精密铸造有限公司')
    addDossier('江北精密铸造有限公司')
    expect(seen('salesperson2')).toEqual([])
    const id = await office.submitted('salesperson2', wanted.name)
    expect(seen('salesperson2')).toEqual([])
    await office.agree('officedirector', id)
    expect(seen('salesperson2')).toEqual([wanted.number])
    expect(await callAs('salesperson2', 'dossiers.get', { id: wanted.id })).toMatchObject({ throughSlip: 'CX-2026-0001' })
    await office.handOut(id, wanted.id)
    expect(seen('salesperson2')).toEqual([wanted.number])
    await office.takeBack(wanted.id)
    expect(seen('salesperson2')).toEqual([])
    expect(await office.refusal(answerAs('salesperson2', 'dossiers.get', { id: wanted.id }))).toBe('not-found')
  })

  test('of several folders, those that came back are closed again', async () => {
    const one = office.addDossier('甲子有限公司')
    const two = office.addDossier('乙丑有限公司')
    const { id } = await office.callAs('archivist', 'lookups.create', office.fill('两卷', { applicantId: office.people.salesperson2, dossierIds: [one.id, two.id] }))
    await office.agree('officedirector', id)
    await office.handOut(id, one.id)
    await office.handOut(id, two.id)
    expect(seen('salesperson2')).toEqual([one.number, two.number])
    await office.takeBack(one.id)
    expect(seen('salesperson2')).toEqual([two.number])
  })

  test('until the last day of the slip, or the day on which the folder is due; a renewal moves it', async () => {
    const { addDossier, clock } = office
    const dossier = addDossier('江南精密铸造有限公司')
    const id = await office.signed('salesperson2', dossier.name, { untilOn: '2026-11-25' })
    clock.set(at('2026-11-25', 23, 59))
    expect(seen('salesperson2')).toEqual([dossier.number])
    clock.set(at('2026-11-26', 0, 0))
    expect(seen('salesperson2')).toEqual([])
    clock.set(at('2026-11-24'))
    await office.handOut(id, dossier.id)
    await office.callAs('archivist', 'lookups.renew', { id, dossierId: dossier.id, dueOn: '2026-11-30', reason: '未完' })
    clock.set(at('2026-11-30', 23, 59))
    expect(seen('salesperson2')).toEqual([dossier.number])
    clock.set(at('2026-12-01', 0, 0))
    expect(seen('salesperson2')).toEqual([])
  })

  test('cancelled or refused: never', async () => {
    const { addDossier, callAs } = office
    const dossier = addDossier('江南精密铸造有限公司')
    const cancelled = await office.signed('salesperson2', dossier.name)
    await callAs('salesperson2', 'lookups.cancel', { id: cancelled })
    const refused = await office.submitted('salesperson2', dossier.name)
    await callAs('officedirector', 'lookups.sign', { id: refused, decision: 'refused' })
    expect(seen('salesperson2')).toEqual([])
  })
})

describe('midnight here, not in UTC', () => {
  test('due today until 23:59, overdue by one day from 00:00', async () => {
    const { addDossier, clock, callAs } = office
    const dossier = addDossier('江南精密铸造有限公司')
    clock.set(at('2026-11-23', 23, 59))
    const id = await office.lent('salesperson', dossier)
    const state = async () => {
      const { dueIn, dossiers } = await office.slip(id)
      const desk = await callAs('archivist', 'lookups.desk', {})
      const { total } = await callAs('archivist', 'lookups.list', { state: 'overdue' })
      return { dueIn, because: dossiers[0]!.loan!.dueIn, dueToday: desk.counts.dueToday, overdue: desk.counts.overdue, total }
    }
    expect((await office.slip(id)).dueOn).toBe('2026-12-03')
    clock.set(at('2026-12-02', 23, 59))
    expect(await state()).toEqual({ dueIn: 1, because: 1, dueToday: 0, overdue: 0, total: 0 })
    clock.set(at('2026-12-03', 0, 0))
    expect(await state()).toEqual({ dueIn: 0, because: 0, dueToday: 1, overdue: 0, total: 0 })
    clock.set(at('2026-12-03', 23, 59))
    expect(await state()).toEqual({ dueIn: 0, because: 0, dueToday: 1, overdue: 0, total: 0 })
    clock.set(at('2026-12-04', 0, 0))
    expect(await state()).toEqual({ dueIn: -1, because: -1, dueToday: 0, overdue: 1, total: 1 })
  })
})

describe('nothing betrays whether a dossier exists', () => {
  const NAME = '黑水矿业集团有限公司'
  /** All that a reader is told of a slip, without what differs between any two slips. */
  const told = async (login: TestLogin, id: number) => {
    const { id: _id, number: _number, version: _version, ...slip } = await office.slip(id, login)
    const row = (await office.callAs(login, 'lookups.list', {})).rows.find((one) => one.id === id)!
    return JSON.stringify({ ...slip, row: { ...row, id: 0, number: '' } }).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
  }

  test.each(['internal', 'confidential'] as const)('the applicant of another department, %s dossier', async (level) => {
    const without = await office.submitted('salesperson2', NAME)
    const dossier = office.addDossier(NAME, { level, oldName: '黑水煤业公司', shortName: '黑水' })
    const withIt = await office.submitted('salesperson2', NAME)
    expect(await told('salesperson2', withIt)).toBe(await told('salesperson2', without))
    // an archivist completes the other one, the director signs the first line of a confidential one: still nothing
    if (level === 'confidential') await office.agree('officedirector', withIt)
    const { version, purpose, manner, untilOn } = await office.slip(without)
    await office.callAs('archivist', 'lookups.change', { id: without, version, partyName: NAME, purpose, manner, untilOn, dossierIds: [dossier.id] })
    expect(await told('salesperson2', withIt)).toBe(await told('salesperson2', without))
    expect(JSON.parse(await told('salesperson2', withIt))).toMatchObject({
      isPartyKnown: false, dossiers: [], dossierNumber: null, dossierCount: 0, shortName: null, level: 'internal',
      signers: [{ role: 'officeDirector', signature: null }],
    })
    expect(await office.slip(withIt)).toMatchObject({ isPartyKnown: true, dossierNumber: dossier.number, level })
    expect((await office.callAs('salesperson2', 'lookups.list', { text: '黑水煤业' })).total).toBe(0)
    expect((await office.callAs('archivist', 'lookups.list', { text: '黑水煤业' })).total).toBe(2)
    expect(await office.callAs('salesperson2', 'lookups.find', { code: dossier.number })).toEqual({ slipId: null, dossierId: null, next: null })
  })

  test('the department that owns it knows at once, the applicant from signed on', async () => {
    const dossier = office.addDossier(NAME)
    const own = await office.submitted('salesperson', NAME)
    expect(await office.slip(own, 'salesperson')).toMatchObject({ isPartyKnown: true, dossierNumber: dossier.number, dossierCount: 1 })
    const other = await office.signed('salesperson2', NAME)
    expect(await office.slip(other, 'salesperson2')).toMatchObject({ isPartyKnown: true, dossierNumber: dossier.number, dossiers: [{ title: NAME }] })
  })

  test('a refusal by the second signer does not name him', async () => {
    office.addDossier(NAME, { level: 'confidential' })
    const id = await office.submitted('salesperson2', NAME)
    await office.agree('officedirector', id)
    await office.callAs('generalmanager', 'lookups.sign', { id, decision: 'refused', reason: '不予查阅' })
    expect(JSON.stringify(await office.slip(id, 'salesperson2'))).not.toContain('generalManager')
    expect((await office.slip(id, 'salesperson2')).events.at(-1)).toMatchObject({ what: 'refused', by: '', remarks: '不予查阅' })
    expect((await office.slip(id, 'archivist')).events.at(-1)).toMatchObject({ by: '测试generalManager' })
  })

  test("others' slips are not there at all", async () => {
    office.addDossier(NAME)
    const id = await office.submitted('salesperson', NAME)
    for (const login of ['salesperson2', 'departmentclerk', 'salesdirector'] as const) {
      expect(await office.refusal(office.answerAs(login, 'lookups.get', { id }))).toBe('not-found')
      expect((await office.callAs(login, 'lookups.list', {})).total).toBe(0)
      expect(await office.callAs(login, 'lookups.find', { code: 'CX-2026-0001' })).toEqual({ slipId: null, dossierId: null, next: null })
    }
  })
})

describe('which party is meant', () => {
  test.each([
    ['its name', '大同锅炉制造有限公司'], ['an old name', '大同锅炉厂'], ['its short name', '大同锅炉'],
    ['its credit code', '91140200MA0GT1T17B'], ['the code in small letters', '91140200ma0gt1t17b'],
  ])('by %s', async (_way, typed) => {
    const dossier = office.addDossier('大同锅炉制造有限公司', { creditCode: '91140200MA0GT1T17B', oldName: '大同锅炉厂', shortName: '大同锅炉' })
    const id = await office.submitted('salesperson2', typed)
    expect(await office.slip(id)).toMatchObject({ partyName: typed, dossierNumber: dossier.number, isPartyKnown: true })
  })

  test('a name that two bear means the one with a dossier; with two dossiers it means nobody', async () => {
    office.addDossier('同名贸易有限公司', { dossier: false })
    const dossier = office.addDossier('同名贸易有限公司')
    expect(await office.slip(await office.submitted('salesperson2', '同名贸易有限公司'))).toMatchObject({ dossierNumber: dossier.number })
    office.addDossier('同名贸易有限公司')
    expect(await office.slip(await office.submitted('salesperson2', '同名贸易有限公司'))).toMatchObject({ dossierNumber: null, isPartyKnown: false })
  })

  test('a party without a dossier is known, and the slip has nothing to sign', async () => {
    office.addDossier('无卷贸易有限公司', { dossier: false })
    const id = await office.submitted('salesperson2', '无卷贸易有限公司')
    expect(await office.slip(id)).toMatchObject({ dossierCount: 0, isPartyKnown: true })
    expect(await office.refusal(office.answerAs('officedirector', 'lookups.sign', { id, decision: 'agreed' }))).toBe('no-dossier-on-slip')
  })
})
