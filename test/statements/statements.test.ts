import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { gatherFacts } from '../../src/main/facts/gather.ts'
import { checksOf } from '../../src/main/statements/load.ts'
import { openTestArchive, presets, type TestArchive } from '../builders/archive.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { GENERAL_LINES, SMALL_LINES, withAmount } from './worked.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })).id
})
afterEach(() => office.close())

type Fields = Input<'statements.save'>
const fields = (more: Partial<Fields> = {}): Fields => ({
  partyId, periodEnd: '2025-12-31', format: 'small', unit: 'yuan', opinion: 'clean', receivedOn: '2026-04-10', lines: [...SMALL_LINES], ...more,
})
const save = (more: Partial<Fields> = {}) => office.callAs('creditadministrator', 'statements.save', fields(more))
const confirm = (id: number, version = 1, reasons: Input<'statements.confirm'>['reasons'] = []) => office.callAs('officedirector', 'statements.confirm', { id, version, reasons })
const confirmed = async (more: Partial<Fields> = {}) => {
  const { id } = await save(more)
  await confirm(id)
  return id
}
const list = async () => (await office.callAs('generalmanager', 'statements.list', { partyId })).rows
const confirmedWithReasons = async (lines: Fields['lines']) => {
  const { id } = await save({ lines })
  await confirm(id, 1, (await faultsOf(id)).map((fault) => ({ fault, reason: '对方只给合计' })))
  return id
}
const risks = async () => (await office.callAs('generalmanager', 'risks.ofParty', { partyId })).aspects.map(({ warnings }) => warnings)
/** What confirming a draft would ask reasons for. */
const faultsOf = async (id: number): Promise<string[]> => {
  const { statements: [draft] } = await office.callAs('officedirector', 'statements.get', { partyId, ids: [id] })
  return checksOf(office.archive.store, draft!, draft!.lines).filter(({ isFault }) => isFault).map(({ key }) => key)
}
const facts = (asOf: string) => gatherFacts(office.archive.store, partyId, asOf)

