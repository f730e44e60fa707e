// npm test: type check, lint, unit and integration tests, then end-to-end tests in a real browser.
// Ends with one line that sums every runner: "N passed, N failed, N skipped". Types and lint count as one check each.
import './check-node.mjs'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded, root } from './build-if-needed.mjs'

const reports = mkdtempSync(join(tmpdir(), 'juanzong-reports-'))
const sum = { passed: 0, failed: 0, skipped: 0 }
const bin = (name) => join(root, 'node_modules', name)

function run(title, args, env = {}) {
  console.log(`\n— ${title}`)
  const ended = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  return ended.status === 0
}

/** A runner without counts: one check that passed or failed. */
function check(title, args) {
  sum[run(title, args) ? 'passed' : 'failed'] += 1
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A runner with a report. One that ends badly without a failed test in its report counts as one failure itself. */
function count(isOk, counts) {
  const found = counts ?? { passed: 0, failed: 0, skipped: 0 }
  sum.passed += found.passed
  sum.skipped += found.skipped
  sum.failed += isOk ? found.failed : Math.max(1, found.failed)
}

check('types', [bin('typescript/bin/tsc'), '--noEmit'])
check('lint', [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'])

// Some of the tests hold the built program against what it promises.
buildIfNeeded()
const unitReport = join(reports, 'unit.json')
const unitOk = run('unit and integration', [bin('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--root', '.', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`])
const unit = readReport(unitReport)
count(unitOk, unit && { passed: unit.numPassedTests, failed: unit.numFailedTests, skipped: unit.numPendingTests + unit.numTodoTests })

const e2eReport = join(reports, 'e2e.json')
const e2eOk = run('end to end', [bin('@playwright/test/cli.js'), 'test', '-c', 'test/e2e/playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport })
const e2e = readReport(e2eReport)?.stats
count(e2eOk, e2e && { passed: e2e.expected + e2e.flaky, failed: e2e.unexpected, skipped: e2e.skipped })

rmSync(reports, { recursive: true, force: true })
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
