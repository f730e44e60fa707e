import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import { retentionOf } from '../../src/main/disposal/keep-retention.ts'
import { isHolding } from '../../src/shared/rules/disposal/obstacles.ts'
import { adoptTrial } from '../regulations/trial.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'
import { openOldDossier } from './office.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

type Obstacle = Output<'disposal.retention'>['obstacles'][number]
const standing = async (dossierId: number): Promise<Obstacle[]> => (await desk.callAs('archivist', 'disposal.retention', { dossierId })).obstacles
const kinds = async (dossierId: number) => (await standing(dossierId)).map(({ kind }) => kind)
const columns = (id: number) => desk.archive.store.prepare('SELECT retentionYears, retentionEnds FROM dossier WHERE id = ?').get(id)

describe('what stands in the way', () => {
  test('nothing, of an old folder on its shelf', async () => {
    const { id } = await openOldDossier(desk, '清净公司')
    expect(await standing(id)).toEqual([])
    const due = await desk.callAs('officedirector', 'disposal.due', {})
    expect(due.rows.find((row) => row.dossierId === id)).toMatchObject({ retentionEnds: '2024-12-31', retentionYears: 10, obstacles: [], because: { rule: 'retention' } })
  })

  test('a retention that runs, a folder outside the room', async () => {
    const { id } = await desk.open('salesperson', '新户公司')
    expect(await kinds(id)).toEqual(['retention', 'notInRoom'])
    expect((await desk.callAs('archivist', 'disposal.due', {})).rows.some((row) => row.dossierId === id)).toBe(false)
  })

  test('money, guarantees and cases, on the folder or on its whole party, until they end', async () => {
    const { id, partyId } = await openOldDossier(desk, '欠款公司')
    const debt = await desk.callAs('creditadministrator', 'holds.place', { kind: 'debt', partyId, amountFen: 12_345_678, untilOn: '2026-12-31', reason: '2019 年煤款未清' })
    const guarantee = await desk.callAs('officedirector', 'holds.place', { kind: 'guarantee', dossierId: id, untilOn: '2026-11-25', reason: '为锦岱锻造担保' })
    const lawsuit = await desk.callAs('creditadministrator', 'holds.place', { kind: 'lawsuit', partyId, reason: '（2026）民初 31 号' })
    expect(await standing(id)).toEqual([
      { kind: 'debt', subject: '2019 年煤款未清', until: '2026-12-31', amountFen: 12_345_678 },
      { kind: 'lawsuit', subject: '（2026）民初 31 号', until: null, amountFen: null },
      { kind: 'guarantee', subject: '为锦岱锻造担保', until: '2026-11-25', amountFen: null },
    ])
    desk.clock.addDays(60)
    expect(await kinds(id), 'a guarantee ends by itself; a debt does not, whatever day was hoped for').toEqual(['debt', 'lawsuit'])
    desk.clock.addDays(-60)
    expect(await desk.refusal('salesdirector', 'holds.release', { id: debt.id, reason: '已收' })).toBe('forbidden')
    expect(await desk.refusal('creditadministrator', 'holds.release', { id: debt.id, reason: '已收' }), 'who placed it').toBe('same-person')
    expect(await desk.refusal('officedirector', 'holds.release', { id: guarantee.id, reason: '解除' })).toBe('same-person')
    await desk.callAs('officedirector', 'holds.release', { id: debt.id, reason: '2026-11-20 到账' })
    expect(await desk.refusal('creditadministrator', 'holds.release', { id: debt.id, reason: '再次' })).toBe('wrong-state')
    await desk.callAs('officedirector', 'holds.release', { id: lawsuit.id, reason: '撤诉' })
    await desk.callAs('creditadministrator', 'holds.release', { id: guarantee.id, reason: '解除' })
    expect(await standing(id)).toEqual([])
    const { rows } = await desk.callAs('archivist', 'holds.list', { isHolding: null, dossierId: id })
    expect(rows.map(({ kind, isHolding: holds, releaseReason }) => [kind, holds, releaseReason])).toEqual([['lawsuit', false, '撤诉'], ['guarantee', false, '解除'], ['debt', false, '2026-11-20 到账']])
    expect((await desk.callAs('archivist', 'holds.list', { dossierId: id })).total).toBe(0)
  })

  test('a hold is on a dossier or on a party, and not for yesterday', async () => {
    const { id, partyId } = await openOldDossier(desk, '择一公司')
    expect(await desk.refusal('officedirector', 'holds.place', { kind: 'other', partyId, dossierId: id, reason: '两者' })).toBe('bad-input')
    expect(await desk.refusal('officedirector', 'holds.place', { kind: 'other', reason: '皆无' })).toBe('bad-input')
    expect(await desk.refusal('officedirector', 'holds.place', { kind: 'other', partyId, untilOn: '2026-11-22', reason: '昨天' })).toBe('bad-input')
    expect(await desk.refusal('officedirector', 'holds.place', { kind: 'other', dossierId: 999_999, reason: '没有' })).toBe('not-found')
  })

  test('a running contract and its guarantee hold the party’s credit dossier', async () => {
    const { id, partyId } = await openOldDossier(desk, '续做公司')
    const contract = await desk.callAs('salesperson', 'contracts.open', {
      partyId, departmentId: desk.departments.XS1, subject: '原煤', direction: 'sale', handlerId: desk.people.salesperson, signedOn: '2026-11-02', guaranteeUntil: '2027-06-30',
    })
    expect(await standing(id)).toEqual([
      { kind: 'contract', subject: contract.number, until: null, amountFen: null },
      { kind: 'contractGuarantee', subject: contract.number, until: '2027-06-30', amountFen: null },
    ])
    await desk.callAs('salesperson', 'contracts.recordEvent', { id: contract.id, version: 1, what: 'performed', on: '2026-11-20' })
    expect(await kinds(id)).toEqual(['contractGuarantee'])
    expect(columns(contract.id), 'S22: ten years from the contract’s end').toEqual({ retentionYears: 10, retentionEnds: '2036-12-31' })
  })

  test('a guarantor’s own dossier, while the contract it stands for is guaranteed', async () => {
    const guarantor = await openOldDossier(desk, '担保公司')
    const other = desk.party('被担保公司')
    const contract = await desk.callAs('salesperson', 'contracts.open', {
      partyId: other, departmentId: desk.departments.XS1, subject: '中煤', direction: 'sale', handlerId: desk.people.salesperson, guaranteeUntil: '2027-01-01',
      parties: [{ role: 'guarantor', partyId: guarantor.partyId, name: '担保公司' }],
    })
    expect(await standing(guarantor.id)).toMatchObject([{ kind: 'contractGuarantee', subject: contract.number }])
  })

  test('out, missing, on its way, asked for, an incident, a count', async () => {
    const { id, partyId, drawerId, number } = await openOldDossier(desk, '在外公司')
    const slip = await desk.callAs('salesperson2', 'lookups.create', { partyName: '在外公司', purpose: '核对', manner: 'borrow', untilOn: '2026-12-31', submit: true })
    expect(await standing(id)).toMatchObject([{ kind: 'slip', subject: slip.number }])
    await desk.callAs('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed' })
    await desk.callAs('archivist', 'lookups.handOut', { id: slip.id, folders: [{ dossierId: id, pages: 0, condition: 'good' }] })
    expect(await standing(id)).toMatchObject([{ kind: 'lent', subject: slip.number }])
    await desk.callAs('archivist', 'lookups.takeBack', { dossierId: id, pages: 0, condition: 'good' })
    await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '不在位' })
    const at = desk.clock.now().toISOString()
    const incident = await desk.callAs('archivist', 'incidents.open', { kind: 'missing', dossierId: id, happenedFrom: at, happenedTo: at, what: '不在位' })
    expect(await kinds(id)).toEqual(['missing', 'incident'])
    await desk.callAs('archivist', 'cabinet.reportFound', { dossierId: id, remarks: '不在位' })
    await desk.callAs('creditadministrator', 'incidents.investigate', { id: incident.id, version: 1, findings: '邻卷', consequences: '批评', measures: '复核' })
    await desk.callAs('officedirector', 'incidents.close', { id: incident.id, version: 2, closing: '同意' })
    const count = await desk.callAs('archivist', 'stocktakes.open', { drawerIds: [drawerId] })
    expect(await standing(id)).toMatchObject([{ kind: 'stocktake', subject: count.number }])
    await desk.callAs('archivist', 'stocktakes.cancel', { id: count.id, reason: '误开' })
    expect(await standing(id)).toEqual([])
    expect(partyId).toBeGreaterThan(0)
    expect(number).toMatch(/2014/)
  })
})