describe('a set from draft to confirmed', () => {
  test('what was saved is read back, line by line', async () => {
    const { id } = await save({ auditor: '徐州公明会计师事务所', remarks: '附审计报告' })
    const { statements: [read] } = await office.callAs('officedirector', 'statements.get', { partyId })
    expect(read).toMatchObject({ id, state: 'draft', faults: 0, revision: 1, auditor: '徐州公明会计师事务所', source: null, enteredByName: '测试creditAdministrator' })
    const byPlace = (one: { sheet: string; line: number }, two: { sheet: string; line: number }) => one.sheet.localeCompare(two.sheet) || one.line - two.line
    expect(read!.lines.toSorted(byPlace)).toEqual(SMALL_LINES.toSorted(byPlace))
  })

  test('what does not add up is saved, counted, and asks for a reason each', async () => {
    const lines = withAmount(SMALL_LINES, { sheet: 'balance', line: 15, column: 'current' }, 70_001)
    const { id, faults } = await save({ lines })
    expect(faults).toBe(2)
    expect(await office.answerAs('officedirector', 'statements.confirm', { id, version: 1 })).toMatchObject({
      error: { code: 'statement-faults', details: { count: 2, faults: ['sum:balance:15:current', 'sum:balance:30:current'] } },
    })
    await confirm(id, 1, [{ fault: 'sum:balance:15:current', reason: '原表如此' }, { fault: 'sum:balance:30:current', reason: '原表如此' }, { fault: 'sum:cash:7:current', reason: '无此事' }])
    const { statements: [read] } = await office.callAs('generalmanager', 'statements.get', { partyId })
    expect(read).toMatchObject({ state: 'confirmed', faults: 2, reasons: [{ fault: 'sum:balance:15:current', byFen: 1, reason: '原表如此' }, { fault: 'sum:balance:30:current', byFen: -1, reason: '原表如此' }] })
  })

  test('whoever had a hand in it does not confirm it, nor does a colleague’s saving make him another person', async () => {
    const { id } = await save()
    const draft = async (login: 'creditadministrator' | 'officedirector') => (await office.callAs(login, 'statements.list', { partyId })).rows[0]!
    expect(await draft('creditadministrator')).toMatchObject({ confirm: { may: false, by: ['副主任', '测试officeDirector'] } })
    expect((await office.callAs('officedirector', 'home.overview', {})).todo).toContainEqual(expect.objectContaining({ kind: 'statementsToConfirm', what: '徐州锦岱锻造有限公司' }))
    const same = { error: { code: 'same-person' } }
    expect(await office.answerAs('creditadministrator', 'statements.confirm', { id, version: 1 })).toMatchObject(same)
    // A second credit administrator keeps the draft once more: both are its makers now.
    office.archive.store.prepare(`UPDATE person SET roles = '["officeDirector","creditAdministrator"]' WHERE login = 'officedirector2'`).run()
    await office.callAs('officedirector2', 'statements.save', { ...fields(), id, version: 1 })
    for (const login of ['creditadministrator', 'officedirector2'] as const) expect(await office.answerAs(login, 'statements.confirm', { id, version: 2 }), login).toMatchObject(same)
    expect(await draft('officedirector')).toMatchObject({ confirm: { may: true, by: ['测试officeDirector'] } })
    expect(await office.answerAs('generalmanager', 'statements.confirm', { id, version: 2 })).toMatchObject({ error: { code: 'forbidden' } })
    await confirm(id, 2)
    expect(await draft('officedirector')).toMatchObject({ state: 'confirmed', confirm: null })
    // Whoever opens the next revision begins it.
    const { id: revision } = await office.callAs('creditadministrator', 'statements.revise', { id, version: 3, reason: '补列' })
    expect(await office.answerAs('creditadministrator', 'statements.confirm', { id: revision, version: 1 })).toMatchObject(same)
  })

  test('the year before speaks against it once it is confirmed', async () => {
    await confirmed({ periodEnd: '2024-12-31', receivedOn: '2025-04-01', lines: SMALL_LINES.filter(({ prior }) => prior !== null).map((line) => ({ ...line, current: line.prior, prior: null })) })
    expect((await save()).faults).toBe(0)
    const { rows } = await office.callAs('creditadministrator', 'statements.list', { partyId })
    const changed = await office.callAs('creditadministrator', 'statements.save', {
      ...fields({ lines: withAmount(withAmount([...SMALL_LINES], { sheet: 'balance', line: 1, column: 'prior' }, 8001), { sheet: 'balance', line: 4, column: 'prior' }, 25_999) }), id: rows[0]!.id, version: 1,
    })
    expect(changed).toMatchObject({ id: rows[0]!.id, version: 2, faults: 1 })
  })

  test.each([
    ['a day within a month', { periodEnd: '2025-12-30' }], ['a year not over', { periodEnd: '2026-12-31', receivedOn: '2026-12-31' }],
    ['received before the year ended', { receivedOn: '2025-12-30' }], ['received tomorrow', { receivedOn: '2026-11-24' }],
    ['a line the form has not', { lines: [{ sheet: 'cash', line: 23, current: 1, prior: null }] }],
    ['a line twice', { lines: [{ sheet: 'cash', line: 1, current: 1, prior: null }, { sheet: 'cash', line: 1, current: 2, prior: null }] }],
    ['more than five trillion', { lines: [{ sheet: 'cash', line: 1, current: 500_000_000_000_001, prior: null }] }],
  ] as const)('%s is refused', async (_what, more) => {
    expect(await office.answerAs('creditadministrator', 'statements.save', fields(more as Partial<Fields>))).toMatchObject({ error: { code: 'bad-input' } })
  })

  test('a year twice is refused; another person’s change meanwhile too', async () => {
    const { id } = await save()
    expect(await office.answerAs('creditadministrator', 'statements.save', fields())).toMatchObject({ error: { code: 'statement-exists', details: { state: 'draft' } } })
    await office.callAs('creditadministrator', 'statements.save', { ...fields(), id, version: 1 })
    expect(await office.answerAs('creditadministrator', 'statements.save', { ...fields(), id, version: 1 })).toMatchObject({ error: { code: 'changed-meanwhile' } })
    await confirm(id, 2)
    expect(await office.answerAs('creditadministrator', 'statements.save', { ...fields(), id, version: 3 })).toMatchObject({ error: { code: 'wrong-state' } })
    expect(await office.answerAs('creditadministrator', 'statements.save', fields())).toMatchObject({ error: { code: 'statement-exists', details: { state: 'confirmed' } } })
  })
})

