import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unmetConditions } from '../../src/shared/rules/regulations/conditions.ts'
import { adoptTrial } from '../regulations/trial.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeEach(async () => { desk = await openDesk() })
afterEach(() => desk.close())

describe('who confirms', () => {
  it('is whom the regulation names, each dossier by its own version', async () => {
    const before = await desk.open('salesperson', '旧版公司')
    await adoptTrial(desk, (body) => { body.confirmation = { clause: '5', role: 'creditAdministrator' } })
    const after = await desk.open('salesperson', '新版公司')
    const contract = await desk.open('salesperson', '合同公司', { kind: 'contract' })
    const seen = async (login: 'salesdirector' | 'creditadministrator', { id }: { id: number }) => {
      const { confirmer, mayConfirm } = await desk.callAs(login, 'dossiers.get', { id })
      return [confirmer, mayConfirm]
    }
    expect(await seen('salesdirector', before)).toEqual(['salesDirector', true])
    expect(await seen('creditadministrator', before)).toEqual(['salesDirector', false])
    expect(await seen('salesdirector', after)).toEqual(['creditAdministrator', false])
    expect(await seen('creditadministrator', after)).toEqual(['creditAdministrator', true])
    expect(await seen('salesdirector', contract)).toEqual(['salesDirector', true])
    expect(await desk.refusal('salesdirector', 'dossiers.confirm', { id: after.id })).toBe('forbidden')
    expect(await desk.refusal('creditadministrator', 'dossiers.confirm', { id: before.id })).toBe('forbidden')

    await desk.callAs('creditadministrator', 'dossiers.confirm', { id: after.id })
    expect(await desk.callAs('salesperson', 'dossiers.get', { id: after.id })).toMatchObject({ isConfirmed: true, confirmedByName: '测试creditAdministrator' })
  })

  it('is reminded, and nobody else', async () => {
    const before = await desk.open('salesperson', '旧版公司')
    await adoptTrial(desk, (body) => {
      body.confirmation = { clause: '5', role: 'creditAdministrator' }
      body.deadlines.push({ id: 'review', clause: '5', title: '审核', kind: 'credit', from: 'opened', within: { months: 1 }, until: 'confirmed', role: 'creditAdministrator' })
    })
    const after = await desk.open('salesperson', '新版公司')
    const waiting = async (login: 'salesdirector' | 'creditadministrator') =>
      (await desk.callAs(login, 'home.overview', {})).todo.flatMap(({ subject }) => (subject?.kind === 'dossier' && [before.id, after.id].includes(subject.id) ? [subject.id] : []))
    expect(await waiting('salesdirector')).toEqual([before.id])
    expect(await waiting('creditadministrator')).toEqual([after.id])
    await desk.callAs('creditadministrator', 'dossiers.confirm', { id: after.id })
    expect(await waiting('creditadministrator')).toEqual([])
  })

  it('never opened it', async () => {
    await adoptTrial(desk, (body) => { body.confirmation = { clause: '5', role: 'creditAdministrator' } })
    const own = await desk.open('creditadministrator', '自立公司')
    expect(await desk.refusal('creditadministrator', 'dossiers.confirm', { id: own.id })).toBe('same-person')
  })
})

describe('the conditions of a dossier', () => {
  const conditions = ['已签合同', '往来频繁', '行业特殊']
  const opening = (needs: 'all' | 'any') => ({ clause: '5', needs, conditions })

  it.each([
    ['no regulation asks', null, [], []],
    ['all hold', opening('all'), conditions, []],
    ['all are asked and one is missing', opening('all'), ['已签合同', '行业特殊'], ['往来频繁']],
    ['any is asked and one holds', opening('any'), ['行业特殊'], []],
    ['any is asked and none holds', opening('any'), [], conditions],
    ['any is asked and something else holds', opening('any'), ['合作愉快'], conditions],
  ] as const)('%s', (_case, asked, ticked, unmet) => {
    expect(unmetConditions({ opening: asked && { ...asked, conditions: [...asked.conditions] } }, ticked)).toEqual(unmet)
  })

  it('are ticked before it is opened, and stand in the log', async () => {
    await adoptTrial(desk, (body) => { body.opening = opening('any') })
    const partyId = desk.party('待立公司')
    const where = { partyId, departmentId: desk.departments.XS1 }
    expect(await desk.answerAs('salesperson', 'dossiers.open', where)).toMatchObject({ error: { code: 'conditions-unmet', details: { clause: '5', needs: 'any', conditions } } })
    expect(await desk.refusal('salesperson', 'dossiers.open', { ...where, conditions: ['往来频繁', '合作愉快'] })).toBe('bad-input')
    expect(desk.archive.store.prepare("SELECT count(*) AS opened FROM dossierNumber").get()).toEqual({ opened: 0 })
    await desk.callAs('salesperson', 'dossiers.open', { ...where, conditions: ['往来频繁'] })
    const { detail } = desk.archive.store.prepare("SELECT detail FROM audit WHERE method = 'dossiers.open' AND outcome = 'done'").get() as { detail: string }
    expect(JSON.parse(detail)).toMatchObject({ partyId, conditions: ['往来频繁'] })
    await desk.open('salesperson', '合同公司', { kind: 'contract' })
  })
})

describe('what a page needs of the regulation in force', () => {
  it('comes with the status, and a new dossier has its usual level', async () => {
    await adoptTrial(desk, (body) => {
      body.defaultLevel = 'secret'
      body.grades = [{ grade: 'AA', label: '优秀', measures: '额度从宽' }, { grade: 'C', label: '不良' }]
    })
    const { regulation } = await desk.callAs('salesperson', 'archive.status', {})
    expect(regulation).toMatchObject({ defaultLevel: 'secret', opening: null, grades: [{ grade: 'AA', label: '优秀', measures: '额度从宽' }, { grade: 'C', label: '不良' }] })
    const level = async ({ id }: { id: number }) => (await desk.callAs('salesperson', 'dossiers.get', { id })).level
    expect(await level(await desk.open('salesperson', '一般公司'))).toBe('secret')
    expect(await level(await desk.open('salesperson', '合同公司', { kind: 'contract' }))).toBe('secret')
    expect(await level(await desk.open('salesperson', '公开公司', { level: 'public' }))).toBe('public')
  })
})
