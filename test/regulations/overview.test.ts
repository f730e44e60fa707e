import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import { CASE_STATES } from '../../src/shared/contract/regulations.ts'
import type { TestLogin } from '../builders/archive.ts'
import { openOffice, type Office } from '../lookups/office.ts'
import { adoptTrial } from './trial.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await adoptTrial(office, ({ access }) => { access.agreement = { clause: 't12', validMonths: 12 } })
})
afterEach(() => office.close())

type Clause = Output<'regulations.overview'>['clauses'][number]
const overview = (login: TestLogin = 'officedirector') => office.callAs(login, 'regulations.overview', {})
const clause = async (id: string, login?: TestLogin): Promise<Clause> => (await overview(login)).clauses.find((one) => one.id === id)!
const counts = async (id: string, login?: TestLogin) => (await clause(id, login)).counts
const cases = async (id: string, state: 'inOrder' | 'dueSoon' | 'overdue', login: TestLogin = 'officedirector') =>
  (await office.callAs(login, 'regulations.cases', { clause: id, state })).rows.map(({ label }) => label)
const run = (text: string, ...values: unknown[]) => office.archive.store.prepare(text).run(...values)
const complete = (id: number) => run('UPDATE dossier SET present = required WHERE id = ?', id)
const addDocument = (dossierId: number, expiresOn: string, title = '许可证书') =>
  run("INSERT INTO document (dossierId, itemCode, title, originality, pages, expiresOn, addedAt, addedBy) VALUES (?, '1.4', ?, 'copy', 1, ?, '2026-01-01T00:00:00.000Z', 1)", dossierId, title, expiresOn)

test('a clause is counted, at work, for later, or of the organisation', async () => {
  const { clauses } = await overview()
  const states = Object.fromEntries(clauses.map(({ id, state }) => [id, state]))
  expect(states).toMatchObject({ t1: 'organisation', t2: 'counted', t7: 'atWork', t8: 'later', t9: 'counted' })
  expect(clauses.find(({ id }) => id === 't8')).toMatchObject({ later: ['ratings'], gauges: [], counts: { inOrder: 0, dueSoon: 0, overdue: 0 } })
  expect(clauses.find(({ id }) => id === 't4')!.gauges).toHaveLength(1)
})

test('documents: complete, about to run out, missing or run out', async () => {
  const [whole, near, late, renewed] = ['甲', '乙', '丙', '丁'].map((name) => office.addDossier(`${name}锻造有限公司`)) as [Dossier, Dossier, Dossier, Dossier]
  const missing = office.addDossier('戊锻造有限公司')
  for (const one of [whole, near, late, renewed]) complete(one.id)
  addDocument(near.id, '2026-12-10')
  addDocument(late.id, '2026-11-22')
  addDocument(renewed.id, '2026-11-22')
  addDocument(renewed.id, '2028-01-01')
  addDocument(missing.id, '2026-12-10')
  expect(await counts('t2')).toEqual({ inOrder: 2, dueSoon: 1, overdue: 2 })
  expect(await cases('t2', 'inOrder')).toEqual([whole.number, renewed.number])
  expect(await cases('t2', 'dueSoon')).toEqual([near.number])
  expect(await cases('t2', 'overdue')).toEqual([late.number, missing.number])
})
type Dossier = ReturnType<Office['addDossier']>

test('a clause about one class of documents is about that class alone', async () => {
  const { partyId } = office.addDossier('己锻造有限公司', { dossier: false })
  const { id, number } = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
  const add = (itemCode: string, expiresOn: string | null = null) =>
    office.callAs('salesperson', 'documents.add', { dossierId: id, itemCode, title: `文件 ${itemCode}`, pages: 1, expiresOn })
  await add('1.1', '2026-12-10')
  await add('2.1')
  expect(await counts('t2')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
  expect(await counts('t2.1')).toEqual({ inOrder: 0, dueSoon: 1, overdue: 0 })
  expect(await counts('t2.2')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
  // Nothing of the fifth class is required, so nothing of it can be missing.
  expect(await counts('t2.5')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 0 })
  await add('2.2')
  expect(await counts('t2.2')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 0 })
  expect(await cases('t2.1', 'dueSoon')).toEqual([number])
  // Whoever sees it through a slip has it counted with his own.
  expect(await counts('t2.1', 'salesperson2')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 0 })
  await office.signed('salesperson2', '己锻造有限公司')
  expect(await counts('t2.1', 'salesperson2')).toEqual({ inOrder: 0, dueSoon: 1, overdue: 0 })
  const { together } = await overview()
  const sum = together.inOrder + together.dueSoon + together.overdue
  const whole = (await overview()).clauses.filter(({ id }) => !id.startsWith('t2.'))
  expect(sum).toBeLessThan(whole.reduce((all, { counts }) => all + counts.inOrder + counts.dueSoon + counts.overdue, 0) + 1)
})

