import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WITH_TRANSFERS } from '../custody/office.ts'
import { approve, appraise, carryOut, destroyAll, openCase, openOldDossier, watch } from '../disposal/office.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'
import { verify } from '../storage/archive-with-scans.ts'
import { adoptRegulation, currentRegulation } from '../../src/main/regulations/load.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import type { TestLogin } from '../builders/archive.ts'

// Between two steps of a case the clock is set back, the regulation changes, a person leaves, a qualification ends.

let desk: Desk
beforeEach(async () => { desk = await openDesk() })
afterEach(() => desk.close())

const day = () => desk.clock.now().toISOString().slice(0, 10)
const leaves = (login: TestLogin) => desk.callAs('systemadministrator', 'people.disable', { id: desk.people[login], reason: '离职' })
const adopt = (change: (body: Regulation) => void) => desk.archive.store.write((trx) => {
  const body = structuredClone(currentRegulation(trx, day()).regulation)
  change(body)
  return adoptRegulation(trx, body, day())
})
const slipOf = async (dossierId: number, partyName: string, applicant: TestLogin = 'salesperson') => (await desk.callAs('archivist', 'lookups.create', {
  applicantId: desk.people[applicant], partyName, dossierIds: [dossierId], purpose: '核对', manner: 'borrow', untilOn: '2026-12-31', submit: true,
})).id
const counted = (dossierId: number) => ({ dossierId, pages: 0, condition: 'good' as const })
const sound = async () => expect((await verify(desk)).findings).toEqual([])

async function shelved(name: string) {
  const opened = await desk.open('salesperson', name)
  const { drawers } = await desk.furnish({ room: `${name}库`, code: String(opened.id + 40), drawers: 1 })
  await desk.callAs('archivist', 'cabinet.place', { dossierId: opened.id, drawerId: drawers[0]! })
  return opened
}

describe('the clock', () => {
  test.each([1, 365])('set back by %i days on the first day, the office goes on under its first regulation', async (days) => {
    desk.clock.addDays(-days)
    const { id } = await desk.open('salesperson', '时差公司')
    await desk.callAs('salesperson', 'documents.add', { dossierId: id, itemCode: '1.1', title: '营业执照', pages: 1 })
    await sound()
  })

  test('set back while a folder is out: it comes back all the same, and who had it follows one another', async () => {
    const { id } = await shelved('回拨公司')
    desk.clock.addDays(3)
    const slip = await slipOf(id, '回拨公司')
    await desk.callAs('officedirector', 'lookups.sign', { id: slip, decision: 'agreed' })
    await desk.callAs('archivist', 'lookups.handOut', { id: slip, folders: [counted(id)] })
    desk.clock.addDays(-1)
    await desk.callAs('archivist', 'lookups.takeBack', counted(id))
    desk.clock.addDays(2)
    await sound()
  })
})

describe('a destroyed folder', () => {
  test('is on no slip that was drafted before, nor handed out on one that had run out', async () => {
    const old = await openOldDossier(desk, '旧档公司')
    const fields = { applicantId: desk.people.salesperson, partyName: '旧档公司', dossierIds: [old.id], purpose: '核对', manner: 'borrow' as const }
    const draft = await desk.callAs('archivist', 'lookups.create', { ...fields, untilOn: '2026-12-31' })
    const signed = await desk.callAs('archivist', 'lookups.create', { ...fields, untilOn: day(), submit: true })
    await desk.callAs('officedirector', 'lookups.sign', { id: signed.id, decision: 'agreed' })
    desk.clock.addDays(1)
    await destroyAll(desk, [old.id])
    expect(await desk.refusal('archivist', 'lookups.submit', { id: draft.id })).toBe('not-found')
    await desk.callAs('archivist', 'lookups.cancel', { id: draft.id, reason: '案卷已销毁' })
    desk.clock.addDays(-1)
    expect(await desk.refusal('archivist', 'lookups.handOut', { id: signed.id, folders: [counted(old.id)] })).toBe('dossier-not-shelved')
    expect((await desk.callAs('archivist', 'lookups.get', { id: signed.id })).may.handOut).toBe(false)
    desk.clock.addDays(1)
    await sound()
  })
})

