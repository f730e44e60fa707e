import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type LedgerRow = Output<'contracts.ledger'>['rows'][number]
export type LedgerSums = Output<'contracts.ledger'>['sums']
export type LedgerSort = NonNullable<Input<'contracts.ledger'>['sort']>
export type LedgerFilter = Required<Omit<Input<'contracts.ledger'>, 'offset' | 'limit'>>
export type ContractFacts = NonNullable<Output<'dossiers.get'>['contract']>
export type ContractEventLine = ContractFacts['events'][number]
/** Of the dossier only what its contract's card needs. */
export type ContractDossier = { id: number; number: string; partyId: number; partyName: string; contract: ContractFacts }

/** What the ledger is narrowed and sorted by; `openedId` marks the row last opened. */
export type LedgerConditions = LedgerFilter & { openedId: number | null }
export const noConditions: LedgerConditions = {
  text: '', departmentId: null, year: null, direction: null, state: null, handlerId: null, partyId: null, amountFrom: null, amountTo: null,
  signedFrom: null, signedTo: null, sort: 'number', descending: false, openedId: null,
}

/** Leaves the ledger narrowed to one party's contracts, for whoever is about to go there. */
export const ledgerOf = (client: QueryClient, partyId: number): void => {
  client.setQueryData<LedgerConditions>(['filter', 'contracts'], { ...noConditions, partyId })
}

export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })
export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })
export const partyHitsQuery = (text: string) => queryOptions({ queryKey: ['parties.search', text], queryFn: () => call('parties.search', { text }), staleTime: 0 })

const SHOWN_BY: readonly unknown[] = [
  'contracts.ledger', 'dossiers.list', 'parties.get', 'parties.list', 'parties.search', 'cabinet.unshelved', 'home.overview',
]

/** After a contract was opened or changed: everything that shows it is read again. */
export async function contractsChanged(client: QueryClient, dossierId?: number): Promise<void> {
  await Promise.all([
    ...(dossierId === undefined ? [] : [client.invalidateQueries({ queryKey: ['dossiers.get', dossierId] })]),
    client.invalidateQueries({ predicate: ({ queryKey }) => SHOWN_BY.includes(queryKey[0]) }),
  ])
}
