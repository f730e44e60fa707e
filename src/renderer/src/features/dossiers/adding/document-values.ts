import type { Input } from '../../../../../shared/contract/index.ts'
import { itemsOf, type CatalogueItemOf, type DocumentOf, type DossierOf } from '../queries.ts'

/** What the form holds for one document. `pages` is empty until counted or typed. */
export type DocumentValues = {
  itemCode: string | null
  title: string
  author: string
  originality: 'original' | 'copy'
  pages: number | null
  datedOn: string | null
  expiresOn: string | null
  remarks: string
}

export const emptyDocument: DocumentValues = {
  itemCode: null, title: '', author: '', originality: 'copy', pages: null, datedOn: null, expiresOn: null, remarks: '',
}

/** The values of an entry that is there already. */
export const valuesOf = (document: DocumentOf): DocumentValues => ({
  itemCode: document.itemCode || null, title: document.title, author: document.author ?? '', originality: document.originality, pages: document.pages,
  datedOn: document.datedOn, expiresOn: document.expiresOn, remarks: document.remarks ?? '',
})

export const inputOf = (values: DocumentValues): Omit<Input<'documents.change'>, 'id'> => ({
  ...values, title: values.title.trim(), author: values.author.trim() || null, pages: values.pages ?? 0, remarks: values.remarks.trim() || null,
})

export type MissingField = 'title' | 'pages' | 'expiresOn'

/** The fields that still have to be filled in or put right: a document cannot expire before it was written. */
export const missingFields = (values: DocumentValues): MissingField[] => [
  ...(values.title.trim() === '' ? (['title'] as const) : []),
  ...(values.pages === null ? (['pages'] as const) : []),
  ...(values.datedOn !== null && values.expiresOn !== null && values.expiresOn < values.datedOn ? (['expiresOn'] as const) : []),
]

/** A file's name as a title: without its ending, with blanks for underscores. */
export const titleFromFile = (name: string): string => name.replace(/\.[^.\s]{1,5}$/u, '').replaceAll('_', ' ').trim().slice(0, 200)

const plain = (text: string) => text.replace(/[\s（）()《》“”"'、，,.\-_—]/gu, '')

/**
 * The item of the checklist that a file's name names: the longest item title that stands in it (or that it stands in), the
 * still missing ones first. Null where none does; nothing is guessed from content.
 */
export function itemNamedBy(name: string, dossier: DossierOf): CatalogueItemOf | null {
  const words = plain(titleFromFile(name))
  if (words.length < 3) return null
  const hits = itemsOf(dossier).filter((item) => {
    const title = plain(item.title)
    return words.includes(title) || (words.length >= 4 && title.includes(words))
  })
  const order = (item: CatalogueItemOf) => (item.documents.length === 0 ? 1000 : 0) + item.title.length
  return hits.sort((left, right) => order(right) - order(left))[0] ?? null
}
