import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArchive } from '../../src/main/archive/folder.ts'
import { sweepOrphans } from '../../src/main/archive/sweep.ts'
import { closeArchive } from '../../src/main/pipeline/program.ts'
import { openKeyFile } from '../../src/main/storage/keys.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

/*
 * The process is killed at random moments while it imports parties, invoices and receivables, attaches, lends and backs up. After each kill the archive
 * opens, `verify` finds nothing, and everything that was acknowledged is there. JUANZONG_KILLS sets how many (100).
 */

const KILLS = Number(process.env.JUANZONG_KILLS ?? 100)
const WORKS = ['importing', 'attaching', 'lending', 'backingUp', 'invoicing', 'receiving'] as const

/** How many acknowledgements a whole turn of the work gives. */
const ANSWERS = { importing: 1, attaching: 1, lending: 4, backingUp: 1, invoicing: 1, receiving: 2 } as const

type Fact =
  | { kind: 'ready' } | { kind: 'import'; mark: string; count: number } | { kind: 'attachment'; id: number }
  | { kind: 'slip' | 'signed'; id: number; number?: string } | { kind: 'handedOut' | 'takenBack'; id: number; dossierId: number }
  | { kind: 'backup'; file: string } | { kind: 'invoices' | 'receivables' | 'receipts'; mark: string; count: number }

let office: TestArchive
let dataKey: Buffer

beforeAll(async () => {
  office = await openTestArchive()
  const { departments, people } = office
  const party = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '终止测试总厂', departmentId: departments.XS1 })
  const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId: party.id, departmentId: departments.XS1 })
  await office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, itemCode: '1.1', title: '营业执照', pages: 3 })
  expect(people.archivist).toBeGreaterThan(0)
  dataKey = Buffer.from(office.archive.dataKey)
  await closeArchive(office.program)
})
afterAll(() => rmSync(dirname(office.folder), { recursive: true, force: true }))

/**
 * Runs the child until it is killed `delay` milliseconds after it was ready (or, to learn how long its work takes here
 * and now, at the end of its first turn); answers what it acknowledged and when that turn was done.
 */
