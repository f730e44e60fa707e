import { useCallback, useEffect, useRef, useState } from 'react'
import { CallError, uploadFile, type Upload } from '../../../app/bridge.ts'
import { countPages } from '../viewer/index.ts'

export type Sending =
  | { phase: 'waiting' }
  | { phase: 'sending'; share: number }
  /** `pages` is undefined while they are counted, null where a person has to. */
  | { phase: 'sent'; upload: Upload; pages: number | null | undefined }
  | { phase: 'failed'; error: unknown }
  | { phase: 'stopped' }

export type ChosenFile = { readonly key: number; readonly file: File; readonly sending: Sending }

/** Files on the way at the same time; more would only share one disk. */
const LANES = 2

type Uploads = {
  files: readonly ChosenFile[]
  add: (files: readonly File[]) => void
  stop: (key: number) => void
  retry: (key: number) => void
  remove: (key: number) => void
}

/** Sends chosen files to the door, a few at a time, and counts their pages. Leaving stops what is still on the way. */
export function useUploads(first: readonly File[]): Uploads {
  const [files, setFiles] = useState<readonly ChosenFile[]>(() => first.map((file, key) => ({ key, file, sending: { phase: 'waiting' } })))
  const nextKey = useRef(first.length)
  const running = useRef(new Map<number, AbortController>())

  const set = useCallback((key: number, sending: Sending) => {
    setFiles((was) => was.map((each) => (each.key === key ? { ...each, sending } : each)))
  }, [])

  const send = useCallback(async ({ key, file }: ChosenFile) => {
    const abort = new AbortController()
    running.current.set(key, abort)
    set(key, { phase: 'sending', share: 0 })
    try {
      const upload = await uploadFile(file, {
        signal: abort.signal,
        onProgress: (sent, total) => !abort.signal.aborted && set(key, { phase: 'sending', share: total === 0 ? 1 : sent / total }),
      })
      set(key, { phase: 'sent', upload, pages: upload.pages })
      const pages = upload.pages ?? (await countPages(file, upload.mime))
      set(key, { phase: 'sent', upload, pages })
    } catch (error) {
      set(key, error instanceof CallError && error.code === 'cancelled' ? { phase: 'stopped' } : { phase: 'failed', error })
    } finally {
      running.current.delete(key)
    }
  }, [set])

  useEffect(() => {
    const busy = files.filter(({ sending }) => sending.phase === 'sending').length
    const waiting = files.filter(({ key, sending }) => sending.phase === 'waiting' && !running.current.has(key))
    for (const file of waiting.slice(0, Math.max(0, LANES - busy))) void send(file)
  }, [files, send])

  useEffect(() => {
    const onTheWay = running.current
    return () => {
      for (const abort of onTheWay.values()) abort.abort()
    }
  }, [])

  return {
    files,
    add: (added) => setFiles((was) => [...was, ...added.map((file): ChosenFile => ({ key: nextKey.current++, file, sending: { phase: 'waiting' } }))]),
    stop: (key) => {
      running.current.get(key)?.abort()
      set(key, { phase: 'stopped' })
    },
    retry: (key) => set(key, { phase: 'waiting' }),
    remove: (key) => {
      running.current.get(key)?.abort()
      setFiles((was) => was.filter((each) => each.key !== key))
    },
  }
}
