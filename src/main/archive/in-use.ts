import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { isSqliteError } from '../storage/database.ts'

const NAME = 'in-use'

/**
 * One process works with an archive at a time. An exclusive SQLite lock on an empty file says so: unlike a file with a
 * process number in it, the system lets it go the moment the process dies, however it dies.
 * Refuses `archive-in-use`; answers the function that gives the archive free.
 */
export function claimArchive(folder: string): () => void {
  const connection = new Database(join(folder, NAME), { timeout: 200 })
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (isSqliteError(error, 'SQLITE_BUSY')) throw new AppError('archive-in-use', { folder })
    throw error
  }
  return () => connection.close()
}

/** Refuses `archive-in-use` while any program, this one too, has the archive open. A folder without one is free. */
export function requireFree(folder: string): void {
  if (existsSync(join(folder, NAME))) claimArchive(folder)()
}
