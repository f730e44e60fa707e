import type { CODE_STATES, GRADES, PARTY_KINDS, REFUSAL_REASONS } from '../../contract/parties.ts'
import { checkCreditCode } from './credit-code.ts'
import type { ImportField } from './import-columns.ts'
import { type Cell, countOf, dayOf, fenOf, gradeOf, kindOf, lineOf, noteOf } from './import-values.ts'

export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** Longest text of each field, as the contract has it (`partyFields`). */
export const LONGEST = {
  name: 200, shortName: 40, oldName: 200, outerCode: 60, companyType: 60, legalRepresentative: 60, actualController: 100, scope: 4000, province: 40,
  city: 40, registeredAddress: 200, businessAddress: 200, phone: 60, fax: 60, email: 100, website: 200, industry: 60, mainProducts: 200,
  contactName: 40, contactPhone: 40, bank: 100, bankAccount: 60, departmentCode: 40, salesperson: 40, remarks: 2000,
} as const
export type TextField = keyof typeof LONGEST

/** One row that can be taken in. A field the row says nothing about is absent: an import never wipes. */
export type PartyDraft = {
  name: string
  creditCode: string | null
  codeState: (typeof CODE_STATES)[number]
  texts: Partial<Record<Exclude<TextField, 'name'>, string>>
  kind: (typeof PARTY_KINDS)[number] | null
  grade: (typeof GRADES)[number] | null
  foundedOn: string | null
  firstBusinessOn: string | null
  registeredCapitalFen: number | null
  employees: number | null
}

const isText = (field: ImportField): field is TextField => Object.hasOwn(LONGEST, field)
/** Fields that may run over several lines. */
const isNote = (field: TextField) => field === 'scope' || field === 'remarks'

/**
 * Reads one row by its columns, or says why it cannot be taken in: the first thing wrong, columns in their order, the name
 * and the code before all else. `unitFen` is the capital column's unit in fen.
 */
export function readRow(cells: readonly Cell[], fields: readonly ImportField[], unitFen: bigint): PartyDraft | RefusalReason {
  const nameAt = fields.indexOf('name')
  const name = lineOf(cells[nameAt] ?? null)
  if (name === '') return 'name-missing'
  if (name.length > LONGEST.name) return 'name-too-long'
  if (name.includes('\ufffd')) return 'row-unreadable'
  const codeAt = fields.indexOf('creditCode')
  const code = checkCreditCode(codeAt < 0 ? null : lineOf(cells[codeAt] ?? null))
  if ('refused' in code) return code.refused
  const draft: PartyDraft = {
    name, creditCode: code.code, codeState: code.state, texts: {}, kind: null, grade: null, foundedOn: null, firstBusinessOn: null,
    registeredCapitalFen: null, employees: null,
  }
  for (let column = 0; column < fields.length; column++) {
    if (column === nameAt || column === codeAt) continue
    const refusal = readField(draft, fields[column]!, cells[column] ?? null, unitFen)
    if (refusal) return refusal
  }
  const { contactName, contactPhone, phone } = draft.texts
  // A number without a name is the party's own.
  if (contactPhone && !contactName) draft.texts.phone = phone && phone !== contactPhone ? `${phone} ${contactPhone}`.slice(0, LONGEST.phone) : contactPhone
  return draft
}

function readField(draft: PartyDraft, field: ImportField, cell: Cell, unitFen: bigint): RefusalReason | null {
  if (field === 'skip' || cell === null || cell === '') return null
  if (isText(field)) {
    const text = isNote(field) ? noteOf(cell) : lineOf(cell)
    if (text.length > LONGEST[field]) return 'field-too-long'
    if (text.includes('\ufffd')) return 'row-unreadable'
    if (text !== '' && field !== 'name') draft.texts[field] = text
    return null
  }
  switch (field) {
    case 'kind': return keep(kindOf(cell), 'kind-unknown', (kind) => { draft.kind = kind })
    case 'grade': return keep(gradeOf(cell), 'grade-unknown', (grade) => { draft.grade = grade })
    case 'foundedOn': return keep(dayOf(cell), 'date-impossible', (day) => { draft.foundedOn = day })
    case 'firstBusinessOn': return keep(dayOf(cell), 'date-impossible', (day) => { draft.firstBusinessOn = day })
    case 'registeredCapital': return keep(fenOf(cell, unitFen), 'number-unreadable', (fen) => { draft.registeredCapitalFen = fen })
    case 'employees': return keep(countOf(cell), 'number-unreadable', (count) => { draft.employees = count })
    default: return null
  }
}

function keep<Value>(value: Value | null | undefined, reason: RefusalReason, set: (value: Value) => void): RefusalReason | null {
  if (value === undefined) return reason
  if (value !== null) set(value)
  return null
}