describe('a regulation that changes in the middle', () => {
  test('of a slip: signed by whom it began under, as long as then; the next one by the new', async () => {
    const { id } = await shelved('换规公司')
    const slip = await slipOf(id, '换规公司')
    adopt(({ lookup }) => {
      for (const line of Object.values(lookup.signers).flat() as { role: string }[]) line.role = 'generalManager'
      lookup.loanDays.borrow = 1
    })
    const next = await slipOf(id, '换规公司')
    expect(await desk.refusal('generalmanager', 'lookups.sign', { id: slip, decision: 'agreed' })).toBe('forbidden')
    expect(await desk.callAs('officedirector', 'lookups.sign', { id: slip, decision: 'agreed' })).toEqual({ state: 'signed' })
    expect(await desk.refusal('officedirector', 'lookups.sign', { id: next, decision: 'agreed' })).toBe('forbidden')
    await desk.callAs('archivist', 'lookups.handOut', { id: slip, folders: [counted(id)] })
    expect(desk.archive.store.prepare('SELECT dueOn FROM loan WHERE slipId = ?').get(slip)).not.toEqual({ dueOn: '2026-11-24' })
  })

  test('of a transfer and of a disposal: they end as they began', async () => {
    const old = await openOldDossier(desk, '换规旧档')
    desk.archive.store.write((trx) => adoptRegulation(trx, WITH_TRANSFERS, day()))
    const contract = await desk.callAs('salesperson', 'contracts.open', {
      partyId: desk.party('移交公司'), departmentId: desk.departments.XS1, subject: '煤', direction: 'sale', handlerId: desk.people.salesperson,
    })
    const list = await desk.callAs('departmentclerk', 'transfers.create', { from: 'department', to: 'administrator', departmentId: desk.departments.XS1, dossierIds: [contract.id] })
    await desk.callAs('departmentclerk', 'transfers.submit', { id: list.id })
    const one = await openCase(desk, [old.id])
    await appraise(desk, one, [old.id])
    adopt((body) => { body.transfers = []; body.disposal = null })
    await desk.callAs('creditadministrator', 'transfers.receive', { id: list.id, lines: [{ dossierId: contract.id, decision: 'accepted', pages: 0 }], sign: true })
    await approve(desk, one)
    await watch(desk, one, [old.id])
    await carryOut(desk, one)
    await sound()
  })
})

describe('who leaves in the middle', () => {
  test('gets nothing signed, handed out or renewed any more; what he has comes back', async () => {
    const [early, late, out] = [await shelved('离职甲'), await shelved('离职乙'), await shelved('离职丙')]
    const [submitted, signed, lent] = [await slipOf(early.id, '离职甲'), await slipOf(late.id, '离职乙'), await slipOf(out.id, '离职丙')]
    for (const id of [signed, lent]) await desk.callAs('officedirector', 'lookups.sign', { id, decision: 'agreed' })
    await desk.callAs('archivist', 'lookups.handOut', { id: lent, folders: [counted(out.id)] })
    await leaves('salesperson')
    expect(await desk.refusal('officedirector', 'lookups.sign', { id: submitted, decision: 'agreed' })).toBe('applicant-left')
    expect(await desk.refusal('archivist', 'lookups.handOut', { id: signed, folders: [counted(late.id)] })).toBe('applicant-left')
    desk.clock.addDays(1)
    expect(await desk.refusal('archivist', 'lookups.renew', { id: lent, dossierId: out.id, dueOn: '2026-12-04', reason: '续' })).toBe('applicant-left')
    expect((await desk.callAs('archivist', 'lookups.get', { id: signed })).may).toMatchObject({ handOut: false, cancel: true })
    await desk.callAs('officedirector', 'lookups.sign', { id: submitted, decision: 'refused', reason: '申请人已离职' })
    await desk.callAs('archivist', 'lookups.takeBack', counted(out.id))
    await sound()
  })

  test('an archivist whose qualification ends while a folder is out takes it back no more; another does', async () => {
    const { id } = await shelved('到期公司')
    const slip = await slipOf(id, '到期公司')
    await desk.callAs('officedirector', 'lookups.sign', { id: slip, decision: 'agreed' })
    await desk.callAs('archivist', 'lookups.handOut', { id: slip, folders: [counted(id)] })
    adopt((body) => { body.qualification = { clause: '7', education: 'college', retrievalSkill: true, training: true, examination: { passScore: 60 }, validMonths: 12 } })
    const { id: training } = await desk.callAs('officedirector', 'trainings.record', { title: '年度考核', heldOn: '2026-11-20', attendees: [{ personId: desk.people.archivist2, score: 90 }] })
    expect(training).toBeGreaterThan(0)
    desk.clock.set(new Date(2027, 2, 3, 10))
    expect(await desk.refusal('archivist', 'lookups.takeBack', counted(id))).toBe('not-qualified')
    await desk.callAs('archivist2', 'lookups.takeBack', counted(id))
    await sound()
  })
})
