import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { call } from '../../../app/bridge.ts'
import type { Output } from '../../../../../shared/contract/index.ts'
import type { Regulation, SourceId } from '../queries.ts'

export type Draft = { from: SourceId; body: Regulation; isChanged: boolean }
export type Change = (change: (body: Regulation) => void) => void
export type Fault = Output<'regulations.check'>['faults'][number]

const KEY = ['draft', 'regulation']

/** The revision being written: it stays while one looks at other pages, and goes with the person. */
export function useDraft(): { draft: Draft | null; begin: (draft: Draft | null) => void; change: Change } {
  const client = useQueryClient()
  const { data } = useQuery<Draft | null>({ queryKey: KEY, queryFn: () => null, initialData: null, staleTime: Infinity, gcTime: Infinity })
  return {
    draft: data,
    begin: (draft) => client.setQueryData<Draft | null>(KEY, draft),
    change: (change) => client.setQueryData<Draft | null>(KEY, (was) => {
      if (!was) return was
      const body = structuredClone(was.body)
      change(body)
      return { ...was, body, isChanged: true }
    }),
  }
}

/** What of the draft does not hold, asked a moment after the last key. */
export function useFaults(body: Regulation): { faults: readonly Fault[]; isChecking: boolean } {
  const [asked] = useDebouncedValue(body, 250)
  const { data, isFetching } = useQuery({
    queryKey: ['regulations.check', JSON.stringify(asked)], queryFn: () => call('regulations.check', { body: asked }), gcTime: 0,
    placeholderData: (before) => before,
  })
  return { faults: data?.faults ?? [], isChecking: isFetching || asked !== body }
}
