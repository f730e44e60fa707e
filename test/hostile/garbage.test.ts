import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract, type MethodName } from '../../src/shared/contract/index.ts'
import type { Method } from '../../src/shared/contract/method.ts'
import { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { isJobMethod } from '../../src/main/pipeline/handlers.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { openTestArchive, presets, type TestArchive } from '../builders/archive.ts'
import { validInputs } from '../pipeline/valid-inputs.ts'
import { countCall } from './trial.ts'

// Beside every right input of a day lie wrong ones that the schema lets through. Whatever is made of them, it is never a fault
// of the program.

const NUMBERS = [0, -1, 1, 2, 3, 5, 99_999, Number.MAX_SAFE_INTEGER]
const TEXTS = ['', '\u202e甲\u202c'.repeat(60), '0001-01-01', '9999-12-31', '2028-02-29', '2027-02-29', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']
const BEYOND = /^(session|people|archive|statements|ratings|rerating|schemes|invoices|defaults)\.|^regulations\.adopt/

type Path = readonly (string | number)[]

function withValue(input: object, path: Path, value: unknown): unknown {
  const copy = structuredClone(input)
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy) as Record<string | number, unknown>
  parent[path.at(-1)!] = value
  return copy
}

function* neighbours(input: object, at: unknown = input, path: Path = []): Generator {
  if (typeof at === 'number') for (const value of NUMBERS) yield withValue(input, path, value)
  else if (typeof at === 'string') for (const value of TEXTS) yield withValue(input, path, value)
  else if (Array.isArray(at)) {
    yield withValue(input, path, [])
    yield withValue(input, path, [...at, ...at])
    for (const id of [1, 2, 3, 99_999]) if (typeof at[0] === 'number') yield withValue(input, path, [...at, id])
    if (at.length > 0) yield* neighbours(input, at[0], [...path, 0])
  } else if (at !== null && typeof at === 'object') {
    for (const key of Object.keys(at)) {
      if (path.length > 0) yield withValue(input, [...path, key], null)
      yield* neighbours(input, (at as Record<string, unknown>)[key], [...path, key])
    }
  }
}

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

const isTried = (method: MethodName, input: unknown) =>
  (contract[method] as Method).kind !== 'query' && !isJobMethod(method) && !BEYOND.test(method) && !JSON.stringify(input).includes('"password"')

test('wrong ids, numbers, days and lists are refused by name or taken, never a fault', async () => {
  const faults: string[] = []
  let tried = 0
  for await (const { login, method, input, keep } of validInputs(office)) {
    if (isTried(method, input)) {
      for (const wrong of neighbours(input as object)) {
        tried++
        const { code } = await countCall(office, login, method, wrong)
        if (code === 'internal') faults.push(`${method} ${JSON.stringify(wrong)}`)
      }
    }
    const answer = await callByName(office.program, office.connectionOf(login), method, input)
    if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`)
    keep?.(answer.value as never)
  }
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(2000)
  expect(await office.callAs('auditor', 'archive.verify', {})).toMatchObject({ ok: true, findings: [] })
}, 240_000)

test.each([
  ['loanDays', (body: Regulation) => { body.lookup.loanDays.borrow = Number.MAX_SAFE_INTEGER }],
  ['maxRenewals', (body: Regulation) => { body.lookup.maxRenewals = 1e9 }],
  ['defaultYears', (body: Regulation) => { body.retention.defaultYears = 99_999 }],
  ['validMonths', (body: Regulation) => { body.qualification = { ...body.qualification!, validMonths: 1e12 } }],
])('a regulation whose %s leads past the end of the calendar is no regulation', (name, spoil) => {
  const body = structuredClone(presets.find(({ qualification }) => qualification !== null)!)
  expect(Regulation.safeParse(body).success).toBe(true)
  spoil(body)
  expect(Regulation.safeParse(body).error?.issues.map(({ code, path }) => [code, path.at(-1) === 'borrow' ? 'loanDays' : path.at(-1)])).toEqual([['too_big', name]])
})
