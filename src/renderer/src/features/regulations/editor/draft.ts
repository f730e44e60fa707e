import { useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { useUnsaved } from '../../../app/unsaved.ts'
import type { Output } from '../../../../../shared/contract/index.ts'
import type { Regulation, SourceId } from '../queries.ts'

export type Draft = { from: SourceId; body: Regulation; isChanged: boolean }
export type Change = (change: (body: Regulation) => void) => void
export type Fault = Output<'regulations.check'>['faults'][number]

/**
 * The revision being written: it stays while one looks at other pages, of whoever writes it alone. The page's own state is
 * what the fields show, since the cache tells its readers a moment later, and a field that hears of its key late loses the
 * place of the caret.
 */
export function useDraft(): { draft: Draft | null; begin: (draft: Draft | null) => void; change: Change } {
  const { regulations: words } = useText()
  const { read, keep } = useUnsaved<Draft>('regulation')
  const [draft, show] = useState(read)
  const begin = (next: Draft | null) => {
    keep(next, next?.isChanged ? `${words.tab.edit}　${next.body.title}` : null)
    show(next)
  }
  const change: Change = (apply) => {
    const was = read()
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
