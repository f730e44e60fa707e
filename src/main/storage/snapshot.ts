import Database from 'better-sqlite3'
import type { Database as Connection } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { isSqliteError, type Store } from './database.ts'

export type { Connection }

/**
 * Writes a copy of the database as it is at this moment, encrypted with the same key, to a file that does not exist yet.
 * (`VACUUM INTO`: the backup API refuses encrypted files.) Readers and writers of other connections go on.
 */
export function takeSnapshot(store: Store, file: string): void {
  store.connection.prepare('VACUUM INTO ?').run(file)
}

/** Opens a copy for reading alone, leaving the file as it is. Refuses a wrong key or a damaged file with `archive-damaged`. */
export function openSnapshot(file: string, key: Buffer): Connection {
  const connection = new Database(file, { readonly: true, fileMustExist: true })
  try {
    connection.pragma("cipher = 'aegis'")
    connection.pragma(`key = "raw:${key.toString('hex')}"`)
    connection.pragma('trusted_schema = OFF')
    connection.pragma('temp_store = MEMORY')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    return connection
  } catch (error) {
    connection.close()
    if (isSqliteError(error, 'SQLITE_NOTADB') || isSqliteError(error, 'SQLITE_CORRUPT')) throw new AppError('archive-damaged')
    throw error
  }
}
