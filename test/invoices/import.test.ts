import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { companies, DAYS_KEPT, DAYS_RECOUNTED, HEADING, take } from './office.ts'

let office: TestArchive
beforeEach(async () => {
  office = await openTestArchive()
})
afterEach(() => office.close())

const rows = (query: string) => office.archive.store.prepare(query).all() as Record<string, unknown>[]
const standing = () => rows('SELECT count(*) AS invoices FROM invoice WHERE isStruck = 0')[0]!.invoices
const daysAreTrue = () => expect(rows(DAYS_KEPT)).toEqual(rows(DAYS_RECOUNTED))

describe('a table of invoices', () => {
  test.each([['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)], ['GB18030', gb18030], ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')]] as const)(
    '%s: of a thousand odd rows 997 are taken and three are named',
    async (_encoding, encode) => {
      await companies(office, 3)
      const line = (index: number) => `E${1 + (index % 3)},${10_000 + index},2017/${1 + (index % 12)}/${1 + (index % 28)},D${index % 40},1000.5,130.07,1130.57,有效发票`
      const lines = Array.from({ length: 1000 }, (_unused, index) => line(index))
      // Void with a blank before it, red, with no state at all, a total that does not add up; and three that cannot be taken.
      lines[1] = lines[1]!.replace('有效发票', ' 作废发票')
      lines[2] = lines[2]!.replace('1000.5,130.07,1130.57', '-943.4,-56.6,-1000.0')
      lines[3] = lines[3]!.replace('1000.5,130.07,1130.57', '-943.4,-56.6,-1000.0').replace('有效发票', '作废发票')
      lines[4] = lines[4]!.replace('有效发票', '')
      lines[5] = lines[5]!.replace('1130.57', '1130.58')
      lines[9] = lines[9]!.replace(/2017\/\d+\/\d+/, '2017/2/29')
      lines[499] = lines[499]!.replace(/^E\d/, 'E77')
      lines[999] = lines[999]!.replace('1000.5', '一千')
      const result = await take(office, [encode(`${HEADING}\n${lines.join('\n')}\n`)])
      expect(result).toMatchObject({ read: 1000, added: 997, repeated: 0, voided: 0, refusedTotal: 3, uneven: 1, parties: 3, from: '2017-01-01', until: '2017-12-28' })
      expect(result.refused.map(({ file, row, code, reason }) => [file, row, code, reason])).toEqual([
        [0, 11, 'date-impossible', '开票日期缺失、不存在或无法识别'], [0, 501, 'party-unknown', '往来单位中没有这家，请先导入单位名单'], [0, 1001, 'amount-unreadable', '金额、税额或价税合计无法识别'],
      ])
      expect(result.refused[1]!.cells[0]).toBe('E77')
      expect(rows('SELECT sum(isVoid) AS void, sum(amountFen < 0) AS red FROM invoice')).toEqual([{ void: 2, red: 2 }])
      daysAreTrue()
    },
  )
  test('the same again adds nothing, nor do rows that repeat one another', async () => {
    await companies(office, 1)
    const table = `${HEADING}\nE1,1,2020/1/2,D1,100,13,113,有效发票\nE1,1,2020/1/2,D1,100.0,13.00,113,有效发票\nE1,1,2020/1/2,D2,100,13,113,有效发票\n`
    expect(await take(office, [table, table])).toMatchObject({ read: 6, added: 2, repeated: 4 })
    expect(await take(office, [table])).toMatchObject({ read: 3, added: 0, repeated: 3 })
    daysAreTrue()
  })
  test('one that is void by a later file becomes void, and stays so', async () => {
    await companies(office, 1)
    const valid = `${HEADING}\nE1,1,2020/1/2,D1,100,13,113,有效发票\nE1,2,2020/1/2,D1,-50,-6.5,-56.5,有效发票\n`
    const isVoid = `${HEADING}\nE1,1,2020/1/2,D1,100,13,113,作废发票\nE1,2,2020/1/2,D1,-50,-6.5,-56.5,作废\n`
    await take(office, [valid])
    const later = await take(office, [isVoid])
    expect(later).toMatchObject({ added: 0, voided: 2, repeated: 0 })
    daysAreTrue()
    expect(await take(office, [valid])).toMatchObject({ added: 0, voided: 0, repeated: 2 })
    expect(rows('SELECT sum(isVoid) AS void FROM invoice')).toEqual([{ void: 2 }])
    await office.callAs('officedirector', 'invoices.strikeBatch', { batchId: later.batchId, reason: '状态有误' })
    expect(rows('SELECT sum(isVoid) AS void FROM invoice')).toEqual([{ void: 0 }])
    daysAreTrue()
  })
  test('which way they go is what the columns say: buyers are sold to, sellers bought from', async () => {
    await companies(office, 1)
    await take(office, [`${HEADING}\nE1,1,2020/1/2,D1,100,13,113,有效发票\n`, `${HEADING.replace('购方', '销方')}\nE1,1,2020/1/2,D1,100,13,113,有效发票\n`])
    expect(rows('SELECT direction FROM invoice ORDER BY id')).toEqual([{ direction: 'sale' }, { direction: 'purchase' }])
  })
  test('a list with both sides: the one that is a party of the archive is whose it is', async () => {
    const { id } = await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '海汽公司' })
    const table = '发票代码,发票号码,开票日期,销方名称,销方识别号,购方名称,购方识别号,金额,税额\n044,1,2020-01-02,海汽公司,91X,甲公司,91Y,1,0.1\n044,2,2020-01-02,乙公司,91Z,海汽公司,91X,1,0.1\n044,3,2020-01-02,乙公司,91Z,甲公司,91Y,1,0.1\n'
    const result = await take(office, [table])
    expect(result.refused.map(({ row, code }) => [row, code])).toEqual([[4, 'party-unknown']])
    expect(rows('SELECT invoice.partyId, direction, totalFen, key, name FROM invoice JOIN invoiceCounterparty AS side ON side.id = counterpartyId ORDER BY invoice.id')).toEqual([
      { partyId: id, direction: 'sale', totalFen: 110, key: '91Y', name: '甲公司' }, { partyId: id, direction: 'purchase', totalFen: 110, key: '91Z', name: '乙公司' },
    ])
  })
  test('the file of one party: rows that name another are refused, a column of the party may be absent', async () => {
    const [first] = await companies(office, 2)
    const result = await take(office, [`${HEADING}\nE1,1,2020/1/2,D1,1,0,1,\nE2,2,2020/1/2,D1,1,0,1,\n本公司,3,2020/1/2,D1,1,0,1,\n`, '发票号码,日期,金额,方向\n9,2020-01-02,5,进项\n8,2020-01-02,5,横\n7,2020-01-02,5,\n'], { partyId: first! })
    expect(result.added).toBe(3)
    expect(result.refused.map(({ file, row, code }) => [file, row, code])).toEqual([[0, 3, 'party-other'], [1, 3, 'direction-unknown'], [1, 4, 'direction-unknown']])
  })
  test('a workbook', async () => {
    await companies(office, 1)
    const text = (value: string) => ({ value, type: String })
    const sheet = [HEADING.split(',').map(text), [text('E1'), text('1'), { value: new Date(Date.UTC(2017, 8, 1)), type: Date, format: 'yyyy-mm-dd' }, text('D1'), { value: -943.4, type: Number }, { value: -56.6, type: Number }, { value: -1000, type: Number }, text('有效发票')]]
    const bytes = await (writeXlsx(sheet as never) as unknown as { toBuffer(): Promise<Buffer> }).toBuffer()
    expect(await take(office, [bytes])).toMatchObject({ read: 1, added: 1 })
    expect(rows('SELECT issuedOn, amountFen, taxFen, totalFen FROM invoice')).toEqual([{ issuedOn: '2017-09-01', amountFen: -94_340, taxFen: -5660, totalFen: -100_000 }])
  })
  test.each([['of something else', '甲,乙\n1,2\n', 'columns-not-found'], ['of nothing', ',,\n', 'empty-file']])('a table %s', async (_what, table, code) => {
    const upload = await office.upload('creditadministrator', 'x.csv', Buffer.from(table), 'import')
    const answer = await office.answerAs('creditadministrator', 'invoices.import', { files: [{ upload }] })
    expect(answer.ok ? null : answer.error.code).toBe(code)
    expect(standing()).toBe(0)
  })
})

