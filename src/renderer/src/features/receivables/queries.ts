import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type Account = Output<'receivables.ofParty'>
export type ItemRow = Output<'receivables.items'>['rows'][number]
export type ReceiptOf = Output<'receivables.receipts'>['rows'][number]
export type PromiseOf = Account['promises'][number]
export type AgeingRow = Output<'receivables.ageing'>['rows'][number]
export type AgeingSums = Output<'receivables.ageing'>['sums']
export type Asked = Input<'receivables.ageing'>
export type AgeingFilter = Required<Pick<Asked, 'asOf' | 'text' | 'departmentId' | 'only' | 'sort' | 'descending'>>
export type AgeingSort = AgeingFilter['sort']
export type Party = { id: number; name: string; dossiers: readonly { id: number; kind: 'credit' | 'contract' }[] }

export const noConditions: AgeingFilter & { openedId: number | null } = { asOf: null, text: '', departmentId: null, only: null, sort: 'overdue', descending: true, openedId: null }

/** A party's account. Reading it is recorded, so it is not read again by itself. */
export const accountQuery = (partyId: number, asOf: string | null) =>
  queryOptions({ queryKey: ['receivables.ofParty', partyId, asOf], queryFn: () => call('receivables.ofParty', { partyId, asOf }), refetchOnWindowFocus: false })

export const proposalQuery = (partyId: number, amountFen: number, receiptId: number | null) =>
  queryOptions({ queryKey: ['receivables.propose', partyId, amountFen, receiptId], queryFn: () => call('receivables.propose', { partyId, amountFen, receiptId }), gcTime: 0 })

export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })

type Change = Extract<MethodName, 'receivables.add' | 'receivables.receive' | 'receivables.allocate' | 'receivables.promise' | 'receivables.strike'>

/** Records, then reads again what shows it. */
export async function changeReceivables<Name extends Change>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await receivablesChanged()
  return answer
}

export async function receivablesChanged(): Promise<void> {
  await Promise.all(['receivables.ofParty', 'receivables.items', 'receivables.receipts', 'receivables.ageing', 'risks.ofParty', 'home.overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
