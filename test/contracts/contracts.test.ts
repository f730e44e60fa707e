import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { migrate, MIGRATIONS } from '../../src/main/storage/migrate.ts'
import type { TestLogin } from '../builders/archive.ts'
import { type Desk, expectKept, openDesk } from '../dossiers/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

let parties = 0
async function open(login: TestLogin, options: Partial<Input<'contracts.open'>> & { department?: 'XS1' | 'XS2' } = {}) {
  const { department = 'XS1', ...rest } = options
  const partyId = rest.partyId ?? desk.party(`第${++parties}号公司`, { department })
  return await desk.callAs(login, 'contracts.open', {
    departmentId: desk.departments[department], subject: '主焦精煤 5,000 吨', direction: 'sale',
    handlerId: desk.people[department === 'XS1' ? 'salesperson' : 'salesperson2'], firstAmountFen: 780_000_000, ...rest, partyId,
  })
}
const factsOf = async (login: TestLogin, id: number) => (await desk.callAs(login, 'dossiers.get', { id })).contract!
const answerOf = async <Value extends object>(answer: Promise<Value>) => await answer as { ok: boolean; error?: { code: string; details: object } }

describe('opening a contract', () => {
  it('gives its folder the next number of department and year, as many as a party has contracts', async () => {
    const partyId = desk.party('多约公司')
    const first = await open('salesperson', { partyId, signedOn: '2026-11-01' })
    const second = await open('departmentclerk', { partyId })
    const earlier = await open('creditadministrator', { partyId, openedOn: '2025-12-31' })
    expect([first.number, second.number, earlier.number]).toEqual(['HT-XS1-2026-0001', 'HT-XS1-2026-0002', 'HT-XS1-2025-0001'])
    const dossier = await desk.callAs('archivist', 'dossiers.get', { id: first.id })
    expect(dossier).toMatchObject({ kind: 'contract', partyId, contract: { state: 'signed', signedOn: '2026-11-01', amountFen: 780_000_000, mayRecord: false } })
    expect(dossier.catalogue.filter(({ code }) => code !== '')).toHaveLength(11)
    expectKept(desk)
  })

  it('takes a signing from before the folder and none to come, and then leaves no number behind', async () => {
    const before = desk.archive.store.prepare("SELECT count(*) AS numbers FROM dossierNumber").get()
    expect(await desk.answerAs('salesperson', 'contracts.open', {
      partyId: desk.party('未来公司'), departmentId: desk.departments.XS1, subject: '煤', direction: 'sale', handlerId: desk.people.salesperson, signedOn: '2026-11-24',
    })).toEqual({ ok: false, error: { code: 'contract-event-refused', details: { reason: 'to-come' } } })
    expect(desk.archive.store.prepare("SELECT count(*) AS numbers FROM dossierNumber").get()).toEqual(before)
    const { id } = await open('salesperson', { signedOn: '2019-05-04' })
    expect(await factsOf('salesperson', id)).toMatchObject({ signedOn: '2019-05-04' })
  })

  it('refuses another department, a handler of another one, and a party or guarantor that is not his to see', async () => {
    const hidden = desk.party('二部客户', { department: 'XS2' })
    const wanted = (options: Partial<Input<'contracts.open'>>): Input<'contracts.open'> => ({
      partyId: 1, departmentId: desk.departments.XS1, subject: '煤', direction: 'sale', handlerId: desk.people.salesperson, ...options,
    })
    expect(await desk.refusal('salesperson', 'contracts.open', wanted({ departmentId: desk.departments.XS2 }))).toBe('forbidden')
    expect(await desk.refusal('salesperson', 'contracts.open', wanted({ partyId: hidden }))).toBe('not-found')
    expect(await desk.refusal('salesperson', 'contracts.open', wanted({ parties: [{ role: 'guarantor', partyId: hidden, name: '二部客户' }] }))).toBe('not-found')
    expect(await desk.refusal('salesperson', 'contracts.open', wanted({ parties: [{ role: 'guarantor', partyId: 1, name: '自己' }] }))).toBe('duplicate')
    for (const handler of ['salesperson2', 'archivist', 'auditor'] as const) {
      expect(await desk.answerAs('salesperson', 'contracts.open', wanted({ handlerId: desk.people[handler] }))).toMatchObject({ error: { code: 'not-found', details: { field: 'handlerId' } } })
    }
    expect(await desk.refusal('salesperson', 'contracts.open', wanted({ performFrom: '2026-05-01', performUntil: '2026-04-30' }))).toBe('bad-input')
    for (const login of ['archivist', 'officedirector', 'generalmanager', 'auditor', 'systemadministrator'] as const) {
      expect(await desk.refusal(login, 'contracts.open', wanted({}))).toBe('forbidden')
    }
  })
})

