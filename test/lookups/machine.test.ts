import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../../src/shared/errors.ts'
import type { Parsed } from '../../src/shared/contract/index.ts'
import { handlers } from '../../src/main/pipeline/handlers.ts'
import { makeContext, makePreparation } from '../../src/main/pipeline/make-context.ts'
import { findActor } from '../../src/main/people/passwords.ts'
import type { TestLogin } from '../builders/archive.ts'
import { at, openOffice, type Office } from './office.ts'

/*
 * Any sequence of steps by anybody, on the real database through the real use cases: whatever is answered and whatever is
 * refused, what must always hold holds after every step.
 */

let office: Office
beforeAll(async () => {
  office = await openOffice()
  // Nothing here is about the disk.
  office.archive.store.connection.pragma('synchronous = OFF')
}, 120_000)
afterAll(() => office.close())

const PEOPLE = ['salesperson', 'salesperson2', 'archivist', 'archivist2', 'officedirector', 'officedirector2', 'generalmanager', 'creditadministrator'] as const
type Step =
  | { do: 'create'; by: TestLogin; for: TestLogin; dossiers: number[]; days: number; manner: 'read' | 'borrow'; submit: boolean }
  | { do: 'submit' | 'cancel' | 'agree' | 'refuse' | 'remind'; by: TestLogin; slip: number }
  | { do: 'handOut' | 'claim' | 'lost'; by: TestLogin; slip: number; dossier: number; pages: number }
  | { do: 'renew'; by: TestLogin; slip: number; dossier: number; days: number }
  | { do: 'takeBack'; by: TestLogin; dossier: number; pages: number }
  | { do: 'wait'; days: number }
  | { do: 'raise'; dossier: number; level: 'internal' | 'confidential' }

const DOSSIERS = 4
/** Mostly those whose step it is, so that sequences get somewhere; now and then anybody. */
const mostly = (...usual: TestLogin[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom<TestLogin>(...PEOPLE) })
const keeper = mostly('archivist', 'archivist2')
const slip = fc.nat(4)
const dossier = fc.nat(DOSSIERS - 1)
const pages = fc.constantFrom(40, 40, 40, 39)
const create = fc.record({
  do: fc.constant('create' as const), by: mostly('salesperson', 'archivist'), for: mostly('salesperson', 'salesperson2'),
  dossiers: fc.uniqueArray(dossier, { minLength: 1, maxLength: 3 }), days: fc.nat(15), manner: fc.constantFrom('read' as const, 'borrow' as const),
  submit: fc.constantFrom(true, true, false),
})
const slipStep = (what: 'submit' | 'agree' | 'refuse' | 'cancel' | 'remind', by: fc.Arbitrary<TestLogin>) => fc.record({ do: fc.constant(what), by, slip })
const folderStep = (what: 'handOut' | 'claim' | 'lost', by: fc.Arbitrary<TestLogin>) => fc.record({ do: fc.constant(what), by, slip, dossier, pages })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: create },
  { weight: 2, arbitrary: slipStep('submit', mostly('salesperson', 'archivist')) },
  { weight: 6, arbitrary: slipStep('agree', mostly('officedirector', 'officedirector2', 'generalmanager')) },
  { weight: 1, arbitrary: fc.oneof(slipStep('refuse', mostly('officedirector')), slipStep('cancel', mostly('salesperson', 'archivist'))) },
  { weight: 3, arbitrary: slipStep('remind', keeper) },
  { weight: 8, arbitrary: folderStep('handOut', keeper) },
  { weight: 2, arbitrary: folderStep('claim', mostly('salesperson', 'salesperson2')) },
  { weight: 2, arbitrary: folderStep('lost', keeper) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('renew' as const), by: keeper, slip, dossier, days: fc.integer({ min: 5, max: 12 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('takeBack' as const), by: keeper, dossier, pages }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('raise' as const), dossier, level: fc.constantFrom('internal' as const, 'internal' as const, 'confidential' as const) }) },
)

type World = { dossiers: number[]; slips: number[] }
const later = (days: number) => {
  const now = office.clock.now()
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}

