import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outcomeOf, verdictOf } from '../../src/shared/rules/checks/verdict.ts'
import * as samples from '../storage/samples.ts'
import { type CheckOffice, foundIn, itemOf, openCheckOffice } from './office.ts'

let office: CheckOffice
beforeEach(async () => { office = await openCheckOffice() })
afterEach(() => office.close())

const lastEntry = () => office.archive.store.prepare('SELECT method, subjectKind, subjectId, detail FROM audit ORDER BY seq DESC LIMIT 1').get() as { method: string; subjectKind: string; subjectId: number | null; detail: string }
function spoil(hash = office.hashes[0]!): void {
  const file = office.fileOf(hash)
  const bytes = readFileSync(file)
  bytes[bytes.length - 20]! ^= 1
  writeFileSync(file, bytes)
}

test.each([
  ['AQ-6', [], 'notCarriedOut'], ['AQ-6', [{ rule: 'not-run' }], 'notCarriedOut'], ['ZS-1', [], 'passed'], ['ZS-1', [{ rule: 'bytes-changed' }], 'failed'],
  ['ZS-1', [{ rule: 'bytes-changed' }, { rule: 'not-run' }], 'notRun'],
] as const)('%s with %j is %s', (code, findings, outcome) => {
  expect(outcomeOf(code, findings)).toBe(outcome)
})

test.each([
  [[['passed', false], ['notCarriedOut', false]], 'unfinished'], [[['passed', false], ['notCarriedOut', true]], 'passed'],
  [[['notRun', false], ['notCarriedOut', true]], 'failed'], [[['failed', true]], 'failed'],
] as const)('%j together: %s', (items, verdict) => {
  expect(verdictOf(items.map(([outcome, isAttested]) => ({ outcome, isAttested })))).toBe(verdict)
})

