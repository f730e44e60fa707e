import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { surveyFacts } from '../../src/main/surveys/facts.ts'
import { MANAGEMENT_ITEMS, SITE_ITEMS, siteScore } from '../../src/shared/rules/surveys/forms.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', industry: '锻件及粉末冶金', departmentId: office.departments.XS1 })).id
})
afterEach(async () => { await office.close() })

const site = (marks: number, more: object = {}) => ({
  kind: 'site' as const, visitors: '李若谷', items: Object.fromEntries(SITE_ITEMS.map((item) => [item, marks])) as Record<(typeof SITE_ITEMS)[number], number>,
  management: Object.fromEntries(MANAGEMENT_ITEMS.map((item, index) => [item, index < 3])) as Record<(typeof MANAGEMENT_ITEMS)[number], boolean>, ...more,
})
const notice = (what: 'lawsuit' | 'award' | 'negative' | 'dishonest' | 'controlChanged') => ({ kind: 'notice' as const, what, source: '公示系统' })
const record = (on: string, form: object, login: 'salesperson' | 'creditadministrator' = 'creditadministrator') =>
  office.callAs(login, 'surveys.record', { partyId, on, form: form as never })
const refusal = async (login: Parameters<TestArchive['answerAs']>[0], input: object) => {
  const answer = await office.answerAs(login, 'surveys.record', { partyId, on: '2026-11-01', ...input } as never)
  return answer.ok ? null : answer.error.code
}
const facts = (asOf: string) => surveyFacts(office.archive.store, partyId, asOf)
const values = (asOf: string, ...names: string[]) => names.map((name) => facts(asOf)[name]!.value ?? facts(asOf)[name]!.absent)

describe('recording', () => {
  test('is refused for a hidden party, a day to come, a notice by a salesperson, a page that is not the party’s', async () => {
    expect(await refusal('salesperson2', { form: site(15) })).toBe('not-found')
    expect(await refusal('salesperson', { form: site(15), on: '2026-11-24' })).toBe('bad-input')
    expect(await refusal('salesperson', { form: notice('lawsuit') })).toBe('forbidden')
    expect(await refusal('salesperson', { form: site(21) })).toBe('bad-input')
    const other = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS1 })
    const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId: other.id, departmentId: office.departments.XS1 })
    const document = await office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, itemCode: '2.2', title: '现场调查表', pages: 1 })
    const upload = await office.upload('salesperson', '调查.pdf', tinyPdf('survey'))
    const { ids } = await office.callAs('salesperson', 'attachments.add', { documentId: document.id, uploads: [upload] })
    expect(await refusal('salesperson', { form: site(15), evidence: { attachmentId: ids[0]!, page: 1 } })).toBe('not-found')
    const own = await office.answerAs('salesperson', 'surveys.record', { partyId: other.id, on: '2026-11-01', form: site(15), evidence: { attachmentId: ids[0]!, page: 1 } })
    expect(own.ok).toBe(true)
    expect(await office.callAs('salesperson', 'surveys.list', { partyId: other.id })).toMatchObject([{ score: 75, evidence: { page: 1, title: '现场调查表', dossierId: dossier.id } }])
    expect(await office.answerAs('salesperson', 'surveys.record', { partyId: other.id, on: '2026-11-01', form: site(15), evidence: { attachmentId: ids[0]!, page: 2 } })).toMatchObject({ error: { code: 'not-found' } })
    // Nor a page of a dossier that he may not read.
    const { store } = office.archive
    store.prepare("UPDATE dossier SET level = 'confidential' WHERE id = ?").run(dossier.id)
    store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.access', json(?))").run(JSON.stringify({ authorisation: { clause: '5', role: 'generalManager', fromLevel: 'confidential' }, clearance: null, agreement: null }))
    expect(await office.answerAs('creditadministrator', 'surveys.record', { partyId: other.id, on: '2026-11-02', form: site(16), evidence: { attachmentId: ids[0]!, page: 1 } })).toMatchObject({ error: { code: 'not-authorised' } })
  })

  test('what is recorded is withdrawn with a reason by its author or the office director, and never rewritten', async () => {
    const { id } = await record('2026-11-01', site(15), 'salesperson')
    expect(await office.answerAs('creditadministrator', 'surveys.withdraw', { id, reason: '误' })).toMatchObject({ error: { code: 'forbidden' } })
    expect(await office.callAs('creditadministrator', 'surveys.list', { partyId })).toMatchObject([{ may: { withdraw: false, clear: false } }])
    await office.callAs('officedirector', 'surveys.withdraw', { id, reason: '去错了厂区' })
    expect(await office.answerAs('officedirector', 'surveys.withdraw', { id, reason: '再' })).toMatchObject({ error: { code: 'wrong-state' } })
    expect(await office.callAs('salesperson', 'surveys.list', { partyId })).toMatchObject([{ withdrawReason: '去错了厂区', may: { withdraw: false } }])
    expect(facts('2026-11-23')['siteScore']!.absent).toBe('notProvided')
    for (const change of ["UPDATE survey SET form = '{}'", 'UPDATE survey SET "on" = \'2020-01-01\'', 'DELETE FROM survey']) {
      expect(() => office.archive.store.connection.exec(change)).toThrow(/withdrawn, never/)
    }
  })

  test('a notice is cleared once, from a day that is neither before it nor to come', async () => {
    const { id } = await record('2026-10-01', notice('lawsuit'))
    const clear = async (clearedOn: string) => {
      const answer = await office.answerAs('creditadministrator', 'surveys.clear', { id, clearedOn })
      return answer.ok ? null : answer.error.code
    }
    expect(await clear('2026-09-30')).toBe('bad-input')
    expect(await clear('2026-11-24')).toBe('bad-input')
    expect(values('2026-11-23', 'openLawsuits')).toEqual([1])
    expect(await clear('2026-11-10')).toBeNull()
    expect(await clear('2026-11-11')).toBe('wrong-state')
    expect([values('2026-11-09', 'openLawsuits'), values('2026-11-10', 'openLawsuits')]).toEqual([[1], [0]])
  })
})

