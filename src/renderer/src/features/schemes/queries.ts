import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type SchemeListed = Output<'schemes.list'>[number]
export type VersionListed = SchemeListed['versions'][number]
export type VersionShown = Output<'schemes.version'>

export const schemesQuery = queryOptions({ queryKey: ['schemes.list'], queryFn: () => call('schemes.list', {}) })
export const versionQuery = (id: number) => queryOptions({ queryKey: ['schemes.version', id], queryFn: () => call('schemes.version', { id }) })

type Changing = 'schemes.create' | 'schemes.prepare' | 'schemes.save' | 'schemes.submit' | 'schemes.review' | 'schemes.approve' | 'schemes.withdraw'

/** Does a step, then reads again what shows it. */
export async function changeSchemes<Name extends Changing & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await Promise.all(['schemes.list', 'schemes.version', 'schemes.rehearse'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
  return answer
}

export type Rehearsal = Output<'schemes.rehearse'>

/** What a text would do, asked again a moment after every change that leaves it whole; what was there before stays meanwhile. */
export function useRehearsal(schemeId: number, body: Scheme, hasFault: boolean, isAllowed: boolean) {
  const [asked] = useDebouncedValue(body, 200)
  const query = useQuery({
    queryKey: ['schemes.rehearse', schemeId, asked], queryFn: () => call('schemes.rehearse', { schemeId, body: asked }), enabled: isAllowed && !hasFault && asked === body, placeholderData: keepPreviousData, gcTime: 30_000,
  })
  return { query, waits: hasFault }
}
