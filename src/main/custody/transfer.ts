import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import { type Line, type Refusal, stepOf, type TransferCase } from '../../shared/rules/custody/steps.ts'
import type { Context } from '../pipeline/context.ts'
import type { TransferLineTable, TransferSignatureTable, TransferTable } from '../storage/tables/custody.ts'
import { type ListedFolder, listedFolders } from './folders.ts'
import { requireVisibleTransfer } from './visibility.ts'

type LineRow = Omit<TransferLineTable, 'documents' | 'pages'> & { documents: number; pages: number; decidedByName: string | null; decidedByLogin: string | null }
/** One line: as it was listed and decided, with the folder as it is now. */
export type LoadedLine = Line & LineRow & { readonly folder: ListedFolder }
export type LoadedSignature = Omit<TransferSignatureTable, 'id'> & { readonly signerName: string; readonly signerLogin: string }
export type LoadedTransfer = Omit<TransferCase, 'lines'> & Omit<TransferTable, 'id' | 'receivers' | 'version'> & {
  readonly id: number
  readonly version: number
  readonly departmentName: string | null
  readonly filledByName: string
  readonly senderName: string | null
  readonly lines: readonly LoadedLine[]
  readonly signatures: readonly LoadedSignature[]
}

type Reader = Pick<Context, 'trx' | 'actor'>

/** The transfer, if this person may see it; `not-found` otherwise. */
export function requireTransfer(context: Reader, id: number): LoadedTransfer {
  requireVisibleTransfer(context, id)
  return loadTransfer(context, id)
}

/** Throws the refusal that a rule has answered, if it has. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.code, refusal.details)
}

const TRANSFER = `
  SELECT transfer.*, department.name AS departmentName, filler.name AS filledByName, sender.name AS senderName
  FROM transfer JOIN person AS filler ON filler.id = transfer.filledBy LEFT JOIN department ON department.id = transfer.departmentId
  LEFT JOIN person AS sender ON sender.id = transfer.senderId
  WHERE transfer.id = ?`

const LINES = `
  SELECT transferLine.*, decider.name AS decidedByName, decider.login AS decidedByLogin
  FROM transferLine LEFT JOIN person AS decider ON decider.id = transferLine.decidedBy
  JOIN dossier ON dossier.id = transferLine.dossierId
  WHERE transferLine.transferId = ? ORDER BY dossier.number`

type Head = Omit<TransferTable, 'id' | 'version'> & { id: number; version: number; departmentName: string | null; filledByName: string; senderName: string | null }

function loadTransfer({ trx }: Reader, id: number): LoadedTransfer {
  const { receivers: _receivers, ...head } = trx.prepare(TRANSFER).get(id) as Head
  const rows = trx.prepare(LINES).all(id) as LineRow[]
  const folders = listedFolders(trx, rows.map((row) => row.dossierId))
  const lines = rows.map((row, index): LoadedLine => {
    const folder = folders[index]!
    // A draft lists what the folder holds now; the sender's signature fixes it.
    const counted = row.state === 'listed' ? { documents: folder.documents, pages: folder.pages } : {}
    return {
      ...row, ...counted, number: folder.number, departmentId: folder.departmentId, folder,
      step: stepOf(folder.transfers, folder.kind, head.fromStage, head.toStage),
    }
  })
  const signatures = trx
    .prepare(
      `SELECT transferSignature.*, signer.name AS signerName, signer.login AS signerLogin
       FROM transferSignature JOIN person AS signer ON signer.id = transferSignature.signerId WHERE transferId = ? ORDER BY transferSignature.id`,
    )
    .all(id) as LoadedSignature[]
  return { ...head, from: head.fromStage, to: head.toStage, lines, signatures }
}

/** The roles that may take a transfer: those that every line's regulation names for the step, and those that one does. */
export function receiverRoles(lines: readonly Pick<Line, 'step'>[]): Role[] {
  return [...new Set(lines.flatMap((line) => line.step?.receivers ?? []))]
}