describe('a confirmed set', () => {
  test('cannot be changed, not even in the database', async () => {
    const id = await confirmed()
    const run = (sql: string) => () => office.archive.store.prepare(sql).run(id)
    for (const sql of [
      'UPDATE statementLine SET currentFen = 1 WHERE statementId = ?', 'DELETE FROM statementLine WHERE statementId = ?', 'DELETE FROM statement WHERE id = ?',
      "INSERT INTO statementLine VALUES (?, 'cash', 9, 1, 1)", "UPDATE statement SET receivedOn = '2020-01-01' WHERE id = ?",
    ]) expect(run(sql), sql).toThrow()
  })

  test('is corrected by a revision; the old one is kept and read by its id', async () => {
    const id = await confirmed()
    const draft = await office.callAs('creditadministrator', 'statements.revise', { id, version: 2, reason: '客户送来更正后的报表' })
    expect(await office.answerAs('creditadministrator', 'statements.revise', { id, version: 2, reason: '又一次' })).toMatchObject({ error: { code: 'statement-exists' } })
    expect((await list()).map(({ state, revision }) => [state, revision])).toEqual([['draft', 2], ['confirmed', 1]])
    const lines = [['income', 1, 160_000], ['income', 21, 22_000], ['income', 30, 22_000], ['income', 32, 19_000]] as const
    const corrected = lines.reduce((all, [sheet, line, fen]) => withAmount(all, { sheet, line, column: 'current' }, fen), [...SMALL_LINES])
    await office.callAs('creditadministrator', 'statements.save', { ...fields({ lines: corrected, receivedOn: '2026-08-01' }), id: draft.id, version: 1 })
    await office.callAs('officedirector', 'statements.confirm', { id: draft.id, version: 2, reasons: ['sum:income:30:current'].map((fault) => ({ fault, reason: '对方注明' })) })
    expect((await list()).map(({ state, revision }) => [state, revision])).toEqual([['confirmed', 2], ['superseded', 1]])
    const { statements: [old] } = await office.callAs('generalmanager', 'statements.get', { partyId, ids: [id] })
    expect(old!.lines.find(({ sheet, line }) => sheet === 'income' && line === 1)!.current).toBe(150_000)
    // As of a day before the correction came in, the old figure is the one that was known.
    expect(facts('2026-07-31')['revenue']).toMatchObject({ value: 1500, latestOn: '2026-04-10' })
    expect(facts('2026-08-01')['revenue']).toMatchObject({ value: 1600, latestOn: '2026-08-01' })
  })

  test('is taken back with a reason, and is then unknown from that day on', async () => {
    const id = await confirmed()
    office.clock.addDays(3)
    await office.callAs('creditadministrator', 'statements.withdraw', { id, version: 2, reason: '非该公司的报表' })
    expect((await list())[0]).toMatchObject({ state: 'withdrawn', withdrawnReason: '非该公司的报表' })
    expect((await office.callAs('generalmanager', 'statements.get', { partyId })).statements).toEqual([])
    expect(facts('2026-11-25')['revenue']).toMatchObject({ value: 1500 })
    expect(facts('2026-11-26')['revenue']).toMatchObject({ value: null, absent: 'notProvided' })
    await confirmed({ receivedOn: '2026-11-26' })
  })
})

