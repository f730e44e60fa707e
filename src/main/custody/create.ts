import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { stepOf, type Way, whyNotChange, whyNotListed, whyNotSend } from '../../shared/rules/custody/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { type ListedFolder, requireFolders } from './folders.ts'
import { refuse, requireTransfer } from './transfer.ts'
import { addTransferEvent, nextNumber, recordTransfer, setLines, updateTransfer } from './write.ts'

/**
 * A list of folders to be handed from one stage to the next, as a draft with the year's next number. Refuses folders that
 * cannot be on it (`whyNotListed`: every dossier by its own regulation) and a person who may not hand them over
 * (`forbidden`), and the very list that he has as a draft already (`duplicate`).
 */
export function createTransfer(context: Context, input: Parsed<'transfers.create'>): Output<'transfers.create'> {
  const { trx, actor, now } = context
  const { from, to, departmentId, dossierIds, remarks } = input
  if ((from === 'department') !== (departmentId !== null)) throw new AppError('bad-input', { path: 'departmentId' })
  requireListable(context, { from, to, departmentId }, dossierIds)
  requireNew(context, input)
  const number = nextNumber(context, 'YJ')
  const id = trx.run(trx.sql.insertInto('transfer').values({
    number, fromStage: from, toStage: to, departmentId, state: 'draft', remarks, filledBy: actor.personId, filledAt: now, senderId: null,
    submittedAt: null, closedAt: null,
  })).lastId
  setLines(context, id, dossierIds)
  addTransferEvent(context, id, 'filled')
  recordTransfer(context, { id, number }, { from, to, folders: dossierIds.length })
  return { id, number }
}

function requireNew({ trx, actor }: Context, { from, to, dossierIds, remarks }: Parsed<'transfers.create'>): void {
  const known = trx
    .prepare(
      `SELECT 1 FROM transfer WHERE state = 'draft' AND filledBy = :me AND fromStage = :from AND toStage = :to AND remarks IS :remarks
         AND (SELECT count(*) FROM transferLine WHERE transferId = transfer.id) = :folders
         AND NOT EXISTS (SELECT 1 FROM transferLine WHERE transferId = transfer.id AND dossierId NOT IN (SELECT value FROM json_each(:ids)))`,
    )
    .get({ me: actor.personId, from, to, remarks, folders: new Set(dossierIds).size, ids: JSON.stringify(dossierIds) })
  if (known) throw new AppError('duplicate')
}

/** Other folders or other remarks on a draft. Refuses what creating refuses, and an older version (`changed-meanwhile`). */
export function changeTransfer(context: Context, input: Parsed<'transfers.change'>): Output<'transfers.change'> {
  const transfer = requireTransfer(context, input.id)
  refuse(whyNotChange(transfer, context.actor))
  if (transfer.version !== input.version) throw new AppError('changed-meanwhile', { version: transfer.version })
  requireListable(context, transfer, input.dossierIds)
  setLines(context, transfer.id, input.dossierIds)
  updateTransfer(context, transfer.id, { remarks: input.remarks })
  addTransferEvent(context, transfer.id, 'changed')
  recordTransfer(context, transfer, { folders: input.dossierIds.length })
  return { version: transfer.version + 1 }
}

function requireListable(context: Context, way: Way, dossierIds: readonly number[]): void {
  const folders = requireFolders(context, dossierIds)
  for (const folder of folders) refuse(whyNotListed(folder, way))
  refuse(whyNotSend(folders.map((folder) => lineOf(folder, way)), context.actor))
}

const lineOf = (folder: ListedFolder, way: Way) =>
  ({ departmentId: folder.departmentId, step: stepOf(folder.transfers, folder.kind, way.from, way.to) })
