import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'
import { declareQualification } from '../../src/main/qualifications/declare.ts'
import { TEST_QUALIFICATION, type TestLogin } from '../builders/archive.ts'
import { openOffice, type Office, type TestDossier } from './office.ts'

let office: Office
let count = 0
beforeAll(async () => { office = await openOffice() })
afterAll(() => office.close())

const company = () => `第${++count}号试验机械有限公司`
const newDossier = (options: Parameters<Office['addDossier']>[1] = {}): TestDossier => office.addDossier(company(), options)
const code = <Name extends MethodName>(as: TestLogin, method: Name, input: Input<Name>) => office.refusal(office.answerAs(as, method, input))
const details = async <Name extends MethodName>(as: TestLogin, method: Name, input: Input<Name>) => {
  const answer = await office.answerAs(as, method, input)
  return answer.ok ? null : answer.error
}
const counted = (dossierId: number, change: Partial<Input<'lookups.handOut'>['folders'][number]> = {}) =>
  ({ dossierId, pages: 40, condition: 'good' as const, ...change })

describe('filling in', () => {
  test('a last day that is past, an unknown applicant, a dossier that one may not see', async () => {
    const hidden = newDossier({ department: 'XS2' })
    const create = (change: Partial<Input<'lookups.create'>>) => code('salesperson', 'lookups.create', office.fill('某公司', change))
    expect(await create({ untilOn: '2026-11-22' })).toBe('due-before-today')
    expect(await create({ untilOn: '2026-11-23' })).toBeNull()
    expect(await create({ applicantId: 9999 })).toBe('not-found')
    expect(await create({ dossierIds: [hidden.id] })).toBe('not-found')
    expect(await create({ dossierIds: [9999] })).toBe('not-found')
    expect(await code('archivist', 'lookups.create', office.fill('某公司', { dossierIds: [hidden.id] }))).toBeNull()
  })

  test('a disabled person applies for nothing', async () => {
    const { archive, people } = office
    archive.store.prepare('UPDATE person SET isActive = 0 WHERE login = ?').run('departmentclerk2')
    expect(await code('archivist', 'lookups.create', office.fill('某公司', { applicantId: people.departmentclerk2 }))).toBe('not-found')
    archive.store.prepare('UPDATE person SET isActive = 1 WHERE login = ?').run('departmentclerk2')
  })

  test('copied pages belong to copying alone; the phone is the applicant\'s own unless another is given', async () => {
    office.archive.store.prepare("UPDATE person SET phone = '8062' WHERE login = 'salesperson'").run()
    const id = await office.submitted('salesperson', '某公司', { copyPages: 4 })
    expect(await office.slip(id)).toMatchObject({ copyPages: null, phone: '8062' })
    const copy = await office.submitted('salesperson', '某公司', { manner: 'copy', copyPages: 4, phone: '13900000000' })
    expect(await office.slip(copy)).toMatchObject({ copyPages: 4, phone: '13900000000', loanDays: 0 })
  })
})

