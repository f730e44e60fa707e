import { type RawBuilder, sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { shelvableParts } from '../custody/shelving.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { foldersQuery, toFolder } from './folders.ts'

/** As many as a tray can show; `dossiers.list` with the state `unshelved` has them all. */
const TRAY = 500

/**
 * Few, and in an index of their own: SQLite, whose statistics do not tell of an empty index, would rather begin at the
 * departments. Where folders are handed over, only the parts of it that may be shelved.
 */
function waitingIds(trx: Trx): RawBuilder<number> {
  const parts = shelvableParts(trx)
  return parts === null
    ? sql<number>`(SELECT waiting.id FROM dossier AS waiting INDEXED BY dossier_unshelved WHERE waiting.drawerId IS NULL AND waiting.voidedAt IS NULL)`
    : sql<number>`(SELECT waiting.id FROM json_each(${JSON.stringify(parts)}) AS part CROSS JOIN dossier AS waiting INDEXED BY dossier_shelvable
        ON waiting.stage = part.value ->> 'stage' AND waiting.regulationVersionId = part.value ->> 'versionId' AND waiting.kind = part.value ->> 'kind'
        WHERE waiting.drawerId IS NULL AND waiting.voidedAt IS NULL)`
}

/** Folders that have no place yet and may be given one, the one that waits longest first. */
export function unshelvedFolders(context: Context): Output<'cabinet.unshelved'> {
  return context.trx
    .all(
      foldersQuery(context).where('dossier.id', 'in', waitingIds(context.trx)).where('dossier.custody', '=', 'in').orderBy('dossier.id').limit(TRAY),
    )
    .map(toFolder)
}
