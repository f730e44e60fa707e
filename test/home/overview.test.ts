import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import { bucketOf } from '../../src/main/home/totals.ts'
import type { TestLogin } from '../builders/archive.ts'
import { at, openOffice, type Office } from '../lookups/office.ts'

let office: Office
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

type Overview = Output<'home.overview'>
const overview = (login: TestLogin): Promise<Overview> => office.callAs(login, 'home.overview', {})
const kinds = (home: Overview) => home.todo.map((line) => line.kind)
/** Confirmed and on a shelf: nothing of it waits for anybody. */
function settle(...ids: number[]): void {
  const { store } = office.archive
  const drawer = store.prepare('SELECT id FROM drawer LIMIT 1').get() as { id: number } | undefined
  const drawerId = drawer?.id ?? (() => {
    store.connection.exec("INSERT INTO room (name) VALUES ('一号库房'); INSERT INTO cabinet (roomId, code) VALUES ((SELECT max(id) FROM room), '01'); INSERT INTO drawer (cabinetId, no, capacity) VALUES ((SELECT max(id) FROM cabinet), 1, 40)")
    return (store.prepare('SELECT max(id) AS id FROM drawer').get() as { id: number }).id
  })()
  for (const id of ids) {
    store.prepare('UPDATE dossier SET confirmedAt = ?, confirmedBy = ?, drawerId = ?, slot = ? WHERE id = ?')
      .run('2026-02-01T02:00:00.000Z', office.people.salesdirector, drawerId, id, id)
  }
}

