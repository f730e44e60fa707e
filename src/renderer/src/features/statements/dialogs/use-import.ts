import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../../../../shared/contract/index.ts'
import { call, uploadFile, type Upload } from '../../../app/bridge.ts'
import type { Preview } from '../queries.ts'

type Asked = Omit<Input<'statements.importPreview'>, 'partyId' | 'upload'>

/** A file of statements from choosing it to its preview, which follows what is told about it. */
export function useImport(partyId: number) {
  const [file, setFile] = useState<File | null>(null)
  const [upload, setUpload] = useState<Upload | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [asked, setAsked] = useState<Asked>({})
  const sending = useRef<AbortController | null>(null)
  useEffect(() => () => sending.current?.abort(), [])
  const preview = useQuery<Preview>({
    queryKey: ['statements.importPreview', partyId, upload?.token, asked],
    queryFn: () => call('statements.importPreview', { partyId, upload: upload?.token ?? '', ...asked }),
    enabled: upload !== null, placeholderData: keepPreviousData, gcTime: 0, retry: false,
  })
  const reset = () => {
    sending.current?.abort()
    setFile(null)
    setUpload(null)
    setError(null)
    setAsked({})
  }
  const choose = async (next: File) => {
    reset()
    setFile(next)
    const abort = new AbortController()
    sending.current = abort
    try {
      setUpload(await uploadFile(next, { purpose: 'import', signal: abort.signal }))
    } catch (refusal) {
      if (!abort.signal.aborted) setError(refusal)
    }
  }
  return {
    file, upload, asked, preview: upload === null ? undefined : preview.data, error: error ?? preview.error, isStale: preview.isFetching, choose, reset,
    tell: (part: Partial<Asked>) => setAsked((was) => ({ ...was, ...part })),
  }
}
