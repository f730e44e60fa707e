import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type MethodName } from '../../src/shared/contract/index.ts'
import type { Method } from '../../src/shared/contract/method.ts'
import { ROLES } from '../../src/shared/roles.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { connect } from '../../src/main/pipeline/program.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { validInputs } from './valid-inputs.ts'

// Sweeps over the whole contract: a method added tomorrow is in them tomorrow.

const methods = Object.entries(contract) as [MethodName, Method][]
/** These end or replace the archive under test; they have tests of their own in test/archive. */
const ENDS_ARCHIVE: readonly string[] = ['archive.create', 'archive.createSample', 'archive.useFolder', 'archive.restore', 'session.signOut']
const inside = methods.filter(([name]) => !ENDS_ARCHIVE.includes(name))

let office: TestArchive
beforeAll(async () => {
  office = await openTestArchive()
})
afterAll(() => office.close())

const auditSeq = () => (office.archive.store.prepare('SELECT max(seq) AS seq FROM audit').get() as { seq: number }).seq

describe('every method × every role', () => {
  for (const [name, spec] of inside.filter(([, spec]) => spec.who !== 'anyone')) {
    for (const role of ROLES) {
      const isAllowed = spec.who === 'member' || (Array.isArray(spec.who) && spec.who.includes(role))
      test(`${name} as ${role}: ${isAllowed ? 'asked further' : 'refused'}`, async () => {
        const before = auditSeq()
        const answer = await callByName(office.program, office.connectionOf(role.toLowerCase() as TestLogin), name, { definitelyNoSuchKey: 1 })
        expect(answer.ok).toBe(false)
        if (answer.ok) return
        // Whoever is let through is stopped by the strict schema; whoever is not is told nothing but that.
        expect(answer.error.code).toBe(isAllowed ? 'bad-input' : 'forbidden')
        if (isAllowed) return
        expect(answer.error.details).toEqual({})
        const row = office.archive.store.prepare('SELECT method, outcome, actorName FROM audit ORDER BY seq DESC LIMIT 1').get()
        expect(auditSeq()).toBe(before + 1)
        expect(row).toMatchObject({ method: name, outcome: 'refused', actorName: `测试${role}` })
      })
    }
  }
})

describe('nobody signed in', () => {
  for (const [name] of inside.filter(([, spec]) => spec.who !== 'anyone')) {
    test(`${name} is refused`, async () => {
      expect(await callByName(office.program, connect(office.program), name, {})).toEqual({
        ok: false, error: { code: 'not-signed-in', details: {} },
      })
    })
  }
})

const MALFORMED: readonly unknown[] = [
  null, 0, 'text', [], true, { id: 'x' }, { id: -1 }, { id: 1e300 }, { id: null }, { __proto__: { id: 1 }, constructor: 1 },
  { text: 'x'.repeat(100_000) }, { jobId: '../../etc' }, { id: 1, extra: { deep: [[[[]]]] } }, { limit: -1, offset: 1e12 },
  Object.fromEntries(Array.from({ length: 500 }, (_unused, index) => [`key${index}`, index])),
]

describe('every method × malformed input', () => {
  for (const [name, spec] of inside) {
    test(name, async () => {
      const login: TestLogin = Array.isArray(spec.who) ? (spec.who[0]!.toLowerCase() as TestLogin) : 'archivist'
      for (const input of MALFORMED) {
        const answer = await callByName(office.program, office.connectionOf(login), name, input)
        if (answer.ok) continue
        expect(answer.error.code, JSON.stringify(input)?.slice(0, 80)).not.toBe('internal')
      }
    })
  }
  test('a method that is not in the contract', async () => {
    for (const method of ['toString', '__proto__', 'constructor', '', 'parties.drop', 7, null, {}]) {
      expect(await callByName(office.program, office.connectionOf('archivist'), method, {})).toEqual({
        ok: false, error: { code: 'unknown-method', details: {} },
      })
    }
  })
})

describe('every command and every reading leaves exactly one entry, in its own transaction', () => {
  // The calls that `validInputs` makes, in order, tell a whole working day; each method of the contract is in it.
  const audited = inside.filter(([, spec]) => spec.kind === 'command' || spec.kind === 'reading' || spec.isAudited)
  const seen = new Map<string, number>()
  const subjectKinds = new Set<string>()
  const detailNames = new Set<string>()

  test('a working day', async () => {
    // An archive of its own: the sweeps above leave sessions locked and clocks where they were.
    const office = await openTestArchive()
    const auditSeq = () => (office.archive.store.prepare('SELECT max(seq) AS seq FROM audit').get() as { seq: number }).seq
    for await (const step of validInputs(office)) {
      const before = auditSeq()
      const answer = await callByName(office.program, office.connectionOf(step.login), step.method, step.input)
      expect(answer.ok ? null : answer.error, `${step.method} ${JSON.stringify(step.input)}`).toBeNull()
      const spec = contract[step.method] as Method
      const entries = office.archive.store.prepare('SELECT method, subjectKind, detail FROM audit WHERE seq > ? ORDER BY seq').all(before) as Entry[]
      const expected = spec.kind === 'command' || spec.kind === 'reading' || spec.isAudited ? [step.method] : []
      expect(entries.map((entry) => entry.method), step.method).toEqual(expected)
      seen.set(step.method, entries.length)
      for (const entry of entries) {
        if (entry.subjectKind !== null) subjectKinds.add(entry.subjectKind)
        namesIn(JSON.parse(entry.detail), detailNames)
      }
      if (answer.ok) step.keep?.(answer.value as never)
    }
  }, 120_000)

  for (const [name] of audited) {
    test(`${name} was among them`, () => expect(seen.get(name)).toBe(1))
  }

  test.each([['zh-CN', zhCN], ['en', en]] as const)('the log has words for all of it: %s', (_, { audit }) => {
    expect.soft([...subjectKinds].filter((kind) => audit.subjectKind[kind] === undefined), 'audit.subjectKind').toEqual([])
    expect([...detailNames].filter((name) => audit.detailName[name] === undefined).toSorted(), 'audit.detailName').toEqual([])
  })
})

type Entry = { method: string; subjectKind: string | null; detail: string }

/** The names of everything in a detail; those that are figures or codes (the lines of a statement) are no words. */
function namesIn(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value) && /^[a-z][A-Za-z]*$/.test(name)) names.add(name)
    namesIn(part, names)
  }
}