describe('changing', () => {
  const fields = (change: Partial<Input<'lookups.change'>> = {}) => {
    const { submit: _submit, ...rest } = office.fill('某公司')
    return { ...rest, ...change }
  }
  test('a draft only by who filled it in, at the version he read', async () => {
    const { people } = office
    const { id } = await office.callAs('archivist', 'lookups.create', office.fill('某公司', { submit: false, applicantId: people.salesperson }))
    expect(await code('salesperson', 'lookups.change', { id, version: 1, ...fields() })).toBe('forbidden')
    expect(await code('salesperson2', 'lookups.change', { id, version: 1, ...fields() })).toBe('not-found')
    expect(await office.callAs('archivist', 'lookups.change', { id, version: 1, ...fields({ purpose: '另一用途' }) })).toEqual({ version: 2 })
    expect(await code('archivist', 'lookups.change', { id, version: 1, ...fields() })).toBe('changed-meanwhile')
    expect(await office.slip(id)).toMatchObject({ purpose: '另一用途', applicantId: people.salesperson, version: 2 })
  })

  test('a submitted one only by an archivist, only its dossiers, and what was signed is cleared', async () => {
    const dossier = newDossier({ level: 'confidential' })
    const id = await office.submitted('salesperson2', '简称不详')
    expect(await code('officedirector', 'lookups.sign', { id, decision: 'agreed' })).toBe('no-dossier-on-slip')
    const own = { ...fields({ partyName: '简称不详' }), id }
    const { version } = await office.slip(id)
    expect(await code('salesperson2', 'lookups.change', { ...own, version, dossierIds: [] })).toBe('forbidden')
    expect(await code('archivist', 'lookups.change', { ...own, version, dossierIds: [] })).toBe('no-dossier-on-slip')
    expect(await code('archivist', 'lookups.change', { ...own, version, dossierIds: [dossier.id], purpose: '别的' })).toBe('wrong-state')
    expect(await office.callAs('archivist', 'lookups.change', { ...own, version, dossierIds: [dossier.id] })).toEqual({ version: version + 1 })
    expect(await office.agree('officedirector', id)).toEqual({ state: 'submitted' })
    const signed = await office.slip(id)
    expect(signed.isPartyKnown).toBe(true)
    await office.callAs('archivist', 'lookups.change', { ...own, version: signed.version, dossierIds: [dossier.id, newDossier().id] })
    expect((await office.slip(id)).signers.map((line) => line.signature)).toEqual([null, null])
  })

  test('nothing is changed once it is signed', async () => {
    const id = await office.signed('salesperson', newDossier().name)
    expect(await code('archivist', 'lookups.change', { id, version: 3, ...fields() })).toBe('wrong-state')
    expect(await code('salesperson', 'lookups.change', { id, version: 3, ...fields() })).toBe('wrong-state')
  })
})

describe('submitting and cancelling', () => {
  test('a draft left lying past its day is not submitted', async () => {
    const { id } = await office.callAs('salesperson', 'lookups.create', office.fill('某公司', { submit: false, untilOn: '2026-11-23' }))
    office.clock.addDays(1)
    expect(await code('salesperson', 'lookups.submit', { id })).toBe('due-before-today')
    office.clock.addDays(-1)
    expect(await code('salesperson', 'lookups.submit', { id })).toBeNull()
    expect(await code('salesperson', 'lookups.submit', { id })).toBe('wrong-state')
  })

  test('a dossier that the filler may no longer see stops it', async () => {
    const { archive, departments } = office
    const dossier = newDossier()
    const { id } = await office.callAs('salesperson', 'lookups.create', office.fill('某公司', { submit: false, dossierIds: [dossier.id] }))
    archive.store.prepare('UPDATE dossier SET departmentId = ? WHERE id = ?').run(departments.XS2, dossier.id)
    expect(await code('salesperson', 'lookups.submit', { id })).toBe('not-found')
    expect((await office.callAs('salesperson', 'lookups.get', { id })).may).toMatchObject({ submit: false, change: true })
  })

  test('others do not cancel; nobody cancels what is out', async () => {
    const dossier = newDossier()
    const id = await office.signed('salesperson', dossier.name)
    expect(await code('salesperson2', 'lookups.cancel', { id })).toBe('not-found')
    expect(await code('creditadministrator', 'lookups.cancel', { id })).toBe('forbidden')
    await office.handOut(id, dossier.id)
    expect(await code('salesperson', 'lookups.cancel', { id })).toBe('wrong-state')
    const other = await office.submitted('salesperson', '某公司')
    expect(await code('archivist', 'lookups.cancel', { id: other, reason: '重复' })).toBeNull()
    expect(await office.slip(other)).toMatchObject({ state: 'cancelled', events: [{}, {}, { what: 'cancelled', remarks: '重复' }] })
  })
})

