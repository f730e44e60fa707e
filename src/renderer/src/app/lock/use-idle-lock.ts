import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { call } from '../bridge.ts'
import { queryClient } from '../query-client.ts'
import { sessionQuery, statusQuery } from '../session.tsx'

/** Hides the page first, then tells the door: even if it does not answer, nobody reads on. */
export async function lockScreen(): Promise<void> {
  queryClient.setQueryData(sessionQuery.queryKey, (was) => was && { ...was, isLocked: true })
  await call('session.lock', {})
}

const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const
const CHECK_MILLISECONDS = 5000

/** Locks after the archive's idle minutes without mouse or key. A machine that slept is found out when it wakes. */
export function useIdleLock(isOn: boolean): void {
  const minutes = useQuery({ ...statusQuery, enabled: isOn }).data?.idleLockMinutes
  const lock = useCallback(() => void lockScreen().catch(() => undefined), [])
  useEffect(() => {
    if (!isOn || minutes === undefined) return
    let lastSign = Date.now()
    const check = () => {
      if (Date.now() - lastSign >= minutes * 60_000) lock()
    }
    const onSign = () => {
      check()
      lastSign = Date.now()
    }
    const timer = setInterval(check, CHECK_MILLISECONDS)
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, onSign, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, onSign, { capture: true })
    }
  }, [isOn, minutes, lock])
}
