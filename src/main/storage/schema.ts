import Database from 'better-sqlite3'
import type { Trx } from './database.ts'
import { migrate } from './migrate.ts'

type Built = { name: string; type: string; sql: string | null }

const SCHEMA = "SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"

/** As the migrations build it; the same for every archive. */
let fresh: Map<string, Built> | undefined

function freshSchema(): Map<string, Built> {
  const empty = new Database(':memory:')
  try {
    migrate(empty)
    return namesOf(empty.prepare(SCHEMA).all() as Built[])
  } finally {
    empty.close()
  }
}

const namesOf = (rows: readonly Built[]) => new Map(rows.map((row) => [row.name, row]))

/** Tables, indexes and triggers that are missing, added, or not as the program builds them. */
export function builtOtherwise(trx: Trx): { name: string; type: string }[] {
  fresh ??= freshSchema()
  const built = fresh
  const there = namesOf(trx.prepare(SCHEMA).all() as Built[])
  return [...new Map([...built, ...there]).values()].filter(({ name }) => built.get(name)?.sql !== there.get(name)?.sql)
}
