import type { Output } from '../../shared/contract/index.ts'
import { type DossierKind, type Regulation } from '../../shared/rules/regulations/schema.ts'
import type { Trx } from '../storage/database.ts'

type CatalogueClass = Output<'dossiers.get'>['catalogue'][number]
type DocumentLine = CatalogueClass['items'][number]['documents'][number]
type Scan = DocumentLine['attachments'][number] & { documentId: number }

/** The lines of a folder that are not struck, oldest first, each with its scans. */
export function documentsOf(trx: Trx, dossierId: number): DocumentLine[] {
  const scans = Map.groupBy(scansOf(trx, dossierId), (scan) => scan.documentId)
  const rows = trx
    .prepare(
      `SELECT id, itemCode, title, author, originality, pages, datedOn, expiresOn, remarks FROM document
       WHERE dossierId = ? AND struckAt IS NULL ORDER BY id`,
    )
    .all(dossierId) as Omit<DocumentLine, 'attachments'>[]
  return rows.map((row) => ({
    ...row,
    attachments: (scans.get(row.id) ?? []).map(({ documentId: _document, ...scan }) => scan),
  }))
}

function scansOf(trx: Trx, dossierId: number): Scan[] {
  return trx
    .prepare(
      `SELECT attachment.id, attachment.documentId, attachment.name, blob.mime, blob.size, attachment.sha256, attachment.pages,
         attachment.addedAt, person.name AS addedBy
       FROM document JOIN attachment ON attachment.documentId = document.id JOIN blob ON blob.sha256 = attachment.sha256
         JOIN person ON person.id = attachment.addedBy
       WHERE document.dossierId = ? AND document.struckAt IS NULL AND attachment.struckAt IS NULL ORDER BY attachment.id`,
    )
    .all(dossierId) as Scan[]
}

/**
 * The catalogue in the order of the regulation, with what is there. Documents outside it follow in one class without a
 * code or a title; there is none when no document is outside.
 */
export function catalogueOf(regulation: Regulation, kind: DossierKind, documents: readonly DocumentLine[]): CatalogueClass[] {
  const byItem = Map.groupBy(documents, (document) => document.itemCode ?? '')
  const classes = regulation.catalogues[kind].classes.map(({ code, title, items }): CatalogueClass => {
    const required = items.filter((item) => item.isRequired)
    return {
      code, title, required: required.length, present: required.filter((item) => byItem.has(item.code)).length,
      items: items.map((item) => ({ code: item.code, title: item.title, isRequired: item.isRequired, documents: byItem.get(item.code) ?? [] })),
    }
  })
  const known = new Set(classes.flatMap((group) => group.items.map((item) => item.code)))
  const outside = documents.filter((document) => document.itemCode === null || !known.has(document.itemCode))
  if (outside.length === 0) return classes
  return [...classes, { code: '', title: '', present: 0, required: 0, items: [{ code: '', title: '', isRequired: false, documents: outside }] }]
}
