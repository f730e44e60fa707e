import * as z from 'zod'
import { parties as contract, partyFields } from '../../../../shared/contract/parties.ts'
import type { Input } from '../../../../shared/contract/index.ts'
import { checkCreditCode } from '../../../../shared/rules/parties/credit-code.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { fenFromWan, wanFromFen } from '../../ui/capital.ts'
import type { PartyOf } from './queries.ts'

export type PartyInput = Input<'parties.add'>

type Line = Exclude<keyof typeof partyFields, 'kind' | 'registeredCapitalFen' | 'foundedOn' | 'sizeClass' | 'employees' | 'marketShareBasisPoints' | 'departmentId' | 'salespersonId' | 'firstBusinessOn' | 'contacts' | 'banks'>

/** What the form holds: every line as text, amounts as they are typed, choices as the choice. */
export type PartyValues = Record<Line, string> & {
  kind: 'customer' | 'supplier' | 'both'
  registeredCapital: string
  foundedOn: string | null
  sizeClass: NonNullable<PartyOf['sizeClass']> | null
  employees: string
  marketShare: string
  departmentId: string | null
  salespersonId: string | null
  firstBusinessOn: string | null
  contacts: { name: string; post: string; phone: string; email: string }[]
  banks: { bank: string; account: string }[]
}

export const LINES: readonly Line[] = [
  'name', 'shortName', 'creditCode', 'companyType', 'legalRepresentative', 'actualController', 'scope', 'province', 'city', 'registeredAddress',
  'businessAddress', 'phone', 'fax', 'email', 'website', 'industry', 'mainProducts', 'remarks',
]

export const emptyParty: PartyValues = {
  ...(Object.fromEntries(LINES.map((name) => [name, ''])) as Record<Line, string>),
  kind: 'customer', registeredCapital: '', foundedOn: null, sizeClass: null, employees: '', marketShare: '', departmentId: null, salespersonId: null, firstBusinessOn: null,
  contacts: [], banks: [],
}

const percent = (basisPoints: number) => String(basisPoints / 100)
const idText = (id: number | null) => (id === null ? null : String(id))

/** A party as the form shows it. */
export function valuesOf(party: PartyOf): PartyValues {
  return {
    ...(Object.fromEntries(LINES.map((name) => [name, party[name] ?? ''])) as Record<Line, string>),
    kind: party.kind,
    registeredCapital: party.registeredCapitalFen === null ? '' : wanFromFen(party.registeredCapitalFen),
    foundedOn: party.foundedOn,
    sizeClass: party.sizeClass,
    employees: party.employees === null ? '' : String(party.employees),
    marketShare: party.marketShareBasisPoints === null ? '' : percent(party.marketShareBasisPoints),
    departmentId: idText(party.departmentId),
    salespersonId: idText(party.salespersonId),
    firstBusinessOn: party.firstBusinessOn,
    contacts: party.contacts.map(({ name, post, phone, email }) => ({ name, post: post ?? '', phone: phone ?? '', email: email ?? '' })),
    banks: party.banks.map(({ bank, account }) => ({ bank, account: account ?? '' })),
  }
}

/** Percent with at most two decimals as basis points; null when empty, undefined when it is no such number. */
function basisPointsOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(/[%％]$/u, '')
  if (text === '') return null
  const parts = /^(\d{1,3})(?:\.(\d{0,2}))?$/u.exec(text)
  if (!parts) return undefined
  const points = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return points <= 10_000 ? points : undefined
}

function countOf(typed: string): number | null | undefined {
  const text = typed.replace(/[,，\s]/gu, '')
  if (text === '') return null
  return /^\d{1,8}$/u.test(text) ? Number(text) : undefined
}

export type FieldErrors = Record<string, string>

/** Two fields are typed in other units than they are kept in, under other names. */
export const formName = (name: string): string =>
  ({ registeredCapitalFen: 'registeredCapital', marketShareBasisPoints: 'marketShare' })[name] ?? name

/** A contact or bank that nobody filled in is left out rather than refused. */
const isFilled = (line: Record<string, string>) => Object.values(line).some((text) => text.trim() !== '')

const filledPlaces = (lines: readonly Record<string, string>[]) => lines.flatMap((line, place) => (isFilled(line) ? [place] : []))

/**
 * The form's values as the contract takes them, or what has to be corrected, by field (`name`, `contacts.0.phone`). The
 * contract's own schema has the last word.
 */
export function inputFrom(values: PartyValues, text: Text['parties']): { input: PartyInput } | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const { problems, codeProblems } = text
  const capital = fenFromWan(values.registeredCapital)
  if ('refused' in capital) errors['registeredCapital'] = problems.capital
  const employees = countOf(values.employees)
  if (employees === undefined) errors['employees'] = problems.number
  const share = basisPointsOf(values.marketShare)
  if (share === undefined) errors['marketShare'] = problems.share
  const code = checkCreditCode(values.creditCode)
  if ('refused' in code) errors['creditCode'] = codeProblems[code.refused]

  const { registeredCapital: _capital, marketShare: _share, ...rest } = values
  const candidate = {
    ...rest,
    creditCode: 'refused' in code ? null : code.code,
    registeredCapitalFen: 'refused' in capital ? null : capital.fen,
    employees: employees ?? null,
    marketShareBasisPoints: share ?? null,
    departmentId: values.departmentId === null ? null : Number(values.departmentId),
    salespersonId: values.salespersonId === null ? null : Number(values.salespersonId),
    contacts: values.contacts.filter(isFilled),
    banks: values.banks.filter(isFilled),
  }
  // A problem's number counts the lines that are filled; the form counts all of them.
  const places = { contacts: filledPlaces(values.contacts), banks: filledPlaces(values.banks) }
  const parsed = contract['parties.add'].input.safeParse(candidate)
  for (const issue of parsed.error?.issues ?? []) {
    const [name, line, ...inLine] = issue.path
    const place = (name === 'contacts' || name === 'banks') && typeof line === 'number' ? [places[name][line], ...inLine] : []
    const field = [formName(String(name)), ...place].join('.')
    errors[field] ??= issueWords(issue, problems)
  }
  return parsed.success && Object.keys(errors).length === 0 ? { input: parsed.data } : { errors }
}

function issueWords(issue: z.core.$ZodIssue, problems: Text['parties']['problems']): string {
  if (issue.code === 'too_big') return issue.origin === 'string' ? problems.tooLong(Number(issue.maximum)) : problems.tooBig(String(issue.maximum))
  if (issue.code === 'too_small') return issue.origin === 'string' ? problems.required : problems.tooSmall(Number(issue.minimum))
  if (issue.code === 'invalid_format') return issue.format === 'date' ? problems.date : problems.control
  return problems.other
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/**
 * What was typed, carried over to what somebody else saved meanwhile: fields typed in stay, all others take the present
 * data. `kept` names those that both changed differently, where the typed ones now stand.
 */
export function carryOver(before: PartyValues, typed: PartyValues, present: PartyValues): { values: PartyValues; kept: (keyof PartyValues)[] } {
  const names = Object.keys(emptyParty) as (keyof PartyValues)[]
  const mine = names.filter((name) => !same(before[name], typed[name]))
  return {
    values: { ...present, ...Object.fromEntries(mine.map((name) => [name, typed[name]])) },
    kept: mine.filter((name) => !same(before[name], present[name]) && !same(typed[name], present[name])),
  }
}
