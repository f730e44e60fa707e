import type { JobStep } from './job.ts'

export type JobState = {
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | null
  step: JobStep
  cancel: () => void
}
/** By job id. Finished jobs stay readable until the table is full. */
export type JobTable = Map<string, JobState>

const MOST_JOBS = 50

/** Enters a running job, dropping the oldest finished ones. */
export function enterJob(jobs: JobTable, jobId: string, cancel: () => void): JobState {
  for (const [id, job] of jobs) {
    if (jobs.size < MOST_JOBS) break
    if (job.state !== 'running') jobs.delete(id)
  }
  const job: JobState = { state: 'running', done: 0, total: null, step: 'reading', cancel }
  jobs.set(jobId, job)
  return job
}
