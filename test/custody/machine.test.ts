import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract as contracts } from '../../src/shared/contract/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { handlers } from '../../src/main/pipeline/handlers.ts'
import { makeContext, makePreparation } from '../../src/main/pipeline/make-context.ts'
import { findActor } from '../../src/main/people/passwords.ts'
import { reindexParty } from '../../src/main/parties/search-index.ts'
import type { TestLogin } from '../builders/archive.ts'
import { type Office, openCustodyOffice } from './office.ts'

/*
 * Custody is total: whatever valid calls anybody makes in whatever order, each folder has exactly one holder at every
 * instant since it was opened, and the ledger agrees with where the folder is, after every step.
 */

let office: Office
let drawerId: number
beforeAll(async () => {
  office = await openCustodyOffice()
  office.archive.store.connection.pragma('synchronous = OFF')
  const { id: roomId } = await office.callAs('archivist', 'cabinet.addRoom', { name: '一室' })
  await office.callAs('archivist', 'cabinet.addCabinet', { roomId, code: '01', drawers: 1, capacity: 200 })
  drawerId = (office.archive.store.prepare('SELECT id FROM drawer').get() as { id: number }).id
}, 120_000)
afterAll(() => office.close())

const PEOPLE = ['salesperson', 'departmentclerk', 'creditadministrator', 'officedirector', 'archivist', 'archivist2', 'officedirector2'] as const
const WAYS = [
  { from: 'department', to: 'administrator' }, { from: 'administrator', to: 'archiveRoom' }, { from: 'department', to: 'office' }, { from: 'office', to: 'archiveRoom' },
] as const
const FOLDERS = 4

/** Null: whose step it is, so that sequences get somewhere. */
type Somebody = TestLogin | null
type Step =
  | { do: 'create'; by: Somebody; way: number; folders: number[] }
  | { do: 'submit' | 'withdraw' | 'close'; by: Somebody; transfer: number }
  | { do: 'decide'; by: Somebody; transfer: number; folder: number; decision: 'accepted' | 'refused' | 'moving'; pages: number }
  | { do: 'takeIn' | 'place' | 'missing' | 'found' | 'takeBack'; by: TestLogin; folder: number }
  | { do: 'undo'; by: TestLogin }
  | { do: 'lend'; folder: number }
  | { do: 'keeper'; from: TestLogin; to: TestLogin }
  | { do: 'wait'; hours: number }

const mostly = (...usual: TestLogin[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom<TestLogin>(...PEOPLE) })
const somebody = fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom<TestLogin>(...PEOPLE) })
const SENDER: Record<string, TestLogin> = { department: 'departmentclerk', administrator: 'creditadministrator', office: 'officedirector' }
const RECEIVER: Record<string, TestLogin> = { administrator: 'creditadministrator', office: 'officedirector', archiveRoom: 'archivist' }
const folder = fc.nat(FOLDERS - 1)
const transfer = fc.nat(3)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('create' as const), by: somebody, way: fc.nat(3), folders: fc.uniqueArray(folder, { minLength: 1, maxLength: 2 }) }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('submit' as const), by: somebody, transfer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), by: somebody, transfer }) },
  { weight: 10, arbitrary: fc.record({
    do: fc.constant('decide' as const), by: somebody, transfer, folder, decision: fc.constantFrom('accepted' as const, 'accepted' as const, 'refused' as const, 'moving' as const),
    pages: fc.constantFrom(10, 10, 10, 9),
  }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), by: somebody, transfer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeIn' as const), by: mostly('archivist'), folder }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('place' as const), by: mostly('archivist', 'archivist2'), folder }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), by: mostly('archivist', 'archivist2') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lend' as const), folder }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('takeBack' as const), by: mostly('archivist', 'archivist2'), folder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('missing' as const, 'found' as const), by: mostly('archivist'), folder }) },
  { weight: 4, arbitrary: fc.constantFrom(
    ['archivist', 'archivist2'], ['archivist2', 'archivist'], ['archivist', 'archivist2'], ['officedirector', 'officedirector2'], ['salesperson', 'departmentclerk'],
    ['archivist', 'salesperson'],
  ).map(([from, to]) => ({ do: 'keeper' as const, from: from as TestLogin, to: to as TestLogin })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: -2, max: 30 }) }) },
)

/** How often each step was really done, so that the test cannot pass by refusing everything. */
const done = new Map<string, number>()

