import { type Cell, dayOf, lineOf } from '../../parties/import-values.ts'
import type { Sheet } from '../form.ts'
import { isPeriodEnd, monthEnd } from '../period.ts'
import type { Unit } from '../units.ts'

/** What a column of figures is: of a year by its last day, of “this” year, of the one before it, or no figures for us. */
export type ColumnMeaning = { readonly of: 'current' | 'prior' } | { readonly of: 'end'; readonly periodEnd: string }

const textOf = (cell: Cell) => lineOf(cell).normalize('NFKC').replaceAll(/\s/gu, '')
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u

/** What a heading says of its column; null for one that holds no figures of a year (行次, 附注, 本月). */
export function meaningOf(cell: Cell): ColumnMeaning | null {
  if (cell instanceof Date) return endOf(dayOf(cell) ?? null)
  const text = textOf(cell)
  if (text === '' || /行次|附注|注释|本月|本季|增减|增长|变动|比例|占比|%|页码|序号/u.test(text)) return null
  const span = spanEnd(text)
  if (span !== undefined) return span === null ? null : { of: 'end', periodEnd: span }
  const day = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?/u.exec(text)
  if (day) return endOf(dayOf(`${day[1]}-${day[2]}-${day[3]}`) ?? null)
  const month = /(\d{4})[年./-](\d{1,2})月?(?![\d])/u.exec(text)
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return endOf(monthEnd(`${month[1]}-${month[2]!.padStart(2, '0')}-01`))
  const year = YEAR.exec(text)
  if (year) return { of: 'end', periodEnd: `${year[1]}-12-31` }
  if (/年初|期初|上年|上期|去年|同期/u.test(text)) return { of: 'prior' }
  if (/期末|年末|本年|本期|当年|当期|累计|^金额|^余额|^数额/u.test(text)) return { of: 'current' }
  return null
}

/** A day of a balance sheet; the first day of a year is the close of the year before. */
function endOf(day: string | null): ColumnMeaning | null {
  if (day === null) return null
  if (day.endsWith('-01-01')) return { of: 'end', periodEnd: `${String(Number(day.slice(0, 4)) - 1)}-12-31` }
  return isPeriodEnd(day) ? { of: 'end', periodEnd: day } : null
}

/** Whether a cell heads a column of names. */
export const isNameHeading = (cell: Cell): boolean => /^(?:资产|项目|报表项目|科目|科目名称|项目名称|指标|负债(?:和|及|与)?(?:所有者|股东)权益.*)$/u.test(textOf(cell).replaceAll(/\([^)]*\)/gu, ''))

/** A title (资产负债表, 会企02表) or a break within the sheet; `none` for what follows the statements (补充资料). */
export function sheetNamed(text: string): Sheet | 'none' | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  if (/补充资料|所有者权益变动表|股东权益变动表/u.test(plain)) return 'none'
  if (/资产负债表|会小?企01/u.test(plain)) return 'balance'
  if (/利润表|损益表|会小?企02/u.test(plain)) return 'income'
  if (/现金流量表|会小?企03/u.test(plain)) return 'cash'
  return null
}

/** 单位：万元, 金额单位：人民币元, 单位：元 币种：人民币, 期末余额（千元）. */
export function unitNamed(text: string): Unit | null {
  const parts = /(?:单位[::]?|\()(?:人民币)?(万元|千元|元)(?:\)|$|[^\p{Script=Han}]|币种)/u.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''))
  return parts ? ({ 元: 'yuan', 千元: 'thousand', 万元: 'tenThousand' } as const)[parts[1] as '元'] : null
}

/** Parts of a year that count from January on; another quarter or half alone is no span that a set covers. */
const SPANS: readonly (readonly [RegExp, string | null])[] = [
  [/前三季度|前3季度|1-3季度|三季报/u, '09-30'], [/下半年|第?[二三四2-4]季度/u, null], [/上半年|半年度|半年报|中报/u, '06-30'], [/第?[一1]季度|一季报/u, '03-31'],
]
const TO = '[-~至到—–]+'
const OF_DAYS = new RegExp(`((?:19|20)\\d{2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?${TO}(?:((?:19|20)\\d{2})[年./-])?(\\d{1,2})[月./-](\\d{1,2})日?`, 'u')
const OF_MONTHS = new RegExp(`((?:19|20)\\d{2})[年./](\\d{1,2})月?${TO}(?:((?:19|20)\\d{2})[年./])?(\\d{1,2})月`, 'u')

/** The last day of a span that is written out: 2025年1-12月, 2026年1月1日至6月30日, 2026年上半年. Null where it does not begin with its year; undefined where there is none. */
function spanEnd(plain: string): string | null | undefined {
  const days = OF_DAYS.exec(plain)
  const [, year, from, firstDay, lastYear, until, lastDay] = days ?? OF_MONTHS.exec(plain)?.toSpliced(3, 0, '1') ?? []
  if (year !== undefined) {
    const month = Number(until)
    if (Number(from) !== 1 || Number(firstDay) !== 1 || (lastYear !== undefined && lastYear !== year) || month < 1 || month > 12) return null
    const end = monthEnd(`${year}-${String(month).padStart(2, '0')}-01`)
    return days && dayOf(`${year}-${until}-${lastDay}`) !== end ? null : end
  }
  const found = SPANS.find(([pattern]) => pattern.test(plain))
  const named = YEAR.exec(plain)
  return found && named ? found[1] && `${named[1]}-${found[1]}` : undefined
}

/** The end of the period that a title speaks of: 2025年12月31日, 2025年度, 2025年1-12月, 2026年1-6月. Another day of a year names none. */
export function periodNamed(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const span = spanEnd(plain)
  if (span !== undefined) return span
  const day = /((?:19|20)\d{2})[年./-](\d{1,2})[月./-](\d{1,2})日?/u.exec(plain)
  if (day) {
    const end = dayOf(`${day[1]}-${day[2]}-${day[3]}`)
    return end && isPeriodEnd(end) ? end : null
  }
  const month = /((?:19|20)\d{2})年(\d{1,2})月/u.exec(plain)
  if (month) return Number(month[2]) >= 1 && Number(month[2]) <= 12 ? monthEnd(`${month[1]}-${month[2]!.padStart(2, '0')}-01`) : null
  const year = YEAR.exec(plain)
  return year ? `${year[1]}-12-31` : null
}