/** How often each step was really done, so that the test cannot pass by refusing everything. */
const done = new Map<string, number>()
const stepsDone = () => [...done.values()].reduce((sum, times) => sum + times, 0)

/** Runs a use case as the pipeline does, in one transaction; answers its value, or null when it was refused. */
function run(login: TestLogin, method: Exclude<keyof typeof handlers, `${'session' | 'people'}${string}`>, input: object): unknown {
  const { archive } = office
  const handler = handlers[method] as unknown as { run?: unknown } | ((context: unknown, input: unknown) => unknown)
  const useCase = (typeof handler === 'function' ? handler : handler.run) as (context: unknown, input: unknown, prepared: unknown) => unknown
  try {
    return archive.store.write((trx) => {
      const { context, appendAuditEntry } = makeContext(makePreparation(archive, trx, findActor(trx, office.people[login])!, 'test'), method)
      const value = useCase(context, input, null)
      appendAuditEntry()
      return value
    })
  } catch (error) {
    // A step that is refused by a rule is no finding; one that the database has to stop is.
    expect(error).toBeInstanceOf(AppError)
    return null
  }
}

/** The same as a step of the sequence: it counts. */
function act(login: TestLogin, method: Parameters<typeof run>[1], input: object): unknown {
  const value = run(login, method, input)
  if (value !== null) done.set(method, (done.get(method) ?? 0) + 1)
  return value
}

const IN_STATE: Partial<Record<Step['do'], string>> = {
  submit: 'draft', agree: 'submitted', refuse: 'submitted', handOut: 'signed', renew: 'out', claim: 'out', lost: 'out', remind: 'out',
}

/** Mostly a slip whose state knows the step; now and then any, and any when there is none. */
function slipFor(world: World, what: Step['do'], index: number): number | undefined {
  const fitting = archiveRows<{ id: number }>('SELECT id FROM slip WHERE state = ? ORDER BY id DESC', IN_STATE[what] ?? '').map((row) => row.id)
  const among = index === 4 || fitting.length === 0 ? world.slips : fitting
  return among[index % Math.max(1, among.length)]
}

/** One of the slip's own dossiers; any of all for a step that names none. */
function dossierFor(world: World, index: number, slipId: number | undefined): number {
  const own = slipId === undefined ? [] : archiveRows<{ dossierId: number }>('SELECT dossierId FROM slipDossier WHERE slipId = ?', slipId)
  return own.length > 0 ? own[index % own.length]!.dossierId : world.dossiers[index]!
}
const archiveRows = <Row>(query: string, ...values: unknown[]): Row[] => office.archive.store.prepare(query).all(...values) as Row[]

function take(world: World, one: Step): void {
  const { archive, clock, people } = office
  const slipId = 'slip' in one ? slipFor(world, one.do, one.slip) : undefined
  if ('slip' in one && slipId === undefined) return
  const dossierId = 'dossier' in one ? dossierFor(world, one.dossier, slipId) : 0
  switch (one.do) {
    case 'create': {
      const input: Parsed<'lookups.create'> = {
        applicantId: people[one.for], phone: null, partyName: '某某公司', dossierIds: one.dossiers.map((index) => world.dossiers[index]!),
        purpose: '试验', manner: one.manner, copyPages: null, untilOn: later(one.days), submit: one.submit,
      }
      const made = act(one.by, 'lookups.create', input) as { id: number } | null
      if (made) world.slips.push(made.id)
      return
    }
    case 'submit': act(one.by, 'lookups.submit', { id: slipId }); return
    case 'cancel': act(one.by, 'lookups.cancel', { id: slipId, reason: null }); return
    case 'agree': act(one.by, 'lookups.sign', { id: slipId, decision: 'agreed', reason: null }); return
    case 'refuse': act(one.by, 'lookups.sign', { id: slipId, decision: 'refused', reason: null }); return
    case 'remind': act(one.by, 'lookups.remind', { id: slipId }); return
    case 'handOut':
      if (act(one.by, 'lookups.handOut', { id: slipId, folders: [{ dossierId, pages: one.pages, condition: 'good', remarks: null }] })) requireAllSigned(slipId!)
      return
    case 'claim': act(one.by, 'lookups.claimReturned', { id: slipId, dossierId, remarks: null }); return
    case 'lost': act(one.by, 'lookups.reportLost', { id: slipId, dossierId, findings: '不见' }); return
    case 'renew': act(one.by, 'lookups.renew', { id: slipId, dossierId, dueOn: later(one.days), reason: '未完' }); return
    case 'takeBack': act(one.by, 'lookups.takeBack', { dossierId, pages: one.pages, condition: 'good', remarks: null }); return
    case 'wait': clock.addDays(one.days); return
    case 'raise': archive.store.prepare('UPDATE dossier SET level = ? WHERE id = ?').run(one.level, dossierId)
  }
}

