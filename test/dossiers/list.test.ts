import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { DOSSIER_KINDS, FOLDER_STATES, LEVELS } from '../../src/shared/contract/dossiers.ts'
import { GRADES } from '../../src/shared/contract/parties.ts'
import { reindexParty } from '../../src/main/parties/search-index.ts'
import { type Desk, expectKept, openDesk } from './desk.ts'

/*
 * The list takes three ways to a page. Whatever the way, it must answer what a plain filter over all rows answers: the same
 * dossiers in the same order, and the same total, for one who sees everything and for one who sees a department and a slip.
 */

type Row = Output<'dossiers.list'>['rows'][number]
type Known = Row & { sortName: string; placeKey: string; departmentId: number; drawerId: number | null; voided: boolean }

const TODAY = '2026-11-23'
const SYLLABLES = ['华东', '锦岱', '山川', '广源', '新科', '北辰', '安平', '瑞祥']
let desk: Desk
let known: Known[]
const slipped = new Set<number>()

beforeAll(async () => {
  desk = await openDesk()
  const { drawers } = await desk.furnish({ code: '10', drawers: 5, capacity: 30 })
  const more = await desk.furnish({ code: '2', drawers: 5, capacity: 30 })
  await fill([...drawers, ...more.drawers])
  known = readAll()
})
afterAll(() => desk.close())

/** Straight into the tables: the triggers must keep up with that as well. */
async function fill(drawers: number[]): Promise<void> {
  const { store } = desk.archive
  let random = 20261123
  const pick = (count: number) => (random = (random * 48271) % 2147483647) % count
  const sequences = new Map<string, number>()
  for (let index = 0; index < 400; index++) {
    const department = pick(3) === 0 ? 'XS2' : 'XS1'
    const partyId = desk.party(`${SYLLABLES[pick(8)]}${SYLLABLES[pick(8)]}${index}公司`, { department, grade: [undefined, ...GRADES][pick(6)] })
    const kind = pick(4) === 0 ? 'contract' as const : 'credit' as const
    const year = 2021 + pick(5)
    const series = `${kind === 'credit' ? 'XY' : 'HT'}-${department}-${year}`
    const sequence = (sequences.get(series) ?? 0) + 1
    sequences.set(series, sequence)
    const isShelved = pick(4) > 0
    store.write((trx) => trx.run(trx.sql.insertInto('dossier').values({
      kind, number: `${series}-${String(sequence).padStart(4, '0')}`, partyId, departmentId: desk.departments[department], year, level: LEVELS[pick(4)]!,
      openedOn: `${year}-0${1 + pick(9)}-15`, openedBy: 1, openedAt: `${year}-01-01T00:00:00.000Z`, confirmedAt: pick(3) ? `${year}-02-01T00:00:00.000Z` : null,
      voidedAt: pick(20) === 0 ? '2026-01-01T00:00:00.000Z' : null, required: 15, present: pick(3) ? pick(15) : 15, regulationVersionId: 1,
    } as never)))
    const id = index + 1
    store.write((trx) => reindexParty(trx, partyId))
    if (isShelved) shelve(id, drawers, pick)
    if (pick(15) === 0) store.write((trx) => trx.prepare('UPDATE dossier SET custody = ?, custodySince = ? WHERE id = ?').run(pick(2) ? 'missing' : 'moving', `${TODAY}T00:00:00.000Z`, id))
    if (pick(8) === 0) desk.slip('salesperson', [id], { dueOn: pick(2) ? '2026-12-01' : '2026-11-01' })
  }
  for (const id of [3, 50, 77, 120, 121, 300]) slipped.add(id)
  desk.slip('salesperson2', [...slipped])
  desk.slip('salesperson2', [50, 77])
}

function shelve(id: number, drawers: number[], pick: (count: number) => number): void {
  desk.archive.store.write((trx) => {
    const drawerId = drawers[pick(drawers.length)]!
    const { last } = trx.prepare('SELECT coalesce(max(slot), 0) AS last FROM dossier WHERE drawerId = ?').get(drawerId) as { last: number }
    trx.prepare('UPDATE dossier SET drawerId = ?, slot = ? WHERE id = ? AND voidedAt IS NULL').run(drawerId, last + 1 + pick(3), id)
  })
}

type Stored = Omit<Known, 'isConfirmed' | 'voided' | 'completeness' | 'state' | 'place'> & {
  confirmedAt: string | null
  voidedAt: string | null
  custody: 'in' | 'moving' | 'missing'
  dueOn: string | null
  present: number
  required: number
}

function readAll(): Known[] {
  const rows = desk.archive.store.prepare(`
    SELECT dossier.id, dossier.kind, number, partyId, dossier.departmentId, year, level, openedOn, confirmedAt, voidedAt, custody, drawerId,
      placeKey, present, required, party.name AS partyName, party.shortName, party.pinyin AS sortName, party.grade,
      department.name AS departmentName, loan.dueOn
    FROM dossier JOIN party ON party.id = dossier.partyId JOIN department ON department.id = dossier.departmentId
      LEFT JOIN loan ON loan.dossierId = dossier.id AND loan.returnedAt IS NULL`).all() as Stored[]
  return rows.map((row) => ({
    ...row, place: null, isConfirmed: row.confirmedAt !== null, voided: row.voidedAt !== null,
    completeness: { present: row.present, required: row.required }, state: stateOf(row),
  }))
}

