import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import type { Answer, Details, ErrorCode } from '../../../shared/errors.ts'

declare global {
  interface Window {
    /** Electron's preload; absent in the browser door. */
    readonly juanzong?: { readonly call: (method: string, input: unknown) => Promise<Answer<unknown>> }
  }
}

/** A refusal as the pipeline answered it. `code` chooses the words (`text.error`), `details` fills them. */
export class CallError extends Error {
  readonly code: ErrorCode
  readonly details: Details
  constructor(code: ErrorCode, details: Details = {}) {
    super(code)
    this.name = 'CallError'
    this.code = code
    this.details = details
  }
}

type RefusalListener = (error: CallError) => void
type AnswerListener = (method: MethodName) => void
const refusalListeners = new Set<RefusalListener>()
const answerListeners = new Set<AnswerListener>()

/** Hears every refusal of every call, so that a lock or an ended session shows at once. Answers how to stop listening. */
export function onRefusal(listener: RefusalListener): () => void {
  refusalListeners.add(listener)
  return () => refusalListeners.delete(listener)
}

/** Hears the method of every call that was answered well, so that what the frame shows can follow. */
export function onAnswer(listener: AnswerListener): () => void {
  answerListeners.add(listener)
  return () => answerListeners.delete(listener)
}

function unwrap(answer: Answer<unknown>): unknown {
  if (answer.ok) return answer.value
  const error = new CallError(answer.error.code, answer.error.details)
  for (const listener of refusalListeners) listener(error)
  throw error
}

async function send(method: string, input: unknown): Promise<Answer<unknown>> {
  if (window.juanzong) return window.juanzong.call(method, input)
  let response: Response
  try {
    response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method, input }),
    })
  } catch {
    return { ok: false, error: { code: 'internal', details: { unreachable: true } } }
  }
  return readAnswer(response.status, await response.text())
}

/** Reads an answer that a door sent as text; a door that is not ours (no JSON) becomes `internal` with its status. */
export function readAnswer(status: number, body: string): Answer<unknown> {
  try {
    const answer = JSON.parse(body) as Answer<unknown>
    if (typeof answer.ok === 'boolean') return answer
  } catch {
    // Not one of our answers: fall through to the refusal below.
  }
  return { ok: false, error: { code: 'internal', details: { status } } }
}

/** Calls a method of the contract. Throws `CallError` when it is refused. */
export async function call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const value = unwrap(await send(method, input)) as Output<Name>
  for (const listener of answerListeners) listener(method)
  return value
}

export type Upload = { token: string; name: string; size: number; mime: string; pages?: number | null }

type Sending = {
  /** Bytes sent and bytes in all. */
  onProgress?: (sent: number, total: number) => void
  signal?: AbortSignal
}
type Uploading = Sending & {
  /** A table for `parties.import` may be of kinds that no document takes. */
  purpose?: 'attachment' | 'import'
}

/** Sends a file to the door, which keeps it encrypted until a command takes it by its token. Aborting refuses `cancelled`. */
export const uploadFile = (file: File, { purpose = 'attachment', ...sending }: Uploading = {}): Promise<Upload> =>
  put(`/upload?name=${encodeURIComponent(file.name)}&purpose=${purpose}`, file, sending) as Promise<Upload>

/** Sends a backup file for `archive.restore`; the answer's `file` is what that method takes. */
export const uploadBackup = (file: File, sending: Sending = {}): Promise<{ file: string }> =>
  put(`/backup?name=${encodeURIComponent(file.name)}`, file, sending) as Promise<{ file: string }>

/** XMLHttpRequest, because fetch cannot tell how much of a request has been sent. */
function put(url: string, body: Blob, { onProgress, signal }: Sending): Promise<unknown> {
  return new Promise<Answer<unknown>>((resolve) => {
    const refuse = (code: ErrorCode, details: Details = {}) => resolve({ ok: false, error: { code, details } })
    if (signal?.aborted) return refuse('cancelled')
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('PUT', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress?.(event.loaded, event.total)
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.onerror = () => refuse('internal', { unreachable: true })
    request.onabort = () => refuse('cancelled')
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    request.send(body)
  }).then(unwrap)
}

/** Where the bytes behind a ticket of `attachments.view` are. Ranges are answered, so video can be wound. */
export const attachmentUrl = (ticket: string): string => `/attachment/${encodeURIComponent(ticket)}`

/** Prints what is on the page through the door's dialog. Resolves when the dialog has closed. */
export async function printPage(): Promise<void> {
  if (window.juanzong) unwrap(await window.juanzong.call('shell.print', {}))
  else window.print()
}

/**
 * Saves what is on the page as a PDF named `name` (without extension). Answers the file's name, or null when dismissed or
 * when the door leaves it to the browser's own print dialog, which proposes the title as the file's name.
 */
export async function savePdf(name: string): Promise<string | null> {
  if (window.juanzong) return (unwrap(await window.juanzong.call('shell.savePdf', { name })) as { file: string | null }).file
  const title = document.title
  document.title = name
  window.print()
  document.title = title
  return null
}

/** A fresh name for one long call, by which its progress is read and it is cancelled. */
export const newJobId = (): string => crypto.randomUUID()
