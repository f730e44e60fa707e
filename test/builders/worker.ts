import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const workerFolder = join(import.meta.dirname, '../../node_modules/.juanzong-worker')

/** The worker that jobs of tests and benches run in: one bundle, as in the built program (`test/build-worker.ts`). */
export const builtWorker = pathToFileURL(join(workerFolder, 'worker.mjs'))
