import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { matchDeliveryColumns, quantityOf, readDeliveryRow } from '../../src/shared/rules/deliveries/read-row.ts'
import { type Known, settleLot } from '../../src/shared/rules/deliveries/settle.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
let partyId: number

const upload = (table: string) => office.upload('creditadministrator', '供货.csv', Buffer.from(table), 'import')
const take = async (table: string, more: object = {}) => await office.callAs('creditadministrator', 'deliveries.import', { upload: await upload(table), ...more })
const preview = async (table: string, more: object = {}) => await office.callAs('creditadministrator', 'deliveries.previewImport', { upload: await upload(table), ...more })
const listed = async () => (await office.callAs('salesperson', 'deliveries.list', { partyId })).rows
const HEADING = '供应商,订单号,品名,计量单位,交期,订购数量,收货单号,到货日期,到货数量,不合格数量,发票'

test.each([
  ['1,200', 1_200_000, ''], ['3.5吨', 3500, '吨'], ['0.125', 125, ''], ['１２ 件', 12_000, '件'], ['2.5000', 2500, ''], ['0', 0, ''],
])('%s is %d thousandths', (text, thousandths, unit) => expect(quantityOf(text)).toEqual({ thousandths, unit }))
test.each(['-3', '1.2345', '三吨', '1e3x1', '12345678901'])('%s is no quantity', (text) => expect(quantityOf(text)).toBeUndefined())
test('a spreadsheet’s numbers', () => {
  expect([quantityOf(0.1 + 0.2), quantityOf(12), quantityOf(null), quantityOf(-1)]).toEqual([{ thousandths: 300, unit: '' }, { thousandths: 12_000, unit: '' }, null, undefined])
})

const read = (row: readonly string[], headings: readonly string[]) => readDeliveryRow(row, matchDeliveryColumns(headings), '2026-11-23', headings)
const invoiceOf = (word: string) => read(['CG-1', '2026/10/10', '5吨', '2026/10/9', '5', word], ['订单号', '交期', '订购数量', '到货日期', '到货数量', '发票'])
test.each([
  ['有', true], ['无', false], ['是', true], ['否', false], ['√', true], ['×', false], ['合规', true], ['不合规', false], ['', null], ['24312000000012345678', true], ['No.15212483', true], ['3100233130-15212483', true], ['15212483、15212484', true],
])('an invoice told by “%s”: %s', (word, isInOrder) => expect(invoiceOf(word)).toMatchObject({ isInvoiceInOrder: isInOrder }))
test.each(['大概', '15212483、大概', '2', '1'.repeat(300)])('an invoice is not told by “%s”', (word) => expect(invoiceOf(word)).toBe('invoice-unknown'))
test('nothing has come, so its invoice is neither; one that is there without its goods is asked after', () => {
  const headings = ['订单号', '交期', '订购数量', '发票']
  expect(read(['CG-1', '2026/10/10', '5吨', '无'], headings)).toMatchObject({ arrivedOn: null, isInvoiceInOrder: null })
  expect(read(['CG-1', '2026/10/10', '5吨', '有'], headings)).toBe('arrival-missing')
})
test('the unit: its own column, else behind the quantity, else in the heading', () => {
  const unit = (quantity: string, heading: string, own?: string) => read(['CG-1', '2026/10/10', quantity, ...(own === undefined ? [] : [own])], ['订单号', '交期', heading, ...(own === undefined ? [] : ['单位'])])
  expect([unit('5', '订购数量（吨）', '件'), unit('5吨', '订购数量'), unit('5', '订购数量(吨)'), unit('5 件', '订购数量【吨】')].map((one) => (typeof one === 'string' ? one : one.unit))).toEqual(['件', '吨', '吨', '件'])
  expect(unit('5', '订购数量')).toBe('unit-missing')
})

