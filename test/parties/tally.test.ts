import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, MIGRATIONS } from '../../src/main/storage/migrate.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

/* What triggers keep of parties and rooms, counted anew from the rows. */

type Rows = (text: string) => unknown[]

function expectCounted(rows: Rows): void {
  expect(rows('SELECT * FROM partyReach ORDER BY 1, 2')).toEqual(rows(
    `SELECT DISTINCT dossier.departmentId, party.id AS partyId, party.departmentId AS ofDepartment, party.kind, party.grade, party.province
     FROM dossier JOIN party ON party.id = dossier.partyId
     WHERE dossier.voidedAt IS NULL AND dossier.departmentId IS NOT party.departmentId ORDER BY 1, 2`,
  ))
  expect(rows('SELECT * FROM partyTally ORDER BY 1, 2, 3, 4, 5, 6')).toEqual(rows(
    `WITH kept AS (SELECT partyId FROM dossier WHERE voidedAt IS NULL),
       seen AS (
         SELECT 0 AS seenBy, party.*, id IN kept AS hasDossier FROM party
         UNION ALL
         SELECT other.departmentId, party.*, 1 FROM (SELECT DISTINCT departmentId, partyId FROM dossier WHERE voidedAt IS NULL) AS other
           JOIN party ON party.id = other.partyId AND party.departmentId IS NOT other.departmentId),
       scoped AS (SELECT '*' AS scope, * FROM seen UNION ALL SELECT '=' || province, * FROM seen WHERE province IS NOT NULL)
     SELECT seenBy, scope AS province, coalesce(departmentId, 0) AS departmentId, kind, coalesce(grade, '') AS grade, hasDossier, count(*) AS parties
     FROM scoped GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`,
  ))
  expect(rows('SELECT * FROM room ORDER BY id')).toEqual(rows(
    `SELECT room.id, room.name, count(DISTINCT cabinet.id) AS cabinets, count(DISTINCT drawer.id) AS drawers, count(dossier.id) AS folders
     FROM room LEFT JOIN cabinet ON cabinet.roomId = room.id LEFT JOIN drawer ON drawer.cabinetId = cabinet.id
       LEFT JOIN dossier ON dossier.drawerId = drawer.id GROUP BY room.id ORDER BY room.id`,
  ))
}

type Run = (text: string) => unknown

/** Changes of every kind, as by lot but the same in every run. */
function shuffle(run: Run, from: number, to: number): void {
  let state = 20_261_125 + from
  const pick = (values: readonly (string | number)[]) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return values[(state >>> 8) % values.length]!
  }
  const numbers = (count: number) => Array.from({ length: count }, (_unused, index) => index + 1)
  const department = () => pick(['NULL', 1, 2])
  const party = () => pick(numbers(40))
  const set = (column: string, value: string | number) => `UPDATE party SET ${column} = ${value} WHERE id = ${party()}`
  for (let round = from; round < to; round += 1) {
    const kind = pick(["'customer'", "'supplier'", "'both'"])
    const grade = pick(['NULL', "'A'", "'C'"])
    const province = pick(['NULL', "'江苏'", "'*'"])
    run(pick([
      set('departmentId', department()), set('kind', kind), set('grade', grade), set('province', province),
      `UPDATE party SET departmentId = ${department()}, grade = ${grade}, province = ${province} WHERE id = ${party()}`,
      `INSERT INTO party (kind, name, codeState, departmentId, grade, province, pinyin, initials, updatedAt)
         VALUES (${kind}, 'n${round}', 'none', ${department()}, ${grade}, ${province}, 'n', 'n', '')`,
      `INSERT INTO dossier (kind, number, partyId, departmentId, year, level, openedOn, openedBy, openedAt, required, regulationVersionId, drawerId, slot)
         VALUES ('contract', 'N${round}', ${party()}, ${pick([1, 2])}, 2026, 'internal', '2026-01-01', 1, '', 0, 1, ${pick(numbers(6))}, ${round + 1})`,
      `UPDATE dossier SET departmentId = ${pick([1, 2])}, partyId = ${party()} WHERE id = ${party()}`,
      `UPDATE dossier SET voidedAt = ${pick(['NULL', "'2026-01-02'"])} WHERE id = ${party()}`,
      `UPDATE dossier SET drawerId = ${pick(numbers(6))} WHERE id = ${party()} AND drawerId IS NOT NULL`,
      `UPDATE dossier SET drawerId = NULL, slot = NULL WHERE id = ${party()}`,
      `UPDATE cabinet SET roomId = ${pick([1, 2])} WHERE id = ${pick([1, 2, 3])}`,
    ]) as string)
  }
}

