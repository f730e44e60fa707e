import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Evidence, EVIDENCE_KINDS, standingOn } from '../../src/shared/rules/qualifications/standing.ts'
import type { Qualification } from '../../src/shared/rules/regulations/duties-of-office.ts'

const asked: Qualification = { clause: '7', education: 'college', retrievalSkill: true, training: true, examination: { passScore: 60 } }
const piece = (kind: Evidence['kind'], obtainedOn: string, more: Partial<Evidence> = {}): Evidence => ({
  kind, obtainedOn, degree: kind === 'education' ? 'college' : null, score: kind === 'examination' ? 80 : null, isWithdrawn: false, ...more,
})
const whole = [piece('education', '2010-07-01'), piece('retrievalSkill', '2012-01-01'), piece('training', '2024-01-30'), piece('examination', '2024-01-31')]

describe('what an archivist can show', () => {
  test.each<[string, readonly Evidence[], string, Partial<ReturnType<typeof standingOn>>]>([
    ['everything', whole, '2024-01-31', { isValid: true, lacks: [], since: '2024-01-31' }],
    ['not before the last of it', whole, '2024-01-30', { isValid: false, lacks: ['examination'] }],
    ['nothing', [], '2024-01-31', { isValid: false, lacks: ['education', 'retrievalSkill', 'training', 'examination'], since: null }],
    ['a withdrawn piece does not count', whole.map((one) => ({ ...one, isWithdrawn: one.kind === 'training' })), '2025-01-01', { isValid: false, lacks: ['training'] }],
    ['a score below the mark', [...whole.slice(0, 3), piece('examination', '2024-01-31', { score: 59.5 })], '2025-01-01', { isValid: false, lacks: ['examination'] }],
    ['the mark itself passes', [...whole.slice(0, 3), piece('examination', '2024-01-31', { score: 60 })], '2025-01-01', { isValid: true, lacks: [] }],
    ['a higher degree does', [piece('education', '2010-07-01', { degree: 'master' }), ...whole.slice(1)], '2025-01-01', { isValid: true, lacks: [] }],
  ])('%s', (_name, evidence, day, expected) => {
    expect(standingOn(asked, evidence, day)).toMatchObject(expected)
  })

  test('a bachelor is asked for and a junior college diploma is not enough', () => {
    expect(standingOn({ ...asked, education: 'bachelor' }, whole, '2025-01-01').lacks).toEqual(['education'])
  })

  const lapsing = { ...asked, validMonths: 36 }
  test.each([
    ['2027-01-31', true, '2027-01-31'], ['2027-02-01', false, '2027-01-31'],
  ])('three years after the examination: on %s valid is %s', (day, isValid, until) => {
    expect(standingOn(lapsing, whole, day)).toMatchObject({ isValid, until, lacks: isValid ? [] : ['examination'] })
  })
  test('a month is to its last day: 30 November and three months are 28 February, or 29', () => {
    const three = { ...asked, validMonths: 3 }
    const examined = (day: string) => [...whole.slice(0, 3), piece('examination', day)]
    expect(standingOn(three, examined('2026-11-30'), '2026-12-01').until).toBe('2027-02-28')
    expect(standingOn(three, examined('2027-11-30'), '2027-12-01').until).toBe('2028-02-29')
  })
  test('a new examination renews, the old one stays in the history', () => {
    expect(standingOn(lapsing, [...whole, piece('examination', '2027-01-20', { score: 75 })], '2027-02-01')).toMatchObject({ isValid: true, until: '2030-01-20' })
  })
  test('without an examination the training is what lapses', () => {
    expect(standingOn({ ...lapsing, examination: null }, whole, '2027-01-31')).toMatchObject({ isValid: false, lacks: ['training'], until: '2027-01-30' })
  })

  const evidence = fc.array(fc.record({
    kind: fc.constantFrom(...EVIDENCE_KINDS), obtainedOn: fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
    degree: fc.constant('college' as const), score: fc.integer({ min: 0, max: 100 }), isWithdrawn: fc.boolean(),
  }))
  test('whatever there is, one more piece never takes a standing away', () => {
    fc.assert(fc.property(evidence, evidence, (some, more) => {
      const before = standingOn(lapsing, some, '2026-06-01')
      const after = standingOn(lapsing, [...some, ...more], '2026-06-01')
      expect(after.isValid || !before.isValid).toBe(true)
      expect(before.isValid).toBe(before.lacks.length === 0)
    }))
  })
})