describe('what the facts say', () => {
  test('the last visit on or before the day; a share without its source and an idle works', async () => {
    await record('2026-05-01', site(18, { position: 'leader', marketShare: 1200, marketSource: '协会年报', operatingRate: 9000 }))
    await record('2026-11-01', site(20, { operatingRate: 5999, marketShare: 3000, isWithinScope: false }))
    const names = ['siteScore', 'operatingRate', 'managementPoints', 'industryPosition', 'surveyedMarketShare', 'scopeExceeded']
    expect(values('2026-04-30', ...names)).toEqual(Array.from({ length: 6 }, () => 'notProvided'))
    expect(values('2026-10-31', ...names)).toEqual([90, 0.9, 3, 4, 0.12, 0])
    expect(values('2026-11-01', ...names)).toEqual([59, 0.5999, 3, 'notProvided', 'notProvided', 1])
    expect(facts('2026-11-01')['siteScore']).toMatchObject({ latestOn: '2026-11-01', sources: [{ kind: 'survey' }] })
    expect(siteScore({ ...site(20), operatingRate: 6000 } as never)).toBe(100)
  })

  test('related parties, references of twelve months, notices that stand', async () => {
    await record('2026-01-10', { kind: 'related', parties: [{ name: '甲', relation: 'controller' }, { name: '乙', relation: 'guaranteed', guaranteedFen: 12_345_00 }] })
    expect(values('2026-11-23', 'relatedParties', 'relatedGuaranteesYuan')).toEqual([2, 12_345])
    await record('2025-11-23', { kind: 'reference', referee: 'bank', from: '工行', mark: 40 })
    expect(values('2026-11-22', 'referenceMark')).toEqual([40])
    expect(values('2026-11-23', 'referenceMark')).toEqual(['notApplicable'])
    await record('2026-02-01', { kind: 'reference', referee: 'peer', from: '同行甲', mark: 80 })
    await record('2026-03-01', { kind: 'reference', referee: 'bank', from: '建行', mark: 91 })
    expect(values('2026-11-23', 'referenceMark')).toEqual([85.5])
    for (const [on, what] of [['2025-11-24', 'controlChanged'], ['2026-02-01', 'award'], ['2026-03-01', 'award'], ['2026-04-01', 'negative'], ['2026-05-01', 'dishonest']] as const) await record(on, notice(what))
    expect(values('2026-11-23', 'controlChanged12', 'reputation', 'dishonest', 'bankruptcy', 'openLawsuits')).toEqual([1, 1, 1, 0, 0])
    expect(values('2026-11-24', 'controlChanged12')).toEqual([0])
  })

  test('certificates: of each line the one that lasts longest, valid until and including its day', async () => {
    const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
    expect(values('2026-11-23', 'certificatesValid', 'licenceExpired')).toEqual(['notProvided', 'notProvided'])
    const add = (itemCode: string, title: string, datedOn: string, expiresOn: string) => office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, itemCode, title, pages: 1, datedOn, expiresOn })
    await add('1.1', '营业执照', '2016-11-24', '2026-11-23')
    await add('1.4', '生产许可证', '2021-01-01', '2025-12-31')
    expect(values('2026-11-23', 'certificatesValid', 'licenceExpired')).toEqual([0.5, 0])
    expect(values('2026-11-24', 'certificatesValid', 'licenceExpired')).toEqual([0, 1])
    await add('1.4', '生产许可证', '2026-01-01', '2030-12-31')
    expect(values('2026-11-23', 'certificatesValid')).toEqual([1])
    expect(values('2025-12-31', 'certificatesValid')).toEqual([1])
  })

  test('the outlook of the industry: the longest name, this half-year or the one before', async () => {
    const outlook = (industry: string, half: string, growth: number) => office.callAs('creditadministrator', 'industries.record', { industry, half, growth, competition: 0, demand: growth })
    expect(values('2026-11-23', 'industryOutlook')).toEqual(['notKept'])
    await outlook('锻件', '2026-1', 1)
    expect(values('2026-11-23', 'industryOutlook')).toEqual([2])
    expect(values('2027-01-01', 'industryOutlook')).toEqual(['notKept'])
    await outlook('锻件及粉末冶金', '2026-2', -1)
    await outlook('锻件及粉末冶金', '2026-2', 0)
    expect(values('2026-11-23', 'industryOutlook')).toEqual([0])
    expect(await office.answerAs('creditadministrator', 'industries.record', { industry: '锻件', half: '2027-1', growth: 1, competition: 1, demand: 1 })).toMatchObject({ error: { code: 'bad-input' } })
    await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '淮北弘柘建材有限公司', industry: '建筑材料', departmentId: office.departments.XS1 })
    expect(await office.callAs('creditadministrator', 'industries.list', {})).toMatchObject({ half: '2026-2', missing: ['建筑材料'], rows: [{ industry: '锻件', half: '2026-1' }, { industry: '锻件及粉末冶金', growth: 0 }] })
  })
})
