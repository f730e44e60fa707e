import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { missingTitles } from '../../shared/rules/regulations/catalogue.ts'
import { lastLookupOf } from '../dossiers/last-lookup.ts'
import { presentItems } from '../dossiers/recount.ts'
import { placeOf } from '../dossiers/place.ts'
import type { FolderState } from '../dossiers/state.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import { foldersQuery, toFolder } from './folders.ts'

/** The card beside the open drawer: what is in the folder, what is missing, who has it and since when. */
export function folderCard(context: Context, { dossierId }: Parsed<'cabinet.folder'>): Output<'cabinet.folder'> {
  const { trx } = context
  const row = trx.one(
    foldersQuery(context).innerJoin('person as opener', 'opener.id', 'dossier.openedBy').where('dossier.id', '=', dossierId).select([
      'party.creditCode as partyCreditCode', 'dossier.openedOn', 'opener.name as openedByName', 'dossier.documents', 'dossier.pages',
      'dossier.present', 'dossier.required', 'dossier.regulationVersionId', 'dossier.custodySince', 'dossier.shelvedAt', 'dossier.openedAt',
    ]),
  )
  if (!row) throw new AppError('not-found', { dossierId })
  const { present, required, regulationVersionId, custodySince, shelvedAt, openedAt, ...folder } = row
  const place = placeOf(trx, dossierId)
  const titles = missingTitles(regulationOfVersion(trx, regulationVersionId), row.kind, presentItems(trx, dossierId))
  return {
    ...toFolder(folder), partyCreditCode: row.partyCreditCode, openedOn: row.openedOn, openedByName: row.openedByName,
    documents: row.documents, pages: row.pages, completeness: { present, required }, missing: titles, place,
    ...holderOf(trx, dossierId, row.state, {
      roomName: place?.roomName ?? '', departmentName: row.departmentName, custodySince, shelvedAt, openedAt,
    }),
    lastLookup: lastLookupOf(trx, dossierId),
  }
}

type Holder = { holder: string; holderSince: string | null; slipId: number | null }
type Facts = { roomName: string; departmentName: string; custodySince: string | null; shelvedAt: string | null; openedAt: string }

/** Who has the folder: the borrower, the room, the department that has not brought it yet; nobody while it is missing. */
function holderOf(trx: Trx, dossierId: number, state: FolderState, facts: Facts): Holder {
  if (state === 'missing' || state === 'moving') return { holder: '', holderSince: facts.custodySince, slipId: null }
  if (state === 'unshelved') return { holder: facts.departmentName, holderSince: facts.openedAt, slipId: null }
  if (state === 'in') return { holder: facts.roomName, holderSince: facts.shelvedAt, slipId: null }
  const loan = trx
    .prepare(
      `SELECT loan.slipId, loan.handedAt, person.name, slip.unit FROM loan JOIN slip ON slip.id = loan.slipId
         JOIN person ON person.id = slip.applicantId
       WHERE loan.dossierId = ? AND loan.returnedAt IS NULL`,
    )
    .get(dossierId) as { slipId: number; handedAt: string; name: string; unit: string }
  return { holder: `${loan.name}　${loan.unit}`, holderSince: loan.handedAt, slipId: loan.slipId }
}