describe('what happens to a contract', () => {
  it('leaves it what the events that stand say, and every step in the log', async () => {
    const { id } = await open('salesperson', { signedOn: '2026-03-01' })
    const record = (version: number, what: 'changed' | 'performed' | 'terminated', on: string, amountFen: number | null = null) =>
      desk.callAs('salesperson', 'contracts.recordEvent', { id, version, what, on, amountFen })
    const changed = await record(1, 'changed', '2026-04-01', 900_000_000)
    await record(2, 'changed', '2026-05-01')
    await record(3, 'performed', '2026-08-01')
    expect(await factsOf('salesperson', id)).toMatchObject({
      state: 'performed', amountFen: 900_000_000, firstAmountFen: 780_000_000, changes: 2, changedOn: '2026-05-01', performedOn: '2026-08-01', version: 4,
    })
    await desk.callAs('departmentclerk', 'contracts.strikeEvent', { id, version: 4, eventId: changed.eventId, reason: '补充协议未生效' })
    const facts = await factsOf('salesperson', id)
    expect(facts).toMatchObject({ amountFen: 780_000_000, changes: 1, version: 5 })
    expect(facts.events.map(({ what, struck }) => [what, struck?.reason ?? null])).toEqual([
      ['signed', null], ['changed', '补充协议未生效'], ['changed', null], ['performed', null],
    ])
    const log = desk.archive.store.prepare("SELECT method FROM audit WHERE subjectKind = 'dossier' AND subjectId = ? AND method LIKE 'contracts.%' ORDER BY seq").all(id)
    expect(log.map((row) => (row as { method: string }).method)).toEqual([
      'contracts.open', 'contracts.recordEvent', 'contracts.recordEvent', 'contracts.recordEvent', 'contracts.strikeEvent',
    ])
    expect(await answerOf(desk.answerAs('salesperson', 'contracts.strikeEvent', { id, version: 5, eventId: facts.events[0]!.id, reason: '误' })))
      .toEqual({ ok: false, error: { code: 'contract-event-refused', details: { reason: 'rests', what: 'changed', day: '2026-05-01' } } })
    expect(await desk.refusal('salesperson', 'contracts.strikeEvent', { id, version: 5, eventId: changed.eventId, reason: '再划' })).toBe('wrong-state')
    expect(await desk.refusal('salesperson', 'contracts.recordEvent', { id, version: 5, what: 'terminated', on: '2026-08-02', amountFen: 1 })).toBe('bad-input')
    expect(await desk.refusal('salesperson', 'contracts.recordEvent', { id, version: 4, what: 'terminated', on: '2026-08-02' })).toBe('changed-meanwhile')
  })

  it('is recorded by its handler, the department clerk and the credit administrator, and by nobody else', async () => {
    const { id } = await open('salesperson')
    const other = await open('departmentclerk', { handlerId: desk.people.departmentclerk })
    expect(await desk.refusal('salesperson', 'contracts.recordEvent', { id: other.id, version: 1, what: 'signed', on: '2026-11-01' })).toBe('forbidden')
    expect(await desk.refusal('salesperson2', 'contracts.recordEvent', { id, version: 1, what: 'signed', on: '2026-11-01' })).toBe('not-found')
    desk.slip('salesperson2', [id])
    expect(await desk.refusal('salesperson2', 'contracts.recordEvent', { id, version: 1, what: 'signed', on: '2026-11-01' })).toBe('forbidden')
    expect(await desk.refusal('salesperson2', 'contracts.change', { id, version: 1, subject: '煤', direction: 'sale', handlerId: 1 })).toBe('forbidden')
    expect(await factsOf('salesperson2', id)).toMatchObject({ mayRecord: false })
    await desk.callAs('creditadministrator', 'contracts.recordEvent', { id, version: 1, what: 'signed', on: '2026-11-01' })
    await desk.callAs('departmentclerk', 'contracts.recordEvent', { id, version: 2, what: 'performed', on: '2026-11-02' })
    expect(await factsOf('salesperson', id)).toMatchObject({ mayRecord: true, state: 'performed' })
  })

  it('concerns contracts: a credit dossier and a voided contract have none', async () => {
    const credit = await desk.open('salesperson', '只有信用卷的公司')
    expect(await desk.refusal('salesperson', 'contracts.recordEvent', { id: credit.id, version: 1, what: 'signed', on: '2026-11-01' })).toBe('not-found')
    expect((await desk.callAs('salesperson', 'dossiers.get', { id: credit.id })).contract).toBeNull()
    const { id } = await open('salesperson')
    await desk.callAs('creditadministrator', 'dossiers.void', { id, reason: '误立' })
    expect(await desk.refusal('salesperson', 'contracts.recordEvent', { id, version: 1, what: 'signed', on: '2026-11-01' })).toBe('not-found')
  })
})

