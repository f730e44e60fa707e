import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RECEIVABLE_IMPORTS } from '../../../../shared/contract/receivables.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, CallError, uploadFile } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { receivablesChanged } from './queries.ts'

export type What = (typeof RECEIVABLE_IMPORTS)[number]
export type Preview = Output<'receivables.previewImport'>
export type Outcome = Output<'receivables.import'>

/** One import from choosing the table to the outcome. */
export function useReceivablesImport(partyId: number | null) {
  const job = useJob('receivables.import')
  const [what, setWhat] = useState<What>('receivables')
  const [allocate, setAllocate] = useState(true)
  const [upload, setUpload] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isCancelled, setCancelled] = useState(false)
  const input = { upload: upload ?? '', what, partyId, allocate }
  const preview = useQuery({
    queryKey: ['receivables.previewImport', upload, what, partyId], queryFn: () => call('receivables.previewImport', input), enabled: upload !== null && outcome === null && !job.isRunning,
    placeholderData: keepPreviousData, gcTime: 0, retry: false,
  })
  const reset = () => {
    setUpload(null)
    setOutcome(null)
    setError(null)
    setCancelled(false)
  }
  const choose = async (file: File) => {
    reset()
    setSending(true)
    try {
      setUpload((await uploadFile(file, { purpose: 'import' })).token)
    } catch (refusal) {
      setError(refusal)
    }
    setSending(false)
  }
  const run = async () => {
    setError(null)
    setCancelled(false)
    try {
      setOutcome(await job.run(input))
      await receivablesChanged()
    } catch (refusal) {
      if (refusal instanceof CallError && refusal.code === 'cancelled') setCancelled(true)
      else setError(refusal)
    }
  }
  return { what, setWhat, allocate, setAllocate, hasFile: upload !== null, isSending, outcome, error: error ?? preview.error, isCancelled, job, preview: upload === null ? undefined : preview.data, isReading: preview.isFetching, choose, reset, run }
}