describe('a row beside what stands of its order', () => {
  const lot = (more: Partial<Known> = {}): Known => ({ orderedQuantity: 100, receiptNumber: '', arrivedOn: null, arrivedQuantity: null, acceptedQuantity: null, isInvoiceInOrder: null, ...more })
  const came = lot({ arrivedOn: '2026-10-01', arrivedQuantity: 60 })
  test.each([
    ['the first of its order', lot(), [], 'added'], ['the same again', lot(), [lot()], 'repeated'], ['it arrives', came, [lot()], 'completed'], ['another lot', came, [lot({ arrivedOn: '2026-10-05', arrivedQuantity: 40 })], 'added'],
    ['an older list that knows of no arrival', lot(), [came], 'repeated'], ['another quantity ordered', lot({ orderedQuantity: 90 }), [lot()], 'differs'], ['the inspection is new', { ...came, acceptedQuantity: 58 }, [came], 'completed'],
    ['the inspection is another', { ...came, acceptedQuantity: 58 }, [{ ...came, acceptedQuantity: 57 }], 'differs'], ['an older list that knows of no inspection', came, [{ ...came, acceptedQuantity: 57 }], 'repeated'],
    ['the same day and quantity by another receipt', { ...came, receiptNumber: 'SH-2' }, [{ ...came, receiptNumber: 'SH-1' }], 'added'],
  ] as const)('%s', (_name, row, lots, what) => expect(settleLot(row, lots).what).toBe(what))
})