describe('changing what is entered of a contract', () => {
  it('keeps the events, finds it by its new words, and says what was before', async () => {
    const guarantor = desk.party('恒岳担保公司')
    const { id, number } = await open('salesperson', { signedOn: '2026-03-01' })
    const fields = { direction: 'purchase' as const, handlerId: desk.people.salesperson, firstAmountFen: 5, counterNumber: 'JD-9', parties: [{ role: 'guarantor' as const, partyId: guarantor, name: '恒岳担保公司' }] }
    await desk.callAs('salesperson', 'contracts.change', { id, version: 1, subject: '矿用瓦斯传感器', ...fields })
    expect(await factsOf('salesperson', id)).toMatchObject({ subject: '矿用瓦斯传感器', direction: 'purchase', amountFen: 5, state: 'signed', version: 2, parties: [{ partyId: guarantor }] })
    for (const text of ['传感器', 'kywscgq', 'jd-9', '恒岳担保', number]) {
      expect((await desk.callAs('salesperson', 'contracts.ledger', { text })).rows.map((row) => row.id), text).toEqual([id])
    }
    expect((await desk.callAs('salesperson', 'contracts.ledger', { partyId: guarantor })).rows.map((row) => row.id)).toEqual([id])
    const { detail } = desk.archive.store.prepare("SELECT detail FROM audit WHERE method = 'contracts.change' AND subjectId = ?").get(id) as { detail: string }
    expect(JSON.parse(detail)).toMatchObject({ changed: { subject: { from: '主焦精煤 5,000 吨', to: '矿用瓦斯传感器' }, firstAmountFen: { from: 780_000_000, to: 5 } } })
    expect(await desk.refusal('salesperson', 'contracts.change', { id, version: 1, subject: '旧', ...fields })).toBe('changed-meanwhile')
  })

  it('keeps a guarantor that the editor may not see, when he gives back the name alone', async () => {
    const hidden = desk.party('二部担保公司', { department: 'XS2' })
    const { id } = await open('creditadministrator', { parties: [{ role: 'guarantor', partyId: hidden, name: '二部担保公司' }] })
    const facts = await factsOf('salesperson', id)
    expect(facts.parties).toEqual([{ role: 'guarantor', partyId: null, name: '二部担保公司' }])
    await desk.callAs('salesperson', 'contracts.change', { id, version: 1, subject: '煤', direction: 'sale', handlerId: desk.people.salesperson, parties: facts.parties })
    expect((await factsOf('archivist', id)).parties).toEqual([{ role: 'guarantor', partyId: hidden, name: '二部担保公司' }])
  })
})

