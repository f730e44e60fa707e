import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract, type MethodName } from '../../src/shared/contract/index.ts'
import type { Method } from '../../src/shared/contract/method.ts'
import { isJobMethod } from '../../src/main/pipeline/handlers.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { validInputs } from '../pipeline/valid-inputs.ts'
import { tryCall } from './trial.ts'

// Two fingers on one button: every command of the day's work a second time, with the same input, by the same person.

/** What may happen as often as somebody says so: each time it is another one. */
const EACH_IS_ANOTHER: readonly string[] = [
  // Another paper, contract, slip or box like the one before; their numbers are given out and voided, never taken back.
  'documents.add', 'contracts.open', 'lookups.create', 'shelving.addBox', 'fallback.issue', 'checks.run', 'prints.record',
  // Another reminder, the move before; the same number twice on paper, which is put to a person.
  'lookups.remind', 'cabinet.undoMove', 'fallback.enter', 'fallback.enterList', 'fallback.enterNote',
  // Written over with the same words.
  'parties.setGrade', 'disposal.opine',
]
/** Tried where they are at home: what the session holds, and what ratings take in. */
const ELSEWHERE = /^(session|people|archive|defaults|statements|ratings|rerating|schemes)\./

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

const isTried = (method: MethodName, input: unknown) =>
  (contract[method] as Method).kind === 'command' && !isJobMethod(method) && !ELSEWHERE.test(method) && !JSON.stringify(input).includes('"password"')

test('a second time is refused or changes nothing, and the archive is sound at the end of the day', async () => {
  const again: string[] = []
  let tried = 0
  for await (const { login, method, input, keep } of validInputs(office)) {
    const answer = await callByName(office.program, office.connectionOf(login), method, input)
    if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`)
    keep?.(answer.value as never)
    if (!isTried(method, input)) continue
    tried++
    const { code, changed } = await tryCall(office, login, method, input)
    expect(code, method).not.toBe('internal')
    if (changed.length > 0 && !EACH_IS_ANOTHER.includes(method)) again.push(`${method}: ${changed.join(', ')}`)
  }
  expect(again).toEqual([])
  expect(tried).toBeGreaterThan(80)
  expect(await office.callAs('auditor', 'archive.verify', {})).toMatchObject({ ok: true, findings: [] })
}, 120_000)
