import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, chromiumBinary } from './chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Whole stories, also on a machine with much else to do; quiet ones take seconds.
  timeout: 360_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Every test has an archive of its own; a long file is not left to one worker at the end.
  fullyParallel: true,
  // A page that a loaded machine starved is asked once more; the report still counts it as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone,
    launchOptions: { executablePath: await chromiumBinary(), args: CHROMIUM_ARGS, chromiumSandbox: false },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
})
