import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, expectKept, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

describe('numbers', () => {
  it('are by department, year and kind, and the year is the one it was opened in', async () => {
    const first = await desk.open('salesperson', '甲公司')
    const second = await desk.open('departmentclerk', '乙公司')
    const contract = await desk.open('salesperson', '', { partyId: first.partyId, kind: 'contract' })
    const other = await desk.open('salesperson2', '丙公司', { department: 'XS2' })
    const earlier = await desk.open('creditadministrator', '丁公司', { openedOn: '2024-03-18' })
    expect([first, second, contract, other, earlier].map((dossier) => dossier.number)).toEqual([
      'XY-XS1-2026-0001', 'XY-XS1-2026-0002', 'HT-XS1-2026-0001', 'XY-XS2-2026-0001', 'XY-XS1-2024-0001',
    ])
  })

  it('of a voided dossier stays in the register, and is never given again', async () => {
    const { id, number, partyId } = await desk.open('salesperson2', '误立公司', { department: 'XS2' })
    await desk.callAs('creditadministrator', 'dossiers.void', { id, reason: '重复立卷' })
    const again = await desk.open('salesperson2', '', { department: 'XS2', partyId })
    expect(again.number).not.toBe(number)
    const register = await desk.callAs('archivist', 'dossiers.numbers', { departmentId: desk.departments.XS2, year: 2026 })
    expect(register.find((line) => line.number === number)).toMatchObject({ dossierId: id, partyName: '误立公司', voidReason: '重复立卷' })
    expect(register.find((line) => line.number === again.number)).toMatchObject({ voidedAt: null, voidReason: null })
    expect(await desk.refusal('archivist', 'dossiers.get', { id })).toBe('not-found')
  })

  it('have no gap and no double under 200 openings over departments, years and kinds, with voids between', async () => {
    const openings = fc.array(
      fc.record({
        department: fc.constantFrom('XS1' as const, 'XS2' as const), year: fc.integer({ min: 2020, max: 2023 }),
        kind: fc.constantFrom('credit' as const, 'contract' as const), isVoided: fc.boolean(),
      }),
      { minLength: 50, maxLength: 50 },
    )
    let parties = 0
    await fc.assert(fc.asyncProperty(openings, async (steps) => {
      const opened = await Promise.all(steps.map(async ({ department, year, kind, isVoided }) => {
        const dossier = await desk.open('creditadministrator', `第${++parties}号公司`, { department, kind, openedOn: `${year}-06-30` })
        if (isVoided) await desk.callAs('creditadministrator', 'dossiers.void', { id: dossier.id, reason: '误立' })
        return dossier
      }))
      expect(new Set(opened.map((dossier) => dossier.number)).size).toBe(opened.length)
      const series = Map.groupBy(
        desk.archive.store.prepare('SELECT kind, departmentId, year, sequence, number, dossierId FROM dossierNumber').all() as
          { kind: string; departmentId: number; year: number; sequence: number; number: string; dossierId: number }[],
        (row) => `${row.kind} ${row.departmentId} ${row.year}`,
      )
      for (const rows of series.values()) {
        expect(rows.map((row) => row.sequence).sort((a, b) => a - b)).toEqual(rows.map((_row, index) => index + 1))
      }
    }), { numRuns: 4, endOnFailure: true })
    const bad = desk.archive.store
      .prepare(`SELECT dossier.number FROM dossier JOIN dossierNumber ON dossierNumber.dossierId = dossier.id
        WHERE dossier.number <> dossierNumber.number OR dossier.year <> dossierNumber.year OR (dossier.voidedAt IS NULL) <> (dossierNumber.voidedAt IS NULL)`)
      .all()
    expect(bad).toEqual([])
    expectKept(desk)
  })
})