describe('facts', () => {
  test('nothing received: all absent as not provided', () => {
    const found = facts('2026-11-23')
    for (const name of ['cash', 'equity[-2]', 'revenue', 'statementAgeMonths', 'auditQualified', 'interestExpense[-1]']) expect(found[name], name).toMatchObject({ value: null, absent: 'notProvided' })
  })

  test('a draft is no fact, nor what came in or ended after the day', async () => {
    const { id } = await save()
    expect(facts('2026-11-23')['equity']).toMatchObject({ absent: 'notProvided' })
    await confirm(id)
    expect(facts('2026-04-09')['equity']).toMatchObject({ absent: 'notProvided' })
    expect(facts('2026-04-10')['equity']).toMatchObject({ value: 450 })
  })

  test('every line with its source; the year before from the later set’s own column', async () => {
    const id = await confirmed({ opinion: 'qualified' })
    const found = facts('2026-11-23')
    expect(found['totalAssets']).toEqual({
      value: 1100, absent: null, latestOn: '2026-04-10',
      sources: [{ kind: 'statement', id, line: 'balance:30', rows: null, from: '2025-12-31', until: '2025-12-31' }],
    })
    expect(found['retainedEarnings']).toMatchObject({ value: 140, sources: [{ line: 'balance:50' }, { line: 'balance:51' }] })
    expect(found['interestExpense']).toMatchObject({ value: 18, sources: [{ line: 'income:19', from: '2025-01-01', until: '2025-12-31' }] })
    expect(found['revenue[-1]']).toMatchObject({ value: 1300, sources: [{ id, line: 'income:1/prior', from: '2024-01-01', until: '2024-12-31' }] })
    expect(found['operatingCash']).toMatchObject({ value: 110 })
    expect(found['revenue[-2]']).toMatchObject({ absent: 'notProvided' })
    expect(found['statementAgeMonths']).toMatchObject({ value: 10 })
    expect(found['auditQualified']).toMatchObject({ value: 1 })
    const values = ['cash', 'receivables', 'prepayments', 'inventories', 'currentAssets', 'shortTermLoans', 'payables', 'currentLiabilities', 'totalLiabilities', 'paidInCapital', 'equity', 'operatingCost', 'operatingProfit', 'totalProfit', 'netProfit', 'netCash']
    expect(values.map((name) => found[name]!.value)).toEqual([120, 300, 20, 250, 700, 200, 250, 550, 650, 300, 450, 1150, 120, 120, 90, 40])
  })

  test('general form: its own lines; a year before in its own set goes before the later set’s column', async () => {
    await confirmed({ format: 'general', lines: [...GENERAL_LINES], opinion: 'none' })
    const earlier = await confirmed({ format: 'general', periodEnd: '2024-12-31', receivedOn: '2025-05-01', lines: GENERAL_LINES.filter(({ prior }) => prior !== null).map((line) => ({ ...line, current: line.prior, prior: null })) })
    const found = facts('2026-11-23')
    expect(['cash', 'receivables', 'equity', 'interestExpense', 'netProfit', 'operatingCash', 'netCash', 'retainedEarnings', 'auditQualified'].map((name) => found[name]!.value)).toEqual([640, 900, 2280, 66, 300, 390, 140, 1080, 0])
    expect(found['equity[-1]']).toMatchObject({ value: 2080, sources: [{ id: earlier, line: 'balance:71' }], latestOn: '2025-05-01' })
  })

  test('leaving stock out does not pay: with the same totals, what is not told is not provided, and no zero', async () => {
    const totals = SMALL_LINES.filter(({ sheet, line }) => sheet !== 'balance' || [1, 15, 29, 30, 41, 46, 47, 52, 53].includes(line))
    const id = await confirmedWithReasons(totals)
    const found = facts('2026-11-23')
    for (const name of ['inventories', 'receivables', 'retainedEarnings', 'paidInCapital', 'payables', 'inventories[-1]']) expect(found[name], name).toMatchObject({ value: null, absent: 'notProvided' })
    // Where it is not told is told.
    expect(found['retainedEarnings']).toMatchObject({ sources: [{ kind: 'statement', id, line: 'balance:50' }, { kind: 'statement', id, line: 'balance:51' }] })
    expect(['cash', 'currentAssets', 'totalAssets', 'currentLiabilities', 'totalLiabilities', 'equity', 'revenue'].map((name) => found[name]!.value)).toEqual([120, 700, 1100, 550, 650, 450, 1500])
    // Z'' reads retained earnings: without them it is not known, rather than less.
    expect((await office.callAs('generalmanager', 'risks.ofParty', { partyId })).altman).toMatchObject({ z: null, zone: null })
  })

  test('a blank line of parts that come to their total is zero', async () => {
    // No stock: what was stock is cash.
    const without = SMALL_LINES.filter(({ sheet, line }) => !(sheet === 'balance' && [9, 10, 12].includes(line)))
      .map((line) => (line.sheet === 'balance' && line.line === 1 ? { ...line, current: line.current! + 25_000, prior: line.prior! + 23_000 } : line))
    await confirmedWithReasons(without)
    expect(facts('2026-11-23')['inventories']).toMatchObject({ value: 0, absent: null })
    expect(facts('2026-11-23')['inventories[-1]']).toMatchObject({ value: 0, absent: null })
  })

  test('an interim set is kept, and tells of no year: facts, their age and the warnings stay those of the years', async () => {
    const id = await confirmed()
    const before = { facts: facts('2026-11-23'), warnings: await risks() }
    // Half a year: a third of the sales, other balances, its second column the opening of the year and the same months before.
    const half = SMALL_LINES.map((line) => (line.sheet === 'balance' ? { ...line, prior: line.current } : { ...line, current: line.current && Math.round(line.current / 3), prior: line.prior && Math.round(line.prior / 3) }))
    const { id: interim } = await save({ periodEnd: '2026-06-30', receivedOn: '2026-07-20', opinion: 'adverse', lines: half })
    await confirm(interim, 1, (await faultsOf(interim)).map((fault) => ({ fault, reason: '分摊取整' })))
    expect((await list()).map(({ periodEnd, state }) => [periodEnd, state])).toEqual([['2026-06-30', 'confirmed'], ['2025-12-31', 'confirmed']])
    expect(facts('2026-11-23')).toEqual(before.facts)
    expect(await risks()).toEqual(before.warnings)
    expect(facts('2026-11-23')['revenue']).toMatchObject({ value: 1500, sources: [{ id, line: 'income:1', from: '2025-01-01', until: '2025-12-31' }] })
    expect(facts('2026-11-23')['statementAgeMonths']).toMatchObject({ value: 10 })
  })

  test('of interim sets alone no year is known', async () => {
    await confirmed({ periodEnd: '2026-06-30', receivedOn: '2026-07-20' })
    for (const name of ['revenue', 'revenue[-1]', 'equity', 'equity[-1]', 'statementAgeMonths', 'auditQualified']) expect(facts('2026-11-23')[name], name).toMatchObject({ value: null, absent: 'notProvided' })
  })

  test('an interim balance sheet opens with the year before, its flows are held against the same months', async () => {
    await confirmed({ lines: SMALL_LINES.map((line) => ({ ...line, prior: null })) })
    const opened = SMALL_LINES.map((line) => (line.sheet === 'balance' ? { ...line, prior: line.current } : line))
    const interim = (lines: typeof SMALL_LINES) => ({ periodEnd: '2026-06-30', receivedOn: '2026-07-20', lines: [...lines] })
    const { id } = await save(interim(opened))
    // The year's flows differ from those of the months before: nothing compares them.
    expect((await faultsOf(id)).filter((fault) => fault.startsWith('yearBefore'))).toEqual([])
    await office.callAs('creditadministrator', 'statements.save', { ...fields(interim(withAmount(opened, { sheet: 'balance', line: 1, column: 'prior' }, 11_999))), id, version: 1 })
    expect(await faultsOf(id)).toContain('yearBefore:balance')
  })

  test('a sheet that was not handed in; interest that is not listed', async () => {
    await confirmed({ lines: SMALL_LINES.filter(({ sheet, line }) => sheet !== 'cash' && !(sheet === 'income' && line === 19)) })
    const found = facts('2026-11-23')
    expect(found['operatingCash']).toMatchObject({ value: null, absent: 'notProvided' })
    expect(found['interestExpense']).toMatchObject({ value: 20, sources: [{ line: 'income:18' }] })
    expect(found['inventories']).toMatchObject({ value: 250 })
  })
})

