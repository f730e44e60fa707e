import { QueryClient } from '@tanstack/react-query'
import { contract, type MethodName } from '../../../shared/contract/index.ts'
import { onAnswer, onRefusal } from './bridge.ts'
import { archiveStateQuery, sessionQuery } from './session.tsx'

/**
 * Data comes from this machine and changes through this window, so it is read once and again when something was done;
 * a call never waits for a network and is never silently repeated.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Forgets everything that was read for one person, before another one sits down. */
export function forgetReadings(): void {
  const kept: readonly unknown[] = [sessionQuery.queryKey[0], archiveStateQuery.queryKey[0]]
  queryClient.removeQueries({ predicate: (query) => !kept.includes(query.queryKey[0]) })
}

const CHANGES_SESSION: readonly string[] = ['not-signed-in', 'locked', 'password-change-required']
const leavesEntry = (method: MethodName) => contract[method].kind === 'command' || contract[method].kind === 'reading' || 'isAudited' in contract[method]

/** Keeps what the frame shows true: who is signed in, the audit head, what is to do. Answers how to stop. */
export function watchCalls(): () => void {
  const stopRefusals = onRefusal(({ code }) => {
    if (CHANGES_SESSION.includes(code)) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    if (code === 'no-archive') void queryClient.invalidateQueries({ queryKey: archiveStateQuery.queryKey })
  })
  const stopAnswers = onAnswer((method) => {
    if (!leavesEntry(method)) return
    void queryClient.invalidateQueries({ queryKey: ['archive.status'] })
    if (contract[method].kind === 'command') void queryClient.invalidateQueries({ queryKey: ['home.overview'] })
  })
  return () => {
    stopRefusals()
    stopAnswers()
  }
}