const number = (sequence: number, dossierId: number, department: 'XS1' | 'XS2' = 'XS1') =>
  run("INSERT INTO dossierNumber (kind, departmentId, year, sequence, number, dossierId) VALUES ('credit', ?, 2026, ?, ?, ?)",
    office.departments[department], sequence, `XY-${department}-2026-${String(sequence).padStart(4, '0')}`, dossierId)

test('numbers: every one given, and any that was skipped', async () => {
  const first = office.addDossier('甲锻造有限公司')
  const second = office.addDossier('乙锻造有限公司')
  number(1, first.id)
  number(2, second.id)
  expect(await counts('t3')).toEqual({ inOrder: 2, dueSoon: 0, overdue: 0 })
  run('UPDATE dossierNumber SET sequence = 3, number = ? WHERE sequence = 2', 'XY-XS1-2026-0003')
  expect(await counts('t3')).toEqual({ inOrder: 2, dueSoon: 0, overdue: 1 })
  expect(await cases('t3', 'overdue')).toEqual(['XY-XS1-2026-0002'])
  // A voided number was given all the same.
  run("UPDATE dossier SET voidedAt = '2026-11-23T00:00:00.000Z' WHERE id = ?", second.id)
  run("UPDATE dossierNumber SET voidedAt = '2026-11-23T00:00:00.000Z' WHERE dossierId = ?", second.id)
  expect(await counts('t3')).toEqual({ inOrder: 2, dueSoon: 0, overdue: 1 })
})

describe('slips and loans', () => {
  test('wait for a signature, are out, due soon, overdue, back', async () => {
    const dossier = office.addDossier('甲锻造有限公司')
    const other = office.addDossier('乙锻造有限公司')
    await office.submitted('salesperson', other.name)
    expect(await counts('t4')).toEqual({ inOrder: 0, dueSoon: 1, overdue: 0 })
    await office.lent('salesperson', dossier)
    expect(await counts('t4')).toEqual({ inOrder: 1, dueSoon: 1, overdue: 0 })
    expect(await counts('t5')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 0 })
    office.clock.addDays(8)
    expect(await counts('t5')).toEqual({ inOrder: 0, dueSoon: 1, overdue: 0 })
    office.clock.addDays(4)
    expect(await counts('t5')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
    expect(await cases('t5', 'overdue')).toEqual([dossier.number])
    await office.takeBack(dossier.id)
    expect(await counts('t5')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 0 })
    // Settled cases count within their year.
    office.clock.addDays(60)
    expect(await counts('t5')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 0 })
  })

  test('a folder out without any signature would be seen', async () => {
    const dossier = office.addDossier('甲锻造有限公司')
    await office.lent('salesperson', dossier)
    run('DELETE FROM slipSignature')
    expect(await counts('t4')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
  })
})

describe('deadlines and periods', () => {
  const opened = async (name: string) => {
    const { partyId } = office.addDossier(name, { dossier: false })
    return (await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })).number
  }

  test('open and far off, near, overdue, done', async () => {
    const number = await opened('甲锻造有限公司')
    expect(await counts('t11')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 0 })
    office.clock.addDays(20)
    expect(await counts('t11')).toEqual({ inOrder: 0, dueSoon: 1, overdue: 0 })
    office.clock.addDays(30)
    expect(await counts('t11')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
    expect(await cases('t11', 'overdue')).toEqual([number])
    expect(await counts('t11', 'salesperson2')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 0 })
  })

  test('what has to be done for every period is of its clause, too', async () => {
    office.clock.set(new Date(2027, 0, 2, 10))
    const report = (await overview()).clauses.find(({ id }) => id === '4a')!
    expect(report.counts).toEqual({ inOrder: 1, dueSoon: 1, overdue: 0 })
    expect(await cases('4a', 'dueSoon')).toEqual(['2026'])
    await office.callAs('creditadministrator', 'duties.complete', { ruleId: 'credit-analysis', period: '2026' })
    expect(await counts('4a')).toEqual({ inOrder: 2, dueSoon: 0, overdue: 0 })
  })
})

test('people: archivists by their qualification, readers by their agreement, each to whoever may see it', async () => {
  const gauge = async (mechanism: string, login: TestLogin) => (await clause('t12', login)).gauges.find((one) => one.mechanism === mechanism)!.counts
  expect(await gauge('qualification', 'officedirector')).toEqual({ inOrder: 2, dueSoon: 0, overdue: 0 })
  run("UPDATE qualification SET withdrawnAt = '2026-11-23T00:00:00.000Z' WHERE personId = ? AND kind = 'education'", office.people.archivist2)
  expect(await gauge('qualification', 'officedirector')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 1 })
  expect(await gauge('qualification', 'archivist')).toEqual({ inOrder: 1, dueSoon: 0, overdue: 0 })
  const unbound = (await gauge('agreement', 'officedirector'))!.overdue
  await office.callAs('archivist', 'agreements.record', { personId: office.people.salesperson, signedOn: '2025-12-10' })
  expect(await gauge('agreement', 'officedirector')).toEqual({ inOrder: 0, dueSoon: 1, overdue: unbound - 1 })
  expect(await gauge('agreement', 'salesperson2')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
})

