import { Worker } from 'node:worker_threads'
import { randomUUID } from 'node:crypto'
import type { MethodName } from '../../shared/contract/index.ts'
import { AppError, type Details, type ErrorCode } from '../../shared/errors.ts'
import type { Actor } from '../pipeline/context.ts'
import type { Connection, Program } from '../pipeline/program.ts'
import type { StagedUpload } from '../archive/uploads.ts'
import type { JobStep } from './job.ts'
import { enterJob } from './jobs.ts'

/** What a worker is given: where the archive is, its key, who asks for what. */
export type WorkerOrder = {
  method: MethodName
  input: unknown
  folder: string
  dataKey: Uint8Array
  actor: Actor
  sessionId: string
  uploads: Record<string, StagedUpload>
  /** Hashes staged by anybody: no orphans. */
  stagedHashes: string[]
  /** Fixed instant of tests; null: the worker's own clock. */
  instant: number | null
  cancelFlag: SharedArrayBuffer
}

export type FromWorker =
  | { kind: 'progress'; done: number; total: number | null; step: JobStep }
  | { kind: 'wants-lock' }
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; code: ErrorCode; details: Details }
  | { kind: 'failed'; name: string; stack: string }

/** What only the door can say: where a backup goes. Refuses `cancelled` when the person at the dialog thought better. */
export async function completeJobInput(program: Program, method: MethodName, input: unknown): Promise<unknown> {
  if (method !== 'archive.backup') return input
  const asked = (input as { file?: string }).file
  const stamp = program.clock.now().toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')
  const file = await program.shell.backupTarget(asked, `juanzong-${stamp}.jzb`, program.folder)
  if (file === null) throw new AppError('cancelled')
  return { ...(input as object), file }
}

/** Runs one job in a worker thread to its end. The worker gets the write lock when it asks for it, and keeps it till then. */
export async function runJob(program: Program, connection: Connection, method: MethodName, input: unknown, actor: Actor | null): Promise<unknown> {
  const { archive } = program
  if (!archive || !actor || !connection.session) throw new AppError('not-signed-in')
  const jobId = (input as { jobId?: string }).jobId ?? randomUUID()
  const cancelFlag = new SharedArrayBuffer(4)
  const job = enterJob(program.jobs, jobId, () => Atomics.store(new Int32Array(cancelFlag), 0, 1))
  const order: WorkerOrder = {
    method, input, folder: archive.folder, dataKey: new Uint8Array(archive.dataKey), actor, sessionId: connection.session.id,
    uploads: archive.uploads.ofSession(connection.session.id), stagedHashes: [...archive.uploads.hashes()],
    instant: 'fixed' in archive.clock ? archive.clock.now().getTime() : null, cancelFlag,
  }
  try {
    const value = await work(program, order, (message) => Object.assign(job, message))
    job.state = 'done'
    // The worker's connection has measured its tables anew as it closed; this one reads the figures again.
    archive.store.connection.exec('ANALYZE sqlite_schema')
    return value
  } catch (error) {
    job.state = error instanceof AppError && error.code === 'cancelled' ? 'cancelled' : 'failed'
    throw error
  }
}

function work(program: Program, order: WorkerOrder, onProgress: (progress: { done: number; total: number | null; step: JobStep }) => void) {
  return new Promise<unknown>((resolve, reject) => {
    const worker = new Worker(program.workerUrl, { workerData: order, name: order.method })
    let releaseLock = () => {}
    let isOver = false
    const finish = (settle: () => void) => {
      if (isOver) return
      isOver = true
      releaseLock()
      settle()
    }
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress({ done: message.done, total: message.total, step: message.step })
      else if (message.kind === 'wants-lock') {
        void program.archive?.writeLock.run(
          () => new Promise<void>((release) => {
            releaseLock = release
            if (isOver) release()
            else worker.postMessage('lock')
          }),
        )
      } else if (message.kind === 'done') finish(() => resolve(message.value))
      else if (message.kind === 'refused') finish(() => reject(new AppError(message.code, message.details)))
      else finish(() => reject(Object.assign(new Error('worker failed'), { name: message.name, stack: message.stack })))
    })
    worker.on('error', (error) => finish(() => reject(error)))
    worker.on('exit', () => finish(() => reject(new Error('worker ended without an answer'))))
  })
}
