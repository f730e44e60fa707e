import type { Output } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { foldersQuery, toFolder } from './folders.ts'

/** As many as a tray can show; `dossiers.list` with the state `unshelved` has them all. */
const TRAY = 500

/** Folders that have no place yet, the one that waits longest first. */
export function unshelvedFolders(context: Context): Output<'cabinet.unshelved'> {
  return context.trx
    .all(
      foldersQuery(context).where('dossier.drawerId', 'is', null).where('dossier.custody', '=', 'in').orderBy('dossier.id').limit(TRAY),
    )
    .map(toFolder)
}