function killAfter(work: string, round: number, delay: number | 'first'): Promise<{ facts: Fact[]; firstAfter: number }> {
  return new Promise((resolve, reject) => {
    const args = [join(import.meta.dirname, 'child.ts'), '--folder', office.folder, '--key', dataKey.toString('hex'), '--round', String(round), '--work', work]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    let readyAt = 0
    let firstAfter = 0
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    child.stdout.on('data', (chunk: Buffer) => {
      const wasReady = output.includes('"ready"')
      output += chunk.toString()
      if (!wasReady && output.includes('"ready"')) {
        readyAt = performance.now()
        if (delay !== 'first') setTimeout(() => child.kill('SIGKILL'), delay)
      }
      if (firstAfter === 0 && output.split('\n').length > 1 + ANSWERS[work as keyof typeof ANSWERS]) {
        firstAfter = performance.now() - readyAt
        if (delay === 'first') child.kill('SIGKILL')
      }
    })
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself (${code}): ${errors}`))
      // A line that the kill cut in two was never acknowledged.
      else resolve({ facts: output.split('\n').slice(0, -1).map((row) => JSON.parse(row) as Fact), firstAfter })
    })
  })
}

async function reopen(): Promise<void> {
  office.clock.set(new Date())
  const archive = openArchive({ folder: office.folder, dataKey: Buffer.from(dataKey), keys: openKeyFile(office.folder), clock: office.clock })
  await sweepOrphans(archive)
  office.program.archive = archive
  Object.assign(office, { archive })
}

const count = (sql: string, ...values: unknown[]) => (office.program.archive!.store.prepare(sql).get(...values) as { n: number }).n

function check(fact: Fact): void {
  const store = office.program.archive!.store
  if (fact.kind === 'import') expect(count('SELECT count(*) AS n FROM party WHERE name LIKE ?', `终止测试${fact.mark}号%`)).toBe(fact.count)
  else if (fact.kind === 'attachment') expect(store.prepare('SELECT id FROM attachment WHERE id = ?').get(fact.id)).toBeDefined()
  else if (fact.kind === 'slip') expect(store.prepare('SELECT number FROM slip WHERE id = ?').get(fact.id)).toEqual({ number: fact.number })
  else if (fact.kind === 'signed') expect(count('SELECT count(*) AS n FROM slipSignature WHERE slipId = ?', fact.id)).toBe(1)
  else if (fact.kind === 'handedOut') expect(count('SELECT count(*) AS n FROM loan WHERE slipId = ?', fact.id)).toBe(1)
  else if (fact.kind === 'takenBack') expect(count('SELECT count(*) AS n FROM loan WHERE slipId = ? AND returnedAt IS NOT NULL', fact.id)).toBe(1)
  else if (fact.kind === 'invoices') expect(count('SELECT count(*) AS n FROM invoice WHERE code = ?', fact.mark)).toBe(fact.count)
  else if (fact.kind === 'receivables') expect(count("SELECT count(*) AS n FROM receivable WHERE number LIKE ? || '%'", fact.mark)).toBe(fact.count)
  else if (fact.kind === 'receipts') expect(count("SELECT count(*) AS n FROM allocation JOIN receivable ON receivable.id = receivableId WHERE number LIKE ? || '%'", fact.mark)).toBe(fact.count)
  else if (fact.kind === 'backup') expect(existsSync(fact.file)).toBe(true)
}

let seed = 7
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647

const acknowledged = { import: 0, attachment: 0, slip: 0, signed: 0, handedOut: 0, takenBack: 0, backup: 0, invoices: 0, receivables: 0, receipts: 0, ready: 0 }

const duration: Partial<Record<(typeof WORKS)[number], number>> = {}

test(`${KILLS} kills`, async () => {
  for (let round = 0; round < KILLS; round += 1) {
    const work = WORKS[round % WORKS.length]!
    // The first round of each kind learns how long one turn takes on this machine; the kills then fall anywhere in two.
    const { facts, firstAfter } = await killAfter(work, round, duration[work] === undefined ? 'first' : Math.floor(random() * 2 * duration[work]))
    duration[work] ??= firstAfter
    await reopen()
    const verification = await office.callAs('auditor', 'archive.verify', {})
    expect(verification.findings, `round ${round}, ${work}`).toEqual([])
    for (const fact of facts) {
      check(fact)
      acknowledged[fact.kind] += 1
    }
    // An import is there whole or not at all, acknowledged or not.
    const parts = office.program.archive!.store
      .prepare("SELECT count(*) AS n FROM party WHERE name LIKE '终止测试%号%' GROUP BY substr(name, 1, instr(name, '号'))").all() as { n: number }[]
    expect(parts.filter((part) => part.n !== 400)).toEqual([])
    const flows = office.program.archive!.store.prepare('SELECT count(*) AS n FROM invoice GROUP BY code').all() as { n: number }[]
    expect(flows.filter((flow) => flow.n !== 300)).toEqual([])
    const bills = office.program.archive!.store.prepare("SELECT count(*) AS n, sum(settledOn IS NULL) AS open FROM receivable GROUP BY substr(number, 1, instr(substr(number, instr(number, '-') + 1), '-') + instr(number, '-'))").all() as { n: number; open: number }[]
    expect(bills.filter(({ n, open }) => n !== 200 || (open !== 0 && open !== 200))).toEqual([])
    await closeArchive(office.program)
    for (const file of readdirSync(dirname(office.folder)).filter((name) => name.startsWith('backup-'))) {
      rmSync(join(dirname(office.folder), file), { recursive: true, force: true })
    }
  }
  // A suite that always kills too early proves nothing: each kind of work got somewhere.
  if (KILLS >= 40) {
    expect(acknowledged.attachment).toBeGreaterThan(0)
    expect(acknowledged.takenBack).toBeGreaterThan(0)
    expect(acknowledged.import + acknowledged.backup).toBeGreaterThan(0)
  }
}, 900_000)
