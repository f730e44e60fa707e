import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { creditCodeFor } from '../../src/shared/rules/parties/credit-code.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
beforeAll(async () => {
  office = await openTestArchive()
})
afterAll(() => office.close())

let made = 0
const fields = (name = `第${++made}号公司`): Input<'parties.add'> => ({ kind: 'customer', name })
const lastEntry = () =>
  office.archive.store.prepare('SELECT method, subjectKind, subjectId, subjectLabel, detail FROM audit ORDER BY seq DESC LIMIT 1').get() as
    { method: string; subjectKind: string; subjectId: number; subjectLabel: string; detail: string }

describe('adding a party', () => {
  test('all its data comes back as it was given', async () => {
    const card: Input<'parties.add'> = {
      kind: 'both', name: '海南海汽运输集团股份有限公司', shortName: '海汽', creditCode: creditCodeFor(1), companyType: '股份有限公司', legalRepresentative: '王某',
      actualController: '海南某国资委', registeredCapitalFen: 31_600_000_000, foundedOn: '2011-08-18', scope: '客运\n货运', province: '海南', city: '海口',
      registeredAddress: '海口市某路', businessAddress: '海口市某街', phone: '0898-1', fax: '0898-2', email: 'a@b.cn', website: 'b.cn', industry: '道路运输',
      sizeClass: 'large', employees: 5000, mainProducts: '客运', marketShareBasisPoints: 1250, departmentId: office.departments.XS1,
      salespersonId: office.people.salesperson, remarks: '备注', contacts: [{ name: '李某', post: '会计', phone: '1', email: null }, { name: '张某', post: null, phone: null, email: null }],
      banks: [{ bank: '某银行海口支行', account: '6222' }],
    }
    const { id } = await office.callAs('creditadministrator', 'parties.add', card)
    expect(await office.callAs('salesperson', 'parties.get', { id })).toMatchObject({
      ...card, id, codeState: 'valid', grade: null, departmentName: '销售一部', salespersonName: '测试salesperson', oldNames: [], dossiers: [], version: 1,
    })
    expect(lastEntry()).toMatchObject({ method: 'parties.add', subjectKind: 'party', subjectId: id, subjectLabel: card.creditCode })
  })
  test.each([
    ['91110105XN0000013R', 'code-wrong-check-character'], ['123', 'code-wrong-length'], ['91110105xn0000012r', 'code-lower-case'], ['91110105XN000001IR', 'code-bad-character'],
  ])('the code %s is refused with %s', async (creditCode, fault) => {
    expect(await office.answerAs('creditadministrator', 'parties.add', { ...fields(), creditCode })).toEqual({
      ok: false, error: { code: 'credit-code-invalid', details: { fault, field: 'creditCode' } },
    })
  })
  test('a legacy number is taken and marked', async () => {
    const { id } = await office.callAs('creditadministrator', 'parties.add', { ...fields(), creditCode: '320404000009558' })
    expect(await office.callAs('creditadministrator', 'parties.get', { id })).toMatchObject({ codeState: 'legacy' })
  })
  test('a salesperson’s party belongs to his department, and he may name no other', async () => {
    const { id } = await office.callAs('salesperson', 'parties.add', fields())
    expect((await office.callAs('salesperson', 'parties.get', { id })).departmentId).toBe(office.departments.XS1)
    expect(await office.answerAs('salesperson', 'parties.add', { ...fields(), departmentId: office.departments.XS2 })).toMatchObject({
      ok: false, error: { code: 'forbidden', details: { field: 'departmentId' } },
    })
  })
  test('a department or a person that is not there is refused by the field’s name', async () => {
    for (const wrong of [{ departmentId: 99 }, { salespersonId: 99 }]) {
      expect(await office.answerAs('creditadministrator', 'parties.add', { ...fields(), ...wrong })).toMatchObject({
        ok: false, error: { code: 'not-found', details: { field: Object.keys(wrong)[0] } },
      })
    }
  })
})

