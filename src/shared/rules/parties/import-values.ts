import type { GRADES, PARTY_KINDS } from '../../contract/parties.ts'

/*
 * What a cell means. A cell comes from a CSV as text, from a workbook as text, number, truth or date. Every reader answers
 * the value, null for an empty cell, or undefined for one it cannot read: the caller says why the row is refused.
 */

export type Cell = string | number | boolean | Date | null

type PartyKind = (typeof PARTY_KINDS)[number]
type Grade = (typeof GRADES)[number]

/** A cell as one line of text: blanks folded, invisible characters gone. Dates as `YYYY-MM-DD`. */
export function lineOf(cell: Cell): string {
  if (typeof cell === 'string' && !UNTIDY.test(cell)) return cell
  return textOf(cell).replaceAll(/[\s\u00a0\u3000]+/gu, ' ').replaceAll(INVISIBLE, '').trim()
}

/** A cell as several lines of text. */
export function noteOf(cell: Cell): string {
  return textOf(cell).replaceAll(/\r\n?/g, '\n').replaceAll(INVISIBLE, '').trim()
}

/** Most cells are tidy, and an import reads millions. */
const UNTIDY = /[\s\p{Cc}\u00a0\u3000\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u
// Control characters but tab and line feed; zero-width characters, marks of byte order and of direction.
const INVISIBLE = /(?![\t\n])\p{Cc}|[\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1e21) return BigInt(cell).toString()
  return String(cell)
}

const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30)
const FIRST_YEAR = 1800
const LAST_YEAR = 2200

/**
 * A calendar day: 2017-09-01, 2017/9/1, 2017.9.1, 2017年9月1日, 20170901, each with or without a time after it, or a
 * spreadsheet's serial number (days since 1899-12-30, from 10000). Undefined for a day that does not exist, for a month
 * without a day and for orders of day and month that can be read two ways.
 */
export function dayOf(cell: Cell): string | null | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : calendarDay(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate())
  const text = lineOf(cell).normalize('NFKC')
  if (text === '') return null
  const parts = /^(\d{4})(?:[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?|(\d{2})(\d{2}))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(text)
  if (parts) return calendarDay(Number(parts[1]), Number(parts[2] ?? parts[4]), Number(parts[3] ?? parts[5]))
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)
  if (!serial || Number(serial[1]) < 10_000) return undefined
  const day = new Date(SPREADSHEET_EPOCH + Number(serial[1]) * 86_400_000)
  return calendarDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isReal || year < FIRST_YEAR || year > LAST_YEAR) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const MOST_FEN = 9_000_000_000_000_000n

/**
 * An amount in integer fen. A unit in the cell (万元, 亿元, 元) goes before the column's `fenPerUnit`; thousands may be
 * parted by commas. Undefined for another currency, a negative amount, a fraction of a fen, or more than 90 trillion yuan.
 */
export function fenOf(cell: Cell, fenPerUnit: bigint): number | null | undefined {
  const text = (typeof cell === 'number' ? decimalText(cell) : lineOf(cell)).normalize('NFKC').replaceAll(/[\s,]/gu, '')
  if (text === '') return null
  const parts = /^(?:人民币|RMB|CNY|¥|￥)?(\d{1,16})(?:\.(\d{1,12}))?(亿|万)?(元)?(?:整|正)?(?:\(?(?:人民币|RMB|CNY)\)?)?$/iu.exec(text)
  if (!parts) return undefined
  const unit = parts[3] === '亿' ? 10_000_000_000n : parts[3] === '万' ? 1_000_000n : parts[4] ? 100n : fenPerUnit
  const fraction = (parts[2] ?? '').replace(/0+$/, '')
  const scale = 10n ** BigInt(fraction.length)
  const scaled = BigInt(parts[1]! + fraction) * unit
  if (scaled % scale !== 0n || scaled / scale > MOST_FEN) return undefined
  return Number(scaled / scale)
}

/** A spreadsheet's number keeps 15 digits: 1234.56 may stand as 1234.5600000000001. */
function decimalText(value: number): string {
  if (!Number.isFinite(value) || value < 0 || value >= 1e16) return 'unreadable'
  return Number(value.toPrecision(15)).toFixed(6)
}

/** A count of people: 120, 1,200, 120人. */
export function countOf(cell: Cell): number | null | undefined {
  const text = lineOf(cell).normalize('NFKC').replaceAll(/[\s,]/gu, '')
  if (text === '') return null
  const digits = /^(\d{1,8})(?:\.0+)?人?$/u.exec(text)
  return digits && Number(digits[1]) <= 10_000_000 ? Number(digits[1]) : undefined
}

const KINDS: ReadonlyMap<string, PartyKind> = new Map([
  ...['客户', '客', '销售客户', '购货方', '买方', 'customer', 'client', 'buyer', 'c'].map((word) => [word, 'customer'] as const),
  ...['供应商', '供', '供货商', '供方', '销货方', '卖方', 'supplier', 'vendor', 'seller', 's'].map((word) => [word, 'supplier'] as const),
  ...['客户兼供应商', '供应商兼客户', '客户及供应商', '客户和供应商', '客户供应商', '客供', '两者', '双重', 'both', 'customerandsupplier', 'customersupplier'].map(
    (word) => [word, 'both'] as const,
  ),
])

export function kindOf(cell: Cell): PartyKind | null | undefined {
  const text = lineOf(cell).normalize('NFKC').toLowerCase().replaceAll(/[\s/、,+&-]/gu, '')
  return text === '' ? null : KINDS.get(text)
}

const GRADE = /^(AAA|AA|A|B|C)级?$/u

/** AAA to C. 未评级 is an empty cell: an import never takes a grade away. */
export function gradeOf(cell: Cell): Grade | null | undefined {
  const text = lineOf(cell).normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '')
  if (text === '' || text === '未评级' || text === '未评' || text === 'NONE' || text === 'UNRATED') return null
  return GRADE.exec(text)?.[1] as Grade | undefined
}
