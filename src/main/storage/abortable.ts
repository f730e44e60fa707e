import { AppError } from '../../shared/errors.ts'

/** The same stream, ended with `cancelled` at once when the signal says so, even while the source keeps us waiting. */
export async function* abortable(source: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  let isOver = false
  let onAbort: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new AppError('cancelled'))
  })
  aborted.catch(() => undefined)
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    for (;;) {
      const step = await (signal ? Promise.race([aborted, iterator.next()]) : iterator.next())
      if (step.done) {
        isOver = true
        return
      }
      yield step.value
    }
  } catch (error) {
    // A generator that waits for a dead sender would answer `return` only after it: it is told, not waited for.
    void Promise.resolve(iterator.return?.()).catch(() => undefined)
    isOver = true
    throw error
  } finally {
    signal?.removeEventListener('abort', onAbort)
    if (!isOver) await iterator.return?.()
  }
}