/** At the moment of handing out: a confidential dossier on the slip, and both have signed. */
function requireAllSigned(slipId: number): void {
  const unsigned = office.archive.store
    .prepare(
      `SELECT slip.id FROM slip JOIN slipDossier ON slipDossier.slipId = slip.id JOIN dossier ON dossier.id = dossierId
       WHERE slip.id = ? AND level = 'confidential'
         AND NOT EXISTS (SELECT 1 FROM slipSignature s WHERE s.slipId = slip.id AND s.role = 'generalManager' AND s.decision = 'agreed')`,
    )
    .all(slipId)
  expect(unsigned).toEqual([])
}

/** What must never be: each statement lists the contradictions it finds. */
const NEVER: Record<string, string> = {
  'a folder in two pairs of hands': 'SELECT dossierId FROM loan WHERE returnedAt IS NULL GROUP BY dossierId HAVING count(*) > 1',
  'a slip out without an open loan': "SELECT id FROM slip WHERE state = 'out' AND NOT EXISTS (SELECT 1 FROM loan WHERE slipId = slip.id AND returnedAt IS NULL)",
  'an open loan whose slip is not out': "SELECT loan.id FROM loan JOIN slip ON slip.id = loan.slipId WHERE returnedAt IS NULL AND state <> 'out'",
  'a returned slip that never lent': "SELECT id FROM slip WHERE state = 'returned' AND NOT EXISTS (SELECT 1 FROM loan WHERE slipId = slip.id)",
  'a loan without the director\'s signature': `SELECT id FROM loan WHERE NOT EXISTS (
    SELECT 1 FROM slipSignature WHERE slipId = loan.slipId AND role = 'officeDirector' AND decision = 'agreed')`,
  'a signature by the applicant or the filler': 'SELECT s.id FROM slipSignature s JOIN slip ON slip.id = s.slipId WHERE s.signerId IN (applicantId, filledBy)',
  'two signatures by one person': 'SELECT slipId FROM slipSignature GROUP BY slipId, signerId HAVING count(*) > 1',
  'a keeper who borrows, or who signed': `SELECT loan.id FROM loan JOIN slip ON slip.id = loan.slipId
    WHERE handedBy = applicantId OR takenBackBy = applicantId OR handedBy IN (SELECT signerId FROM slipSignature WHERE slipId = slip.id)`,
  'due before it was handed out': 'SELECT id FROM loan WHERE dueOn < handedOn',
  'due after the slip, without a renewal': 'SELECT loan.id FROM loan JOIN slip ON slip.id = loan.slipId WHERE renewals = 0 AND dueOn > untilOn',
  'renewed too often': 'SELECT id FROM loan WHERE renewals > 1',
  'returned before it went': 'SELECT id FROM loan WHERE returnedAt < handedAt OR (returnedAt IS NULL) <> (takenBackBy IS NULL)',
  'a count that nobody explained': `SELECT loan.id FROM loan JOIN dossier ON dossier.id = loan.dossierId
    WHERE (pagesOut <> dossier.pages AND remarksOut IS NULL) OR (pagesIn <> pagesOut AND remarksIn IS NULL)`,
  'a lost folder that is on its shelf': "SELECT loan.id FROM loan JOIN dossier ON dossier.id = loan.dossierId WHERE returnedAt IS NULL AND lostAt IS NOT NULL AND custody <> 'missing'",
  'a missing folder that nobody lost': "SELECT id FROM dossier WHERE custody = 'missing' AND NOT EXISTS (SELECT 1 FROM loan WHERE dossierId = dossier.id AND returnedAt IS NULL AND lostAt IS NOT NULL)",
  'a gap in the numbers': 'SELECT number FROM slip WHERE CAST(substr(number, 9) AS INTEGER) <> id - :first',
  'an end without its time': "SELECT id FROM slip WHERE (closedAt IS NULL) <> (state NOT IN ('refused', 'returned', 'cancelled'))",
}

