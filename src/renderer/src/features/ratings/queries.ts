import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'
import { errorCode } from '../../ui/error-words.ts'

export type Rating = Output<'ratings.get'>
export type RatingRow = Output<'ratings.list'>['rows'][number]
export type PageOfDossier = Output<'ratings.pages'>[number]
export type IndicatorResult = Rating['result']['indicators'][number]

/** Reading a card is one entry in the log: it is read once, and what changes it answers it anew. */
export const ratingQuery = (id: number) =>
  queryOptions({ queryKey: ['ratings.get', id], queryFn: () => call('ratings.get', { id }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false })
export const pagesQuery = (id: number) => queryOptions({ queryKey: ['ratings.pages', id], queryFn: () => call('ratings.pages', { id }) })
export const countsQuery = queryOptions({ queryKey: ['ratings.counts'], queryFn: () => call('ratings.counts', {}) })
export const historyQuery = (partyId: number) => queryOptions({ queryKey: ['ratings.history', partyId], queryFn: () => call('ratings.history', { partyId }), staleTime: 0 })
export const statementQuery = (partyId: number, id: number) =>
  queryOptions({
    queryKey: ['statements.get', partyId, [id]], queryFn: () => call('statements.get', { partyId, ids: [id] }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false,
  })

type Changing =
  | 'ratings.refresh' | 'ratings.mark' | 'ratings.remark' | 'ratings.override' | 'ratings.submit' | 'ratings.review' | 'ratings.approve' | 'ratings.return' | 'ratings.withdraw'

const TOUCHED = ['ratings.list', 'ratings.counts', 'ratings.history', 'home.overview', 'parties.get', 'parties.list']
export const forgetLists = async (): Promise<void> => {
  await Promise.all(TOUCHED.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}

/** Changes a rating; the answer is the whole card, which then stands on the screen without being read again. */
export async function changeRating<Name extends Changing & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input).catch((refusal: unknown) => {
    // The card on the screen does not know yet what the refusal tells.
    if (errorCode(refusal) === 'rating-basis') void queryClient.invalidateQueries({ queryKey: ['ratings.get', input.id] })
    throw refusal
  })
  const { rating } = answer
  queryClient.setQueryData(ratingQuery(rating.id).queryKey, rating)
  void forgetLists()
  return answer
}
