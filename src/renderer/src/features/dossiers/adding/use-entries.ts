import { useState } from 'react'
import type { CatalogueItemOf, DossierOf } from '../queries.ts'
import { emptyDocument, itemNamedBy, missingFields, titleFromFile, type DocumentValues } from './document-values.ts'
import type { ChosenFile } from './use-uploads.ts'

export type How = 'one' | 'each'

/** One document to be entered, with the files that belong to it. */
export type Entry = {
  key: string
  files: readonly ChosenFile[]
  values: DocumentValues
  isCounting: boolean
  missing: ReturnType<typeof missingFields>
  change: (part: Partial<DocumentValues>) => void
}

/** Pages of all the files of an entry, when every one of them is counted. */
function countedPages(files: readonly ChosenFile[]): number | null {
  let sum = 0
  for (const { sending } of files) {
    if (sending.phase !== 'sent' || typeof sending.pages !== 'number') return null
    sum += sending.pages
  }
  return files.length > 0 ? sum : null
}

const isCounting = (files: readonly ChosenFile[]) =>
  files.some(({ sending }) => sending.phase === 'sending' || sending.phase === 'waiting' || (sending.phase === 'sent' && sending.pages === undefined))

/**
 * The entries of the form: one for all files, or one each. What is typed stays; what is not typed is proposed, the title by
 * the catalogue's item or the file's name, the pages by counting.
 */
export function useEntries(dossier: DossierOf, item: CatalogueItemOf | null, files: readonly ChosenFile[], how: How): Entry[] {
  const [typed, setTyped] = useState<Readonly<Record<string, Partial<DocumentValues>>>>({})
  const groups = how === 'one' || files.length === 0 ? [{ key: 'one', files }] : files.map((file) => ({ key: String(file.key), files: [file] }))
  return groups.map(({ key, files: own }) => {
    const name = own[0]?.file.name ?? ''
    const proposedItem = item ?? (name === '' ? null : itemNamedBy(name, dossier))
    const values: DocumentValues = {
      ...emptyDocument, itemCode: proposedItem?.code ?? null, title: proposedItem?.title ?? titleFromFile(name), pages: countedPages(own), ...typed[key],
    }
    return {
      key, files: own, values, isCounting: isCounting(own), missing: missingFields(values),
      change: (part) => setTyped((was) => ({ ...was, [key]: { ...was[key], ...part } })),
    }
  })
}
