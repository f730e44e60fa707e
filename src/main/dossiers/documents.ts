import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { expiryOf } from '../../shared/rules/dossiers/deadlines.ts'
import { findItem } from '../../shared/rules/regulations/catalogue.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { attach } from './attachments.ts'
import { recount } from './recount.ts'
import { type DossierHead, writableDocument, writableDossier } from './rights.ts'

type Fields = Omit<Parsed<'documents.change'>, 'id'>

/**
 * Enters a document into a folder's contents, with its scans if there are any. Refuses a line that the dossier's
 * catalogue does not have (`not-found`), an expiry before the document's own date (`bad-input`), and a folder that is on its
 * way with its pages counted (`folder-not-in`).
 */
export function addDocument(context: Context, { dossierId, uploads, ...fields }: Parsed<'documents.add'>): Output<'documents.add'> {
  const dossier = writableDossier(context, dossierId)
  refuseOnItsWay(dossier)
  const id = context.trx.run(
    context.trx.sql.insertInto('document')
      .values({ dossierId, ...checked(context, dossier, fields), addedAt: context.now, addedBy: context.actor.personId }),
  ).lastId
  const scans = attach(context, id, uploads)
  recount(context.trx, dossierId)
  context.record(
    { kind: 'dossier', id: dossierId, label: dossier.number },
    { documentId: id, title: fields.title, itemCode: fields.itemCode, pages: fields.pages, scans: scans.map((scan) => scan.sha256) },
  )
  return { id }
}

/** Corrects a line; the same refusals, and none for a line that has been struck out (`wrong-state`). */
export function changeDocument(context: Context, { id, ...fields }: Parsed<'documents.change'>): Output<'documents.change'> {
  const { dossier, document } = writableDocument(context, id)
  if (fields.pages !== document.pages) refuseOnItsWay(dossier)
  const values = checked(context, dossier, fields)
  context.trx.run(context.trx.sql.updateTable('document').set(values).where('id', '=', id))
  recount(context.trx, dossier.id)
  context.record(
    { kind: 'dossier', id: dossier.id, label: dossier.number },
    { documentId: id, before: { title: document.title, itemCode: document.itemCode, pages: document.pages }, ...fields },
  )
  return {}
}

/** Strikes a line out with a reason. It leaves the contents and the counters; history and scans stay stored. */
export function strikeDocument(context: Context, { id, reason }: Parsed<'documents.strike'>): Output<'documents.strike'> {
  const { dossier, document } = writableDocument(context, id)
  refuseOnItsWay(dossier)
  context.trx.run(
    context.trx.sql.updateTable('document').set({ struckAt: context.now, strikeReason: reason }).where('id', '=', id),
  )
  recount(context.trx, dossier.id)
  context.record({ kind: 'dossier', id: dossier.id, label: dossier.number }, { documentId: id, title: document.title, reason })
  return {}
}

/** Between the sender's signature and the receiver's tick the folder holds what the list says (`folder-not-in`). */
function refuseOnItsWay({ number, custody }: DossierHead): void {
  if (custody === 'moving') throw new AppError('folder-not-in', { number, custody })
}

/** The class outside the catalogue has the code '' in an answer; given back, it means the same. */
function checked({ trx }: Context, dossier: DossierHead, fields: Fields): Fields {
  const itemCode = fields.itemCode || null
  const item = itemCode === null ? undefined : findItem(regulationOfVersion(trx, dossier.regulationVersionId), dossier.kind, itemCode)
  if (itemCode !== null && !item) throw new AppError('not-found', { itemCode })
  const expiresOn = expiryOf(fields, item?.validMonths)
  if (expiresOn !== null && fields.datedOn !== null && expiresOn < fields.datedOn) throw new AppError('bad-input', { path: 'expiresOn' })
  return { ...fields, itemCode, expiresOn }
}
