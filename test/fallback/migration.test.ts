import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, MIGRATIONS } from '../../src/main/storage/migrate.ts'

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null; pk: number }

test('slips that were read off before lists and notes could be keep what they say, and their conflicts', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, { migrations: MIGRATIONS.filter(({ version }) => version < 200) })
  /** A row with what is given; whatever else must be there is filled in. */
  const insert = (table: string, values: Record<string, string | number | null>) => {
    const columns = database.pragma(`table_info(${table})`) as Column[]
    const needed = columns.filter(({ name, notnull, dflt_value: byDefault, pk }) => notnull === 1 && byDefault === null && pk === 0 && !(name in values))
    const row = { ...Object.fromEntries(needed.map(({ name, type }) => [name, type === 'INTEGER' ? 1 : name])), ...values }
    const names = Object.keys(row)
    database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`).run(row)
  }
  insert('person', { id: 1, roles: '["archivist"]' })
  insert('person', { id: 2, login: 'zwei', roles: '["officeDirector"]' })
  insert('department', { id: 1 })
  insert('regulationVersion', { id: 1, body: '{}' })
  insert('party', { id: 1, kind: 'customer', codeState: 'none' })
  insert('dossier', { id: 1, kind: 'credit', level: 'internal', openedOn: '2026-01-05', openedAt: '2026-01-05T02:00:00.000Z', year: 2026 })
  for (const id of [1, 2, 3]) insert('blank', { id, number: `ZD-2026-000${id}`, form: 'slip', state: 'out' })
  insert('slip', { id: 9, state: 'returned', manner: 'read', number: 'CX-2026-0009' })
  const entry = { manner: 'borrow', untilOn: '2026-12-01', signerId: 2, signedAt: '2026-11-20T01:00:00.000Z', handedAt: '2026-11-20T02:00:00.000Z', takenBackBy: 1, remarks: '停电' }
  insert('paperEntry', { ...entry, id: 1, blankId: 1, state: 'waiting' })
  insert('paperEntry', { ...entry, id: 2, blankId: 2, state: 'waiting' })
  insert('paperEntry', { ...entry, id: 7, blankId: 3, state: 'posted', slipId: 9, postedBy: 1, postedAt: '2026-11-21T02:00:00.000Z' })
  insert('paperFolder', { entryId: 1, dossierId: 1, pagesOut: 12, conditionOut: 'good', returnedAt: '2026-11-20T05:00:00.000Z', pagesIn: 12, conditionIn: 'good' })
  insert('fallbackConflict', { id: 4, rule: 'papers-overlap', entryId: 1, otherId: 2, dossierId: 1, facts: '{}', state: 'settled', setAsideId: 2, reason: '写错', proposedBy: 1, proposedAt: 'x', confirmedBy: 2, confirmedAt: 'y' })

  migrate(database)
  expect(database.pragma('foreign_key_check')).toEqual([])
  expect(database.prepare('SELECT id, blankId, state, happenedAt, remarks, slipId, transferId FROM paperEntry ORDER BY id').all()).toEqual([
    { id: 1, blankId: 1, state: 'waiting', happenedAt: entry.handedAt, remarks: '停电', slipId: null, transferId: null },
    { id: 2, blankId: 2, state: 'waiting', happenedAt: entry.handedAt, remarks: '停电', slipId: null, transferId: null },
    { id: 7, blankId: 3, state: 'posted', happenedAt: entry.handedAt, remarks: '停电', slipId: 9, transferId: null },
  ])
  expect(database.prepare('SELECT entryId, signerId, handedAt, takenBackBy FROM paperSlip WHERE entryId = 1').get()).toEqual({ entryId: 1, signerId: 2, handedAt: entry.handedAt, takenBackBy: 1 })
  expect(database.prepare('SELECT entryId, pagesOut, returnedAt FROM paperFolder').all()).toEqual([{ entryId: 1, pagesOut: 12, returnedAt: '2026-11-20T05:00:00.000Z' }])
  expect(database.prepare('SELECT id, entryId, otherId, setAsideId, state, reason FROM fallbackConflict').all()).toEqual([{ id: 4, entryId: 1, otherId: 2, setAsideId: 2, state: 'settled', reason: '写错' }])
  // A number once given is not given again.
  insert('paperEntry', { blankId: 1, state: 'waiting', happenedAt: entry.handedAt })
  expect(database.prepare('SELECT max(id) AS id FROM paperEntry').get()).toEqual({ id: 8 })
  database.close()
})
