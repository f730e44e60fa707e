import type { DEFAULT_FIELDS, DEFAULT_REFUSALS } from '../../contract/defaults.ts'
import { columnMatcher, missingOf, PARTY_HEADINGS } from '../parties/import-columns.ts'
import { type Cell, dayOf, fenOf, lineOf, noteOf } from '../parties/import-values.ts'
import type { DefaultKind } from './kinds.ts'

export type DefaultField = (typeof DEFAULT_FIELDS)[number]
export type DefaultRefusal = (typeof DEFAULT_REFUSALS)[number]

const HEADINGS: Readonly<Record<Exclude<DefaultField, 'skip'>, readonly string[]>> = {
  party: ['单位', ...PARTY_HEADINGS],
  kind: ['类别', '违约类别', '违约类型', '事项', '种类', 'kind', 'type'],
  isDefault: ['是否违约', '违约', '有无违约', 'default', 'isdefault', 'defaulted'],
  on: ['日期', '违约日期', '发生日期', '发生时间', '投诉日期', 'date', 'on', 'day'],
  amount: ['金额', '违约金额', '逾期金额', '涉及金额', 'amount'],
  description: ['说明', '情况', '事由', '备注', '违约情况', 'description', 'remarks', 'note'],
  settledOn: ['了结日期', '结清日期', '处理日期', '办结日期', 'settledon', 'settled'],
}
/** What each column fills. */
export const matchDefaultColumns = columnMatcher<DefaultField>(HEADINGS)

/** What the columns do not say: whose, and what happened where no kind is stated for all. */
export const missingInDefaults = (fields: readonly DefaultField[], kind: DefaultKind | null): DefaultField[][] => missingOf(fields, [['party'], ...(kind === null ? [['kind'] as const] : [])])

const KINDS: ReadonlyMap<string, DefaultKind> = new Map([
  ...['逾期30天以上', '逾期超30天', '逾期30天', '逾期>30天', '逾期', 'late30'].map((word) => [word, 'late30'] as const),
  ...['逾期90天以上', '逾期超90天', '逾期90天', '逾期>90天', '严重逾期', '违约', 'late90'].map((word) => [word, 'late90'] as const),
  ...['纠纷', '合同纠纷', 'dispute'].map((word) => [word, 'dispute'] as const),
  ...['诉讼败诉', '败诉', 'lawsuitlost'].map((word) => [word, 'lawsuitLost'] as const),
  ...['信用用途不符', '用途不符', 'misuse'].map((word) => [word, 'misuse'] as const),
  ...['坏账核销', '核销', '坏账', 'writeoff'].map((word) => [word, 'writeOff'] as const),
  ...['客户责任投诉', '对方责任投诉', '投诉对方责任', 'complainttheirs'].map((word) => [word, 'complaintTheirs'] as const),
  ...['我方责任投诉', '投诉我方责任', '投诉', 'complaintours'].map((word) => [word, 'complaintOurs'] as const),
])

export type DefaultDraft = { party: string; kind: DefaultKind; on: string; amountFen: number | null; description: string | null; settledOn: string | null }

/** Reads one row; `none` where it says that there was no default. What the table does not say comes from `stated`; `fenPerUnit`: of the amount's column, null for another currency. */
export function readDefaultRow(cells: readonly Cell[], fields: readonly DefaultField[], stated: { kind: DefaultKind | null; on: string | null }, today: string, fenPerUnit: bigint | null = 100n): DefaultDraft | 'none' | DefaultRefusal {
  const cell = (field: DefaultField): Cell => cells[fields.indexOf(field)] ?? null
  const party = lineOf(cell('party'))
  if (party === '') return 'party-missing'
  const answer = lineOf(cell('isDefault')).toLowerCase()
  if (fields.includes('isDefault')) {
    if (['否', '无', '没有', '0', 'no', 'n', 'false', ''].includes(answer)) return 'none'
    if (!['是', '有', '1', 'yes', 'y', 'true'].includes(answer)) return 'answer-unknown'
  }
  const word = lineOf(cell('kind')).normalize('NFKC').toLowerCase().replaceAll(/[\s（）()—-]/gu, '')
  const kind = word === '' ? stated.kind : KINDS.get(word)
  if (kind === undefined) return 'kind-unknown'
  if (kind === null) return 'kind-missing'
  const given = dayOf(cell('on'))
  if (given === undefined) return 'date-impossible'
  const on = given ?? stated.on
  if (on === null) return 'date-missing'
  if (on > today) return 'date-to-come'
  const settledOn = dayOf(cell('settledOn'))
  if (settledOn === undefined) return 'date-impossible'
  if (settledOn !== null && settledOn > today) return 'date-to-come'
  if (settledOn !== null && settledOn < on) return 'settled-before'
  const amountFen = fenPerUnit === null && lineOf(cell('amount')) !== '' ? undefined : fenOf(cell('amount'), fenPerUnit ?? 100n)
  if (amountFen === undefined) return 'amount-unreadable'
  const description = noteOf(cell('description'))
  return description.length > 1000 ? 'text-too-long' : { party, kind, on, amountFen, description: description || null, settledOn }
}
