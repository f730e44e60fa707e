import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { readCode, readDrawerCode } from '../../shared/rules/shelving/codes.ts'
import { foldersQuery, toFolder } from '../cabinet/folders.ts'
import { nextFreeSlot } from '../cabinet/free-slot.ts'
import { placeOf } from '../dossiers/place.ts'
import type { Context } from '../pipeline/context.ts'
import { requireBox } from './boxes.ts'
import { drawerOf } from './labels.ts'

type Found = Output<'shelving.find'>

/** What a scanned label is; `not-found` for what is none of these, or may not be seen. */
export function findLabel(context: Context, { code }: Parsed<'shelving.find'>): Found {
  const { trx } = context
  const parts = readDrawerCode(code)
  const drawer = parts && drawerOf(context, parts)
  if (drawer) return { drawer, box: null, folder: null }
  const number = readCode(code)
  const box = trx.prepare('SELECT id FROM box WHERE code = ?').get(number) as { id: number } | undefined
  if (box) return { drawer: null, box: requireBox(context, box.id), folder: null }
  const folder = folderOf(context, number)
  if (!folder) throw new AppError('not-found', { code })
  return { drawer: null, box: null, folder }
}

function folderOf(context: Context, number: string): Found['folder'] {
  const { trx } = context
  const row = trx.one(foldersQuery(context).leftJoin('box', 'box.id', 'dossier.boxId').select('box.code as boxCode').where('dossier.number', '=', number))
  if (!row) return null
  const { boxCode, ...rest } = row
  const { dossierId, partyName, shortName, state } = toFolder(rest)
  return {
    dossierId, number, partyName, shortName, state, place: placeOf(trx, dossierId), boxCode,
    offered: state === 'unshelved' ? nextFreeSlot(context, { dossierId }) : null,
  }
}
