import { describe, expect, test } from 'vitest'
import { carryOver, emptyParty, inputFrom, valuesOf, type PartyValues } from '../../../src/renderer/src/features/parties/party-values.ts'
import type { PartyOf } from '../../../src/renderer/src/features/parties/queries.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { creditCodeFor } from '../../../src/shared/rules/parties/credit-code.ts'

const words = zhCN.parties
const filled = (part: Partial<PartyValues>): PartyValues => ({ ...emptyParty, name: '甲公司', ...part })
const errorsOf = (part: Partial<PartyValues>) => {
  const result = inputFrom(filled(part), words)
  return 'errors' in result ? result.errors : {}
}

describe('a party as typed', () => {
  test('becomes what the contract takes, in its units', () => {
    const code = creditCodeFor(7)
    const result = inputFrom(filled({ creditCode: ` ${code} `, registeredCapital: '5,200.5', employees: '1,200', marketShare: '3.25%', departmentId: '4', phone: '' }), words)
    expect(result).toMatchObject({
      input: { creditCode: code, registeredCapitalFen: 5_200_500_000, employees: 1200, marketShareBasisPoints: 325, departmentId: 4, phone: null, salespersonId: null },
    })
  })

  test.each<[string, Partial<PartyValues>, string, string]>([
    ['no name', { name: '  ' }, 'name', words.problems.required],
    ['a name too long', { name: '长'.repeat(201) }, 'name', words.problems.tooLong(200)],
    ['a code of 17', { creditCode: '9137011200000000A' }, 'creditCode', words.codeProblems['code-wrong-length']],
    ['capital in words', { registeredCapital: '五千' }, 'registeredCapital', words.problems.capital],
    ['a share above all', { marketShare: '100.01' }, 'marketShare', words.problems.share],
    ['a share too fine', { marketShare: '1.234' }, 'marketShare', words.problems.share],
    ['employees in words', { employees: '很多' }, 'employees', words.problems.number],
    ['too many employees', { employees: '99999999' }, 'employees', words.problems.tooBig('10000000')],
    ['a day that is none', { foundedOn: '2021-02-30' }, 'foundedOn', words.problems.date],
  ])('%s is told at its field', (_what, part, field, problem) => expect(errorsOf(part)[field]).toBe(problem))

  test('lines that nobody filled in are left out, and problems stand at the line as the form counts it', () => {
    const blank = { name: '', post: '', phone: '', email: '' }
    const noName = { ...blank, phone: '010-1' }
    expect(errorsOf({ contacts: [blank, noName] })).toEqual({ 'contacts.1.name': words.problems.required })
    const result = inputFrom(filled({ contacts: [blank, { ...blank, name: '宋嘉禾' }], banks: [{ bank: ' ', account: '' }] }), words)
    expect('input' in result && [result.input.contacts, result.input.banks]).toEqual([[{ name: '宋嘉禾', post: null, phone: null, email: null }], []])
  })

  test('a legacy number passes', () => expect(errorsOf({ creditCode: '320404000009558' })).toEqual({}))
})

describe('a change by somebody else meanwhile', () => {
  const before = filled({ phone: '1', fax: '1', city: '甲' })

  test('what was typed stays, what was not takes the present data', () => {
    const typed = { ...before, phone: '2' }
    const present = { ...before, fax: '9' }
    expect(carryOver(before, typed, present)).toEqual({ values: { ...before, phone: '2', fax: '9' }, kept: [] })
  })
  test('a field that both changed is named and keeps what was typed', () => {
    const { values, kept } = carryOver(before, { ...before, phone: '2', city: '乙' }, { ...before, phone: '3', city: '乙' })
    expect(values.phone).toBe('2')
    expect(kept).toEqual(['phone'])
  })
})

test('a party is shown as it would be typed', () => {
  const party: PartyOf = {
    kind: 'both', name: '甲公司', shortName: null, creditCode: null, companyType: null, legalRepresentative: null, actualController: null,
    registeredCapitalFen: 5_200_000_000, firstBusinessOn: null, foundedOn: '2011-06-08', scope: null, province: null, city: null, registeredAddress: null, businessAddress: null,
    phone: null, fax: null, email: null, website: null, industry: null, sizeClass: 'micro', employees: 12, mainProducts: null, marketShareBasisPoints: 325,
    departmentId: 3, salespersonId: null, remarks: null, contacts: [{ name: '宋', post: null, phone: null, email: null }], banks: [], id: 1,
    codeState: 'none', grade: null, gradeReason: null, departmentName: '销售一部', salespersonName: null, oldNames: [], dossiers: [], version: 1,
    listed: [], updatedAt: '2026-11-23T00:00:00.000Z',
  }
  const values = valuesOf(party)
  expect(values).toMatchObject({ registeredCapital: '5,200', employees: '12', marketShare: '3.25', departmentId: '3', contacts: [{ name: '宋', post: '' }] })
  const back = inputFrom(values, words)
  expect('input' in back && back.input).toMatchObject({ registeredCapitalFen: 5_200_000_000, marketShareBasisPoints: 325, employees: 12, departmentId: 3 })
})
