import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type DossierOf = Output<'dossiers.get'>
export type DossierRowOf = Output<'dossiers.list'>['rows'][number]
export type CatalogueClassOf = DossierOf['catalogue'][number]
export type CatalogueItemOf = CatalogueClassOf['items'][number]
export type DocumentOf = CatalogueItemOf['documents'][number]
export type AttachmentOf = DocumentOf['attachments'][number]
export type CustodyStepOf = DossierOf['custody'][number]
export type DossierSort = NonNullable<Input<'dossiers.list'>['sort']>

/** What the list is narrowed and sorted by; `openedId` marks the row last opened. */
export type DossierConditions = Required<Omit<Input<'dossiers.list'>, 'offset' | 'limit'>> & { openedId: number | null }
export const noConditions: DossierConditions = {
  // Contracts have a ledger of their own.
  text: '', kind: 'credit', state: null, grade: null, departmentId: null, year: null, isComplete: null, isConfirmed: null, sort: 'number', descending: false,
  openedId: null,
}

/** The items of the checklist, in its order; the place for documents outside it is none of them. */
export const itemsOf = (dossier: DossierOf): CatalogueItemOf[] => dossier.catalogue.flatMap((group) => group.items).filter((item) => item.code !== '')

/** One dossier. Reading it leaves an audit entry, so it is read again only when the page is opened or something changed it. */
export const dossierQuery = (id: number) =>
  queryOptions({
    queryKey: ['dossiers.get', id],
    queryFn: () => call('dossiers.get', { id }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** A ticket for reading one attachment: one audit entry an `attempt`, never asked for again by itself. */
export const attachmentViewQuery = (id: number, attempt: number) =>
  queryOptions({
    queryKey: ['attachments.view', id, attempt],
    queryFn: () => call('attachments.view', { id }),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  })

/** Departments, for filters. */
export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })

/** After a dossier was changed: everything that shows it is read again. */
export async function dossierChanged(client: QueryClient, id: number): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['dossiers.get', id] }),
    client.invalidateQueries({ predicate: ({ queryKey }) => OTHERS.includes(queryKey[0]) }),
  ])
}

const OTHERS: readonly unknown[] = ['dossiers.list', 'parties.get', 'parties.list', 'cabinet.drawer', 'cabinet.folder', 'cabinet.unshelved', 'cabinet.room']