describe('before and after', () => {
  test('a preview says what the import then does, and writes nothing', async () => {
    await companies(office, 1)
    const table = `${HEADING}\nE1,1,2020/1/2,D1,100,13,113,有效发票\nE1,1,2020/1/2,D1,100,13,113,作废发票\nE2,1,2020/1/2,D1,100,13,113,\n`
    const upload = await office.upload('creditadministrator', '销项.csv', Buffer.from(table), 'import')
    const preview = await office.callAs('creditadministrator', 'invoices.previewImport', { files: [{ upload }] })
    expect(standing()).toBe(0)
    expect(preview.files).toEqual([expect.objectContaining({ name: '销项.csv', encoding: 'UTF-8', rows: 3, direction: 'sale', isTable: true })])
    expect(preview.files[0]!.columns[3]).toEqual({ heading: '购方单位代号', field: 'buyer', examples: ['D1'] })
    const { batchId: _batchId, ...outcome } = await office.callAs('creditadministrator', 'invoices.import', { files: [{ upload }] })
    const { files: _files, ...foreseen } = preview
    expect(outcome).toEqual(foreseen)
  })
  test('cancelled, nothing of it is there', async () => {
    await companies(office, 1)
    const lines = Array.from({ length: 60_000 }, (_unused, index) => `E1,${index},2020/1/2,D1,100,13,113,有效发票`)
    const upload = await office.upload('creditadministrator', '销项.csv', Buffer.from(`${HEADING}\n${lines.join('\n')}\n`), 'import')
    const answer = office.answerAs('creditadministrator', 'invoices.import', { jobId: 'invoices-cancelled', files: [{ upload }] })
    let progress = await office.callAs('creditadministrator', 'jobs.progress', { jobId: 'invoices-cancelled' })
    while (progress.step !== 'writing' && progress.state !== 'done') {
      await new Promise((resolve) => { setTimeout(resolve, 5) })
      progress = await office.callAs('creditadministrator', 'jobs.progress', { jobId: 'invoices-cancelled' })
    }
    await office.callAs('creditadministrator', 'jobs.cancel', { jobId: 'invoices-cancelled' })
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(rows('SELECT (SELECT count(*) FROM invoice) + (SELECT count(*) FROM invoiceBatch) + (SELECT count(*) FROM invoiceDay) AS left')).toEqual([{ left: 0 }])
  })
  test('a batch is struck whole, once, with its reason; its file may come in again', async () => {
    const [party] = await companies(office, 2)
    const other = await take(office, [`${HEADING}\nE1,7,2020/1/2,D1,100,13,113,有效发票\n`])
    const table = `${HEADING}\nE1,1,2020/1/2,D1,100,13,113,有效发票\nE2,1,2020/1/3,D1,100,13,113,有效发票\n`
    const { batchId } = await take(office, [table])
    expect(await office.callAs('officedirector', 'invoices.strikeBatch', { batchId, reason: '导错账套' })).toEqual({ struck: 2 })
    daysAreTrue()
    expect(standing()).toBe(1)
    expect(rows('SELECT count(*) AS kept FROM invoice')).toEqual([{ kept: 3 }])
    expect(await office.answerAs('officedirector', 'invoices.strikeBatch', { batchId, reason: '再来' })).toMatchObject({ ok: false, error: { code: 'wrong-state' } })
    expect(await office.answerAs('generalmanager', 'invoices.strikeBatch', { batchId: other.batchId, reason: '再来' })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await take(office, [table])).toMatchObject({ added: 2, repeated: 0 })
    daysAreTrue()
    const { batches } = await office.callAs('generalmanager', 'invoices.overview', { partyId: party! })
    expect(batches.map(({ id, ofParty, parties, struck }) => [id, ofParty, parties, struck?.reason ?? null])).toEqual([[3, 1, 2, null], [batchId, 1, 2, '导错账套'], [other.batchId, 1, 1, null]])
  })
  test('an invoice is never rewritten or deleted', async () => {
    await companies(office, 1)
    await take(office, [`${HEADING}\nE1,1,2020/1/2,D1,100,13,113,有效发票\n`])
    for (const change of ['UPDATE invoice SET amountFen = 1', 'DELETE FROM invoice', 'DELETE FROM invoiceBatch']) expect(() => office.archive.store.prepare(change).run()).toThrow(/struck/)
  })
})

/** The bytes of GB18030 by asking the decoder of every two-byte character once. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Buffer.from(Array.from(text).flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : bytesOf.get(character)!)))
}
