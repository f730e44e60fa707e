import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type Transfer = Output<'transfers.get'>
export type TransferLine = Transfer['lines'][number]
export type TransferRow = Output<'transfers.list'>['rows'][number]
export type Way = Output<'transfers.ways'>[number]
export type Candidate = Output<'transfers.candidates'>['rows'][number]
export type Keeper = Output<'custody.keepers'>[number]
export type Held = Output<'custody.at'>['rows'][number]

/** Others work on the same list, so it is read again whenever it is looked at. */
export const transferQuery = (id: number) =>
  queryOptions({ queryKey: ['transfers.get', id], queryFn: () => call('transfers.get', { id }), staleTime: 0, refetchOnWindowFocus: true })

export const waysQuery = queryOptions({ queryKey: ['transfers.ways'], queryFn: () => call('transfers.ways', {}), staleTime: 0 })

export const candidatesQuery = (input: Input<'transfers.candidates'>) =>
  queryOptions({ queryKey: ['transfers.candidates', input], queryFn: () => call('transfers.candidates', input), staleTime: 0 })

export const keepersQuery = queryOptions({ queryKey: ['custody.keepers'], queryFn: () => call('custody.keepers', {}), staleTime: 0 })

export const keeperChangesQuery = queryOptions({ queryKey: ['custody.keeperChanges'], queryFn: () => call('custody.keeperChanges', {}), staleTime: 0 })

// What a step of a transfer changes elsewhere: where folders are, what is due and what is to do.
const TOUCHED = /^(transfers|custody|cabinet|dossiers?|contracts?|duties|home|audit)\b/

/** Runs a command and has everything that it may have changed read again. Refusals reach the caller. */
export function useCommand(): <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>> {
  const queryClient = useQueryClient()
  return async (method, input) => {
    const value = await call(method, input)
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) })
    return value
  }
}