const FURNITURE = `
  INSERT INTO room (id, name) VALUES (1, '甲'), (2, '乙'), (3, '空');
  INSERT INTO cabinet (id, roomId, code) VALUES (1, 1, '01'), (2, 2, '02'), (3, 2, '03'), (4, 2, '04');
  INSERT INTO drawer (id, cabinetId, no, capacity) SELECT value + 2 * (cabinet.id - 1), cabinet.id, value, 999 FROM cabinet JOIN json_each('[1, 2]');`

const PARTIES = `
  INSERT INTO party (kind, name, codeState, departmentId, grade, province, pinyin, initials, updatedAt)
  SELECT CASE value % 3 WHEN 0 THEN 'customer' WHEN 1 THEN 'supplier' ELSE 'both' END, 'p' || value, 'none', nullif(value % 3, 0),
    CASE WHEN value % 4 THEN 'A' END, CASE WHEN value % 5 THEN '浙江' END, 'p', 'p', '' FROM json_each('[${Array.from({ length: 40 }, (_unused, index) => index).join()}]')`

describe('counts kept by triggers', () => {
  let office: TestArchive
  beforeAll(async () => { office = await openTestArchive() })
  afterAll(() => office.close())

  test('are what counting anew gives, whatever has been changed', () => {
    const { connection } = office.archive.store
    connection.exec('DELETE FROM drawer; DELETE FROM cabinet; DELETE FROM room')
    connection.exec(FURNITURE)
    connection.exec(PARTIES)
    const rows: Rows = (text) => connection.prepare(text).all()
    expectCounted(rows)
    for (let part = 0; part < 8; part += 1) {
      shuffle((text) => connection.exec(text), part * 60, part * 60 + 60)
      expectCounted(rows)
    }
    expect(rows('SELECT count(*) AS found FROM partyReach')).not.toEqual([{ found: 0 }])
    connection.exec('UPDATE dossier SET drawerId = NULL, slot = NULL; DELETE FROM drawer WHERE cabinetId = 4; DELETE FROM cabinet WHERE id = 4')
    expectCounted(rows)
  })
})

test('an archive from before is counted when it is brought up to date', () => {
  const database = new Database(':memory:')
  const before = MIGRATIONS.findIndex((migration) => migration.name === 'growth')
  migrate(database, { migrations: MIGRATIONS.slice(0, before) })
  database.pragma('foreign_keys = OFF')
  database.exec("INSERT INTO department (code, name) VALUES ('XS1', '一'), ('XS2', '二'); INSERT INTO person (login, name, roles, createdAt) VALUES ('a', 'a', '[]', ''); INSERT INTO regulationVersion (regulation, effectiveOn, body) VALUES ('', '', '')")
  database.exec(FURNITURE)
  database.exec(PARTIES)
  shuffle((text) => database.exec(text), 0, 300)
  migrate(database, { migrations: MIGRATIONS.slice(0, before + 1) })
  const rows: Rows = (text) => database.prepare(text).all()
  expectCounted(rows)
  expect(rows('SELECT sum(folders) > 0 AS some, sum(cabinets) AS cabinets FROM room')).toEqual([{ some: 1, cabinets: 4 }])
  shuffle((text) => database.exec(text), 300, 400)
  expectCounted(rows)
})