describe('signing', () => {
  test('never the applicant, never who filled it in, never an archivist', async () => {
    const { people } = office
    const dossier = newDossier()
    const own = await office.submitted('officedirector', dossier.name)
    expect(await code('officedirector', 'lookups.sign', { id: own, decision: 'agreed' })).toBe('same-person')
    expect(await code('officedirector', 'lookups.sign', { id: own, decision: 'refused' })).toBe('same-person')
    const forOther = await office.submitted('officedirector', dossier.name, { applicantId: people.salesperson2 })
    expect(await code('officedirector', 'lookups.sign', { id: forOther, decision: 'agreed' })).toBe('same-person')
    expect(await code('archivist', 'lookups.sign', { id: own, decision: 'agreed' })).toBe('forbidden')
    expect(await code('salesperson', 'lookups.sign', { id: own, decision: 'agreed' })).toBe('not-found')
    expect((await office.slip(own)).signers[0]!.candidates.map((one) => one.login)).toEqual(['officedirector2'])
    expect(await office.agree('officedirector2', own)).toEqual({ state: 'signed' })
    expect(await code('officedirector2', 'lookups.sign', { id: own, decision: 'agreed' })).toBe('wrong-state')
  })

  test('a slip past its day is signed no more, and nobody is shown as able to', async () => {
    const id = await office.submitted('salesperson', newDossier().name, { untilOn: '2026-11-23' })
    office.clock.addDays(1)
    expect(await code('officedirector', 'lookups.sign', { id, decision: 'agreed' })).toBe('due-before-today')
    expect(await office.slip(id, 'officedirector')).toMatchObject({ may: { sign: false }, signers: [{ candidates: [] }] })
    office.clock.addDays(-1)
  })
})

