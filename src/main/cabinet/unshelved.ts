import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { foldersQuery, toFolder } from './folders.ts'

/** As many as a tray can show; `dossiers.list` with the state `unshelved` has them all. */
const TRAY = 500

/** Few, and in an index of their own: SQLite, whose statistics do not tell of an empty index, would rather begin at the departments. */
const UNSHELVED = sql<number>`(SELECT waiting.id FROM dossier AS waiting INDEXED BY dossier_unshelved
  WHERE waiting.drawerId IS NULL AND waiting.voidedAt IS NULL)`

/** Folders that have no place yet, the one that waits longest first. */
export function unshelvedFolders(context: Context): Output<'cabinet.unshelved'> {
  return context.trx
    .all(
      foldersQuery(context).where('dossier.id', 'in', UNSHELVED).where('dossier.custody', '=', 'in').orderBy('dossier.id').limit(TRAY),
    )
    .map(toFolder)
}
