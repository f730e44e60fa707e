import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type Slip = Output<'lookups.get'>
export type SlipRow = Output<'lookups.desk'>['out'][number]
export type SlipDossier = Slip['dossiers'][number]
export type Desk = Output<'lookups.desk'>
export type Person = Output<'people.directory'>[number]
export type RegisterLine = Output<'lookups.register'>['rows'][number]

/** Days pass and others work at the desk too, so what stands there is read again whenever it is looked at. */
export const deskQuery = queryOptions({
  queryKey: ['lookups.desk'], queryFn: () => call('lookups.desk', {}), staleTime: 0, refetchOnWindowFocus: true,
})

export const slipQuery = (id: number) =>
  queryOptions({ queryKey: ['lookups.get', id], queryFn: () => call('lookups.get', { id }), staleTime: 0 })

export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}), staleTime: 0 })

export const partyHitsQuery = (text: string) =>
  queryOptions({ queryKey: ['parties.search', text], queryFn: () => call('parties.search', { text }), staleTime: 30_000 })

export const partyQuery = (id: number) =>
  queryOptions({ queryKey: ['parties.get', id], queryFn: () => call('parties.get', { id }), staleTime: 0 })

export const folderQuery = (dossierId: number) =>
  queryOptions({ queryKey: ['cabinet.folder', dossierId], queryFn: () => call('cabinet.folder', { dossierId }), staleTime: 0 })

// What a step of a slip changes elsewhere: the folder's state in cabinet and lists, and what is to do.
const TOUCHED = /^(lookups|cabinet|dossiers?|home|audit)\b/

/** Runs a command on a slip and has everything that it may have changed read again. Refusals reach the caller. */
export function useCommand(): <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>> {
  const queryClient = useQueryClient()
  return async (method, input) => {
    const value = await call(method, input)
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) })
    return value
  }
}
