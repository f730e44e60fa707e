import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../../../../shared/contract/index.ts'
import { call, CallError, uploadFile, type Upload } from '../../../app/bridge.ts'
import { useJob } from '../../../app/jobs.ts'
import { partiesChanged } from '../queries.ts'

export type Preview = Output<'parties.previewImport'>
export type ImportField = Preview['columns'][number]['field']
export type Outcome = Output<'parties.import'>
export type Options = { onExisting: 'update' | 'skip'; defaultKind: 'customer' | 'supplier' | 'both' }
type Plan = Omit<Input<'parties.previewImport'>, 'jobId'>

/** The columns as they are chosen now; what was not touched stands as it was proposed. */
const columnsNow = (preview: Preview | undefined, chosen: Readonly<Record<string, ImportField>>): Record<string, ImportField> =>
  Object.fromEntries((preview?.columns ?? []).map(({ heading, field }) => [heading, chosen[heading] ?? field]))

/** Fields that two columns claim, or the lack of a name: with either nothing can be imported. */
export function mapFaults(columns: Readonly<Record<string, ImportField>>): { twice: ImportField[]; hasName: boolean } {
  const fields = Object.values(columns).filter((field) => field !== 'skip')
  return { twice: [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))], hasName: fields.includes('name') }
}

const sameMap = (left: Readonly<Record<string, ImportField>> | undefined, right: Readonly<Record<string, ImportField>>) =>
  Object.entries(right).every(([heading, field]) => left?.[heading] === field)

const MAP_SETTLES_MILLISECONDS = 500

/** One import from choosing the file to its outcome. The preview follows the columns as they are chosen. */
export function useImport() {
  const client = useQueryClient()
  const job = useJob('parties.import')
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const [upload, setUpload] = useState<Upload | null>(null)
  const [chosen, setChosen] = useState<Readonly<Record<string, ImportField>>>({})
  const [options, setOptions] = useState<Options>({ onExisting: 'update', defaultKind: 'customer' })
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isCancelled, setCancelled] = useState(false)
  const sending = useRef<AbortController | null>(null)
  useEffect(() => () => sending.current?.abort(), [])

  const [settled] = useDebouncedValue(chosen, MAP_SETTLES_MILLISECONDS)
  const hasChosen = Object.keys(settled).length > 0
  const [proposed, setProposed] = useState<Preview | undefined>()
  const settledColumns = columnsNow(proposed, settled)
  const faults = mapFaults(columnsNow(proposed, chosen))
  const preview = useQuery({
    queryKey: ['parties.previewImport', upload?.token, hasChosen ? settledColumns : null, options],
    queryFn: async () => {
      const plan: Plan = { upload: upload?.token ?? '', ...options, ...(hasChosen ? { columns: settledColumns } : {}) }
      const answer = await call('parties.previewImport', plan)
      if (!hasChosen) setProposed(answer)
      return answer
    },
    enabled: upload !== null && outcome === null && !job.isRunning && mapFaults(settledColumns).twice.length === 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })

  const reset = () => {
    sending.current?.abort()
    setFile(null)
    setUpload(null)
    setShare(0)
    setChosen({})
    setProposed(undefined)
    setOutcome(null)
    setError(null)
    setCancelled(false)
  }
  const choose = async (next: File) => {
    reset()
    setFile(next)
    const abort = new AbortController()
    sending.current = abort
    try {
      setUpload(await uploadFile(next, { purpose: 'import', signal: abort.signal, onProgress: (sent, total) => setShare(total === 0 ? 1 : sent / total) }))
    } catch (refusal) {
      if (!abort.signal.aborted) setError(refusal)
    }
  }
  const run = async () => {
    if (!upload) return
    setError(null)
    setCancelled(false)
    try {
      setOutcome(await job.run({ upload: upload.token, columns: columnsNow(proposed, chosen), ...options }))
      await partiesChanged(client)
    } catch (refusal) {
      if (refusal instanceof CallError && refusal.code === 'cancelled') setCancelled(true)
      else setError(refusal)
    }
  }
  const isStale = preview.isFetching || preview.isPlaceholderData || !sameMap(hasChosen ? settledColumns : undefined, chosen)
  return {
    file, share, upload, options, outcome, error, isCancelled, job, preview: preview.data, previewError: preview.error,
    columns: columnsNow(proposed ?? preview.data, chosen), proposed, faults, isStale: preview.data !== undefined && isStale,
    choose, reset, run, setOptions,
    setColumn: (heading: string, field: ImportField) => setChosen((was) => ({ ...was, [heading]: field })),
  }
}