describe('what waits for whom, and why', () => {
  test('signing, handing out, overdue, due today, refused, draft', async () => {
    const [one, two, three] = ['甲', '乙', '丙'].map((name) => office.addDossier(`${name}字精密机械有限公司`))
    settle(one!.id, two!.id, three!.id)
    const { clock, callAs } = office
    await office.lent('salesperson', one!, { untilOn: '2026-11-25' })
    await office.lent('salesperson2', two!, { untilOn: '2026-11-26' })
    clock.set(at('2026-11-26'))
    const signed = await office.signed('salesperson', three!.name)
    const waiting = await office.submitted('salesperson', three!.name)
    const refused = await office.submitted('salesperson', three!.name)
    await callAs('officedirector', 'lookups.sign', { id: refused, decision: 'refused', reason: '用途不明' })
    const draft = await callAs('salesperson', 'lookups.create', office.fill('某公司', { submit: false }))

    const archivist = await overview('archivist')
    expect(archivist.todo).toEqual([
      { kind: 'overdue', group: 'overdue', subject: { kind: 'slip', id: 1 }, what: `甲字精密机械 ${one!.number}`, dueOn: '2026-11-25', dueIn: -1, because: { rule: 'loan-overdue', values: { due: '2026-11-25', days: 1 } } },
      { kind: 'dueToday', group: 'today', subject: { kind: 'slip', id: 2 }, what: `乙字精密机械 ${two!.number}`, dueOn: '2026-11-26', dueIn: 0, because: { rule: 'loan-due', values: { from: '2026-11-23', days: 3, due: '2026-11-26' } } },
      { kind: 'toHandOut', group: 'today', subject: { kind: 'slip', id: signed }, what: '丙字精密机械 CX-2026-0003', dueOn: null, dueIn: null, because: { rule: 'signed-by', values: { at: clock.now().toISOString(), by: '测试officeDirector' } } },
    ])
    expect(archivist.todoTotal).toBe(3)
    expect((await overview('officedirector')).todo).toMatchObject([
      { kind: 'toSign', group: 'today', subject: { kind: 'slip', id: waiting }, because: { rule: 'waiting-for-signature', values: { since: clock.now().toISOString(), roles: 'officeDirector' } } },
    ])
    expect((await overview('salesperson')).todo).toMatchObject([
      { kind: 'overdue', subject: { kind: 'slip', id: 1 } },
      { kind: 'refused', group: 'today', subject: { kind: 'slip', id: refused }, because: { rule: 'refused', values: { by: '测试officeDirector', reason: '用途不明' } } },
      { kind: 'draft', group: 'later', subject: { kind: 'slip', id: draft.id }, what: '某公司 CX-2026-0006', because: { rule: 'draft', values: { since: clock.now().toISOString() } } },
    ])
    expect(kinds(await overview('salesperson2'))).toEqual(['dueToday'])
    // The yearly statistics and the yearly analysis, in January.
    expect(kinds(await overview('creditadministrator'))).toEqual(['periodAhead', 'periodAhead'])

    // Nothing stays in it that is done.
    await office.agree('officedirector', waiting)
    await office.takeBack(one!.id)
    await office.takeBack(two!.id)
    await callAs('salesperson', 'lookups.cancel', { id: refused })
    await callAs('salesperson', 'lookups.cancel', { id: draft.id })
    expect(kinds(await overview('officedirector'))).toEqual([])
    expect(kinds(await overview('salesperson'))).toEqual([])
    expect(kinds(await overview('archivist'))).toEqual(['toHandOut', 'toHandOut'])
    await office.handOut(signed, three!.id)
    expect(kinds(await overview('archivist'))).toEqual([])
  })

  test('claimed returned and lost say so', async () => {
    const dossier = office.addDossier('甲字精密机械有限公司')
    settle(dossier.id)
    const id = await office.lent('salesperson', dossier, { untilOn: '2026-11-24' })
    office.clock.set(at('2026-11-26'))
    await office.callAs('salesperson', 'lookups.claimReturned', { id, dossierId: dossier.id })
    expect((await overview('archivist')).todo[0]!.because).toEqual({ rule: 'claimed-returned', values: { at: office.clock.now().toISOString(), by: '测试salesperson' } })
    await office.callAs('archivist', 'lookups.reportLost', { id, dossierId: dossier.id, findings: '不见' })
    expect((await overview('archivist')).todo[0]!.because).toEqual({ rule: 'lost', values: { at: office.clock.now().toISOString() } })
  })

  test('dossiers to confirm and to shelve, until they are', async () => {
    const { archive, people } = office
    const one = office.addDossier('甲字精密机械有限公司')
    const two = office.addDossier('乙字精密机械有限公司')
    const own = office.addDossier('丙字精密机械有限公司')
    archive.store.prepare('UPDATE dossier SET openedBy = ? WHERE id = ?').run(people.salesdirector, own.id)
    const director = await overview('salesdirector')
    expect(director).toMatchObject({ todoTotal: 2, totals: { dossiers: 3, unconfirmed: 3 } })
    expect(director.todo).toMatchObject([
      { kind: 'toConfirm', group: 'soon', subject: { kind: 'dossier', id: one.id }, because: { rule: 'not-confirmed', values: { opened: '2026-01-05' } } }, { subject: { kind: 'dossier', id: two.id } },
    ])
    await office.callAs('salesdirector', 'dossiers.confirm', { id: one.id })
    expect(await overview('salesdirector')).toMatchObject({ todoTotal: 1, todo: [{ subject: { kind: 'dossier', id: two.id } }] })

    expect(await overview('archivist')).toMatchObject({
      todoTotal: 3, todo: [{ kind: 'unshelved', because: { rule: 'not-shelved', values: { since: '2026-01-05' } } }, {}, {}],
    })
    await office.lent('salesperson', one)
    archive.store.prepare("UPDATE dossier SET custody = 'missing' WHERE id = ?").run(two.id)
    expect(await overview('archivist')).toMatchObject({ todoTotal: 1, todo: [{ subject: { kind: 'dossier', id: own.id } }] })
    settle(own.id)
    expect(await overview('archivist')).toMatchObject({ todoTotal: 0, todo: [] })
  })

  test('documents that expire, by their day; not those that have a successor', async () => {
    const { archive, people, clock } = office
    const dossier = office.addDossier('甲字精密机械有限公司')
    settle(dossier.id)
    const add = (title: string, expiresOn: string | null, itemCode: string | null = '1.1') =>
      archive.store.prepare(`INSERT INTO document (dossierId, itemCode, title, originality, pages, expiresOn, addedAt, addedBy)
        VALUES (?, ?, ?, 'copy', 1, ?, ?, ?)`).run(dossier.id, itemCode, title, expiresOn, clock.now().toISOString(), people.salesperson)
    add('营业执照', '2026-11-01')
    add('营业执照', '2036-11-01')
    add('生产许可证', '2026-12-18')
    add('安全许可证', '2026-11-20')
    add('质量证书', '2026-12-24')
    const home = await overview('creditadministrator')
    expect(home.todo.slice(0, 2)).toMatchObject([
      { kind: 'expiring', group: 'overdue', dueIn: -3, because: { rule: 'expires', values: { title: '安全许可证', on: '2026-11-20', days: -3 } } },
      { kind: 'expiring', group: 'soon', dueOn: '2026-12-18', dueIn: 25, because: { values: { title: '生产许可证', days: 25 } } },
    ])
    expect(home.todoCounts).toEqual({ overdue: 1, today: 0, soon: 1, later: 2 })
    expect((await overview('salesperson')).todoTotal).toBe(2)
    expect((await overview('salesperson2')).todoTotal).toBe(0)
    archive.store.prepare("UPDATE document SET struckAt = ?, strikeReason = '已换证' WHERE title = '安全许可证'").run(clock.now().toISOString())
    expect((await overview('creditadministrator')).todoTotal).toBe(3)
  })

  test('for one role what waits in it, for a role of somebody else nothing', async () => {
    office.archive.store.prepare(`UPDATE person SET roles = '["archivist","salesDirector"]' WHERE login = 'archivist'`).run()
    office.addDossier('甲字精密机械有限公司')
    const { callAs } = office
    const asked = async (role: 'archivist' | 'salesDirector' | null) => kinds(await callAs('archivist', 'home.overview', { role })).sort()
    expect(await asked(null)).toEqual(['toConfirm', 'unshelved'])
    expect(await asked('archivist')).toEqual(['unshelved'])
    expect(await asked('salesDirector')).toEqual(['toConfirm'])
    await expect(callAs('archivist', 'home.overview', { role: 'generalManager' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await callAs('archivist', 'home.overview', { most: 1 })).toMatchObject({ todo: [{}], todoTotal: 2 })
  })

  test('at most 200 lines, and the total exact', async () => {
    const { store } = office.archive
    store.write(() => { for (let index = 0; index < 230; index++) office.addDossier(`第${index}精密机械有限公司`) })
    const home = await overview('archivist')
    expect([home.todo.length, home.todoTotal, home.todoCounts]).toEqual([200, 230, { overdue: 0, today: 0, soon: 230, later: 0 }])
  })
})

describe('how the archive stands, as far as one may see', () => {
  test('departments, totals and loans, by role and through a slip', async () => {
    const { addDossier, archive } = office
    const one = addDossier('甲字精密机械有限公司')
    addDossier('乙字精密机械有限公司')
    const other = addDossier('丙字精密机械有限公司', { department: 'XS2' })
    archive.store.prepare('UPDATE dossier SET present = 12 WHERE id = ?').run(one.id)
    settle(one.id)
    expect(await overview('generalmanager')).toMatchObject({
      departments: [{ name: '销售一部', present: 21, required: 24 }, { name: '销售二部', present: 9, required: 12 }],
      totals: { parties: 3, dossiers: 3, complete: 1, unconfirmed: 2, out: 0 },
    })
    expect(await overview('salesperson')).toMatchObject({
      departments: [{ name: '销售一部', present: 21, required: 24 }], totals: { parties: 2, dossiers: 2, complete: 1, unconfirmed: 1, out: 0 },
    })
    await office.lent('salesperson', other)
    expect(await overview('salesperson')).toMatchObject({
      departments: [{ name: '销售一部' }, { name: '销售二部', present: 9, required: 12 }], totals: { parties: 3, dossiers: 3, out: 1 },
    })
    expect((await overview('salesperson')).loansByAge.filter((age) => age.count > 0)).toEqual([{ bucket: 'out1to3', count: 1 }])
    expect((await overview('departmentclerk')).totals.out).toBe(0)
    for (const login of ['systemadministrator', 'auditor'] as const) {
      expect(await overview(login)).toMatchObject({ todo: [], departments: [], totals: { parties: 0, dossiers: 0, complete: 0, unconfirmed: 0, out: 0 } })
    }
  })

  test('a voided dossier counts for nothing', async () => {
    const dossier = office.addDossier('甲字精密机械有限公司')
    office.archive.store.prepare("UPDATE dossier SET voidedAt = '2026-02-01T00:00:00.000Z' WHERE id = ?").run(dossier.id)
    expect(await overview('archivist')).toMatchObject({ todoTotal: 0, departments: [], totals: { dossiers: 0 } })
  })

  test.each([
    ['2026-11-23', '2026-12-03', 'out1to3'], ['2026-11-20', '2026-12-03', 'out1to3'], ['2026-11-19', '2026-12-03', 'out4to7'],
    ['2026-11-16', '2026-12-03', 'out4to7'], ['2026-11-15', '2026-11-23', 'out8to14'], ['2026-11-09', '2026-11-23', 'out8to14'],
    ['2026-11-08', '2026-11-24', 'out15plus'], ['2026-11-12', '2026-11-22', 'over1to3'], ['2026-11-10', '2026-11-20', 'over1to3'],
    ['2026-11-09', '2026-11-19', 'over4to7'], ['2026-11-06', '2026-11-16', 'over4to7'], ['2026-11-05', '2026-11-15', 'over8plus'],
  ])('handed out %s, due %s: %s', (handedOn, dueOn, bucket) => {
    expect(bucketOf({ handedOn, dueOn }, '2026-11-23')).toBe(bucket)
  })
})
