import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { CallError } from '../../../app/bridge.ts'
import { attachmentViewQuery } from '../queries.ts'
import { openAttachment, type Opened, type Ticket } from './open-attachment.ts'
import { ViewError, type ViewFailure } from './page-source.ts'

export type Reading =
  | { phase: 'opening'; ticket: null }
  | { phase: 'reading'; ticket: Ticket; share: number }
  | { phase: 'open'; ticket: Ticket; opened: Opened }
  | { phase: 'failed'; ticket: Ticket; failure: ViewFailure }
  | { phase: 'refused'; ticket: null; error: unknown }

type State = { ticket: Ticket; share: number; opened: Opened | null; failure: ViewFailure | null }

/** Why it failed, when the refusal of the ticket itself says that the stored file is not sound. */
const isDamage = (error: unknown) =>
  error instanceof CallError && (error.code === 'attachment-damaged' || error.code === 'attachment-missing')

/**
 * One reading of one attachment: asks for the ticket once (that is one audit entry), reads the bytes, opens them as pages.
 * `again` starts a new reading. What was opened is closed when another attachment is chosen.
 */
export function useReading(attachmentId: number): { reading: Reading; again: () => void } {
  const [attempt, setAttempt] = useState(0)
  const { data: ticket, error } = useQuery(attachmentViewQuery(attachmentId, attempt))
  const [state, setState] = useState<State | null>(null)

  useEffect(() => {
    if (!ticket) return
    const abort = new AbortController()
    let opened: Opened | null = null
    const set = (part: Partial<State>) => {
      if (!abort.signal.aborted) setState((was) => ({ share: 0, opened: null, failure: null, ...(was?.ticket === ticket ? was : {}), ...part, ticket }))
    }
    openAttachment(ticket, { signal: abort.signal, onProgress: (share) => set({ share }) }).then(
      (result) => {
        opened = result
        if (abort.signal.aborted) close(result)
        else set({ opened: result })
      },
      (cause: unknown) => set({ failure: cause instanceof ViewError ? cause.failure : 'unreadable' }),
    )
    return () => {
      abort.abort()
      if (opened) close(opened)
    }
  }, [ticket])

  return { reading: readingOf(ticket, state, error), again: () => setAttempt((number) => number + 1) }
}

const close = (opened: Opened) => opened.as === 'pages' && opened.source.close()

function readingOf(ticket: Ticket | undefined, state: State | null, error: unknown): Reading {
  if (error) return { phase: 'refused', ticket: null, error: isDamage(error) ? new ViewError('damaged', error) : error }
  if (!ticket) return { phase: 'opening', ticket: null }
  if (state?.ticket !== ticket) return { phase: 'reading', ticket, share: 0 }
  if (state.failure) return { phase: 'failed', ticket, failure: state.failure }
  if (state.opened) return { phase: 'open', ticket, opened: state.opened }
  return { phase: 'reading', ticket, share: state.share }
}