describe('a table', () => {
  beforeEach(async () => {
    office = await openTestArchive()
    partyId = (await office.callAs('creditadministrator', 'parties.add', { kind: 'supplier', name: '恒基矿机', departmentId: office.departments.XS1 })).id
  })
  afterEach(() => office.close())
  test('good rows go in once, a later table adds what is new, bad ones are named', async () => {
    const first = [HEADING, '恒基矿机,CG-1,锻件,件,2026/10/10,100,,,,,', '恒基矿机,CG-2,锻件,件,2026/10/10,"1,000.5",SH-1,2026/10/9,600,12,合规'].join('\n')
    expect(await preview(first)).toMatchObject({ read: 2, added: 2, completed: 0, repeated: 0, isTable: true, refused: [] })
    expect(await listed()).toEqual([])
    expect(await take(first)).toMatchObject({ read: 2, added: 2, repeated: 0, parties: 1, refused: [] })
    expect(await take(first)).toMatchObject({ added: 0, completed: 0, repeated: 2, parties: 0 })
    const later = [HEADING, '恒基矿机,CG-1,锻件,件,2026/10/10,100,SH-3,2026/10/12,100,0,', '恒基矿机,CG-2,锻件,件,2026/10/10,1000.5,SH-1,2026/10/9,600,12,合规', '恒基矿机,CG-2,锻件,件,2026/10/10,1000.5,SH-2,2026/10/11,400.5,,不合规'].join('\n')
    expect(await preview(later)).toMatchObject({ added: 1, completed: 1, repeated: 1 })
    expect(await take(later)).toMatchObject({ added: 1, completed: 1, repeated: 1, refused: [] })
    expect((await listed()).map((row) => [row.orderNumber, row.receiptNumber, row.arrivedOn, row.arrivedQuantity, row.acceptedQuantity, row.isInvoiceInOrder, row.fileName])).toEqual([
      ['CG-2', 'SH-2', '2026-10-11', 400_500, null, false, '供货.csv'], ['CG-2', 'SH-1', '2026-10-09', 600_000, 588_000, true, '供货.csv'], ['CG-1', 'SH-3', '2026-10-12', 100_000, 100_000, null, '供货.csv'],
    ])
    expect(await take(later)).toMatchObject({ added: 0, completed: 0, repeated: 3 })
  })
  test('every way a row can be wrong has its name', async () => {
    await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '海汽公司', departmentId: office.departments.XS1 })
    const bad: [string, string][] = [
      ['party-missing', ',CG-1,,件,2026/10/10,1,,,,,'], ['party-unknown', '无此公司,CG-1,,件,2026/10/10,1,,,,,'], ['not-supplier', '海汽公司,CG-1,,件,2026/10/10,1,,,,,'], ['order-missing', '恒基矿机,,,件,2026/10/10,1,,,,,'],
      ['date-impossible', '恒基矿机,CG-1,,件,2026/2/30,1,,,,,'], ['due-missing', '恒基矿机,CG-1,,件,,1,,,,,'], ['arrival-to-come', '恒基矿机,CG-1,,件,2026/10/10,1,,2026/11/24,1,,'], ['arrival-missing', '恒基矿机,CG-1,,件,2026/10/10,1,,,1,,'],
      ['arrived-missing', '恒基矿机,CG-1,,件,2026/10/10,1,,2026/10/10,,,'], ['quantity-unreadable', '恒基矿机,CG-1,,件,2026/10/10,若干,,,,,'], ['ordered-missing', '恒基矿机,CG-1,,件,2026/10/10,,,,,,'], ['accepted-above', '恒基矿机,CG-1,,件,2026/10/10,1,,2026/10/10,1,2,'],
      ['unit-missing', '恒基矿机,CG-1,,,2026/10/10,1,,,,,'], ['invoice-unknown', '恒基矿机,CG-1,,件,2026/10/10,1,,2026/10/10,1,,大概'], ['text-too-long', `恒基矿机,${'长'.repeat(61)},,件,2026/10/10,1,,,,,`],
    ]
    const table = [HEADING, ...bad.map(([, row]) => row), '恒基矿机,CG-7,,件,2026/10/10,1,,,,,', '恒基矿机,CG-7,,件,2026/10/10,2,,,,,'].join('\n')
    const expected = [...bad.map(([code], index) => [index + 2, code]), [bad.length + 3, 'differs']]
    for (const answer of [await preview(table), await take(table)]) {
      expect(answer.refused.map(({ row, code }) => [row, code])).toEqual(expected)
      expect(answer).toMatchObject({ added: 1, refusedTotal: expected.length })
    }
    expect((await take('订单号,交期,订购数量,计量单位,合同编号\nCG-9,2026/10/10,1,件,HT-无\n', { partyId })).refused).toMatchObject([{ row: 2, code: 'contract-unknown' }])
  })
  test('of one supplier: a row need not name it, and may not name another; who is none, and a table that says too little, are refused', async () => {
    await office.callAs('creditadministrator', 'parties.add', { kind: 'supplier', name: '别家', departmentId: office.departments.XS1 })
    const table = '订单号,交期,订购数量,供应商\nCG-1,2026/10/10,5吨,\nCG-2,2026/10/10,5吨,我们自己的代号\nCG-3,2026/10/10,5吨,别家\n'
    expect(await take(table, { partyId })).toMatchObject({ added: 2, refused: [{ row: 4, code: 'party-other' }] })
    expect((await listed()).map(({ unit }) => unit)).toEqual(['吨', '吨'])
    const customer = (await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '海汽公司', departmentId: office.departments.XS1 })).id
    expect(await office.answerAs('creditadministrator', 'deliveries.import', { upload: await upload(table), partyId: customer })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await office.answerAs('creditadministrator', 'deliveries.import', { upload: await upload('订单号,备注\nCG-1,无\n'), partyId })).toMatchObject({ ok: false, error: { code: 'columns-not-found' } })
    expect(await preview('订单号,备注\nCG-1,无\n', { partyId })).toMatchObject({ isTable: false, missing: [['dueOn'], ['ordered']], added: 0 })
    expect(await preview('订单编号,订货数量\nCG-1,5吨\n')).toMatchObject({ isTable: false, missing: [['party'], ['dueOn']] })
    expect(await preview('单子,应到,要多少,备注\nCG-8,2026/10/10,5吨,无\n', { partyId, columns: { 单子: 'orderNumber', 应到: 'dueOn', 要多少: 'ordered' } })).toMatchObject({ isTable: true, added: 1 })
  })
})
