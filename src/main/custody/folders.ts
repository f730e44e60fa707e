import { AppError } from '../../shared/errors.ts'
import type { Folder } from '../../shared/rules/custody/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { visibleDossier } from '../people/visibility.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'

/** A folder as a list of transfer has it: what decides about it, and what is shown. */
export type ListedFolder = Folder & {
  readonly title: string
  readonly year: number
  readonly departmentName: string
  readonly level: 'public' | 'internal' | 'secret' | 'confidential'
  readonly retentionYears: number | null
  readonly documents: number
  readonly pages: number
  readonly hasScans: boolean
  readonly holderName: string
}

type Row = Omit<ListedFolder, 'isVoided' | 'lentOn' | 'regulationId' | 'transfers' | 'hasScans'> & {
  isVoided: 0 | 1; hasScans: 0 | 1; slipNumber: string | null; borrower: string | null; regulationVersionId: number
}

const FOLDERS = `
  SELECT dossier.id AS dossierId, dossier.number, dossier.kind, dossier.departmentId, dossier.stage, dossier.custody, dossier.voidedAt IS NOT NULL AS isVoided,
    dossier.year, dossier.level, dossier.retentionYears, dossier.documents, dossier.pages, dossier.regulationVersionId,
    party.name AS title, department.name AS departmentName, slip.number AS slipNumber, borrower.name AS borrower,
    (SELECT transfer.number FROM transferLine JOIN transfer ON transfer.id = transferLine.transferId
     WHERE transferLine.dossierId = dossier.id AND transferLine.state = 'moving') AS transferNumber,
    EXISTS (SELECT 1 FROM document JOIN attachment ON attachment.documentId = document.id
      WHERE document.dossierId = dossier.id AND document.struckAt IS NULL AND attachment.struckAt IS NULL) AS hasScans,
    (SELECT person.name FROM custody JOIN person ON person.id = custody.holderId
     WHERE custody.dossierId = dossier.id ORDER BY custody.fromAt DESC, custody.id DESC LIMIT 1) AS holderName
  FROM json_each(?) AS wanted CROSS JOIN dossier ON dossier.id = wanted.value JOIN party ON party.id = dossier.partyId
  JOIN department ON department.id = dossier.departmentId
  LEFT JOIN loan ON loan.dossierId = dossier.id AND loan.returnedAt IS NULL
  LEFT JOIN slip ON slip.id = loan.slipId LEFT JOIN person AS borrower ON borrower.id = slip.applicantId
  ORDER BY wanted.key`

/** Folders by id in the order asked for; the caller has asked which of them may be seen. */
export function listedFolders(trx: Trx, dossierIds: readonly number[]): ListedFolder[] {
  const rows = trx.prepare(FOLDERS).all(JSON.stringify(dossierIds)) as Row[]
  return rows.map(({ isVoided, hasScans, slipNumber, borrower, regulationVersionId, ...folder }) => {
    const regulation = regulationOfVersion(trx, regulationVersionId)
    return {
      ...folder, isVoided: isVoided === 1, hasScans: hasScans === 1,
      lentOn: slipNumber === null || borrower === null ? null : { slipNumber, borrower },
      regulationId: regulation.id, transfers: regulation.transfers,
    }
  })
}

/** The same, each of which the person must be able to see (`not-found`), each once (`duplicate`). */
export function requireFolders({ trx, actor, today }: Context, dossierIds: readonly number[]): ListedFolder[] {
  if (new Set(dossierIds).size < dossierIds.length) throw new AppError('duplicate')
  const seen = trx.all(
    trx.sql.selectFrom('dossier').select('dossier.id').where('dossier.id', 'in', [...dossierIds]).where('dossier.voidedAt', 'is', null)
      .where(visibleDossier(actor, today)),
  )
  const visible = new Set(seen.map(({ id }) => id))
  const hidden = dossierIds.find((id) => !visible.has(id))
  if (hidden !== undefined) throw new AppError('not-found', { dossierId: hidden })
  return listedFolders(trx, dossierIds)
}
