import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Output } from '../../src/shared/contract/index.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { verify } from '../storage/archive-with-scans.ts'

// Whole tables that were taken in by mistake.

let office: TestArchive
let partyId: number
let supplierId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS1 })).id
  supplierId = (await office.callAs('creditadministrator', 'parties.add', { kind: 'supplier', name: '长治恒基矿机有限公司', departmentId: office.departments.XS1 })).id
})
afterEach(() => office.close())

const later = () => office.clock.set(new Date(office.clock.now().getTime() + 60_000))
const send = (name: string, rows: readonly string[]) => office.upload('creditadministrator', name, Buffer.from(`${rows.join('\n')}\n`), 'import')
const BILLS = ['单位名称,单据号,单据日期,到期日,金额', '唐山恒岳重工有限公司,YS-1,2026-03-01,2026-04-01,100', '唐山恒岳重工有限公司,YS-2,2026-03-02,2026-04-02,200', '别的公司,YS-3,2026-03-02,2026-04-02,200']
const takeIn = async (what: 'receivables' | 'receipts', name: string, rows: readonly string[], of: number | null = null) => {
  const answer = await office.callAs('creditadministrator', 'receivables.import', { upload: await send(name, rows), what, partyId: of })
  later()
  return answer
}
const past = async (more: object = {}): Promise<Output<'imports.list'>['rows']> =>
  (await office.callAs('officedirector', 'imports.list', { ledgers: ['receivables', 'receipts', 'deliveries', 'defaults'], ...more })).rows
const strike = async (seq: number, login: Parameters<TestArchive['answerAs']>[0] = 'officedirector') => {
  const answer = await office.answerAs(login, 'imports.strike', { seq, reason: '导错了表' })
  later()
  return answer.ok ? answer.value.struck : answer.error.code
}
const account = async () => (await office.callAs('creditadministrator', 'receivables.ofParty', { partyId })).position
const findings = async () => (await verify(office)).findings

test('receipts struck whole open what they paid; bills struck whole count no more; the table put right comes in again', async () => {
  await takeIn('receivables', '三月应收.csv', BILLS)
  await takeIn('receipts', '收款.csv', ['核销单号,收款日期,金额,凭证号', 'YS-1,2026-03-20,60,P1', 'YS-2,2026-03-21,30,P2'], partyId)
  expect(await account()).toMatchObject({ balanceFen: 210_00, openFen: 210_00 })
  const [receipts, bills] = await past()
  expect(receipts).toMatchObject({ ledger: 'receipts', fileName: '收款.csv', partyName: '唐山恒岳重工有限公司', read: 2, added: 2, refused: 0, struck: null })
  expect(bills).toMatchObject({ ledger: 'receivables', fileName: '三月应收.csv', partyName: null, read: 3, added: 2, refused: 1 })
  expect(await strike(receipts!.seq)).toBe(2)
  expect(await account()).toMatchObject({ balanceFen: 300_00, openFen: 300_00, advancesFen: 0 })
  expect(await strike(bills!.seq)).toBe(2)
  expect(await account()).toMatchObject({ balanceFen: 0, openFen: 0 })
  expect((await past()).map(({ struck }) => struck)).toMatchObject([{ byName: '测试officeDirector', reason: '导错了表', rows: 2 }, { rows: 2 }])
  expect(await findings()).toEqual([])
  expect(await takeIn('receivables', '三月应收改.csv', BILLS)).toMatchObject({ added: 2, repeated: 0 })
  expect(await account()).toMatchObject({ balanceFen: 300_00 })
})

