import { queryOptions } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type Clearances = Output<'clearances.list'>
export type Cleared = Clearances['people'][number]
export type Authorisations = Output<'authorisations.list'>
export type Authorisation = Authorisations['rows'][number]

export const clearancesQuery = queryOptions({ queryKey: ['clearances.list'], queryFn: () => call('clearances.list', {}) })
export const authorisationsQuery = queryOptions({ queryKey: ['authorisations.list'], queryFn: () => call('authorisations.list', {}) })
export const accessesQuery = (dossierId: number) =>
  queryOptions({ queryKey: ['clearances.accesses', dossierId], queryFn: () => call('clearances.accesses', { dossierId }), staleTime: 0 })

type Changing = 'clearances.grant' | 'clearances.revoke' | 'authorisations.request' | 'authorisations.decide' | 'authorisations.revoke' | 'clearances.downgrade'

/** Grants, asks, decides or takes back, then reads again who may read what. */
export async function changeAccess<Name extends Changing>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  const stale = ['clearances.list', 'authorisations.list', 'home.overview']
  await Promise.all(stale.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
  return answer
}