test('no sequence of steps breaks what must hold, and a button never promises what is refused', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 100, maxLength: 160, size: 'max' }), (steps) => {
      const { archive, clock } = office
      clock.set(at('2026-11-23'))
      archive.store.connection.exec('DELETE FROM loan; DELETE FROM slipSignature; DELETE FROM slipEvent; DELETE FROM slipDossier; DELETE FROM slip; DELETE FROM counter')
      archive.store.connection.exec("UPDATE dossier SET custody = 'in', custodySince = NULL, level = 'internal'")
      const world: World = { dossiers: dossiersOnce(), slips: [] }
      const first = (archive.store.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'slip'").get() as { seq: number } | undefined)?.seq ?? 0
      for (const one of steps) {
        const soFar = stepsDone()
        take(world, one)
        if (stepsDone() === soFar) continue // refused, and rolled back
        for (const [what, query] of Object.entries(NEVER)) {
          const found = archive.store.prepare(query).all(...(query.includes(':first') ? [{ first }] : []))
          expect(found, `${what} after ${JSON.stringify(one)}`).toEqual([])
        }
      }
      buttonsTellTheTruth(world)
    }),
    { numRuns: Number(process.env['MACHINE_RUNS'] ?? 25) },
  )
  for (const method of ['create', 'submit', 'sign', 'handOut', 'takeBack', 'renew', 'reportLost', 'claimReturned', 'cancel', 'remind'] as const) {
    expect(done.get(`lookups.${method}`), method).toBeGreaterThan(2)
  }
}, 240_000)

let made: number[] | undefined
function dossiersOnce(): number[] {
  made ??= Array.from({ length: DOSSIERS }, (_, index) => office.addDossier(`第${index + 1}试验有限公司`).id)
  return made
}

/** For everybody and every slip: `may` of lookups.get against what the step itself answers, undone afterwards. */
function buttonsTellTheTruth(world: World): void {
  const { archive } = office
  const tried = (login: TestLogin, method: Parameters<typeof run>[1], input: object): boolean => {
    archive.store.connection.exec('BEGIN')
    try {
      return run(login, method, input) !== null
    } finally {
      archive.store.connection.exec('ROLLBACK')
    }
  }
  for (const login of PEOPLE) {
    for (const id of world.slips) {
      const slip = run(login, 'lookups.get', { id }) as { may: Record<string, boolean>; dossiers: { dossierId: number }[] } | null
      if (!slip) continue
      const loans = archive.store.prepare('SELECT dossierId FROM slipDossier WHERE slipId = ?').all(id) as { dossierId: number }[]
      const any = (method: Parameters<typeof run>[1], input: (dossierId: number) => object) => loans.some(({ dossierId }) => tried(login, method, input(dossierId)))
      expect({ login, id, ...slip.may }).toMatchObject({
        submit: tried(login, 'lookups.submit', { id }),
        cancel: tried(login, 'lookups.cancel', { id, reason: null }),
        sign: tried(login, 'lookups.sign', { id, decision: 'refused', reason: null }),
        handOut: any('lookups.handOut', (dossierId) => ({ id, folders: [{ dossierId, pages: 40, condition: 'good', remarks: null }] })),
        claimReturned: any('lookups.claimReturned', (dossierId) => ({ id, dossierId, remarks: null })),
        reportLost: any('lookups.reportLost', (dossierId) => ({ id, dossierId, findings: '不见' })),
        renew: any('lookups.renew', (dossierId) => ({ id, dossierId, dueOn: later(10), reason: '未完' })),
        remind: tried(login, 'lookups.remind', { id }),
      })
    }
  }
}
