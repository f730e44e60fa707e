import Database from 'better-sqlite3'
import type { Database as Connection, Statement } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type Compilable, DummyDriver, type InferResult, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler,
} from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** Builds and types SQL; it has no connection of its own, so a query can only be run by a `Trx`. */
export const sqlBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
export type Sql = typeof sqlBuilder

type Row<Query> = Query extends Compilable<infer Result> ? Result : never

/**
 * What a use case may do with the database: build a query with `sql`, run it at once. Everything is synchronous;
 * whoever holds a `Trx` is inside a transaction that nothing else can come between.
 */
export type Trx = {
  readonly sql: Sql
  all<Query extends Compilable>(query: Query): Row<Query>[]
  /** The first row, or undefined. */
  one<Query extends Compilable>(query: Query): Row<Query> | undefined
  run(query: Compilable): { changes: number; lastId: number }
  /** A prepared statement by its text (cached), for what the builder cannot say or what runs a thousand times. */
  prepare(text: string): Statement
}

export type Store = Trx & {
  readonly file: string
  readonly connection: Connection
  /** Runs in one transaction: commits what `work` returns, rolls back what it throws. */
  write<Result>(work: (trx: Trx) => Result): Result
  /** A consistent view; nothing may be written. */
  read<Result>(work: (trx: Trx) => Result): Result
  close(): void
}

const STATEMENT_CACHE = 600

/**
 * Opens an encrypted database (cipher aegis, 32-byte raw key), sets the pragmas every connection needs and brings it to
 * the program's version. Refuses a wrong key or a damaged file with `archive-damaged`.
 */
export function openStore(file: string, key: Buffer, options: { create?: boolean; beforeMigration?: (connection: Connection, from: number) => void } = {}): Store {
  // SQLite takes an empty file for a new database; an archive that has lost its bytes must not become an empty one.
  if (!options.create && statSync(file, { throwIfNoEntry: false })?.size === 0) throw new AppError('archive-damaged', { file: basename(file) })
  const connection = new Database(file, { fileMustExist: !options.create, timeout: 5000 })
  try {
    connection.pragma("cipher = 'aegis'")
    connection.pragma(`key = "raw:${key.toString('hex')}"`)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('temp_store = MEMORY')
    connection.pragma('cache_size = -65536')
    migrate(connection, { beforeFirst: (from) => options.beforeMigration?.(connection, from) })
  } catch (error) {
    connection.close()
    if (isSqliteError(error, 'SQLITE_NOTADB') || isSqliteError(error, 'SQLITE_CORRUPT')) throw new AppError('archive-damaged')
    throw error
  }
  return makeStore(file, connection)
}

function makeStore(file: string, connection: Connection): Store {
  const statements = new Map<string, Statement>()
  const prepare = (text: string) => {
    let statement = statements.get(text)
    if (!statement) {
      statement = connection.prepare(text)
      if (statements.size >= STATEMENT_CACHE) statements.delete(statements.keys().next().value!)
      statements.set(text, statement)
    }
    return statement
  }
  const trx: Trx = {
    sql: sqlBuilder,
    prepare,
    all: <Query extends Compilable>(query: Query) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).all(...(parameters as unknown[])) as Row<Query>[]
    },
    one: <Query extends Compilable>(query: Query) => {
      const { sql, parameters } = query.compile()
      return prepare(sql).get(...(parameters as unknown[])) as Row<Query> | undefined
    },
    run: (query) => {
      const { sql, parameters } = query.compile()
      const result = prepare(sql).run(...(parameters as unknown[]))
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) }
    },
  }
  const begin = connection.transaction((work: (trx: Trx) => unknown) => work(trx))
  return {
    ...trx,
    file,
    connection,
    write: <Result>(work: (trx: Trx) => Result) => begin.immediate(work) as Result,
    read: <Result>(work: (trx: Trx) => Result) => begin.deferred(work) as Result,
    close: () => {
      try {
        connection.pragma('optimize')
      } catch {
        // A file whose pages cannot be read closes all the same; `verify` tells of them.
      } finally {
        connection.close()
      }
    },
  }
}

export function isSqliteError(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code)
}

export type { InferResult }
