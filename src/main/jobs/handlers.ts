import type { OutsideHandlers } from '../pipeline/handlers.ts'

export const jobOutside = {
  'jobs.progress': (program, _connection, { jobId }) => {
    const job = program.jobs.get(jobId)
    if (!job) return { state: 'unknown', done: 0, total: null, step: 'reading' }
    return { state: job.state, done: job.done, total: job.total, step: job.step }
  },
  'jobs.cancel': (program, _connection, { jobId }) => {
    const job = program.jobs.get(jobId)
    if (job?.state !== 'running') return { cancelled: false }
    job.cancel()
    return { cancelled: true }
  },
} satisfies OutsideHandlers<'jobs.progress' | 'jobs.cancel'>