describe('handing out', () => {
  test('unsigned, by the wrong person, past its day, counted wrongly', async () => {
    const dossier = newDossier()
    const id = await office.submitted('salesperson', dossier.name, { untilOn: '2026-11-23' })
    const hand = (as: TestLogin, ...folders: Input<'lookups.handOut'>['folders']) => code(as, 'lookups.handOut', { id, folders })
    expect(await hand('archivist', counted(dossier.id))).toBe('wrong-state')
    await office.agree('officedirector', id)
    expect(await hand('creditadministrator', counted(dossier.id))).toBe('forbidden')
    expect(await hand('archivist', counted(newDossier().id))).toBe('not-found')
    expect(await hand('archivist', counted(dossier.id), counted(dossier.id))).toBe('duplicate')
    expect(await details('archivist', 'lookups.handOut', { id, folders: [counted(dossier.id, { pages: 39 })] }))
      .toEqual({ code: 'pages-differ', details: { number: dossier.number, expected: 40, counted: 39 } })
    office.clock.addDays(1)
    expect(await hand('archivist', counted(dossier.id))).toBe('due-before-today')
    office.clock.addDays(-1)
    expect(await hand('archivist', counted(dossier.id, { pages: 39, condition: 'incomplete', remarks: '缺第 3 页' }))).toBeNull()
    expect((await office.slip(id)).dossiers[0]!.loan).toMatchObject({ pagesOut: 39, conditionOut: 'incomplete', remarks: '缺第 3 页', dueOn: '2026-11-23' })
    expect(await hand('archivist', counted(dossier.id))).toBe('wrong-state')
  })

  test('a keeper does not lend to himself, nor what he signed', async () => {
    const { archive } = office
    const dossier = newDossier()
    const own = await office.signed('archivist', dossier.name)
    expect(await code('archivist', 'lookups.handOut', { id: own, folders: [counted(dossier.id)] })).toBe('same-person')
    archive.store.prepare(`UPDATE person SET roles = '["officeDirector","archivist"]' WHERE login = 'officedirector'`).run()
    archive.store.write((trx) => declareQualification({ trx, now: '2026-11-23T00:00:00.000Z', recordedBy: 1 }, office.people.officedirector, TEST_QUALIFICATION))
    expect(await code('officedirector', 'lookups.handOut', { id: own, folders: [counted(dossier.id)] })).toBe('same-person')
    archive.store.prepare(`UPDATE person SET roles = '["officeDirector"]' WHERE login = 'officedirector'`).run()
    expect(await code('archivist2', 'lookups.handOut', { id: own, folders: [counted(dossier.id)] })).toBeNull()
    expect(await code('archivist', 'lookups.takeBack', counted(dossier.id))).toBe('same-person')
    expect(await code('archivist', 'lookups.reportLost', { id: own, dossierId: dossier.id, findings: '不见' })).toBe('same-person')
    expect(await code('archivist', 'lookups.renew', { id: own, dossierId: dossier.id, dueOn: '2026-12-03', reason: '未完' })).toBe('same-person')
  })

  test('a folder is in one pair of hands: the refusal says whose', async () => {
    const dossier = newDossier()
    const first = await office.lent('salesperson', dossier)
    const second = await office.signed('salesperson2', dossier.name)
    const { number } = await office.slip(first)
    expect((await office.slip(second)).may.handOut).toBe(false)
    expect(await details('archivist', 'lookups.handOut', { id: second, folders: [counted(dossier.id)] }))
      .toEqual({ code: 'dossier-lent', details: { number: dossier.number, slipNumber: number, borrower: '测试salesperson' } })
    await office.takeBack(dossier.id)
    expect((await office.slip(second)).may.handOut).toBe(true)
    await office.handOut(second, dossier.id)
    await office.takeBack(dossier.id)
  })

  test.each(['missing', 'moving'])('a folder that is %s is not handed out', async (custody) => {
    const { archive } = office
    const dossier = newDossier()
    const id = await office.signed('salesperson', dossier.name)
    archive.store.prepare('UPDATE dossier SET custody = ? WHERE id = ?').run(custody, dossier.id)
    expect(await details('archivist', 'lookups.handOut', { id, folders: [counted(dossier.id)] }))
      .toEqual({ code: 'dossier-not-shelved', details: { number: dossier.number, custody } })
  })

  test('all or nothing: one bad folder, and none is handed out', async () => {
    const one = newDossier()
    const two = newDossier()
    const id = await office.signed('salesperson', '两卷', { dossierIds: [one.id, two.id] })
    expect(await code('archivist', 'lookups.handOut', { id, folders: [counted(one.id), counted(two.id, { pages: 1 })] })).toBe('pages-differ')
    expect((await office.slip(id)).state).toBe('signed')
  })
})

