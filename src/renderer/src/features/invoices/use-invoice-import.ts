import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, CallError, uploadFile } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { invoicesChanged } from './queries.ts'

export type Direction = 'sale' | 'purchase'
export type Preview = Output<'invoices.previewImport'>
export type Outcome = Output<'invoices.import'>
type Sent = { name: string; token: string; direction: Direction | null }

/** One import of several tables from choosing them to the outcome. */
export function useInvoiceImport(partyId: number | null) {
  const client = useQueryClient()
  const job = useJob('invoices.import')
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [share, setShare] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isCancelled, setCancelled] = useState(false)
  const sending = useRef<AbortController | null>(null)
  useEffect(() => () => sending.current?.abort(), [])

  const [isWhole, setWhole] = useState(false)
  const input = { partyId, files: sent.map(({ token, direction }) => ({ upload: token, direction })) }
  const preview = useQuery({
    queryKey: ['invoices.previewImport', input], queryFn: () => call('invoices.previewImport', input), enabled: sent.length > 0 && share === null && outcome === null && !job.isRunning,
    placeholderData: keepPreviousData, gcTime: 0, retry: false,
  })
  const reset = () => {
    sending.current?.abort()
    setSent([])
    setShare(null)
    setOutcome(null)
    setError(null)
    setCancelled(false)
    setWhole(false)
  }
  const choose = async (files: readonly File[]) => {
    reset()
    const abort = new AbortController()
    sending.current = abort
    setShare(0)
    const whole = files.reduce((sum, { size }) => sum + size, 0)
    let before = 0
    const done: Sent[] = []
    try {
      for (const file of files) {
        const { token } = await uploadFile(file, { purpose: 'import', signal: abort.signal, onProgress: (bytes) => setShare(whole === 0 ? 1 : (before + bytes) / whole) })
        before += file.size
        done.push({ name: file.name, token, direction: null })
      }
      setSent(done)
    } catch (refusal) {
      if (!abort.signal.aborted) setError(refusal)
    }
    if (!abort.signal.aborted) setShare(null)
  }
  const run = async () => {
    setError(null)
    setCancelled(false)
    try {
      setOutcome(await job.run({ ...input, isWhole }))
      await invoicesChanged(client)
    } catch (refusal) {
      if (refusal instanceof CallError && refusal.code === 'cancelled') setCancelled(true)
      else setError(refusal)
    }
  }
  const setDirection = (index: number, direction: Direction) => setSent((was) => was.map((file, at) => (at === index ? { ...file, direction } : file)))
  return { sent, share, outcome, error: error ?? preview.error, isCancelled, job, preview: sent.length === 0 ? undefined : preview.data, isReading: preview.isFetching, choose, reset, run, setDirection, isWhole, setWhole: partyId === null ? setWhole : null }
}