describe('one party twice', () => {
  test('a code or name that can be seen is named', async () => {
    const creditCode = creditCodeFor(2)
    const { id } = await office.callAs('salesperson', 'parties.add', { ...fields('甲乙丙公司'), creditCode })
    const taken = { ok: false, error: { code: 'party-exists', details: { partyId: id, name: '甲乙丙公司' } } }
    expect(await office.answerAs('departmentclerk', 'parties.add', { ...fields(), creditCode })).toMatchObject(taken)
    expect(await office.answerAs('departmentclerk', 'parties.add', fields('甲乙丙公司'))).toMatchObject(taken)
  })
  test('two companies may share a name if their codes differ', async () => {
    await office.callAs('salesperson', 'parties.add', { ...fields('同名公司'), creditCode: creditCodeFor(3) })
    await office.callAs('salesperson', 'parties.add', { ...fields('同名公司'), creditCode: creditCodeFor(4) })
  })
  test('a hidden party shows neither its name nor, by its name, that it is there', async () => {
    const creditCode = creditCodeFor(5)
    await office.callAs('salesperson2', 'parties.add', { ...fields('二部机密客户'), creditCode })
    expect(await office.answerAs('salesperson', 'parties.add', { ...fields(), creditCode })).toEqual({
      ok: false, error: { code: 'duplicate', details: { field: 'creditCode' } },
    })
    await office.callAs('salesperson', 'parties.add', fields('二部机密客户'))
  })
})