/** Runs a use case as the pipeline does, in one transaction; null when a rule refused it. `prepared`: what a preparation would answer. */
function act(login: TestLogin, method: keyof typeof handlers, input: object, prepared: unknown = null): unknown {
  const { archive } = office
  const handler = handlers[method] as unknown as { run?: unknown } | ((context: unknown, input: unknown) => unknown)
  const useCase = (typeof handler === 'function' ? handler : handler.run) as (context: unknown, input: unknown, prepared: unknown) => unknown
  try {
    const value = archive.store.write((trx) => {
      const { context, appendAuditEntry } = makeContext(makePreparation(archive, trx, findActor(trx, office.people[login])!, 'test'), method)
      const answer = useCase(context, input, prepared)
      appendAuditEntry()
      return answer
    })
    done.set(method, (done.get(method) ?? 0) + 1)
    return value
  } catch (error) {
    // A step that is refused by a rule is no finding; one that the database has to stop is.
    expect(error).toBeInstanceOf(AppError)
    return null
  }
}

const rows = <Row>(query: string, ...values: unknown[]): Row[] => office.archive.store.prepare(query).all(...values) as Row[]
type World = { folders: number[]; opened: string; transfers: number[] }

type Listed = { id: number; fromStage: string; toStage: string }

/** Mostly a transfer whose state knows the step; now and then any. */
function transferFor(world: World, what: Step['do'], index: number): Listed | undefined {
  const all = rows<Listed & { state: string }>('SELECT id, fromStage, toStage, state FROM transfer WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC', JSON.stringify(world.transfers))
  const fitting = all.filter(({ state }) => state === (what === 'submit' ? 'draft' : 'submitted'))
  const among = index === 3 || fitting.length === 0 ? all : fitting
  return among[index % Math.max(1, among.length)]
}

/** A way that leads on from where the folders are. */
function wayFor(world: World, { way, folders }: { way: number; folders: number[] }) {
  const { stage, kind } = rows<{ stage: string; kind: string }>('SELECT stage, kind FROM dossier WHERE id = ?', world.folders[folders[0]!])[0]!
  return WAYS.find((one) => way < 3 && one.from === stage && (kind === 'credit') === (one.from === 'office' || one.to === 'office')) ?? WAYS[way]!
}

function folderFor(world: World, index: number, listed: Listed | undefined): number {
  const own = listed === undefined ? [] : rows<{ dossierId: number }>('SELECT dossierId FROM transferLine WHERE transferId = ?', listed.id)
  return own.length > 0 ? own[index % own.length]!.dossierId : world.folders[index]!
}

function take(world: World, one: Step): void {
  const listed = 'transfer' in one ? transferFor(world, one.do, one.transfer) : undefined
  if ('transfer' in one && listed === undefined) return
  const transferId = listed?.id
  const dossierId = 'folder' in one ? folderFor(world, one.folder, listed) : 0
  switch (one.do) {
    case 'create': {
      const way = wayFor(world, one)
      const departmentId = way.from === 'department' ? office.departments.XS1 : null
      const made = act(one.by ?? SENDER[way.from]!, 'transfers.create', { ...way, departmentId, dossierIds: one.folders.map((index) => world.folders[index]!), remarks: null }) as { id: number } | null
      if (made) world.transfers.push(made.id)
      return
    }
    case 'submit': act(one.by ?? SENDER[listed!.fromStage]!, 'transfers.submit', { id: transferId }); return
    case 'withdraw': act(one.by ?? SENDER[listed!.fromStage]!, 'transfers.withdraw', { id: transferId, reason: '试' }); return
    case 'close': act(one.by ?? RECEIVER[listed!.toStage]!, 'transfers.receive', { id: transferId, lines: [], sign: true }); return
    case 'decide': {
      const reason = one.decision === 'refused' ? 'damaged' : null
      const decided = act(one.by ?? RECEIVER[listed!.toStage]!, 'transfers.receive', {
        id: transferId, sign: false, lines: [{ dossierId, decision: one.decision, pages: one.pages, condition: 'good', reason, remarks: one.pages === 10 ? null : '少一页' }],
      })
      if (decided) done.set(one.decision, (done.get(one.decision) ?? 0) + 1)
      return
    }
    case 'takeIn': act(one.by, 'custody.takeIn', { dossierId, reason: '旧藏' }); return
    case 'place': act(one.by, 'cabinet.place', { dossierId, drawerId }); return
    case 'undo': act(one.by, 'cabinet.undoMove', {}); return
    case 'missing': act(one.by, 'cabinet.reportMissing', { dossierId, remarks: '不见' }); return
    case 'found': act(one.by, 'cabinet.reportFound', { dossierId, remarks: '找到' }); return
    case 'takeBack': act(one.by, 'lookups.takeBack', { dossierId, pages: 10, condition: 'good', remarks: null }); return
    case 'lend': {
      const slip = act('archivist', 'lookups.create', {
        applicantId: office.people.salesperson, phone: null, partyName: '某公司', dossierIds: [dossierId], purpose: '试验', manner: 'borrow', copyPages: null,
        untilOn: '2030-12-31', submit: true,
      }) as { id: number }
      act('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed', reason: null })
      act('archivist', 'lookups.handOut', { id: slip.id, folders: [{ dossierId, pages: 10, condition: 'good', remarks: null }] })
      return
    }
    case 'keeper': act(one.from, 'custody.changeKeeper', { personId: office.people[one.from], remarks: null }, office.people[one.to]); return
    // The clock may be set back as well.
    case 'wait': office.clock.set(new Date(office.clock.now().getTime() + one.hours * 3_600_000))
  }
}

