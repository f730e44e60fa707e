import { deflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { csvRows, delimiterOf } from '../../src/main/parties/import/csv.ts'
import { decodeText } from '../../src/main/parties/import/decode-text.ts'
import { readTable } from '../../src/main/parties/import/table.ts'
import { repackWithinLimits } from '../../src/main/parties/import/zip-limits.ts'

const cellsOf = (text: string, delimiter = ',') => [...csvRows(text, delimiter)].map((row) => row.cells)

describe('CSV', () => {
  test('what a general reader makes of well-formed text', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '卷', '"', ',', '\n', '\r\n', ' ', ';'), maxLength: 6 })
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      expect(cellsOf(text)).toEqual(rows)
      expect(cellsOf(text)).toEqual(parse(text, { relax_column_count: true }))
    }))
  })
  test('any text at all comes to an end, and loses nothing but separators', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 }), (text) => {
      const letters = cellsOf(text).flat().join('').replaceAll(/[^a]/g, '')
      expect(letters).toBe(text.replaceAll(/[^a]/g, ''))
    }))
  })
  test('quoted line ends stay in their row', () => {
    expect(cellsOf('a,"b\nc"\r\nd,e')).toEqual([['a', 'b\nc'], ['d', 'e']])
  })
  test('a stray quotation mark costs no row', () => {
    expect(cellsOf('甲,"乙\n丙,丁\n戊,"己"x\n庚,辛')).toEqual([['甲', '"乙'], ['丙', '丁'], ['戊', '"己"x'], ['庚', '辛']])
  })
  test('an empty line is a row, so that numbers stay those of a spreadsheet', () => {
    expect(cellsOf('a\n\nb\n')).toEqual([['a'], [''], ['b']])
  })
  test('a row of ten megabytes is one unreadable row, told by its beginning', () => {
    const rows = [...csvRows(`a,b\n${'x'.repeat(10_000_000)},y\nc,d`, ',')]
    expect(rows.map((row) => row.isReadable)).toEqual([true, false, true])
    expect(rows[1]!.cells[0]!.length).toBe(200)
  })
  test.each([[',', 'a,b,c\n1,2,3'], [';', 'a;b;c\n1;2,5;3'], ['\t', 'a\tb\n1,5\t2'], ['|', 'a|b\n1|2'], [',', 'a\nb']])('separator %j', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

describe('encodings', () => {
  const text = '企业名称,城市\n海南海汽运输集团股份有限公司,海口\n'
  const gb = Buffer.from('c6f3d2b5c3fbb3c62cb3c7cad00abaa3c4cfbaa3c6fbd4cbcae4bcafcdc5b9c9b7ddd3d0cfdeb9abcbbe2cbaa3bfda0a', 'hex')
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 BOM', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16LE', Buffer.from(`name,code\n${text}name,code,123456\n`, 'utf16le')],
  ])('%s', (encoding, bytes) => {
    const decoded = decodeText(bytes)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text).toContain(text)
  })
  test('GB18030 is told by not being UTF-8', () => {
    expect(decodeText(gb)).toMatchObject({ encoding: 'GB18030' })
    expect(decodeText(gb).text).toBe(text)
  })
  test('a UTF-8 file with one broken byte stays UTF-8', () => {
    const bytes = Buffer.from(text.repeat(20))
    bytes[200] = 0xff
    expect(decodeText(bytes).encoding).toBe('UTF-8')
  })
})

describe('tables', () => {
  test('headings under a title, rows with their numbers', async () => {
    const table = await readTable(Buffer.from('客户名录,,\n\n企业名称,信用代码,城市\n甲,,济南\n\n乙,,青岛\n'))
    expect(table.headings).toEqual(['企业名称', '信用代码', '城市'])
    expect(table.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([[4, '甲'], [6, '乙']])
  })
  test('a workbook: the sheet whose headings name most; dates, numbers and gaps', async () => {
    const value = (cell: string | number | Date) => (cell instanceof Date ? { value: cell, type: Date, format: 'yyyy-mm-dd' } : { value: cell })
    const sheet = (rows: (string | number | Date | null)[][]) => rows.map((row) => row.map((cell) => (cell === null ? null : value(cell))))
    const written = writeXlsx(
      [
        { data: sheet([['说明'], ['仅供内部使用']]), sheet: '封面' },
        { data: sheet([['企业名称', '注册号', '成立日期'], ['甲公司', 320404000009558, new Date(Date.UTC(2017, 8, 1))], [null, null, null], ['乙公司', null, null]]), sheet: '名录' },
      ] as never,
    )
    const table = await readTable(await written.toBuffer())
    expect(table.encoding).toBe('XLSX')
    expect(table.columns.fields).toEqual(['name', 'creditCode', 'foundedOn'])
    expect(table.rows.map((row) => row.row)).toEqual([2, 4])
    expect(table.rows[0]!.cells[1]).toBe(320404000009558)
    expect(table.rows[0]!.cells[2]).toEqual(new Date(Date.UTC(2017, 8, 1)))
  })
  test.each([
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['blank lines', Buffer.from('\n \n,,\n'), 'empty-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-kind-refused'],
    ['half a workbook', Buffer.from('504b0304140000000800', 'hex'), 'file-unreadable'],
  ])('%s is refused', async (_what, bytes, code) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ code })
  })
})

describe('zip archives', () => {
  const zip = (name: string, data: Buffer, claimed = data.length) => {
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed, 24)
    entry.writeUInt16LE(name.length, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(46 + name.length, 12)
    end.writeUInt32LE(30 + name.length + packed.length, 16)
    return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
  }
  test('a bomb is stopped at the budget, whatever size it claims', () => {
    const bomb = zip('xl/sheet1.xml', Buffer.alloc(20_000_000), 10)
    expect(bomb.length).toBeLessThan(50_000)
    expect(() => repackWithinLimits(bomb, 1_000_000)).toThrow(expect.objectContaining({ code: 'file-unreadable' }))
    expect(repackWithinLimits(bomb, 30_000_000).length).toBeGreaterThan(20_000_000)
  })
  test('parts that are not XML are not unpacked at all', () => {
    expect(repackWithinLimits(zip('xl/media/image1.png', Buffer.alloc(20_000_000)), 1000).length).toBe(22)
  })
  test('damage anywhere is a refusal', () => {
    const whole = zip('xl/sheet1.xml', Buffer.from('<a/>'))
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, byte) => {
      const damaged = Buffer.from(whole)
      damaged[place] = byte
      try {
        repackWithinLimits(damaged, 1_000_000)
      } catch (error) {
        expect(error).toMatchObject({ code: 'file-unreadable' })
      }
    }))
  })
})
