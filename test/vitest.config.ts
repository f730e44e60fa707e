import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: 'test/build-worker.ts',
    pool: 'forks',
    // Every core: by default one is left free, which on two cores is half of them.
    maxWorkers: '100%',
  },
})