describe('a report', () => {
  test('is written once with one audit entry, and nothing can change or remove it', async () => {
    const report = await office.run()
    expect(lastEntry()).toMatchObject({ method: 'checks.run', subjectKind: 'dossier', subjectId: office.dossier.id })
    expect(JSON.parse(lastEntry().detail)).toMatchObject({ number: 'SX-2026-0001', verdict: 'unfinished', failed: [], notRun: [], notCarriedOut: ['AQ-6'] })
    expect(report.number).toBe('SX-2026-0001')
    for (const table of ['checkReport', 'checkItem']) {
      expect(() => office.sql(`UPDATE ${table} SET findings = 0`)).toThrow(/not changed/)
      expect(() => office.sql(`DELETE FROM ${table}`)).toThrow(/kept/)
    }
    spoil()
    await office.run()
    expect(() => office.sql("UPDATE checkFinding SET rule = 'locked'")).toThrow(/not changed/)
    expect(() => office.sql('DELETE FROM checkFinding')).toThrow(/kept/)
  })

  test('stands beside the one before it: what is new, what is mended', async () => {
    spoil()
    const first = await office.run()
    expect(first.former).toBeNull()
    expect(itemOf(first, 'ZS-1').shown[0]).toMatchObject({ isNew: false, document: office.items[0]!.title })
    spoil()
    office.sql('UPDATE dossier SET pages = pages + 1')
    const second = await office.run()
    expect(second.former).toMatchObject({ number: first.number, mended: 1, added: 1 })
    expect(foundIn(second)).toEqual(['WZ-3 cover-differs'])
    expect(itemOf(second, 'WZ-3')).toMatchObject({ former: 'passed', shown: [{ isNew: true }] })
    expect(itemOf(second, 'ZS-1').former).toBe('failed')
    expect(itemOf(await office.run(), 'WZ-3').shown[0]!.isNew).toBe(false)
  })

  test('keeps two hundred findings of an item, and counts all of them', async () => {
    const insert = office.archive.store.connection.prepare("INSERT INTO document (dossierId, title, originality, pages, addedAt, addedBy, datedOn) VALUES (?, ?, 'copy', 1, ?, 1, '2031-01-01')")
    for (let index = 0; index < 250; index++) insert.run(office.dossier.id, `件${index}`, office.clock.now().toISOString())
    const item = itemOf(await office.run(), 'ZS-4')
    expect([item.findings, item.shown.length, item.outcome]).toEqual([250, 200, 'failed'])
  })

  test('a person answers for the virus scan once, and for nothing else', async () => {
    const { id } = await office.run()
    const attest = (item: 'AQ-6' | 'ZS-1', login: 'archivist' | 'salesperson2' = 'archivist') => office.answerAs(login, 'checks.attest', { checkId: id, item, remarks: '全盘扫描，无威胁' })
    expect(await attest('AQ-6', 'salesperson2')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await attest('ZS-1')).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await attest('AQ-6')).toMatchObject({ ok: true })
    expect(await attest('AQ-6')).toMatchObject({ ok: false, error: { code: 'duplicate' } })
    const report = await office.callAs('archivist', 'checks.get', { id })
    expect(itemOf(report, 'AQ-6')).toMatchObject({ outcome: 'notCarriedOut', attestation: { remarks: '全盘扫描，无威胁' } })
    expect(report).toMatchObject({ verdict: 'passed', notCarriedOut: 1, attested: 1, may: { attest: false } })
  })

  test('who sees the dossier sees its reports; a title only who may read it; the auditor those of the archive, without a name', async () => {
    spoil()
    const { id } = await office.run()
    expect((await office.callAs('salesperson', 'checks.list', {})).total).toBe(1)
    expect((await office.callAs('salesperson2', 'checks.list', {})).total).toBe(0)
    expect(await office.answerAs('salesperson2', 'checks.get', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await office.answerAs('salesperson2', 'checks.run', { scope: 'dossier', id: office.dossier.id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await office.answerAs('auditor', 'checks.get', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const whole = await office.callAs('auditor', 'checks.runArchive', {})
    const report = await office.callAs('auditor', 'checks.get', { id: whole.id })
    expect(itemOf(report, 'ZS-1').shown[0]).toMatchObject({ dossierNumber: office.dossier.number, document: null, file: null })
    expect(JSON.stringify(report)).not.toContain('锦岱')
    expect(await office.answerAs('salesperson', 'checks.get', { id: whole.id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('the whole archive', () => {
  test('is a job with progress and one entry; cancelled, it leaves neither report nor entry', async () => {
    const before = office.archive.store.prepare('SELECT count(*) AS entries FROM audit').get() as { entries: number }
    const ran = await office.callAs('archivist', 'checks.runArchive', { jobId: 'whole-archive-1' })
    expect(ran).toMatchObject({ verdict: 'unfinished', failed: 0, notRun: 0 })
    expect(await office.callAs('archivist', 'jobs.progress', { jobId: 'whole-archive-1' })).toMatchObject({ state: 'done' })
    expect(lastEntry()).toMatchObject({ method: 'checks.runArchive', subjectKind: 'archive', subjectId: null })
    const running = office.answerAs('archivist', 'checks.runArchive', { jobId: 'whole-archive-2' })
    while (!(await office.callAs('archivist', 'jobs.cancel', { jobId: 'whole-archive-2' })).cancelled) await new Promise((resolve) => setImmediate(resolve))
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((office.archive.store.prepare('SELECT count(*) AS entries FROM audit').get() as { entries: number }).entries).toBe(before.entries + 1)
    expect((await office.callAs('archivist', 'checks.list', { scope: 'archive' })).total).toBe(1)
  })
})

describe('before a transfer is accepted', () => {
  async function sent() {
    const { id } = await office.callAs('departmentclerk', 'transfers.create', {
      from: 'department', to: 'office', departmentId: office.departments.XS1, dossierIds: [office.dossier.id],
    })
    await office.callAs('departmentclerk', 'transfers.submit', { id })
    return id
  }
  const line = (remarks?: string) => ({ dossierId: office.dossier.id, decision: 'accepted' as const, pages: office.items.length * 2, ...(remarks ? { remarks } : {}) })
  const findings = async (id: number) => (await office.callAs('officedirector', 'transfers.get', { id })).lines[0]!.findings

  test('a sound folder is checked as it is received, by a report of the transfer', async () => {
    const id = await sent()
    expect(await findings(id)).toEqual([{ check: 'notChecked', blocks: false, values: {} }])
    await office.callAs('officedirector', 'transfers.receive', { id, lines: [line()] })
    expect((await office.callAs('officedirector', 'checks.list', { transferId: id })).rows).toMatchObject([{ scope: 'transfer', verdict: 'unfinished', dossiers: 1 }])
    expect(JSON.parse(lastEntry().detail)).toMatchObject({ check: 'SX-2026-0001' })
  })

  test('what it must pass keeps it from being accepted without a remark; the rest is told', async () => {
    await office.plant('合同.pdf', samples.exe(), 'application/pdf')
    const id = await sent()
    expect(await office.answerAs('officedirector', 'transfers.receive', { id, lines: [line()] })).toMatchObject({ ok: false, error: { code: 'receipt-check-failed' } })
    const told = await findings(id)
    expect(lastEntry()).toMatchObject({ method: 'checks.run', subjectKind: 'transfer', subjectId: id })
    expect(told).toContainEqual({ check: 'fourProperties', blocks: true, values: { code: 'AQ-2', rule: 'executable', kind: 'exe', count: 1 } })
    expect(told.every(({ check }) => check === 'fourProperties')).toBe(true)
    await office.callAs('officedirector', 'transfers.receive', { id, lines: [line('原件已核，扫描件退回重扫')] })
    expect((await office.callAs('officedirector', 'checks.list', { transferId: id })).total, 'the report that refused it is the one that stays').toBe(1)
  })
})
