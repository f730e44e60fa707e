import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MIGRATIONS, migrate } from '../../src/main/storage/migrate.ts'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import { previewRulesJob } from '../../src/main/risks/preview-rules.ts'
import { scanJob } from '../../src/main/risks/warnings.ts'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'
import { PROGRAM_RULES, type WarningRule } from '../../src/shared/rules/risks/warnings.ts'
import { openTestArchive, presets, type TestArchive, type TestLogin } from '../builders/archive.ts'
import { verify } from '../storage/archive-with-scans.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = await party('徐州锦岱锻造有限公司')
})
afterEach(async () => { await office.close() })

async function party(name: string, department: 'XS1' | 'XS2' = 'XS1'): Promise<number> {
  const login = department === 'XS1' ? 'salesperson' : 'salesperson2'
  const { id } = await office.callAs(login, 'parties.add', { kind: 'customer', name, departmentId: office.departments[department] })
  await office.callAs(login, 'dossiers.open', { partyId: id, departmentId: office.departments[department] })
  return id
}
const lawsuit = (id = partyId, on = '2026-11-01') => office.callAs(credit, 'surveys.record', { partyId: id, on, form: { kind: 'notice', what: 'lawsuit', source: '法院公告' } })

const credit = 'creditadministrator'
const code = async <Name extends MethodName>(login: TestLogin, method: Name, input: Input<Name>) => {
  const answer = await office.answerAs(login, method, input)
  return answer.ok ? null : answer.error.code
}
const own: WarningRule = { code: 'C01', aspect: 'conduct', severity: 'act', when: 'openLawsuits >= 2', isOn: true, name: '两起以上未结诉讼', advice: '停止发货，报办公室主任' }
const changed = (rule: string, more: Partial<WarningRule>): WarningRule[] => PROGRAM_RULES.map((one) => (one.code === rule ? { ...one, ...more } : one))
const sets = async (login: TestLogin = credit) => office.callAs(login, 'warningRules.list', {})
const inForceId = async () => (await sets()).inForceId
const save = async (rules: readonly WarningRule[]) => (await office.callAs(credit, 'warningRules.save', { basedOnId: await inForceId(), rules: [...rules] })).id
const propose = async (rules: readonly WarningRule[]) => {
  const id = await save(rules)
  await office.callAs(credit, 'warningRules.propose', { id, version: 1, reason: '近两年坏账多从逾期六十天起' })
  return id
}
const adopt = async (rules: readonly WarningRule[]) => {
  const id = await propose(rules)
  return await office.callAs('officedirector', 'warningRules.decide', { id, version: 2, decision: 'agreed', remarks: '同意' })
}
const scan = () => office.callAs(credit, 'warnings.scan', {})
const warnings = async (state: 'open' | 'handled' | 'over' = 'open') => (await office.callAs(credit, 'warnings.list', { state })).rows

