import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type DefaultOf = Output<'defaults.list'>['rows'][number]

/** What is kept against a party. Reading it is recorded, so it is not read again by itself. */
export const defaultsQuery = (partyId: number) =>
  queryOptions({ queryKey: ['defaults.list', partyId], queryFn: () => call('defaults.list', { partyId }), refetchOnWindowFocus: false })

/** Records or takes back, then reads again what shows it. */
export async function changeDefaults<Name extends 'defaults.add' | 'defaults.settle' | 'defaults.strike' & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await defaultsChanged()
  return answer
}

export async function defaultsChanged(): Promise<void> {
  await Promise.all(['defaults.list', 'risks.ofParty', 'home.overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
