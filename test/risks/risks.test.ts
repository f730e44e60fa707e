import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import { listingFacts } from '../../src/main/risks/facts.ts'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'
import { openTestArchive, presets, type TestArchive, type TestLogin } from '../builders/archive.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })).id
})
afterEach(async () => { await office.close() })

const code = async <Name extends MethodName>(login: TestLogin, method: Name, input: Input<Name>) => {
  const answer = await office.answerAs(login, method, input)
  return answer.ok ? null : answer.error.code
}
const bad = { list: 'bad' as const, reason: 'overdue' as const, detail: '货款逾期', measure: 'suspend' as const }
const propose = (more: object = {}, login: TestLogin = 'creditadministrator') => office.callAs(login, 'listings.propose', { partyId, ...bad, ...more })
const listings = async (input: object = {}) => (await office.callAs('creditadministrator', 'listings.list', { partyId, ...input })).rows
const lawsuit = (on = '2026-11-01') => office.callAs('creditadministrator', 'surveys.record', { partyId, on, form: { kind: 'notice', what: 'lawsuit', source: '法院公告' } })

describe('lists', () => {
  test('proposed by one, decided by another; once on a list at a time; released the same way', async () => {
    const { id, number } = await propose({ untilOn: '2027-05-31' })
    expect(number).toBe('MD-2026-0001')
    expect(await code('creditadministrator', 'listings.propose', { partyId, ...bad })).toBe('duplicate')
    expect(await code('creditadministrator', 'listings.decide', { id, version: 1, decision: 'agreed' })).toBe('forbidden')
    expect(listingFacts(office.archive.store, partyId, '2026-11-23')['badListed']!.value).toBe(0)
    await office.callAs('officedirector', 'listings.decide', { id, version: 1, decision: 'agreed' })
    expect(await code('generalmanager', 'listings.decide', { id, version: 2, decision: 'refused' })).toBe('wrong-state')
    expect(listingFacts(office.archive.store, partyId, '2026-11-23')['badListed']).toMatchObject({ value: 1, sources: [{ kind: 'listings', line: number }] })
    expect(listingFacts(office.archive.store, partyId, '2026-11-22')['badListed']!.value).toBe(0)
    expect(await listings()).toMatchObject([{ owed: null }])
    await office.callAs('creditadministrator', 'receivables.add', { partyId, number: 'YS-1', issuedOn: '2026-09-01', dueOn: '2026-10-24', amountFen: 700_00 })
    await office.callAs('officedirector', 'listings.proposeRelease', { id, version: 2, reason: '已付清' })
    // Whoever decides sees what is still owed.
    expect(await listings()).toMatchObject([{ releaseReason: '已付清', owed: { balanceFen: 700_00, overdueFen: 700_00, longestOverdueDays: 30 } }])
    expect(await code('officedirector', 'listings.decideRelease', { id, version: 3, decision: 'agreed' })).toBe('same-person')
    await office.callAs('officedirector2', 'listings.decideRelease', { id, version: 3, decision: 'refused', remarks: '尚欠利息' })
    expect(await listings()).toMatchObject([{ state: 'inForce', releaseReason: null }])
    await office.callAs('creditadministrator', 'listings.proposeRelease', { id, version: 4, reason: '已付清' })
    await office.callAs('officedirector', 'listings.decideRelease', { id, version: 5, decision: 'agreed' })
    expect(await listings()).toEqual([])
    expect(await listings({ state: 'past' })).toMatchObject([{ state: 'released', number }])
    expect((await propose()).number).toBe('MD-2026-0002')
  })

  test('an office director does not decide what he proposed; a refused one is not in force', async () => {
    const { id } = await propose({}, 'officedirector')
    expect(await code('officedirector', 'listings.decide', { id, version: 1, decision: 'agreed' })).toBe('same-person')
    expect(await code('officedirector2', 'listings.decide', { id, version: 2, decision: 'agreed' })).toBe('changed-meanwhile')
    await office.callAs('generalmanager', 'listings.decide', { id, version: 1, decision: 'refused', remarks: '金额小' })
    expect(listingFacts(office.archive.store, partyId, '2026-11-23')['badListed']!.value).toBe(0)
    expect(await code('creditadministrator', 'listings.proposeRelease', { id, version: 2, reason: '…' })).toBe('wrong-state')
  })

  test('a measure that does not fit, a term that is over, a hidden party', async () => {
    expect(await code('creditadministrator', 'listings.propose', { partyId, ...bad, list: 'watch' })).toBe('bad-input')
    expect(await code('creditadministrator', 'listings.propose', { partyId, ...bad, measure: 'observe' })).toBe('bad-input')
    expect(await code('creditadministrator', 'listings.propose', { partyId, ...bad, untilOn: '2026-11-23' })).toBe('bad-input')
    await propose()
    expect((await listings({ text: '%' })).length + (await listings({ text: '_' })).length).toBe(0)
    expect(await listings({ text: '锦岱' })).toHaveLength(1)
    expect((await office.callAs('salesperson2', 'listings.list', {})).total).toBe(0)
    expect((await office.callAs('salesperson', 'listings.list', {})).rows).toMatchObject([{ may: { decide: false, proposeRelease: false } }])
    expect(await code('salesperson2', 'risks.ofParty', { partyId })).toBe('not-found')
  })

  test('a term that ends lifts nothing: it is a thing to do', async () => {
    const { id } = await propose({ untilOn: '2026-12-10' })
    await office.callAs('officedirector', 'listings.decide', { id, version: 1, decision: 'agreed' })
    const todo = async (login: TestLogin, kind: string) => (await office.callAs(login, 'home.overview', {})).todo.filter((line) => line.kind === kind)
    expect(await todo('creditadministrator', 'listingTermEnds')).toMatchObject([{ group: 'soon', dueOn: '2026-12-10' }])
    office.clock.addDays(30)
    expect(await todo('creditadministrator', 'listingTermEnds')).toMatchObject([{ group: 'overdue' }])
    expect(await listings()).toMatchObject([{ state: 'inForce', isTermOver: true }])
    expect(await code('officedirector', 'listings.prolong', { id, version: 2, untilOn: '2026-12-23', remarks: '未还' })).toBe('bad-input')
    await office.callAs('officedirector', 'listings.prolong', { id, version: 2, untilOn: '2027-06-30', remarks: '未还' })
    expect(await todo('creditadministrator', 'listingTermEnds')).toEqual([])
  })

  test('waits with those who may decide, never with who proposed', async () => {
    await propose({ list: 'watch', measure: 'observe' }, 'officedirector')
    expect((await office.callAs('generalmanager', 'home.overview', {})).todo.find(({ kind }) => kind === 'listingToDecide')!.subject).toMatchObject({ kind: 'listing', code: 'watch' })
    const waits = async (login: TestLogin) => (await office.callAs(login, 'home.overview', {})).todo.some(({ kind }) => kind === 'listingToDecide')
    expect([await waits('officedirector'), await waits('officedirector2'), await waits('generalmanager'), await waits('creditadministrator')]).toEqual([false, true, true, false])
  })
})

