import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CallError, uploadFile } from '../../app/bridge.ts'

export type Sent = { readonly name: string; readonly token: string }
export type Columns<Field extends string> = readonly { readonly heading: string; readonly field: Field; readonly examples: readonly string[] }[]
/** One file as it is taken: what each of its columns fills. */
export type SeenFile<Field extends string> = { readonly name: string; readonly encoding: string; readonly isTable: boolean; readonly missing: readonly (readonly Field[])[]; readonly columns: Columns<Field>; readonly rows: number }
export type Job<Asked, Outcome> = { readonly run: (input: Asked) => Promise<Outcome>; readonly cancel: () => void; readonly isRunning: boolean; readonly progress: { done: number; total: number | null; step: string } | null }

type Options<Asked, Preview, Outcome, Field extends string> = {
  job: Job<Asked, Outcome>
  /** What a column may fill. */
  fields: readonly Field[]
  /** What is asked of these files by the columns as the person has them (`undefined`: as they are told from the headings). */
  asked: (sent: readonly Sent[], columns: Record<string, Field> | undefined) => Asked
  preview: (asked: Asked) => Promise<Preview>
  filesOf: (preview: Preview) => readonly SeenFile<Field>[]
  changed: () => Promise<unknown>
}

/** One import from choosing the tables to the outcome. The preview follows the columns as they are chosen. */
export function useTableImport<Asked, Preview, Outcome, Field extends string>(name: string, { job, fields, asked, preview: ask, filesOf, changed }: Options<Asked, Preview, Outcome, Field>) {
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [share, setShare] = useState<number | null>(null)
  const [chosen, setChosen] = useState<Readonly<Record<string, Field>>>({})
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isCancelled, setCancelled] = useState(false)
  const sending = useRef<AbortController | null>(null)
  useEffect(() => () => sending.current?.abort(), [])
  const input = asked(sent, Object.keys(chosen).length === 0 ? undefined : chosen)
  const seen = useQuery({
    queryKey: [name, input], queryFn: () => ask(input), enabled: sent.length > 0 && outcome === null && !job.isRunning, placeholderData: keepPreviousData, gcTime: 0, retry: false, refetchOnWindowFocus: false,
  })
  const preview = sent.length === 0 ? undefined : seen.data
  const files = preview === undefined ? [] : filesOf(preview)

  const reset = () => {
    sending.current?.abort()
    setSent([])
    setShare(null)
    setChosen({})
    setOutcome(null)
    setError(null)
    setCancelled(false)
  }
  const choose = async (list: readonly File[]) => {
    reset()
    const abort = new AbortController()
    sending.current = abort
    setShare(0)
    const whole = list.reduce((sum, { size }) => sum + size, 0)
    let before = 0
    const done: Sent[] = []
    try {
      for (const file of list) {
        const { token } = await uploadFile(file, { purpose: 'import', signal: abort.signal, onProgress: (bytes) => setShare(whole === 0 ? 1 : (before + bytes) / whole) })
        before += file.size
        done.push({ name: file.name, token })
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
      setOutcome(await job.run(input))
      await changed()
    } catch (refusal) {
      if (refusal instanceof CallError && refusal.code === 'cancelled') setCancelled(true)
      else setError(refusal)
    }
  }
  // A field is filled by one column of a table: whichever had it there gives it up.
  const setColumn = (heading: string, field: Field) => setChosen((was) => {
    const beside = new Set(files.filter(({ columns }) => columns.some((column) => column.heading === heading)).flatMap(({ columns }) => columns.map((column) => column.heading)))
    const others = Object.entries<Field>(was).filter(([other, taken]) => other !== heading && (field === 'skip' || taken !== field || !beside.has(other)))
    return { ...(Object.fromEntries(others) as Record<string, Field>), [heading]: field }
  })
  return { fields, sent, share, outcome, error: error ?? seen.error, isCancelled, job, preview, files, isReading: seen.isFetching, choose, reset, run, setColumn }
}