function stateOf({ custody, dueOn, drawerId }: Stored): Row['state'] {
  if (custody !== 'in') return custody
  if (dueOn !== null) return dueOn < TODAY ? 'overdue' : 'lent'
  return drawerId === null ? 'unshelved' : 'in'
}

type Asked = Input<'dossiers.list'>

function expected(asked: Asked, maySee: (row: Known) => boolean): number[] {
  const fits = <Value>(wanted: Value | null | undefined, value: Value) => wanted === null || wanted === undefined || wanted === value
  const rows = known.filter((row) => !row.voided && maySee(row)
    && fits(asked.kind, row.kind) && fits(asked.state, row.state) && fits(asked.grade, row.grade ?? 'none')
    && fits(asked.departmentId, row.departmentId) && fits(asked.year, row.year) && fits(asked.isConfirmed, row.isConfirmed)
    && fits(asked.isComplete, row.completeness.present === row.completeness.required)
    && (asked.text ?? '').split(' ').every((word) => row.partyName.includes(word)))
  const key = (row: Known): string | number => ({
    number: row.number, name: row.sortName, opened: row.openedOn, place: row.placeKey, completeness: row.completeness.present,
  })[asked.sort ?? 'number']
  const sign = asked.descending ? -1 : 1
  rows.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id))
  return rows.map((row) => row.id)
}

const asked: fc.Arbitrary<Asked> = fc.record({
  kind: fc.option(fc.constantFrom(...DOSSIER_KINDS), { freq: 1 }), state: fc.option(fc.constantFrom(...FOLDER_STATES), { freq: 1 }),
  grade: fc.option(fc.constantFrom(...GRADES, 'none' as const), { freq: 1 }), departmentId: fc.option(fc.constantFrom(1, 2), { freq: 1 }),
  year: fc.option(fc.integer({ min: 2021, max: 2026 }), { freq: 1 }), isComplete: fc.option(fc.boolean(), { freq: 1 }),
  isConfirmed: fc.option(fc.boolean(), { freq: 1 }), text: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom('华东', '公司', '锦岱山', '川广源', '公司 华东', '锦岱山 新科', '查无此名')),
  sort: fc.constantFrom('number' as const, 'name' as const, 'opened' as const, 'place' as const, 'completeness' as const), descending: fc.boolean(),
  offset: fc.oneof(fc.constant(0), fc.nat(420)), limit: fc.integer({ min: 1, max: 60 }),
}, { requiredKeys: [] })

describe('dossiers.list', () => {
  const sees = {
    archivist: () => true,
    salesperson2: (row: Known) => row.departmentId === desk.departments.XS2 || slipped.has(row.id),
  }

  it.each(['archivist', 'salesperson2'] as const)('answers %s the same page and total as a plain filter', async (login) => {
    await fc.assert(fc.asyncProperty(asked, async (input) => {
      const all = expected(input, sees[login])
      const { total, rows } = await desk.callAs(login, 'dossiers.list', input)
      expect(total).toBe(all.length)
      const offset = input.offset ?? 0
      expect(rows.map((row) => row.id)).toEqual(all.slice(offset, offset + (input.limit ?? 50)))
    }), { numRuns: 600, endOnFailure: true })
  }, 120_000)

  it('gives each row as it stands', async () => {
    const { rows } = await desk.callAs('archivist', 'dossiers.list', { limit: 500 })
    const byId = new Map(known.map((row) => [row.id, row]))
    for (const row of rows) {
      const { number, kind, partyName, grade, departmentName, year, level, openedOn, isConfirmed, state, completeness, drawerId } = byId.get(row.id)!
      expect(row).toMatchObject({ number, kind, partyName, grade, departmentName, year, level, openedOn, isConfirmed, state, completeness })
      expect(row.place?.drawerId ?? null).toBe(drawerId)
    }
  })

  it('finds a dossier by its number', async () => {
    const row = known.find((candidate) => !candidate.voided)!
    const { rows } = await desk.callAs('archivist', 'dossiers.list', { text: row.number.toLowerCase() })
    expect(rows.map((found) => found.id)).toContain(row.id)
  })

  it('sorts cabinets as one walks along them: 2 before 10, the shelved before the unshelved', async () => {
    const { rows } = await desk.callAs('archivist', 'dossiers.list', { sort: 'place', limit: 500 })
    const codes = rows.map((row) => row.place?.cabinetCode ?? '~')
    expect(codes).toEqual([...codes].sort((a, b) => (a === '~' ? 1 : 0) - (b === '~' ? 1 : 0) || Number(a) - Number(b)))
    expect(new Set(codes)).toEqual(new Set(['2', '10', '~']))
  })

  it('shows one department nothing of the other but through a slip', async () => {
    const { total } = await desk.callAs('salesperson', 'dossiers.list', { departmentId: desk.departments.XS2 })
    const own = known.filter((row) => !row.voided && row.departmentId === desk.departments.XS1)
    expect((await desk.callAs('salesperson', 'dossiers.list', {})).total).toBe(own.length + total)
    expect(await desk.callAs('salesperson2', 'dossiers.list', { departmentId: desk.departments.XS1 }))
      .toMatchObject({ total: [...slipped].filter((id) => own.some((row) => row.id === id)).length })
  })

  it('rests on what the triggers keep', () => expectKept(desk))
})
