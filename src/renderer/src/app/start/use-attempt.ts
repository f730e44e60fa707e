import { useState } from 'react'
import { CallError } from '../bridge.ts'
import { useCountdown } from './use-countdown.ts'

type Attempt = {
  isRunning: boolean
  error: unknown
  /** Seconds to wait after failed attempts; 0 when one may try. */
  waiting: number
  run: (action: () => Promise<void>) => Promise<void>
}

/** One attempt with a password: what refused it, and how long failed attempts make wait. */
export function useAttempt(): Attempt {
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { seconds, start } = useCountdown()
  const run = async (action: () => Promise<void>) => {
    setRunning(true)
    setError(null)
    try {
      await action()
    } catch (refusal) {
      setError(refusal)
      if (refusal instanceof CallError && refusal.code === 'too-many-attempts') start(Number(refusal.details['seconds'] ?? 30))
    } finally {
      setRunning(false)
    }
  }
  const isWaitOver = error instanceof CallError && error.code === 'too-many-attempts' && seconds === 0
  return { isRunning, error: isWaitOver ? null : error, waiting: seconds, run }
}
