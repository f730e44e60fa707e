import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { StagedUpload } from '../archive/uploads.ts'
import type { Context } from '../pipeline/context.ts'
import { visibleDossier } from '../people/visibility.ts'
import { type DossierHead, type Reader, seenDocument, writableDocument, writableDossier } from './rights.ts'

export type AttachedScan = { id: number; sha256: string; alreadyStored: boolean }

/**
 * Adds staged files to a document. The same content twice on one document is refused (`duplicate`); content that a
 * dossier this person can see holds already is stored once, and counted as such.
 */
export function addAttachments(context: Context, { documentId, uploads }: Parsed<'attachments.add'>): Output<'attachments.add'> {
  const { document, dossier } = writableDocument(context, documentId)
  const scans = attach(context, documentId, uploads)
  context.record(
    { kind: 'dossier', id: dossier.id, label: dossier.number },
    { documentId, title: document.title, scans: scans.map((scan) => scan.sha256) },
  )
  return { ids: scans.map((scan) => scan.id), alreadyStored: scans.filter((scan) => scan.alreadyStored).length }
}

/** Names the content of each staged file (`upload-expired` for a token of another session) in the database. */
export function attach(context: Context, documentId: number, tokens: readonly string[]): AttachedScan[] {
  return tokens.map((token) => {
    const upload = context.archive.uploads.get(token, context.sessionId)
    const alreadyStored = isKnownTo(context, upload.sha256)
    return { id: insertAttachment(context, documentId, upload), sha256: upload.sha256, alreadyStored }
  })
}

function insertAttachment({ trx, actor, now }: Context, documentId: number, upload: StagedUpload): number {
  const twin = trx
    .prepare('SELECT name FROM attachment WHERE documentId = ? AND sha256 = ? AND struckAt IS NULL')
    .get(documentId, upload.sha256) as { name: string } | undefined
  if (twin) throw new AppError('duplicate', { name: upload.name, twin: twin.name })
  trx.prepare('INSERT INTO blob (sha256, size, mime, storedAt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(upload.sha256, upload.size, upload.mime, now)
  return trx.run(
    trx.sql.insertInto('attachment').values({
      documentId, sha256: upload.sha256, name: upload.name, pages: upload.pages, addedAt: now, addedBy: actor.personId,
    }),
  ).lastId
}

/** Whether a dossier this person may see holds the content: what others hold must not be told by a count. */
function isKnownTo({ trx, actor, today }: Context, sha256: string): boolean {
  return trx.one(
    trx.sql.selectFrom('attachment').innerJoin('document', 'document.id', 'attachment.documentId')
      .innerJoin('dossier', 'dossier.id', 'document.dossierId').select('attachment.id')
      .where('attachment.sha256', '=', sha256).where(visibleDossier(actor, today)).limit(1),
  ) !== undefined
}

/** Strikes a scan out of its document with a reason; the content stays stored. */
export function strikeAttachment(context: Context, { id, reason }: Parsed<'attachments.strike'>): Output<'attachments.strike'> {
  const { attachment, dossier } = seenAttachment(context, id)
  writableDossier(context, dossier.id)
  context.trx.run(
    context.trx.sql.updateTable('attachment').set({ struckAt: context.now, strikeReason: reason }).where('id', '=', id),
  )
  context.record(
    { kind: 'dossier', id: dossier.id, label: dossier.number },
    { attachmentId: id, name: attachment.name, sha256: attachment.sha256, reason },
  )
  return {}
}

export type AttachmentHead = { documentId: number; sha256: string; name: string; size: number; mime: string; struckAt: string | null }

/**
 * A scan of a dossier the person may see (`not-found` otherwise). One that has been struck out, or whose document has,
 * is refused with `wrong-state`: it can neither be read nor struck again.
 */
export function seenAttachment(context: Reader, id: number): { attachment: AttachmentHead; dossier: DossierHead } {
  const attachment = context.trx
    .prepare(
      `SELECT attachment.documentId, attachment.sha256, attachment.name, blob.size, blob.mime, attachment.struckAt
       FROM attachment JOIN blob ON blob.sha256 = attachment.sha256 WHERE attachment.id = ?`,
    )
    .get(id) as AttachmentHead | undefined
  if (!attachment) throw new AppError('not-found', { id })
  const { document, dossier } = seenDocument(context, attachment.documentId)
  const struckAt = attachment.struckAt ?? document.struckAt
  if (struckAt !== null) throw new AppError('wrong-state', { struckAt })
  return { attachment, dossier }
}