describe('changing a party', () => {
  test('a new name keeps the old one, and is found by both', async () => {
    const { id } = await office.callAs('salesperson', 'parties.add', fields('老字号贸易公司'))
    const { version } = await office.callAs('salesperson', 'parties.change', { id, version: 1, ...fields('新字号贸易公司') })
    expect(version).toBe(2)
    expect(await office.callAs('salesperson', 'parties.get', { id })).toMatchObject({ name: '新字号贸易公司', oldNames: [{ name: '老字号贸易公司', usedUntil: '2026-11-23' }] })
    for (const text of ['老字号', '新字号', 'xzhmy', 'xinzihao']) {
      expect((await office.callAs('salesperson', 'parties.search', { text })).map((hit) => hit.id), text).toContain(id)
    }
    expect((await office.callAs('salesperson', 'parties.search', { text: '老字号' }))[0]).toMatchObject({ title: '新字号贸易公司', hint: '老字号贸易公司' })
    expect(JSON.parse(lastEntry().detail)).toMatchObject({ changed: { name: { from: '老字号贸易公司', to: '新字号贸易公司' } } })
    await office.callAs('salesperson', 'parties.change', { id, version: 2, ...fields('老字号贸易公司') })
    expect((await office.callAs('salesperson', 'parties.get', { id })).oldNames).toEqual([{ name: '新字号贸易公司', usedUntil: '2026-11-23' }])
  })
  test('two people at once: the second is told', async () => {
    const { id } = await office.callAs('salesperson', 'parties.add', fields('争用公司'))
    await office.callAs('salesperson', 'parties.change', { id, version: 1, ...fields('争用公司'), city: '海口' })
    expect(await office.answerAs('departmentclerk', 'parties.change', { id, version: 1, ...fields('争用公司'), city: '三亚' })).toMatchObject({
      ok: false, error: { code: 'changed-meanwhile' },
    })
  })
  test('the same again changes nothing, and still leaves its entry', async () => {
    const { id } = await office.callAs('salesperson', 'parties.add', { ...fields('不变公司'), contacts: [{ name: '李某', phone: '1' }] })
    expect(await office.callAs('salesperson', 'parties.change', { id, version: 1, ...fields('不变公司'), contacts: [{ name: '李某', phone: '1' }] })).toEqual({ version: 1 })
    expect(lastEntry()).toMatchObject({ method: 'parties.change', subjectId: id, detail: '{"changed":{}}' })
  })
  test('contacts and banks are replaced as a list', async () => {
    const { id } = await office.callAs('salesperson', 'parties.add', { ...fields('联系公司'), contacts: [{ name: '甲' }, { name: '乙' }], banks: [{ bank: 'A' }] })
    await office.callAs('salesperson', 'parties.change', { id, version: 1, ...fields('联系公司'), contacts: [{ name: '乙', phone: '2' }] })
    expect(await office.callAs('salesperson', 'parties.get', { id })).toMatchObject({ contacts: [{ name: '乙', post: null, phone: '2', email: null }], banks: [], version: 2 })
  })
  test('another department’s party is not there; one seen through a slip alone may be read, not changed', async () => {
    const { id } = await office.callAs('salesperson2', 'parties.add', fields('二部客户'))
    expect(await office.answerAs('salesperson', 'parties.change', { id, version: 1, ...fields('改名') })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await office.answerAs('salesperson', 'parties.get', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const { store } = office.archive
    const dossier = Number(store.prepare(`INSERT INTO dossier (kind, number, partyId, departmentId, year, level, openedOn, openedBy, openedAt, required, regulationVersionId)
      VALUES ('credit', 'X-1', ?, ?, 2026, 'internal', '2026-01-01', ?, '', 0, 1)`).run(id, office.departments.XS2, office.people.salesperson2).lastInsertRowid)
    const slip = Number(store.prepare(`INSERT INTO slip (number, state, applicantId, unit, partyName, purpose, manner, untilOn, filledBy, filledAt, regulationVersionId)
      VALUES ('S-1', 'signed', ?, '', '二部客户', '', 'read', '2026-11-30', ?, '', 1)`).run(office.people.salesperson, office.people.salesperson).lastInsertRowid)
    store.prepare('INSERT INTO slipDossier (slipId, dossierId) VALUES (?, ?)').run(slip, dossier)
    expect(await office.callAs('salesperson', 'parties.get', { id })).toMatchObject({ name: '二部客户', dossiers: [{ id: dossier }] })
    expect(await office.answerAs('salesperson', 'parties.change', { id, version: 1, ...fields('改名') })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

describe('grades', () => {
  test('the credit administrator records the grade that stands on paper', async () => {
    const { id } = await office.callAs('salesperson', 'parties.add', fields())
    await office.callAs('creditadministrator', 'parties.setGrade', { id, grade: 'AA', reason: '2026-03 评级报告' })
    expect(await office.callAs('salesperson', 'parties.get', { id })).toMatchObject({ grade: 'AA', gradeReason: '2026-03 评级报告', version: 2 })
    expect(JSON.parse(lastEntry().detail)).toEqual({ from: null, to: 'AA', reason: '2026-03 评级报告' })
  })
  test('never of his own customer', async () => {
    const { id } = await office.callAs('creditadministrator', 'parties.add', { ...fields(), salespersonId: office.people.creditadministrator })
    expect(await office.answerAs('creditadministrator', 'parties.setGrade', { id, grade: 'AAA', reason: '自评' })).toMatchObject({
      ok: false, error: { code: 'same-person' },
    })
  })
})

describe('a department sees the parties of the dossiers it keeps', () => {
  const sees = async (login: 'salesperson' | 'salesperson2', id: number) => (await office.answerAs(login, 'parties.get', { id })).ok
  const counted = async (login: 'salesperson' | 'salesperson2') => (await office.callAs(login, 'parties.list', {})).total

  test('from when one is opened until it is voided, wherever the party belongs meanwhile', async () => {
    const { id } = await office.callAs('creditadministrator', 'parties.add', { ...fields(), departmentId: office.departments.XS1 })
    const before = await counted('salesperson2')
    expect(await sees('salesperson2', id)).toBe(false)
    const dossier = await office.callAs('creditadministrator', 'dossiers.open', { partyId: id, departmentId: office.departments.XS2 })
    expect(await sees('salesperson2', id)).toBe(true)
    expect(await counted('salesperson2')).toBe(before + 1)
    const found = await office.callAs('salesperson2', 'parties.search', { text: dossier.number })
    expect(found[0]).toMatchObject({ kind: 'dossier', id: dossier.id })
    // The party moves to the department of its dossier, and away again.
    const card = await office.callAs('creditadministrator', 'parties.get', { id })
    const moved = await office.callAs('creditadministrator', 'parties.change', { id, version: card.version, kind: 'customer', name: card.name, departmentId: office.departments.XS2 })
    expect(await counted('salesperson2')).toBe(before + 1)
    expect(await sees('salesperson', id)).toBe(false)
    await office.callAs('creditadministrator', 'parties.change', { id, version: moved.version, kind: 'customer', name: card.name, departmentId: null })
    expect(await counted('salesperson2')).toBe(before + 1)
    await office.callAs('creditadministrator', 'dossiers.void', { id: dossier.id, reason: '误立' })
    expect(await sees('salesperson2', id)).toBe(false)
    expect(await counted('salesperson2')).toBe(before)
    expect(office.archive.store.prepare('SELECT dossiers FROM party WHERE id = ?').get(id)).toEqual({ dossiers: 0 })
    expect(await office.callAs('creditadministrator', 'parties.search', { text: dossier.number })).toEqual([])
  })
})
