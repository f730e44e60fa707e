import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import type { Output } from '../../../../../shared/contract/index.ts'
import type { Regulation, SourceId } from '../queries.ts'

export type Draft = { from: SourceId; body: Regulation; isChanged: boolean }
export type Change = (change: (body: Regulation) => void) => void
export type Fault = Output<'regulations.check'>['faults'][number]

const KEY = ['draft', 'regulation']

/**
 * The revision being written: it stays while one looks at other pages, and goes with the person. The page's own state is
 * what the fields show, since the cache tells its readers a moment later, and a field that hears of its key late loses the
 * place of the caret.
 */
export function useDraft(): { draft: Draft | null; begin: (draft: Draft | null) => void; change: Change } {
  const client = useQueryClient()
  const [draft, show] = useState(() => client.getQueryData<Draft | null>(KEY) ?? null)
  const begin = (next: Draft | null) => {
    client.setQueryDefaults(KEY, { gcTime: Infinity })
    client.setQueryData<Draft | null>(KEY, next)
    show(next)
  }
  const change: Change = (apply) => {
    const was = client.getQueryData<Draft | null>(KEY)
    if (!was) return
    const body = structuredClone(was.body)
    apply(body)
    begin({ ...was, body, isChanged: true })
  }
  return { draft, begin, change }
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