describe('who may', () => {
  test('another department neither sees nor reads; nobody but the credit administrator enters', async () => {
    await save()
    for (const method of ['statements.list', 'statements.get'] as const) {
      expect(await office.answerAs('salesperson2', method, { partyId })).toMatchObject({ error: { code: 'not-found' } })
      expect((await office.answerAs('salesperson', method, { partyId })).ok).toBe(true)
      expect(await office.answerAs('systemadministrator', method, { partyId })).toMatchObject({ error: { code: 'forbidden' } })
    }
    expect(await office.answerAs('salesperson', 'statements.save', fields())).toMatchObject({ error: { code: 'forbidden' } })
  })

  test('ids of another party’s sets are not found', async () => {
    const { id } = await save()
    const other = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS1 })
    expect(await office.answerAs('generalmanager', 'statements.get', { partyId: other.id, ids: [id] })).toMatchObject({ error: { code: 'not-found' } })
  })

  test('where the regulation asks for an agreement to read dossiers, figures ask for it too', async () => {
    await save()
    await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
    const { adoptRegulation } = await import('../../src/main/regulations/load.ts')
    office.archive.store.write((trx) => adoptRegulation(trx, presets.find(({ id }) => id === 'S13')!, '2026-11-23'))
    expect(await office.answerAs('salesdirector', 'statements.get', { partyId })).toMatchObject({ error: { code: 'agreement-missing' } })
    for (const method of ['risks.ofParty', 'surveys.list'] as const) {
      expect(await office.answerAs('salesdirector', method, { partyId }), method).toMatchObject({ error: { code: 'agreement-missing' } })
    }
    expect((await office.answerAs('salesdirector', 'statements.list', { partyId })).ok).toBe(true)
  })
})

