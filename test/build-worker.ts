import { join } from 'node:path'
import { build } from 'vite'
import { workerFolder } from './builders/worker.ts'

/**
 * Bundles the worker once, before tests and benches. From its sources each of the many workers would load the WebAssembly
 * that strips their types, and V8 now and then aborts a process that makes and drops so many (nodejs/node #64500).
 */
export default async function buildWorker(): Promise<void> {
  const root = join(import.meta.dirname, '..')
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    build: { ssr: join(root, 'src/main/jobs/worker.ts'), outDir: workerFolder, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'worker.mjs' } } },
  })
}