test('a level that should have been lowered by now, one that is to be soon', async () => {
  const [late, near] = [office.addDossier('甲锻造有限公司'), office.addDossier('乙锻造有限公司')]
  run("UPDATE dossier SET downgradeOn = '2026-11-01', downgradeTo = 'internal' WHERE id = ?", late.id)
  run("UPDATE dossier SET downgradeOn = '2026-12-01', downgradeTo = 'internal' WHERE id = ?", near.id)
  expect((await clause('t12')).gauges.find(({ mechanism }) => mechanism === 'clearance')!.counts).toEqual({ inOrder: 0, dueSoon: 1, overdue: 1 })
})

describe('who sees what', () => {
  test('a salesperson has the cases of his own department counted, and a list of exactly these', async () => {
    const own = office.addDossier('甲锻造有限公司')
    const foreign = office.addDossier('乙锻造有限公司', { department: 'XS2' })
    expect(await counts('t2', 'salesperson')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 1 })
    expect(await cases('t2', 'overdue', 'salesperson')).toEqual([own.number])
    expect(await cases('t2', 'overdue', 'salesperson2')).toEqual([foreign.number])
    expect(await counts('t2', 'officedirector')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 2 })
    // Until a slip of his shows him another one.
    await office.signed('salesperson', foreign.name)
    expect(await counts('t2', 'salesperson')).toEqual({ inOrder: 0, dueSoon: 0, overdue: 2 })
    expect(await cases('t2', 'overdue', 'salesperson')).toEqual([own.number, foreign.number])
  })

  test('whoever has no part in dossiers has no part in their counts', async () => {
    for (const login of ['systemadministrator', 'auditor'] as const) {
      expect(await office.answerAs(login, 'regulations.overview', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
  })
})

test('every count is the length of its list, in every clause and for every reader', async () => {
  const dossiers = Array.from({ length: 7 }, (_unused, index) => office.addDossier(`第${index}锻造有限公司`, { department: index % 2 ? 'XS1' : 'XS2' }))
  dossiers.forEach(({ id }, index) => number(1 + Math.floor(index / 2) + (index > 3 ? 2 : 0), id, index % 2 ? 'XS1' : 'XS2'))
  complete(dossiers[0]!.id)
  complete(dossiers[1]!.id)
  addDocument(dossiers[1]!.id, '2026-12-01')
  run("UPDATE dossier SET custody = 'missing', custodySince = '2026-11-01' WHERE id = ?", dossiers[2]!.id)
  run("UPDATE dossier SET stage = 'archiveRoom' WHERE id = ?", dossiers[3]!.id)
  await office.lent('salesperson', dossiers[4]!)
  await office.submitted('salesperson2', dossiers[5]!.name)
  await office.callAs('creditadministrator', 'parties.setGrade', { id: dossiers[6]!.partyId, grade: 'A', reason: '评级表' })
  run("UPDATE dossier SET downgradeOn = '2026-11-01', downgradeTo = 'internal' WHERE id = ?", dossiers[0]!.id)
  await office.callAs('salesperson', 'dossiers.open', { partyId: office.addDossier('新锻造有限公司', { dossier: false }).partyId, departmentId: office.departments.XS1, openedOn: '2025-11-01' })
  for (const login of ['officedirector', 'archivist', 'salesperson', 'salesperson2', 'generalmanager'] as const) {
    const { clauses } = await overview(login)
    for (const one of clauses) {
      for (const state of CASE_STATES) {
        const found = await office.callAs(login, 'regulations.cases', { clause: one.id, state, limit: 500 })
        expect([one.id, state, found.rows.length, found.total], login).toEqual([one.id, state, one.counts[state], one.counts[state]])
        const paged = [...(await office.callAs(login, 'regulations.cases', { clause: one.id, state, limit: 2 })).rows,
          ...(await office.callAs(login, 'regulations.cases', { clause: one.id, state, offset: 2, limit: 498 })).rows]
        expect(paged.map(({ kind, label }) => `${kind} ${label}`).toSorted()).toEqual(found.rows.map(({ kind, label }) => `${kind} ${label}`).toSorted())
      }
    }
  }
})

test('a clause that is not in force has no cases to ask for', async () => {
  expect(await office.answerAs('archivist', 'regulations.cases', { clause: '99', state: 'overdue' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
