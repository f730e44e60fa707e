import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type Limit = Output<'limits.get'>
export type LimitRow = Output<'limits.list'>['rows'][number]
export type OfParty = Output<'limits.ofParty'>

/** Reading a case is one entry in the log: it is read once, and what changes it answers it anew. */
export const limitQuery = (id: number) =>
  queryOptions({ queryKey: ['limits.get', id], queryFn: () => call('limits.get', { id }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false })
export const ofPartyQuery = (partyId: number) =>
  queryOptions({ queryKey: ['limits.ofParty', partyId], queryFn: () => call('limits.ofParty', { partyId }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false })
export const pagesQuery = (partyId: number) => queryOptions({ queryKey: ['limits.pages', partyId], queryFn: () => call('limits.pages', { partyId }) })
export const countsQuery = queryOptions({ queryKey: ['limits.counts'], queryFn: () => call('limits.counts', {}), staleTime: 0 })
export const matrixQuery = queryOptions({ queryKey: ['limits.matrix'], queryFn: () => call('limits.matrix', {}) })

type Changing =
  | 'limits.save' | 'limits.refresh' | 'limits.submit' | 'limits.review' | 'limits.approve' | 'limits.refuse' | 'limits.return' | 'limits.withdraw' | 'limits.proposeHold' | 'limits.decideHold'

const TOUCHED = ['limits.list', 'limits.counts', 'limits.ofParty', 'limits.matrix', 'home.overview', 'rerating.due']
export const forgetLists = async (): Promise<void> => {
  await Promise.all(TOUCHED.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}

/** Changes a case; the answer is the whole of it, which then stands on the screen without being read again. */
export async function changeLimit<Name extends Changing & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  queryClient.setQueryData(limitQuery(answer.limit.id).queryKey, answer.limit)
  void forgetLists()
  return answer
}
