import { useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { call, newJobId } from './bridge.ts'

/** Methods that take long: their input may carry a `jobId`. */
export type JobMethod = Exclude<
  { [Name in MethodName]: 'jobId' extends keyof Input<Name> ? Name : never }[MethodName],
  'jobs.progress' | 'jobs.cancel'
>

export type Progress = Pick<Output<'jobs.progress'>, 'done' | 'total' | 'step'>

type Job<Name extends JobMethod> = {
  /** Starts the call. Settles as the call does; one at a time. */
  run: (input: Omit<Input<Name>, 'jobId'>) => Promise<Output<Name>>
  /** Asks the work to stop; the call is then refused with `cancelled`. */
  cancel: () => void
  isRunning: boolean
  /** Null until the first report. */
  progress: Progress | null
}

const POLL_MILLISECONDS = 200

/** Runs one long call at a time and reports its progress five times a second. Leaving the page does not cancel it. */
export function useJob<Name extends JobMethod>(method: Name): Job<Name> {
  const [jobId, setJobId] = useState<string | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  useEffect(() => {
    if (jobId === null) return
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const ask = async () => {
      try {
        const report = await call('jobs.progress', { jobId })
        if (!isOver && report.state !== 'unknown') setProgress(report)
      } catch {
        // The call itself tells what went wrong.
      }
      if (!isOver) timer = setTimeout(ask, POLL_MILLISECONDS)
    }
    timer = setTimeout(ask, POLL_MILLISECONDS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [jobId])

  const run = async (input: Omit<Input<Name>, 'jobId'>): Promise<Output<Name>> => {
    const id = newJobId()
    setProgress(null)
    setJobId(id)
    try {
      return await call(method, { ...input, jobId: id } as unknown as Input<Name>)
    } finally {
      if (isMounted.current) setJobId(null)
    }
  }
  const cancel = () => {
    if (jobId !== null) void call('jobs.cancel', { jobId })
  }
  return { run, cancel, isRunning: jobId !== null, progress }
}