describe('opening', () => {
  it.each([
    ['another department', 'salesperson', { department: 'XS2' }, 'not-found'],
    ['a day to come', 'creditadministrator', { openedOn: '2026-11-24' }, 'bad-input'],
    ['a day before there were dossiers', 'creditadministrator', { openedOn: '1948-12-31' }, 'bad-input'],
    ['a department that is not there', 'creditadministrator', { departmentId: 9999 }, 'not-found'],
    ['a role that does not open', 'archivist', {}, 'forbidden'],
  ] as const)('refuses %s', async (_case, login, { department = 'XS1', ...options }: { department?: 'XS1' | 'XS2'; openedOn?: string; departmentId?: number }, code) => {
    const partyId = desk.party(`被拒公司${Math.random()}`, { department })
    expect(await desk.refusal(login, 'dossiers.open', { partyId, departmentId: desk.departments[department], ...options })).toBe(code)
  })

  it('refuses to open for a department that is not one’s own', async () => {
    const partyId = desk.party('本部门客户')
    expect(await desk.refusal('salesperson', 'dossiers.open', { partyId, departmentId: desk.departments.XS2 })).toBe('forbidden')
  })

  it('refuses a second of the same kind, and tells its number only to those who may see it', async () => {
    const { partyId, number } = await desk.open('salesperson', '只立一卷公司')
    const again = { partyId, departmentId: desk.departments.XS1 }
    expect(await desk.answerAs('salesperson', 'dossiers.open', again)).toMatchObject({ error: { code: 'dossier-exists', details: { number } } })
    // The same customer also deals with the other department, whose salesperson may see him but not the dossier.
    desk.archive.store.write((trx) => trx.prepare('UPDATE party SET departmentId = ? WHERE id = ?').run(desk.departments.XS2, partyId))
    expect(await desk.answerAs('salesperson2', 'dossiers.open', { partyId, departmentId: desk.departments.XS2 }))
      .toEqual({ ok: false, error: { code: 'dossier-exists', details: {} } })
  })

  it('keeps the terms of the regulation in force', async () => {
    const { id } = await desk.open('salesperson', '新立公司', { level: 'secret', remarks: '首笔业务' })
    expect(await desk.callAs('salesperson', 'dossiers.get', { id })).toMatchObject({
      retentionYears: 10, level: 'secret', remarks: '首笔业务', isConfirmed: false, state: 'unshelved', place: null,
      completeness: { present: 0, required: 15 }, regulation: { id: 'S22', clause: '5' }, mayWrite: true, mayConfirm: false, throughSlip: null,
    })
  })
})

describe('voiding', () => {
  it.each([
    ['with a document', async (id: number) => { await desk.callAs('salesperson', 'documents.add', { dossierId: id, title: '名片', pages: 1 }) }, 'document-not-empty'],
    ['on a slip that runs', async (id: number) => { desk.slip('salesperson2', [id]) }, 'wrong-state'],
    ['handed out', async (id: number) => { desk.slip('salesperson2', [id], { dueOn: '2026-12-01' }) }, 'dossier-lent'],
    ['missing', async (id: number) => { await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: id, remarks: '查找' }) }, 'wrong-state'],
  ])('refuses a dossier %s', async (_case, prepare, code) => {
    const { id } = await desk.open('salesperson', `作废公司${Math.random()}`)
    await prepare(id)
    expect(await desk.refusal('creditadministrator', 'dossiers.void', { id, reason: '误立' })).toBe(code)
  })

  it('frees the slot, and a struck line does not stand in the way', async () => {
    const { drawers } = await desk.furnish({ drawers: 1, capacity: 2 })
    const { id } = await desk.open('salesperson', '空卷公司')
    await desk.callAs('archivist', 'cabinet.place', { dossierId: id, drawerId: drawers[0]! })
    const document = await desk.callAs('salesperson', 'documents.add', { dossierId: id, title: '名片', pages: 1 })
    await desk.callAs('salesperson', 'documents.strike', { id: document.id, reason: '不归此卷' })
    await desk.callAs('creditadministrator', 'dossiers.void', { id, reason: '误立' })
    expect((await desk.callAs('archivist', 'cabinet.drawer', { drawerId: drawers[0]! })).folders).toEqual([])
    expectKept(desk)
  })
})