describe('a set of rules', () => {
  test('written, proposed with a reason, decided by another; in force from that day; the former stays readable', async () => {
    expect(await sets()).toEqual({ inForceId: null, sets: [] })
    const first = await adopt([...PROGRAM_RULES, own])
    expect(await sets('salesperson')).toMatchObject({ inForceId: first.id, sets: [{ id: 1, state: 'agreed', isInForce: true, fromOn: '2026-11-23', reason: '近两年坏账多从逾期六十天起', remarks: '同意', proposedByName: '测试creditAdministrator', decidedByName: '测试officeDirector', basedOnId: null }] })
    office.clock.addDays(3)
    const second = await adopt(changed('W33', { isOn: false }))
    const { sets: all } = await sets()
    expect(all.map(({ id, isInForce, fromOn, basedOnId }) => ({ id, isInForce, fromOn, basedOnId }))).toEqual([{ id: second.id, isInForce: true, fromOn: '2026-11-26', basedOnId: 1 }, { id: 1, isInForce: false, fromOn: '2026-11-23', basedOnId: null }])
    expect(all[1]!.rules.at(-1)).toEqual(own)
    expect((await verify(office)).findings).toEqual([])
  })

  test('rights: only the credit administrator writes, only director or manager decide, and never what one wrote', async () => {
    const rules = [...PROGRAM_RULES, own]
    expect(await code('officedirector', 'warningRules.save', { rules })).toBe('forbidden')
    expect(await code('auditor', 'warningRules.list', {})).toBe('forbidden')
    const id = await save(rules)
    expect(await code('officedirector', 'warningRules.propose', { id, version: 1, reason: '…' })).toBe('forbidden')
    office.archive.store.write((trx) => trx.prepare(`UPDATE person SET roles = '["creditAdministrator","officeDirector"]' WHERE id IN (?, ?)`).run(office.people.creditadministrator, office.people.officedirector2))
    // One writes, another proposes: neither decides.
    expect(await code('officedirector2', 'warningRules.save', { id, version: 1, rules: [...rules, { ...own, code: 'C02' }] })).toBeNull()
    expect(await code(credit, 'warningRules.propose', { id, version: 2, reason: '改阈值' })).toBeNull()
    for (const login of [credit, 'officedirector2'] as const) expect(await code(login, 'warningRules.decide', { id, version: 3, decision: 'agreed' }), login).toBe('same-person')
    expect(await code('salesdirector', 'warningRules.decide', { id, version: 3, decision: 'agreed' })).toBe('forbidden')
    expect(await code('generalmanager', 'warningRules.decide', { id, version: 3, decision: 'agreed' })).toBeNull()
  })

  test('faults are refused with their place; a set like the one in force is not proposed; a second click, a stale page', async () => {
    const broken = [...PROGRAM_RULES, { ...own, when: 'overdueDays > 3' }]
    expect(await office.answerAs(credit, 'warningRules.save', { rules: broken })).toMatchObject({ ok: false, error: { code: 'warning-rules-refused', details: { count: 1, faults: [{ place: [PROGRAM_RULES.length, 'when'], code: 'unknown-fact' }] } } })
    expect(await code(credit, 'warningRules.save', { rules: changed('W36', { when: 'longestOverdueDays > 60' }) })).toBe('warning-rules-refused')
    expect(await code(credit, 'warningRules.save', { rules: [{ ...own, code: 'W1' }] })).toBe('bad-input')
    const id = await save(PROGRAM_RULES)
    expect(await code(credit, 'warningRules.propose', { id, version: 1, reason: '…' })).toBe('warning-rules-unchanged')
    expect(await code(credit, 'warningRules.save', { id, version: 1, rules: [...PROGRAM_RULES, own] })).toBeNull()
    expect(await code(credit, 'warningRules.save', { id, version: 1, rules: [...PROGRAM_RULES] })).toBe('changed-meanwhile')
    expect(await code(credit, 'warningRules.propose', { id, version: 2, reason: '  ' })).toBe('bad-input')
    expect(await code(credit, 'warningRules.propose', { id, version: 2, reason: '诉讼多' })).toBeNull()
    expect(await code(credit, 'warningRules.propose', { id, version: 2, reason: '诉讼多' })).toBe('wrong-state')
    expect(await code(credit, 'warningRules.save', { id, version: 3, rules: [...PROGRAM_RULES] })).toBe('wrong-state')
    expect(await code('generalmanager', 'warningRules.decide', { id, version: 2, decision: 'agreed' })).toBe('changed-meanwhile')
    expect(await code('generalmanager', 'warningRules.decide', { id, version: 3, decision: 'refused', remarks: '先看一季度' })).toBeNull()
    expect(await code('officedirector', 'warningRules.decide', { id, version: 4, decision: 'agreed' })).toBe('wrong-state')
    expect(await code(credit, 'warningRules.withdraw', { id, version: 4 })).toBe('wrong-state')
    expect(await code(credit, 'warningRules.withdraw', { id: 99, version: 1 })).toBe('not-found')
    expect(await inForceId()).toBeNull()
  })

  test('one is prepared at a time, over what is in force: of two who begin, the second learns of the first', async () => {
    const begin = () => code(credit, 'warningRules.save', { rules: [...PROGRAM_RULES, own] })
    expect((await Promise.all([begin(), begin()])).toSorted()).toEqual(['changed-meanwhile', null])
    expect(await code(credit, 'warningRules.withdraw', { id: 1, version: 1 })).toBeNull()
    await adopt([...PROGRAM_RULES, own])
    // Read before that was decided.
    expect(await begin()).toBe('changed-meanwhile')
    const race = [code(credit, 'warningRules.save', { basedOnId: 2, rules: changed('W33', { isOn: false }) }), code(credit, 'warningRules.save', { basedOnId: 2, rules: changed('W32', { isOn: false }) })]
    expect((await Promise.all(race)).filter((one) => one === null)).toHaveLength(1)
  })

  test('what was decided is never changed, and kept', async () => {
    const { id } = await adopt([...PROGRAM_RULES, own])
    const { connection } = office.archive.store
    for (const change of [`body = '[]'`, `hash = 'x'`, `fromOn = '2026-01-01'`, `state = 'refused', fromOn = NULL`, 'decidedBy = decidedBy + 1']) expect(() => connection.exec(`UPDATE warningRuleSet SET ${change} WHERE id = ${id}`), change).toThrow('never changed')
    expect(() => connection.exec('DELETE FROM warningRuleSet')).toThrow('kept')
  })

  test('waits with those who may decide', async () => {
    await propose([...PROGRAM_RULES, own])
    const waits = async (login: TestLogin) => (await office.callAs(login, 'home.overview', {})).todo.filter(({ kind }) => kind === 'warningRulesToDecide')
    expect(await waits('generalmanager')).toMatchObject([{ group: 'today', because: { rule: 'warning-rules-proposed', values: { by: '测试creditAdministrator' } } }])
    expect([(await waits('officedirector')).length, (await waits(credit)).length, (await waits('salesdirector')).length]).toEqual([1, 0, 0])
    await office.callAs('generalmanager', 'warningRules.decide', { id: 1, version: 2, decision: 'agreed' })
    expect(await waits('officedirector')).toEqual([])
  })
})

