import Database from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openArchive } from '../../src/main/archive/folder.ts'
import { openStore } from '../../src/main/storage/database.ts'
import { deriveKey } from '../../src/main/storage/derive.ts'
import { createKeyFile, newKeys } from '../../src/main/storage/keys.ts'
import { HEAD_VERSION, migrate, MIGRATIONS } from '../../src/main/storage/migrate.ts'
import { createTestClock } from '../builders/archive.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'juanzong-migrations-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const version = (database: Database.Database) => database.pragma('user_version', { simple: true })
const key = Buffer.alloc(32, 7)

describe('migrations', () => {
  test('are numbered by tens, strictly increasing', () => {
    const versions = MIGRATIONS.map((migration) => migration.version)
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })

  for (const [index, migration] of MIGRATIONS.entries()) {
    test(`${migration.version} ${migration.name} follows the version before it`, () => {
      const database = new Database(':memory:')
      migrate(database, { migrations: MIGRATIONS.slice(0, index) })
      migrate(database, { migrations: MIGRATIONS.slice(0, index + 1) })
      expect(version(database)).toBe(migration.version)
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(database.pragma('foreign_key_check')).toEqual([])
    })
  }

  test('the schema at the head is the one in the repository', async () => {
    const database = new Database(':memory:')
    migrate(database)
    const rows = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search!_%' ESCAPE '!' ORDER BY type DESC, name").all() as { sql: string }[]
    await expect(`${rows.map((row) => `${row.sql};`).join('\n\n')}\n`).toMatchFileSnapshot('schema.sql')
  })

  test('every table is STRICT', () => {
    const database = new Database(':memory:')
    migrate(database)
    const loose = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search' AND name NOT LIKE '%Search!_%' ESCAPE '!'").all()
    expect(loose).toEqual([])
  })

  test('one that fails leaves the file as it was, and nothing after it runs', () => {
    const database = new Database(':memory:')
    const bad = [
      { version: 10, name: 'good', sql: 'CREATE TABLE kept (id INTEGER) STRICT;' },
      { version: 20, name: 'bad', sql: 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE kept (id INTEGER);' },
      { version: 30, name: 'never', sql: 'CREATE TABLE never (id INTEGER) STRICT;' },
    ]
    expect(() => migrate(database, { migrations: bad })).toThrow()
    expect(version(database)).toBe(10)
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()).toEqual([{ name: 'kept' }])
  })

  test('a file from a newer program is refused in words', () => {
    const file = join(folder, 'archive.db')
    const store = openStore(file, key, { create: true })
    store.connection.pragma(`user_version = ${HEAD_VERSION + 10}`)
    store.close()
    expect(() => openStore(file, key)).toThrow(expect.objectContaining({ code: 'archive-newer' }))
  })

  test('a wrong key, and a file that is no database, are refused as damaged', () => {
    const file = join(folder, 'archive.db')
    openStore(file, key, { create: true }).close()
    expect(() => openStore(file, Buffer.alloc(32, 8))).toThrow(expect.objectContaining({ code: 'archive-damaged' }))
  })

  test('before the first pending one of an older archive an encrypted copy is kept', async () => {
    const dataKey = Buffer.alloc(32, 9)
    const keys = await createKeyFile(folder, newKeys(), [])
    const clock = createTestClock()
    await openArchive({ folder, dataKey: Buffer.from(dataKey), keys, clock, create: true }).close()
    rmSync(join(folder, 'archive.db'))
    const older = new Database(join(folder, 'archive.db'))
    older.pragma("cipher = 'aegis'")
    older.pragma(`key = "raw:${deriveKey(dataKey, 'juanzong/database').toString('hex')}"`)
    migrate(older, { migrations: MIGRATIONS.slice(0, 2) })
    older.close()
    await openArchive({ folder, dataKey: Buffer.from(dataKey), keys, clock }).close()
    expect(readdirSync(folder)).toContain('archive-before-migration-from-20.db')
    expect(existsSync(join(folder, 'archive.db'))).toBe(true)
  })
})

test('every connection has the pragmas that durability rests on', () => {
  const store = openStore(join(folder, 'archive.db'), key, { create: true })
  const read = (name: string) => store.connection.pragma(name, { simple: true })
  expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('trusted_schema'), read('temp_store')]).toEqual(['wal', 2, 1, 0, 2])
  store.close()
})
