import { AppError } from '../../shared/errors.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { hasRole, requireVisibleDossier } from '../people/visibility.ts'

/** Who reads: all that the question whether he may needs. */
export type Reader = Pick<Context, 'trx' | 'actor' | 'today'>

/** Who does the business builds the file (S03): salesperson and clerk in their own department, credit administrator in any. */
export function mayOpenIn(actor: Actor, departmentId: number): boolean {
  if (hasRole(actor, ['creditAdministrator'])) return true
  return hasRole(actor, ['salesperson', 'departmentClerk']) && actor.departmentId === departmentId
}

/**
 * Whether this person may write in dossiers of a department: those who may open them there, and the archivist, who
 * brings in scans of any. Seeing a dossier through a slip gives no right to write.
 */
export function mayWriteIn(actor: Actor, departmentId: number): boolean {
  return hasRole(actor, ['archivist']) || mayOpenIn(actor, departmentId)
}

export type DossierHead = {
  id: number
  number: string
  kind: 'credit' | 'contract'
  partyId: number
  departmentId: number
  openedBy: number
  confirmedAt: string | null
  level: 'public' | 'internal' | 'secret' | 'confidential'
  levelReason: string | null
  custody: 'in' | 'moving' | 'missing'
  custodySince: string | null
  drawerId: number | null
  slot: number | null
  shelvedAt: string | null
  documents: number
  regulationVersionId: number
  version: number
}

/** The dossier's own row, if this person may see it and it is not voided; `not-found` otherwise. */
export function seenDossier(context: Reader, dossierId: number): DossierHead {
  requireVisibleDossier(context.trx, context.actor, context.today, dossierId)
  return context.trx
    .prepare(
      `SELECT id, number, kind, partyId, departmentId, openedBy, confirmedAt, level, levelReason, custody, custodySince, drawerId, slot,
         shelvedAt, documents, regulationVersionId, version
       FROM dossier WHERE id = ?`,
    )
    .get(dossierId) as DossierHead
}

/** The same for writing; `forbidden` to a person who may only read it. */
export function writableDossier(context: Context, dossierId: number): DossierHead {
  const dossier = seenDossier(context, dossierId)
  if (!mayWriteIn(context.actor, dossier.departmentId)) throw new AppError('forbidden')
  return dossier
}

export type DocumentHead = { id: number; dossierId: number; title: string; itemCode: string | null; pages: number; struckAt: string | null }

/** A document of a dossier the person may see; `not-found` otherwise, whether it exists or not. */
export function seenDocument(context: Reader, documentId: number): { document: DocumentHead; dossier: DossierHead } {
  const document = context.trx
    .prepare('SELECT id, dossierId, title, itemCode, pages, struckAt FROM document WHERE id = ?')
    .get(documentId) as DocumentHead | undefined
  if (!document) throw new AppError('not-found', { documentId })
  return { document, dossier: seenDossier(context, document.dossierId) }
}

/** The same for writing; refuses a line that has been struck out. */
export function writableDocument(context: Context, documentId: number): { document: DocumentHead; dossier: DossierHead } {
  const { document } = seenDocument(context, documentId)
  const dossier = writableDossier(context, document.dossierId)
  if (document.struckAt !== null) throw new AppError('wrong-state', { struckAt: document.struckAt })
  return { document, dossier }
}