let parties = 0
function newWorld(): World {
  const { store } = office.archive
  const opened = office.clock.now().toISOString()
  const folders = Array.from({ length: FOLDERS }, (_, index) => {
    const partyId = store.write((trx) => {
      const { lastId } = trx.run(trx.sql.insertInto('party').values({
        kind: 'customer', name: `第${++parties}公司`, codeState: 'none', departmentId: office.departments.XS1, pinyin: 'di', initials: 'd', updatedAt: opened,
      } as never))
      reindexParty(trx, lastId)
      return lastId
    })
    const common = { partyId, departmentId: office.departments.XS1, level: 'internal', remarks: null }
    const contract = { ...common, subject: '精煤', direction: 'sale', handlerId: office.people.salesperson }
    const { id } = (index < 3 ? act('departmentclerk', 'contracts.open', contracts['contracts.open'].input.parse(contract)) : act('departmentclerk', 'dossiers.open', contracts['dossiers.open'].input.parse(common))) as { id: number }
    act('departmentclerk', 'documents.add', { dossierId: id, title: '正本', pages: 10, uploads: [], itemCode: null, originality: 'original', datedOn: null, expiresOn: null, remarks: null })
    return id
  })
  return { folders, opened, transfers: [] }
}

type Row = { id: number; fromAt: string; stage: string; holderId: number }

function requireTotal(world: World): void {
  expect(checkCustody(office.archive.store).findings).toEqual([])
  for (const dossierId of world.folders) {
    const ledger = rows<Row>('SELECT id, fromAt, stage, holderId FROM custody WHERE dossierId = ? ORDER BY id', dossierId)
    // Written in the order of its instants, from the opening on: at every instant exactly one row is the last that has begun.
    expect(ledger[0]!.fromAt).toBe(rows<{ openedAt: string }>('SELECT openedAt FROM dossier WHERE id = ?', dossierId)[0]!.openedAt)
    expect(ledger.map(({ fromAt }) => fromAt)).toEqual(ledger.map(({ fromAt }) => fromAt).toSorted())
    const open = rows<{ applicantId: number }>('SELECT slip.applicantId FROM loan JOIN slip ON slip.id = loan.slipId WHERE loan.dossierId = ? AND loan.returnedAt IS NULL', dossierId)
    expect(open.length).toBeLessThanOrEqual(1)
    const now = ledger.at(-1)!
    if (open[0]) expect([now.stage, now.holderId]).toEqual(['reader', open[0].applicantId])
    const moving = rows<{ senderId: number }>("SELECT transfer.senderId FROM transferLine JOIN transfer ON transfer.id = transferId WHERE dossierId = ? AND transferLine.state = 'moving'", dossierId)
    // The sender answers for what is on its way.
    if (moving[0]) expect(now.holderId).toBe(moving[0].senderId)
  }
}

test('custody is total after any sequence of calls', () => {
  let examples = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 90, size: 'max' }), (sequence) => {
      examples += 1
      const world = newWorld()
      for (const one of sequence) {
        take(world, one)
        requireTotal(world)
      }
    }),
    { numRuns: 40 },
  )
  expect(examples).toBeGreaterThanOrEqual(40)
  for (const method of ['transfers.submit', 'accepted', 'refused', 'transfers.withdraw', 'cabinet.place', 'cabinet.undoMove', 'lookups.handOut', 'lookups.takeBack', 'custody.takeIn', 'custody.changeKeeper']) {
    expect(done.get(method) ?? 0, `${method} was never done`).toBeGreaterThan(0)
  }
}, 240_000)
