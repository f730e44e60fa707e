import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import type { TestLogin } from '../builders/archive.ts'
import { at } from '../lookups/office.ts'
import { type DutyOffice, EVERY_RULE, openDutyOffice, regulationWith } from './duty-office.ts'

const PERIODIC = [
  { id: 'statistics', clause: '8', title: '合同统计报表', role: 'creditAdministrator', every: 'first-half', dueMonths: 0, dueDay: 10 },
  { id: 'analysis', clause: '9', title: '信用分析', role: 'creditAdministrator', every: 'year', dueMonths: 0, dueDay: 10 },
] as const

let office: DutyOffice
beforeAll(async () => { office = await openDutyOffice(regulationWith(EVERY_RULE, [...PERIODIC])) })
afterAll(() => office.close())

type Todo = Output<'home.overview'>['todo']
const todo = async (login: TestLogin): Promise<Todo> => (await office.callAs(login, 'home.overview', {})).todo
const told = (lines: Todo, ...kinds: Todo[number]['kind'][]) =>
  lines.filter(({ kind }) => kinds.includes(kind)).map(({ kind, what, folders, dueOn, group }) => [kind, what, folders ?? null, dueOn, group])
const openOf = (department: 'XS1' | 'XS2', openedOn: string, login: TestLogin = 'creditadministrator') =>
  office.addParty({ departmentId: office.departments[department] }).then((partyId) =>
    office.callAs(login, 'dossiers.open', { partyId, departmentId: office.departments[department], openedOn }))

describe('what is due, for whom', () => {
  test('folders of one department that go by the same day are one line; done ones are none', async () => {
    const [first] = [await openOf('XS1', '2024-03-01'), await openOf('XS1', '2024-11-30'), await openOf('XS2', '2024-05-05')]
    const clerk = await office.callAs('departmentclerk', 'home.overview', {})
    expect(told(clerk.todo, 'toHandOver')).toEqual([['toHandOver', '销售一部', 2, '2026-01-31', 'overdue']])
    expect(clerk.todo.find(({ kind }) => kind === 'toHandOver')).toMatchObject({
      subject: { kind: 'department', id: office.departments.XS1, code: 'credit/out/2026-01-31' },
      because: { rule: 'due-after-years', values: { year: 2024, until: '2025-12-31', months: 1, days: null, due: '2026-01-31' } },
    })
    expect(told(await todo('departmentclerk2'), 'toHandOver')).toEqual([['toHandOver', `第3号公司 XY-XS2-2024-0001`, null, '2026-01-31', 'overdue']])
    expect(clerk.todoTotal).toBe(clerk.todo.length)
    const { drawers } = await office.furnish({ room: '一室' })
    await office.callAs('archivist', 'cabinet.place', { dossierId: first.id, drawerId: drawers[0]! })
    expect(told(await todo('departmentclerk'), 'toHandOver')).toEqual([['toHandOver', '第2号公司 XY-XS1-2024-0002', null, '2026-01-31', 'overdue']])
    expect((await office.callAs('departmentclerk', 'home.overview', {})).handovers).toEqual([{ dueOn: '2026-01-31', folders: 1, state: 'overdue' }])
    expect((await office.callAs('archivist', 'home.overview', {})).handovers).toEqual([{ dueOn: '2026-01-31', folders: 2, state: 'overdue' }])
  })

  test('a new customer is his department’s; one without a department the credit administrator’s', async () => {
    await office.addParty({ name: '新户公司', firstBusinessOn: '2026-10-31' })
    await office.addParty({ name: '无主公司', firstBusinessOn: '2026-10-23', departmentId: null })
    expect(told(await todo('salesperson'), 'toOpen')).toEqual([['toOpen', '新户公司', null, '2026-11-30', 'soon']])
    expect(told(await todo('salesperson2'), 'toOpen')).toEqual([])
    expect(told(await todo('creditadministrator'), 'toOpen')).toEqual([['toOpen', '无主公司', null, '2026-11-23', 'today']])
  })

  test('to be confirmed by a day: once, with its day, and not by whoever opened it', async () => {
    const lines = told(await todo('salesdirector'), 'toConfirm')
    expect(lines.map(([, , , dueOn]) => dueOn)).toEqual(['2024-03-16', '2024-05-20', '2024-12-15'])
    const own = await openOf('XS1', '2026-11-20')
    office.archive.store.prepare('UPDATE dossier SET openedBy = ? WHERE id = ?').run(office.people.salesdirector, own.id)
    const home = await office.callAs('salesdirector', 'home.overview', {})
    expect(told(home.todo, 'toConfirm')).toEqual(lines)
    expect(home.todoTotal).toBe(home.todo.length)
  })

  test('what is due in half a year and more is not on the page yet', async () => {
    await openOf('XS1', '2026-11-20')
    expect(told(await todo('departmentclerk'), 'toHandOver').map(([, , , dueOn]) => dueOn)).not.toContain('2028-01-31')
  })
})