describe('taking back, renewing, claiming, losing', () => {
  test('what is not lent is not taken back; a count that differs is explained', async () => {
    const dossier = newDossier()
    expect(await code('archivist', 'lookups.takeBack', counted(dossier.id))).toBe('wrong-state')
    expect(await code('archivist', 'lookups.takeBack', counted(9999))).toBe('not-found')
    await office.lent('salesperson', dossier)
    expect(await code('salesperson', 'lookups.takeBack', counted(dossier.id))).toBe('forbidden')
    expect(await code('archivist', 'lookups.takeBack', counted(dossier.id, { pages: 41 }))).toBe('pages-differ')
    expect(await code('archivist', 'lookups.takeBack', counted(dossier.id, { pages: 41, remarks: '多 1 页，已查明' }))).toBeNull()
    expect(await code('archivist', 'lookups.takeBack', counted(dossier.id))).toBe('wrong-state')
  })

  test('renewed once, later than before, no longer than a fresh loan, not by the borrower', async () => {
    const dossier = newDossier()
    const id = await office.lent('salesperson', dossier, { untilOn: '2026-11-25' })
    const renew = (as: TestLogin, dueOn: string) => details(as, 'lookups.renew', { id, dossierId: dossier.id, dueOn, reason: '未完' })
    expect((await renew('salesperson', '2026-12-01'))?.code).toBe('forbidden')
    expect((await renew('archivist', '2026-11-25'))?.code).toBe('due-before-today')
    expect(await renew('archivist', '2026-12-04')).toEqual({ code: 'renewal-limit', details: { days: 10, latest: '2026-12-03' } })
    expect((await office.slip(id, 'officedirector')).may.renew).toBe(true)
    expect(await renew('officedirector', '2026-12-03')).toBeNull()
    expect(await renew('archivist', '2026-12-03')).toEqual({ code: 'renewal-limit', details: { max: 1 } })
    expect((await office.slip(id)).may.renew).toBe(false)
    expect(await code('archivist', 'lookups.renew', { id, dossierId: 9999, dueOn: '2026-12-01', reason: '未完' })).toBe('not-found')
  })

  test('claimed returned: by the borrower, once; it stays out until it is found', async () => {
    const dossier = newDossier()
    const id = await office.lent('salesperson2', dossier)
    const claim = (as: TestLogin) => code(as, 'lookups.claimReturned', { id, dossierId: dossier.id, remarks: '周一放在柜台' })
    expect(await claim('salesperson')).toBe('not-found')
    expect(await claim('officedirector')).toBe('forbidden')
    expect(await claim('salesperson2')).toBeNull()
    expect(await claim('salesperson2')).toBe('wrong-state')
    expect(await office.slip(id)).toMatchObject({ state: 'out', isClaimedReturned: true, may: { claimReturned: false, takeBack: true, reportLost: true } })
    expect(await office.takeBack(dossier.id)).toMatchObject({ slipState: 'returned' })
    expect((await office.slip(id)).isClaimedReturned).toBe(false)
  })

  test('lost and found: the folder is missing, the loan stays open, taking it back sets both right', async () => {
    const { archive } = office
    const dossier = newDossier()
    const id = await office.lent('salesperson', dossier)
    const custody = () => archive.store.prepare('SELECT custody, custodySince FROM dossier WHERE id = ?').get(dossier.id)
    expect(await code('archivist', 'lookups.reportLost', { id, dossierId: dossier.id, findings: '本人承认遗失' })).toBeNull()
    expect(custody()).toEqual({ custody: 'missing', custodySince: office.clock.now().toISOString() })
    const lost = await office.slip(id)
    expect(lost).toMatchObject({ state: 'out', isLost: true, may: { reportLost: false, renew: false, claimReturned: false, takeBack: true } })
    expect(lost.events.at(-1)).toMatchObject({ what: 'lost', remarks: '本人承认遗失' })
    expect(await code('archivist', 'lookups.reportLost', { id, dossierId: dossier.id, findings: '再报' })).toBe('wrong-state')
    expect(await code('salesperson', 'lookups.claimReturned', { id, dossierId: dossier.id })).toBe('wrong-state')
    // Found in the room: it still has to be taken back and counted, or the loan would stay open for ever.
    expect(await code('archivist', 'cabinet.reportFound', { dossierId: dossier.id, remarks: '在架上' })).toBe('dossier-lent')
    expect(await office.takeBack(dossier.id)).toMatchObject({ slipState: 'returned' })
    expect(custody()).toMatchObject({ custody: 'in' })
    expect((await office.slip(id)).isLost).toBe(false)
  })

  test('reminders count to three, and only for what is overdue', async () => {
    const dossier = newDossier()
    const id = await office.lent('salesperson', dossier, { untilOn: '2026-11-23' })
    expect(await code('archivist', 'lookups.remind', { id })).toBe('wrong-state')
    office.clock.addDays(1)
    expect((await office.slip(id)).may.remind).toBe(true)
    const steps = []
    for (let time = 0; time < 4; time++) steps.push((await office.callAs('archivist', 'lookups.remind', { id })).step)
    expect(steps).toEqual([1, 2, 3, 3])
    office.clock.addDays(-1)
  })
})