test('struck once; what stood alone, was struck alone or came with another table is left as it is', async () => {
  await takeIn('receivables', '甲.csv', BILLS.slice(0, 2))
  await takeIn('receivables', '乙.csv', [BILLS[0]!, BILLS[2]!, '唐山恒岳重工有限公司,YS-4,2026-03-02,2026-04-02,400'])
  await office.callAs('creditadministrator', 'receivables.add', { partyId, number: 'YS-9', issuedOn: '2026-03-01', dueOn: '2026-04-01', amountFen: 900_00 })
  const [second] = await past()
  const { id } = office.archive.store.prepare("SELECT id FROM receivable WHERE number = 'YS-4'").get() as { id: number }
  await office.callAs('officedirector', 'receivables.strike', { what: 'receivable', id, reason: '单独划销' })
  later()
  expect(await strike(second!.seq)).toBe(1)
  expect(await account()).toMatchObject({ balanceFen: 1000_00 })
  expect(await office.answerAs('officedirector', 'imports.strike', { seq: second!.seq, reason: '又划一次' })).toMatchObject({ ok: false, error: { code: 'wrong-state', details: { struck: true } } })
  expect(await strike(1)).toBe('not-found')
  expect(await findings()).toEqual([])
})

test('deliveries and defaults likewise; what was corrected since stays', async () => {
  await office.callAs('creditadministrator', 'deliveries.import', { upload: await send('供货.csv', ['订单号,品名,计量单位,交期,订购数量', 'CG-1,锻件,件,2026-10-30,12', 'CG-2,锻件,件,2026-10-30,12']), partyId: supplierId })
  later()
  const { id } = office.archive.store.prepare("SELECT id FROM delivery WHERE orderNumber = 'CG-1'").get() as { id: number }
  await office.callAs('creditadministrator', 'deliveries.correct', { id, orderNumber: 'CG-1', goods: '锻件', unit: '件', dueOn: '2026-10-31', orderedQuantity: 12_000, reason: '交期抄错' })
  later()
  await office.callAs('creditadministrator', 'defaults.import', { upload: await send('违约.csv', ['单位名称,类别,日期', '唐山恒岳重工有限公司,纠纷,2026-03-01']) })
  later()
  expect(await past({ partyId: supplierId })).toMatchObject([{ ledger: 'deliveries', fileName: '供货.csv', added: 2 }])
  expect(await past({ partyId })).toMatchObject([{ ledger: 'defaults', fileName: '违约.csv', partyName: null, added: 1 }])
  expect(await past({ ledgers: ['receipts'] })).toEqual([])
  for (const { seq } of await past()) expect(await strike(seq)).toBe(1)
  expect(office.archive.store.prepare('SELECT orderNumber, dueOn FROM delivery WHERE struckAt IS NULL').all()).toEqual([{ orderNumber: 'CG-1', dueOn: '2026-10-31' }])
  expect(await findings()).toEqual([])
})

test('by the credit side alone, and by nobody who sells to one that the table names', async () => {
  await takeIn('receivables', '甲.csv', BILLS)
  const { seq } = (await past())[0]!
  for (const login of ['salesperson', 'archivist', 'generalmanager', 'auditor'] as const) expect(await strike(seq, login)).toBe('forbidden')
  expect((await office.answerAs('salesperson', 'imports.list', { ledgers: ['receivables'] })).ok).toBe(false)
  office.archive.store.prepare('UPDATE party SET salespersonId = ? WHERE id = ?').run(office.people.officedirector, partyId)
  expect(await strike(seq)).toBe('same-person')
  expect(await strike(seq, 'creditadministrator')).toBe(2)
})

test('one row given back by hand, or the strike of one changed, is told of', async () => {
  await takeIn('receivables', '甲.csv', BILLS)
  await strike((await past())[0]!.seq)
  for (const change of ['struckAt = NULL, struckBy = NULL, strikeReason = NULL', "strikeReason = '别的'", 'struckBy = 1']) {
    office.archive.store.connection.exec('SAVEPOINT damage')
    office.archive.store.connection.prepare(`UPDATE receivable SET ${change} WHERE id = 1`).run()
    expect(await findings(), change).not.toEqual([])
    office.archive.store.connection.exec('ROLLBACK TO damage; RELEASE damage')
  }
  expect(await findings()).toEqual([])
})
