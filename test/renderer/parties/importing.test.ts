import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusedCsv } from '../../../src/renderer/src/ui/refused-csv.ts'
import type { Outcome } from '../../../src/renderer/src/features/parties/importing/use-import.ts'
import { mapFaults } from '../../../src/renderer/src/features/parties/importing/use-import.ts'

const row = (number: number, cells: string[]): Outcome['refused'][number] => ({ row: number, reason: '', code: 'code-wrong-length', cells })
const table = (headings: string[], rows: Outcome['refused'][number][]) => refusedCsv(headings, rows, { row: '原行号', reason: '原因' }, () => '位数不对')

describe('refused rows as a table', () => {
  test('begins with a byte order mark and has row, cells and reason', () => {
    expect(table(['名称', '代码'], [row(4, ['甲', '1'])])).toBe('\ufeff原行号,名称,代码,原因\r\n4,甲,1,位数不对\r\n')
  })
  test('a row with fewer or more cells than headings keeps its reason in the last column', () => {
    const lines = table(['名称', '代码'], [row(4, ['甲']), row(5, ['乙', '2', '多'])]).split('\r\n')
    expect(lines.slice(0, 3)).toEqual(['\ufeff原行号,名称,代码,,原因', '4,甲,,,位数不对', '5,乙,2,多,位数不对'])
  })
  test('whatever stands in a cell is read back as it was', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (cells) => {
      const text = table(['a', 'b'], cells.map((each, index) => row(index + 2, each)))
      const read = parse(text, { bom: true, recordDelimiter: '\r\n' })
      expect(read.slice(1).map((line) => line.slice(1, 3))).toEqual(cells)
    }))
  })
})

describe('the columns of an import', () => {
  test('a field that two columns claim is named once, skipped columns never', () => {
    expect(mapFaults({ a: 'name', b: 'city', c: 'city', d: 'city', e: 'skip', f: 'skip' })).toEqual({ twice: ['city'], hasName: true })
  })
  test('without a name nothing can be imported', () => expect(mapFaults({ a: 'city' }).hasName).toBe(false))
})