describe('the day the retention ends follows the facts', () => {
  test('kept as derived, whatever has been done', () => {
    const { store } = desk.archive
    for (const { id } of store.prepare('SELECT id FROM dossier WHERE voidedAt IS NULL').all() as { id: number }[]) {
      const { years, until } = retentionOf(store, id)
      expect(columns(id)).toEqual({ retentionYears: years, retentionEnds: until })
    }
  })

  test('years of its own lengthen it; fewer than the regulation’s are refused', async () => {
    const { id } = await openOldDossier(desk, '延长公司')
    const version = () => (desk.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(id) as { version: number }).version
    const change = (retentionYears: number | null) => ({ id, version: version(), level: 'internal' as const, retentionYears })
    expect(await desk.refusal('archivist', 'dossiers.change', change(9))).toBe('retention-too-short')
    await desk.callAs('archivist', 'dossiers.change', change(15))
    expect(columns(id)).toEqual({ retentionYears: 15, retentionEnds: '2029-12-31' })
    await desk.callAs('archivist', 'dossiers.change', change(null))
    expect(columns(id)).toEqual({ retentionYears: null, retentionEnds: null })
    await desk.callAs('archivist', 'dossiers.change', change(10))
    expect(columns(id)).toEqual({ retentionYears: 10, retentionEnds: '2024-12-31' })
  })

  test('grade, level and a settled debt, under a regulation that asks for them', async () => {
    await adoptTrial(desk, (body) => {
      body.retention.rules.push(
        { clause: 't2', grades: ['C'], years: 20, from: 'opened' }, { clause: 't3', levels: ['confidential'], years: 30, from: 'opened' },
        { clause: 't5', grades: ['B'], years: 5, from: 'settled' })
    })
    const { id, partyId } = await openOldDossier(desk, '评级公司')
    const grade = (to: 'A' | 'B' | 'C') => desk.callAs('creditadministrator', 'parties.setGrade', { id: partyId, grade: to, reason: '复评' })
    await grade('C')
    expect(columns(id)).toEqual({ retentionYears: 20, retentionEnds: '2034-12-31' })
    await grade('B')
    expect(columns(id)).toEqual({ retentionYears: 5, retentionEnds: '2019-12-31' })
    const debt = await desk.callAs('creditadministrator', 'holds.place', { kind: 'debt', dossierId: id, reason: '货款' })
    expect(columns(id)).toEqual({ retentionYears: 5, retentionEnds: null })
    expect((await desk.callAs('archivist', 'disposal.retention', { dossierId: id })).because).toMatchObject({ rule: 'retention-waits', values: { event: 'settled', clause: 't5' } })
    await desk.callAs('officedirector', 'holds.release', { id: debt.id, reason: '付清' })
    expect(columns(id)).toEqual({ retentionYears: 5, retentionEnds: '2031-12-31' })
    await grade('A')
    const { version } = desk.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(id) as { version: number }
    await desk.callAs('archivist', 'dossiers.change', { id, version, level: 'confidential', levelReason: '底价', retentionYears: 10 })
    expect(columns(id)).toEqual({ retentionYears: 30, retentionEnds: '2044-12-31' })
  })
})

test.each([
  ['debt', '2020-01-01', true], ['lawsuit', '2020-01-01', true], ['guarantee', '2020-01-01', false], ['other', '2020-01-01', false],
  ['guarantee', '2026-11-23', true], ['guarantee', null, true],
] as const)('a hold for %s until %s on 2026-11-23: %s', (kind, untilOn, expected) => {
  expect(isHolding({ kind, untilOn, releasedAt: null }, '2026-11-23')).toBe(expected)
  expect(isHolding({ kind, untilOn, releasedAt: '2026-01-01T00:00:00.000Z' }, '2026-11-23')).toBe(false)
})
