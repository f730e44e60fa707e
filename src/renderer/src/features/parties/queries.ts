import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type PartyOf = Output<'parties.get'>
export type PartyRowOf = Output<'parties.list'>['rows'][number]
export type PartySort = NonNullable<Input<'parties.list'>['sort']>

/** What the list is narrowed and sorted by; `openedId` marks the row last opened. */
export type PartyConditions = Required<Omit<Input<'parties.list'>, 'offset' | 'limit'>> & { openedId: number | null }
export const noConditions: PartyConditions = {
  text: '', kind: null, grade: null, departmentId: null, province: null, hasDossier: null, sort: 'name', descending: false, openedId: null,
}

/** One party with everything about it. Read anew whenever its page is opened: others work on it too. */
export const partyQuery = (id: number) =>
  queryOptions({ queryKey: ['parties.get', id], queryFn: () => call('parties.get', { id }), staleTime: 0, refetchOnWindowFocus: false })

export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })

/** People by name, for choosing a salesperson. */
export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })

const SHOWN_BY: readonly unknown[] = ['parties.list', 'parties.get', 'dossiers.list', 'cabinet.drawer', 'cabinet.folder', 'cabinet.unshelved']

/** After parties were changed, added or imported: every list that shows them is read again. */
export const partiesChanged = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => SHOWN_BY.includes(queryKey[0]) })