describe('the paper behind it', () => {
  test('a scan of the party’s dossier; another party’s is not found', async () => {
    const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
    const document = await office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, itemCode: '3.1', title: '2025 年度财务报表', pages: 3 })
    const upload = await office.upload('salesperson', '报表.pdf', tinyPdf('statement'))
    const { ids: [attachmentId] } = await office.callAs('salesperson', 'attachments.add', { documentId: document.id, uploads: [upload] })
    const { id } = await save({ source: { documentId: document.id, attachmentId: attachmentId!, page: 1 } })
    const get = async () => (await office.callAs('generalmanager', 'statements.get', { partyId })).statements[0]!.source
    expect(await get()).toMatchObject({ documentId: document.id, dossierId: dossier.id, page: 1, title: '2025 年度财务报表', attachment: { id: attachmentId, name: '报表.pdf' } })
    await confirm(id)
    await office.callAs('salesperson', 'attachments.strike', { id: attachmentId!, reason: '扫错' })
    expect(await get()).toMatchObject({ documentId: document.id, attachment: null })
    const other = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS1 })
    expect(await office.answerAs('creditadministrator', 'statements.save', fields({ partyId: other.id, source: { documentId: document.id } }))).toMatchObject({ error: { code: 'not-found' } })
  })

  test('a confirmed set outlives its scan, which is destroyed with the dossier', async () => {
    const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
    const document = await office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, itemCode: '3.1', title: '2025 年度财务报表', pages: 3 })
    const upload = await office.upload('salesperson', '报表.pdf', tinyPdf('gone'))
    const { ids: [attachmentId] } = await office.callAs('salesperson', 'attachments.add', { documentId: document.id, uploads: [upload] })
    const id = await confirmed({ source: { documentId: document.id, attachmentId: attachmentId! } })
    office.archive.store.prepare('DELETE FROM attachment WHERE id = ?').run(attachmentId)
    expect(office.archive.store.prepare('SELECT documentId, attachmentId FROM statement WHERE id = ?').get(id)).toEqual({ documentId: document.id, attachmentId: null })
  })
})