describe('lists and counts', () => {
  test('the counts are those of the lists, for everybody', async () => {
    for (const login of ['creditadministrator', 'departmentclerk', 'salesperson2', 'archivist'] as const) {
      const counts = await office.callAs(login, 'duties.counts', {})
      expect(counts.map(({ ruleId }) => ruleId)).toEqual(EVERY_RULE.map(({ id }) => id))
      for (const { ruleId, clause, total, ...states } of counts) {
        const of = async (state: 'done' | 'open' | 'soon' | 'overdue' | null) => (await office.callAs(login, 'duties.list', { ruleId, clause, state })).total
        expect([await of(null), await of('done'), await of('open'), await of('soon'), await of('overdue')], `${login} ${ruleId}`)
          .toEqual([total, states.done, states.open, states.soon, states.overdue])
      }
    }
    const clerk = (await office.callAs('departmentclerk', 'duties.counts', {})).find(({ ruleId }) => ruleId === 'out')!
    const all = (await office.callAs('archivist', 'duties.counts', {})).find(({ ruleId }) => ruleId === 'out')!
    expect([clerk.total, clerk.overdue, all.total, all.overdue]).toEqual([4, 1, 5, 2])
  })

  test('rows say what, where, until when and why; another department’s stay hidden', async () => {
    const { rows } = await office.callAs('departmentclerk2', 'duties.list', { clause: '4', state: 'overdue' })
    expect(rows).toEqual([expect.objectContaining({
      ruleId: 'out', clause: '4', title: '移交', number: 'XY-XS2-2024-0001', partyName: '第3号公司', departmentName: '销售二部', role: 'departmentClerk',
      startsOn: '2025-12-31', dueOn: '2026-01-31', doneOn: null, state: 'overdue', regulation: 'S22',
    })])
    const hidden = await office.callAs('departmentclerk2', 'duties.list', { departmentId: office.departments.XS1 })
    expect(hidden).toEqual({ total: 0, rows: [] })
    const [first, second] = [await office.callAs('archivist', 'duties.list', { limit: 1 }), await office.callAs('archivist', 'duties.list', { limit: 1, offset: 1 })]
    expect(first.total).toBe(second.total)
    expect(first.rows[0]!.id).not.toBe(second.rows[0]!.id)
  })
})

describe('period by period', () => {
  test('past ones are due, the running one is near, and each is marked once by its role', async () => {
    // In force since 2000; what was before the archive is done with.
    const { store } = office.archive
    store.prepare("UPDATE regulationVersion SET effectiveOn = '2025-07-01' WHERE effectiveOn = '2000-01-01'").run()
    const periods = await office.callAs('creditadministrator', 'duties.periods', {})
    expect(periods.map(({ ruleId, period, dueOn, mayComplete }) => [ruleId, period, dueOn, mayComplete])).toEqual([
      ['analysis', '2026', '2027-01-10', false], ['statistics', '2026-H1', '2026-07-10', true], ['analysis', '2025', '2026-01-10', true],
    ])
    expect(told(await todo('creditadministrator'), 'periodDue', 'periodAhead')).toEqual([
      ['periodDue', '信用分析', null, '2026-01-10', 'overdue'], ['periodDue', '合同统计报表', null, '2026-07-10', 'overdue'],
      ['periodAhead', '信用分析', null, '2027-01-10', 'later'],
    ])
    expect(told(await todo('archivist'), 'periodDue')).toEqual([])
    const complete = (login: TestLogin, ruleId: string, period: string) => office.refusal(login, 'duties.complete', { ruleId, period })
    expect(await complete('archivist', 'statistics', '2026-H1')).toBe('forbidden')
    expect(await complete('creditadministrator', 'analysis', '2026')).toBe('wrong-state')
    expect(await complete('creditadministrator', 'statistics', '2024-H1')).toBe('not-found')
    expect(await complete('creditadministrator', 'nothing', '2026')).toBe('not-found')
    await office.callAs('creditadministrator', 'duties.complete', { ruleId: 'statistics', period: '2026-H1', remarks: '已报集团' })
    expect(await complete('creditadministrator', 'statistics', '2026-H1')).toBe('wrong-state')
    expect(told(await todo('creditadministrator'), 'periodDue')).toEqual([['periodDue', '信用分析', null, '2026-01-10', 'overdue']])
    expect((await office.callAs('auditor', 'duties.periods', {}))[1]).toMatchObject({ doneOn: '2026-11-23', doneByName: '测试creditAdministrator', remarks: '已报集团', mayComplete: false })
  })

  test('a version without the duty ends it, and begins it anew', async () => {
    office.archive.store.prepare("UPDATE regulationVersion SET body = json_set(body, '$.periodic', json('[]')) WHERE effectiveOn = '2025-07-01'").run()
    office.clock.set(at('2027-02-01'))
    expect((await office.callAs('creditadministrator', 'duties.periods', {})).map(({ period }) => period)).toEqual(['2027', '2027-H1', '2026'])
    office.clock.set(at('2026-11-23'))
  })
})

test('papers of a contract whose folder has gone are filed, not handed over', async () => {
  const partyId = await office.addParty()
  const { id } = await office.callAs('salesperson', 'contracts.open', {
    partyId, departmentId: office.departments.XS1, subject: '精煤', direction: 'sale', handlerId: office.people.salesperson, signedOn: '2026-11-20',
  })
  const mine = async () => (await todo('salesperson')).filter(({ subject }) => subject.kind === 'dossier' && subject.id === id).map(({ kind }) => kind)
  expect(await mine()).toEqual(['toHandOver'])
  await office.callAs('archivist', 'custody.takeIn', { dossierId: id, reason: '旧卷' })
  expect(await mine()).toEqual([])
  office.clock.addDays(5)
  await office.callAs('creditadministrator', 'contracts.recordEvent', { id, version: 1, what: 'changed', on: '2026-11-25' })
  expect(await mine()).toEqual(['toFile'])
  await office.callAs('creditadministrator', 'documents.add', { dossierId: id, itemCode: '9.3', title: '变更协议', pages: 2 })
  expect(await mine()).toEqual([])
})