it('the one search box finds a contract by its subject, its reading and either number, for who may see it', async () => {
  const { id, number } = await open('salesperson', { subject: '皮带秤 12 套', counterNumber: 'PDC-77' })
  for (const text of ['皮带秤', 'pidaicheng', 'pdc', 'PDC-77', number]) {
    const hits = await desk.callAs('archivist', 'parties.search', { text })
    expect(hits.some((hit) => hit.kind === 'dossier' && hit.id === id), text).toBe(true)
  }
  expect(await desk.callAs('archivist', 'parties.search', { text: '皮带秤' })).toEqual([expect.objectContaining({ kind: 'dossier', id, title: '皮带秤 12 套', code: number })])
  expect(await desk.callAs('archivist', 'parties.search', { text: number })).toContainEqual(expect.objectContaining({ id, code: number, hint: '皮带秤 12 套' }))
  expect(await desk.callAs('salesperson2', 'parties.search', { text: '皮带秤' })).toEqual([])
  expect(await desk.callAs('salesperson2', 'parties.search', { text: number })).toEqual([])
})

it('verification finds a ledger that says other than the events, and a contract folder without its contract', async () => {
  const { store } = desk.archive
  const { id, number } = await open('salesperson', { signedOn: '2026-03-01' })
  const of = (found: string) => checkCustody(store).findings.filter(({ subject, detail }) => subject === found && detail.startsWith('contract-')).map(({ detail }) => detail)
  expect(checkCustody(store).findings).toEqual([])
  for (const [broken, detail] of [
    ["state = 'performed'", 'contract-stands-otherwise: state=performed, counted=signed'], ['amountFen = amountFen + 1', 'contract-stands-otherwise: state=signed, counted=signed'],
  ] as const) {
    const before = store.prepare('SELECT state, amountFen FROM contract WHERE dossierId = ?').get(id) as { state: string; amountFen: number }
    store.prepare(`UPDATE contract SET ${broken} WHERE dossierId = ?`).run(id)
    expect(of(number)).toEqual([detail])
    store.prepare('UPDATE contract SET state = ?, amountFen = ? WHERE dossierId = ?').run(before.state, before.amountFen, id)
  }
  expect(of(number)).toEqual([])
  const { id: bare, number: bareNumber } = await desk.open('salesperson', '没有合同的公司')
  store.prepare("UPDATE dossier SET kind = 'contract' WHERE id = ?").run(bare)
  expect(of(bareNumber)).toEqual(['contract-not-entered'])
  store.prepare("UPDATE dossier SET kind = 'credit' WHERE id = ?").run(bare)
})

it('contract folders of an older archive become contracts', () => {
  const database = new Database(':memory:')
  migrate(database, { migrations: MIGRATIONS.filter(({ version }) => version < 40) })
  database.exec(`
    INSERT INTO department (id, code, name) VALUES (1, 'XS1', '销售一部');
    INSERT INTO person (id, login, name, roles, createdAt) VALUES (1, 'a', '甲', '[]', '2026-01-01T00:00:00.000Z');
    INSERT INTO party (id, kind, name, codeState, pinyin, initials, updatedAt) VALUES (1, 'supplier', '某公司', 'none', 'mougongsi', 'mgs', '2026-01-01T00:00:00.000Z');
    INSERT INTO regulationVersion (id, regulation, effectiveOn, body) VALUES (1, 'S22', '2026-01-01', '{}');
    INSERT INTO dossier (id, kind, number, partyId, departmentId, year, level, openedOn, openedBy, openedAt, remarks, required, regulationVersionId)
      VALUES (1, 'contract', 'HT-XS1-2026-0001', 1, 1, 2026, 'internal', '2026-02-01', 1, '2026-02-01T00:00:00.000Z', '年度框架合同', 12, 1);
  `)
  migrate(database)
  expect(database.prepare('SELECT dossierId, subject, direction, handlerId, state, number, sortName, version FROM contract').all()).toEqual([
    { dossierId: 1, subject: '年度框架合同', direction: 'purchase', handlerId: 1, state: 'negotiating', number: 'HT-XS1-2026-0001', sortName: 'mougongsi', version: 1 },
  ])
  expect(database.prepare('SELECT departmentId, contracts, priced FROM contractTally').all()).toEqual([{ departmentId: 1, contracts: 1, priced: 0 }])
})