describe('under a company’s set', () => {
  test('a rule switched off is no longer open; a changed one is found anew in its own words; an untouched one goes on', async () => {
    await lawsuit()
    await office.callAs(credit, 'defaults.add', { partyId, kind: 'late90', on: '2026-10-01' })
    await scan()
    expect((await warnings()).map(({ code: rule }) => rule).toSorted()).toEqual(['W32', 'W33'])
    expect(await warnings()).toMatchObject([{ code: 'W32', ruleSetId: null, name: null, when: 'openDefaults > 0' }, { code: 'W33' }])
    const words = { when: 'openLawsuits >= 1', name: '涉诉', advice: '查明标的', severity: 'act' as const }
    const { id, ended } = await adopt(changed('W33', words))
    expect(ended).toBe(1)
    expect((await warnings()).map(({ code: rule }) => rule)).toEqual(['W32'])
    expect(await warnings('over')).toMatchObject([{ code: 'W33', when: 'openLawsuits > 0', name: null, severity: 'look', endedById: id }])
    expect(await scan()).toMatchObject({ found: 1, over: 0 })
    expect((await warnings()).find(({ code: rule }) => rule === 'W33')).toMatchObject({ ...words, ruleSetId: id, endedById: null })
    expect((await warnings()).find(({ code: rule }) => rule === 'W32')).toMatchObject({ ruleSetId: id, name: null })
    const { aspects } = await office.callAs(credit, 'risks.ofParty', { partyId })
    expect(aspects[3]!.warnings.find((one) => one.code === 'W33')).toMatchObject({ state: 'hit', name: '涉诉', severity: 'act' })
    expect(await adopt(changed('W33', { isOn: false }))).toMatchObject({ ended: 1 })
    expect((await office.callAs(credit, 'risks.ofParty', { partyId })).aspects.flatMap(({ warnings: all }) => all).some((one) => one.code === 'W33')).toBe(false)
    expect((await office.callAs(credit, 'warnings.list', { code: 'W33', state: null })).total).toBe(2)
    expect((await verify(office)).findings).toEqual([])
  })

  test('one that was dealt with and whose formula is the same stays so; its words follow the set with the next scan', async () => {
    await lawsuit()
    await scan()
    await office.callAs(credit, 'warnings.handle', { id: (await warnings())[0]!.id, handling: '与货款无关' })
    expect(await adopt(changed('W33', { severity: 'act', name: '有官司' }))).toMatchObject({ ended: 0 })
    await scan()
    expect(await warnings('handled')).toMatchObject([{ code: 'W33', severity: 'act', name: '有官司', handling: '与货款无关' }])
  })

  test('what a former program asked is over with the next scan, and found anew as it is asked now', async () => {
    await lawsuit()
    await scan()
    office.archive.store.write((trx) => trx.prepare(`UPDATE warning SET "when" = 'openLawsuits > 3'`).run())
    expect(await scan()).toMatchObject({ found: 1, over: 1 })
    expect([await warnings(), await warnings('over')]).toMatchObject([[{ when: 'openLawsuits > 0' }], [{ when: 'openLawsuits > 3', endedById: null }]])
  })

  test('a scan that began under other rules writes nothing', async () => {
    await lawsuit()
    const control = { progress: () => {}, throwIfCancelled: () => {} }
    const prepared = await scanJob.prepare({ trx: office.archive.store, today: '2026-11-23', ...control } as never, {})
    await adopt(changed('W33', { isOn: false }))
    expect(() => office.archive.store.write((trx) => scanJob.run({ trx, today: '2026-11-23', record: () => {}, ...control } as never, {}, prepared))).toThrow('changed-meanwhile')
    expect(await warnings()).toEqual([])
  })
})

