import { describe, expect, test } from 'vitest'
import { compareRegulations, type Line, sumsOf } from '../../src/shared/rules/regulations/compare.ts'
import { readRegulation } from '../../src/shared/rules/regulations/faults.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { presets } from '../builders/archive.ts'

const s22 = presets.find(({ id }) => id === 'S22')!
const changed = (change: (body: Regulation) => void): Regulation => {
  const body = structuredClone(s22)
  change(body)
  return body
}
const differences = (change: (body: Regulation) => void): Line[] => compareRegulations(s22, changed(change)).filter((line) => !line.isSame)

describe('two regulations side by side', () => {
  test('the same one differs in nothing, and every document of it is there', () => {
    const lines = compareRegulations(s22, structuredClone(s22))
    expect(lines.every(({ isSame, left, right }) => isSame && left && right)).toBe(true)
    const documents = s22.catalogues.credit.classes.flatMap(({ items }) => items)
    expect(lines.filter(({ section }) => section === 'credit')).toHaveLength(documents.length)
  })

  test('a document on one side only, one that became required, one that expires', () => {
    const found = differences(({ catalogues }) => {
      const [first, second] = catalogues.credit.classes as [Class, Class]
      first.items.splice(1, 1)
      first.items.push({ code: '1.9', title: '开户许可证', isRequired: false })
      second.items[3]!.isRequired = true
      second.items[0]!.validMonths = 12
    })
    expect(found.map(({ section, left, right }) => [section, left?.title ?? null, right?.title ?? null])).toEqual([
      ['credit', '税务登记证', null], ['credit', '客户信用申请表', '客户信用申请表'], ['credit', '资信调查报告或信用分析', '资信调查报告或信用分析'], ['credit', null, '开户许可证'],
    ])
    expect(found[1]!.right!.facts).toMatchObject({ validMonths: 12 })
    expect(found[2]).toMatchObject({ left: { facts: { isRequired: false } }, right: { facts: { isRequired: true } } })
  })
  type Class = Regulation['catalogues']['credit']['classes'][number]

  test('a document with another title is the same line by its code, in versions of one regulation', () => {
    const found = differences(({ catalogues }) => { catalogues.credit.classes[0]!.items[1]!.title = '税务登记（三证合一）' })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ left: { title: '税务登记证' }, right: { title: '税务登记（三证合一）' } })
    const other = { ...changed(({ catalogues }) => { catalogues.credit.classes[0]!.items[1]!.title = '税务登记（三证合一）' }), id: 'S02' }
    expect(compareRegulations(s22, other).filter((line) => !line.isSame)).toHaveLength(2)
  })

  test.each<[string, (body: Regulation) => void, Line['section'], object]>([
    ['loan days', (body) => { body.lookup.loanDays.borrow = 5 }, 'lookup', { loanDays: 5 }],
    ['renewals', (body) => { body.lookup.maxRenewals = 4 }, 'lookup', { maxRenewals: 4 }],
    ['a number pattern', (body) => { body.numbering.slip = 'Q-{year}-{sequence:5}' }, 'numbering', { pattern: 'Q-{year}-{sequence:5}' }],
    ['years kept', (body) => { body.retention.defaultYears = 30 }, 'retention', { years: 30 }],
    ['a grade’s name', (body) => { body.grades[0]!.label = '特优' }, 'grades', { label: '特优' }],
    ['the level', (body) => { body.defaultLevel = 'secret' }, 'access', { level: 'secret' }],
    ['a confirmation', (body) => { body.confirmation = { clause: '1', role: body.confirmation?.role === 'generalManager' ? 'salesDirector' : 'generalManager' } }, 'approvals', { role: expect.any(String) }],
  ])('%s', (_name, change, section, facts) => {
    const found = differences(change)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ section, right: { facts } })
  })

  test('what one regulation has and the other has not stands on its side, in every pair of presets', () => {
    for (const left of presets) {
      for (const right of presets) {
        const there = compareRegulations(left, right)
        const back = compareRegulations(right, left)
        const side = (lines: Line[], name: 'left' | 'right') => lines.flatMap((line) => line[name] ?? []).map((cell) => JSON.stringify(cell)).toSorted()
        expect(side(there, 'left')).toEqual(side(back, 'right'))
        expect(there.filter(({ isSame }) => !isSame)).toHaveLength(back.filter(({ isSame }) => !isSame).length)
        if (left === right) expect(there.every(({ isSame }) => isSame)).toBe(true)
      }
    }
  })

  test('in numbers', () => {
    const before = sumsOf(s22)
    expect(sumsOf(changed(({ catalogues }) => { catalogues.contract.classes[0]!.items[0]!.isRequired = false })).requiredContract).toBe(before.requiredContract - 1)
  })
})

describe('reading what somebody edited', () => {
  test.each<[string, (body: Regulation) => void, (string | number)[], string]>([
    ['an empty title', (body) => { body.title = '' }, ['title'], 'empty'],
    ['no days at all', (body) => { body.lookup.loanDays.borrow = 0 }, ['lookup', 'loanDays', 'borrow'], 'too_small'],
    ['a pattern without its year', (body) => { body.numbering.credit = 'XY-{department}-{sequence:4}' }, ['numbering', 'credit'], 'invalid_format'],
    ['a class without documents', (body) => { body.catalogues.credit.classes[0]!.items = [] }, ['catalogues', 'credit', 'classes', 0, 'items'], 'too_small'],
    ['a role that does not exist', (body) => { body.lookup.signers[0]!.role = 'nobody' as never }, ['lookup', 'signers', 0, 'role'], 'invalid_value'],
    ['a part that does not exist', (body) => { Object.assign(body, { secret: 1 }) }, ['secret'], 'unknown'],
    ['a part that is missing', (body) => { Reflect.deleteProperty(body.lookup, 'loanDays') }, ['lookup', 'loanDays'], 'invalid_type'],
  ])('%s', (_name, change, place, reason) => {
    const { regulation, faults } = readRegulation(changed(change))
    expect(regulation).toBeNull()
    expect(faults[0]).toMatchObject({ place, reason })
  })

  test('anything at all is answered with faults, never thrown', () => {
    for (const body of [null, 7, 'text', [], {}, { clauses: 'x' }, { catalogues: { credit: { classes: [null] } } }]) {
      expect(readRegulation(body).faults.length).toBeGreaterThan(0)
    }
  })
})