describe('scanning', () => {
  const scan = () => office.callAs('creditadministrator', 'warnings.scan', {})
  const warnings = async (state: 'open' | 'handled' | 'over' = 'open', login: TestLogin = 'creditadministrator') => (await office.callAs(login, 'warnings.list', { state })).rows

  test('looks at whoever anything is known of, with or without a dossier; finds, keeps, ends and finds anew', async () => {
    expect(await scan()).toEqual({ parties: 0, found: 0, over: 0 })
    const { id } = await lawsuit()
    expect(await scan()).toEqual({ parties: 1, found: 1, over: 0 })
    expect(await warnings()).toMatchObject([{ code: 'W33', severity: 'look', values: { openLawsuits: 1 }, firstOn: '2026-11-23', lastOn: '2026-11-23' }])
    office.clock.addDays(1)
    expect(await scan()).toEqual({ parties: 1, found: 0, over: 0 })
    const [warning] = await warnings()
    expect(warning).toMatchObject({ firstOn: '2026-11-23', lastOn: '2026-11-24' })
    await office.callAs('creditadministrator', 'warnings.handle', { id: warning!.id, handling: '与货款无关' })
    expect(await code('officedirector', 'warnings.handle', { id: warning!.id, handling: '再' })).toBe('wrong-state')
    expect(await scan()).toMatchObject({ found: 0 })
    await office.callAs('creditadministrator', 'surveys.clear', { id, clearedOn: '2026-11-24' })
    expect(await scan()).toMatchObject({ found: 0, over: 1 })
    await lawsuit('2026-11-24')
    expect(await scan()).toMatchObject({ found: 1 })
    expect([(await warnings()).length, (await warnings('over')).length]).toEqual([1, 1])
    expect(await warnings('open', 'salesperson2')).toEqual([])
    expect(await warnings('open', 'salesperson')).toHaveLength(1)
  })

  test('where the regulation asks for an agreement to read dossiers, a warning is told without its figures', async () => {
    await lawsuit()
    await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
    await scan()
    office.archive.store.write((trx) => adoptRegulation(trx, presets.find(({ id }) => id === 'S13')!, '2026-11-23'))
    expect(await warnings('open', 'salesdirector')).toMatchObject([{ code: 'W33', partyId, values: {} }])
    expect((await warnings('open', 'salesdirector'))[0]!.values).toEqual({})
    expect(await code('salesdirector', 'risks.ofParty', { partyId })).toBe('agreement-missing')
  })

  test('a proposal out of a warning deals with it', async () => {
    await lawsuit()
    await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
    await scan()
    const [warning] = await warnings()
    await propose({ warningId: warning!.id })
    expect(await warnings('handled')).toMatchObject([{ handling: 'MD-2026-0001' }])
    expect(await code('creditadministrator', 'listings.propose', { partyId, list: 'watch', reason: 'warning', detail: '…', measure: 'observe', warningId: warning!.id })).toBe('not-found')
  })

  test('the risks of a party: four aspects, what is unknown is told as such', async () => {
    await lawsuit()
    const risks = await office.callAs('salesperson', 'risks.ofParty', { partyId })
    expect(risks.aspects.map(({ aspect }) => aspect)).toEqual(['operating', 'market', 'financial', 'conduct'])
    expect(risks.aspects[3]!.warnings.find((one) => one.code === 'W33')).toMatchObject({ state: 'hit' })
    expect(risks.aspects[2]!.warnings.find((one) => one.code === 'W21')).toMatchObject({ state: 'unknown' })
    expect(risks.altman).toMatchObject({ z: null, zone: null })
    expect(risks.aspects[2]!.facts.find(({ name }) => name === 'equity')).toMatchObject({ value: null, absent: 'notProvided' })
  })
})