describe('tried before it is proposed', () => {
  const preview = (login: TestLogin, id: number) => office.callAs(login, 'warningRules.preview', { id })

  test('asks of whoever the scan asks, also where there is no dossier', async () => {
    const { id: bare } = await office.callAs(credit, 'parties.add', { kind: 'customer', name: '宿州恒润建材有限公司', departmentId: office.departments.XS1 })
    await lawsuit(bare)
    const { parties } = await scan()
    const tried = await preview(credit, await save(changed('W33', { isOn: false })))
    expect(tried).toMatchObject({ parties, moved: [{ partyId: bare, appear: [], vanish: ['W33'] }] })
  })

  test('tells what the scan then finds, rule by rule and party by party, and writes nothing', async () => {
    const other = await party('台州弘磊物流有限公司', 'XS2')
    await lawsuit()
    await lawsuit(partyId, '2026-11-02')
    await lawsuit(other)
    await scan()
    const id = await save([...changed('W33', { isOn: false }), own])
    const tried = await preview(credit, id)
    expect(tried).toMatchObject({ parties: 2, withheld: 0, movedTotal: 2 })
    expect(tried.rules.find((rule) => rule.code === 'W33')).toEqual({ code: 'W33', before: 2, after: null, unknown: null })
    expect(tried.rules.find((rule) => rule.code === 'C01')).toEqual({ code: 'C01', before: null, after: 1, unknown: 0 })
    expect(tried.rules.find((rule) => rule.code === 'W21')).toEqual({ code: 'W21', before: 0, after: 0, unknown: 2 })
    expect(tried.moved).toEqual([{ partyId, partyName: '徐州锦岱锻造有限公司', appear: ['C01'], vanish: ['W33'] }, { partyId: other, partyName: '台州弘磊物流有限公司', appear: [], vanish: ['W33'] }])
    expect((await warnings()).map(({ code: rule }) => rule)).toEqual(['W33', 'W33'])
    await office.callAs(credit, 'warningRules.propose', { id, version: 1, reason: '一起诉讼太常见' })
    expect(await preview('generalmanager', id)).toEqual(tried)
    await office.callAs('officedirector', 'warningRules.decide', { id, version: 2, decision: 'agreed' })
    await scan()
    const found = await warnings()
    for (const { code: rule, after } of tried.rules) expect(found.filter((one) => one.code === rule).length, rule).toBe(after ?? 0)
  })

  test('only those who decide or write, and only over figures they may read', async () => {
    await lawsuit()
    const id = await save([...PROGRAM_RULES, own])
    expect(await code('salesperson', 'warningRules.preview', { id })).toBe('forbidden')
    expect(await code(credit, 'warningRules.preview', { id: 99 })).toBe('not-found')
    office.archive.store.write((trx) => adoptRegulation(trx, presets.find((preset) => preset.id === 'S13')!, '2026-11-23'))
    expect(await preview('officedirector', id)).toMatchObject({ parties: 0, withheld: 1, moved: [] })
  })

  test('stops when it is asked to', async () => {
    const id = await save([...PROGRAM_RULES, own])
    const stop = () => { throw new Error('stopped') }
    await expect(previewRulesJob.prepare({ ...office.archive, trx: office.archive.store, actor: { personId: 1, roles: ['creditAdministrator'], departmentId: null }, today: '2026-11-23', regulation: presets[0]!, progress: () => {}, throwIfCancelled: stop } as never, { id })).rejects.toThrow('stopped')
  })
})

test('a warning from before companies had rules of their own is told by the formula that found it', () => {
  const database = new Database(':memory:')
  migrate(database, { migrations: MIGRATIONS.filter(({ version }) => version < 270) })
  const add = database.prepare(`INSERT INTO warning (partyId, code, severity, "values", firstOn, lastOn, state) VALUES (1, ?, 'look', '{}', '2026-01-01', '2026-01-01', 'open')`)
  database.pragma('foreign_keys = OFF')
  for (const { code: rule } of PROGRAM_RULES) add.run(rule)
  database.exec(MIGRATIONS.find(({ version }) => version === 270)!.sql)
  const rows = database.prepare('SELECT code, "when", name, ruleSetId FROM warning ORDER BY id').all()
  expect(rows).toEqual(PROGRAM_RULES.map(({ code: rule, when }) => ({ code: rule, when, name: null, ruleSetId: null })))
})
