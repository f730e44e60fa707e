import type { DossierKind, Regulation } from './schema.ts'

export type CatalogueItem = Regulation['catalogues']['credit']['classes'][number]['items'][number]

/** The line of the catalogue that a document names; undefined for a code the regulation does not have. */
export const findItem = (regulation: Regulation, kind: DossierKind, code: string): CatalogueItem | undefined => findClass(regulation, kind, code)?.item

/** The same with the words of its class. */
export function findClass(regulation: Regulation, kind: DossierKind, code: string): { title: string; item: CatalogueItem } | undefined {
  for (const { title, items } of regulation.catalogues[kind].classes) {
    const item = items.find((candidate) => candidate.code === code)
    if (item) return { title, item }
  }
  return undefined
}

/** Titles of the required lines that no document in the folder answers, in the order of the catalogue. */
export function missingTitles(regulation: Regulation, kind: DossierKind, present: ReadonlySet<string>): string[] {
  return regulation.catalogues[kind].classes.flatMap((group) =>
    group.items.filter((item) => item.isRequired && !present.has(item.code)).map((item) => item.title))
}

/**
 * The classes of the catalogue in which a required line is not answered, as `,2,9,` (each code between commas, so that one
 * can be sought by its text); empty when none is.
 */
export function gapsOf(regulation: Regulation, kind: DossierKind, present: ReadonlySet<string>): string {
  const codes = regulation.catalogues[kind].classes
    .filter((group) => group.items.some((item) => item.isRequired && !present.has(item.code))).map((group) => group.code)
  return codes.length === 0 ? '' : `,${codes.join(',')},`
}
