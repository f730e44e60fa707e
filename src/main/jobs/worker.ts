import { parentPort, workerData } from 'node:worker_threads'
import { contract } from '../../shared/contract/index.ts'
import type { Method } from '../../shared/contract/method.ts'
import { AppError } from '../../shared/errors.ts'
import { openArchive } from '../archive/folder.ts'
import { createUploads, type Uploads } from '../archive/uploads.ts'
import type { Context, Preparation } from '../pipeline/context.ts'
import { asExpected } from '../pipeline/expected.ts'
import { makeContext, makePreparation, momentOf } from '../pipeline/make-context.ts'
import { openKeyFile } from '../storage/keys.ts'
import type { JobControl } from './job.ts'
import type { FromWorker, WorkerOrder } from './run-job.ts'
import { jobUseCases } from './use-cases.ts'

type Erased = {
  prepare: (context: Preparation & JobControl, input: unknown) => Promise<unknown>
  run: (context: Context & JobControl, input: unknown, prepared: unknown) => unknown
}

const order = workerData as WorkerOrder
const port = parentPort!
const send = (message: FromWorker) => port.postMessage(message)

function createControl(): JobControl {
  const flag = new Int32Array(order.cancelFlag)
  let lastSent = 0
  return {
    progress: (done, total, step) => {
      const now = Date.now()
      if (now - lastSent < 100 && done !== total) return
      lastSent = now
      send({ kind: 'progress', done, total, step })
    },
    throwIfCancelled: () => {
      if (Atomics.load(flag, 0) === 1) throw new AppError('cancelled')
    },
  }
}

function waitForLock(): Promise<void> {
  return new Promise((resolve) => {
    port.once('message', () => resolve())
    send({ kind: 'wants-lock' })
  })
}

async function perform(): Promise<unknown> {
  const useCase = jobUseCases[order.method as keyof typeof jobUseCases] as unknown as Erased
  const clock = { now: () => new Date(order.instant ?? Date.now()) }
  const staged = createUploads({ sessionId: order.sessionId, staged: order.uploads })
  const uploads: Uploads = { ...staged, hashes: () => new Set(order.stagedHashes) }
  const archive = openArchive({
    folder: order.folder, dataKey: Buffer.from(order.dataKey), keys: openKeyFile(order.folder), clock, uploads, isWorker: true,
  })
  const control = createControl()
  try {
    const moment = momentOf(clock.now())
    const preparation = { ...makePreparation(archive, archive.store, order.actor, order.sessionId, moment), ...control }
    const prepared = await useCase.prepare(preparation, order.input)
    control.throwIfCancelled()
    if (!(contract[order.method] as Method).isAudited) {
      return archive.store.read((trx) => {
        const { context } = makeContext({ ...preparation, trx }, order.method)
        return useCase.run({ ...context, ...control }, order.input, prepared)
      })
    }
    await waitForLock()
    return archive.store.write((trx) => {
      const { context, appendAuditEntry } = makeContext({ ...preparation, trx }, order.method)
      const value = useCase.run({ ...context, ...control }, order.input, prepared)
      appendAuditEntry()
      return value
    })
  } finally {
    await archive.close()
  }
}

try {
  send({ kind: 'done', value: await perform() })
} catch (error) {
  const expected = asExpected(error)
  if (expected) send({ kind: 'refused', code: expected.code, details: expected.details })
  else send({ kind: 'failed', name: (error as Error).name, stack: (error as Error).stack ?? '' })
}
