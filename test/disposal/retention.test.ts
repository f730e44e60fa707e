import { describe, expect, it, test } from 'vitest'
import { FOR_EVER, type RetentionFacts, retentionOfDossier } from '../../src/shared/rules/disposal/retention.ts'
import type { RetentionRule } from '../../src/shared/rules/regulations/duties-of-office.ts'
import { presets } from '../builders/archive.ts'

const plain: RetentionFacts = {
  kind: 'credit', year: 2014, grade: null, level: 'internal', amountFen: null, itemCodes: [], contracts: { isRunning: false, endedOn: null },
  debts: { isOwed: false, settledOn: null }, ownYears: null, isKeptForEver: false, appraisedUntil: null,
}
const rule = (given: Partial<RetentionRule>): RetentionRule => ({ clause: '九', years: 20, from: 'opened', ...given })
const kept = (rules: RetentionRule[], facts: Partial<RetentionFacts>) =>
  retentionOfDossier({ retention: { clause: '八', defaultYears: 10, rules } }, { ...plain, ...facts })
const preset = (id: string) => presets.find((one) => one.id === id)!

describe('by every preset', () => {
  const ids = presets.map(({ id }) => id)
  test.each(ids)('%s: a credit dossier from its own year, a contract from its end', (id) => {
    const regulation = preset(id)
    expect(retentionOfDossier(regulation, plain)).toMatchObject({ years: 10, event: 'opened', from: '2015-01-01', until: '2024-12-31', by: 'rule' })
    const contract = { ...plain, kind: 'contract' as const }
    expect(retentionOfDossier(regulation, { ...contract, contracts: { isRunning: false, endedOn: '2020-12-31' } }))
      .toMatchObject({ years: 10, event: 'terminated', from: '2021-01-01', until: '2030-12-31' })
    expect(retentionOfDossier(regulation, { ...contract, contracts: { isRunning: false, endedOn: '2021-01-01' } })).toMatchObject({ until: '2031-12-31' })
    expect(retentionOfDossier(regulation, { ...contract, contracts: { isRunning: true, endedOn: '2018-05-01' } })).toMatchObject({ years: 10, from: null, until: null })
    expect(retentionOfDossier(regulation, contract), 'never signed: from its opening').toMatchObject({ event: 'opened', until: '2024-12-31' })
  })

  test.each([[null, '2024-12-31'], ['AAA', '2024-12-31'], ['A', '2024-12-31'], ['B', '2029-12-31'], ['C', '2034-12-31']])(
    'S15: grade %s, until %s: longer for higher risk', (grade, until) => {
      expect(retentionOfDossier(preset('S15'), { ...plain, grade }).until).toBe(until)
    })
})

describe('the longest of the rules that fit', () => {
  it.each<[string, Partial<RetentionRule>, Partial<RetentionFacts>, boolean]>([
    ['its kind', { kind: 'contract' }, { kind: 'contract' }, true],
    ['another kind', { kind: 'contract' }, {}, false],
    ['its grade', { grades: ['B', 'C'] }, { grade: 'C' }, true],
    ['no grade', { grades: ['B', 'C'] }, {}, false],
    ['its level', { levels: ['confidential'] }, { level: 'confidential' }, true],
    ['a lower level', { levels: ['confidential'] }, { level: 'secret' }, false],
    ['its amount to the fen', { minAmountFen: 100 }, { amountFen: 100 }, true],
    ['a fen less', { minAmountFen: 100 }, { amountFen: 99 }, false],
    ['no amount', { minAmountFen: 0 }, {}, false],
    ['a line it has', { itemCode: '4.2' }, { itemCodes: ['1.1', '4.2'] }, true],
    ['a line it lacks', { itemCode: '4.2' }, { itemCodes: ['4.1'] }, false],
    ['all conditions', { grades: ['C'], levels: ['secret'] }, { grade: 'C', level: 'secret' }, true],
    ['one of two', { grades: ['C'], levels: ['secret'] }, { grade: 'C' }, false],
  ])('%s', (_name, given, facts, fits) => {
    expect(kept([rule(given)], facts)).toMatchObject(fits ? { years: 20, clause: '九' } : { years: 10, clause: '八' })
  })

  it('is the latest day, not the most years', () => {
    const rules = [rule({ years: 15, from: 'opened' }), rule({ clause: '十', years: 10, from: 'terminated' })]
    expect(kept(rules, { contracts: { isRunning: false, endedOn: '2022-03-01' } })).toMatchObject({ years: 10, until: '2032-12-31', clause: '十' })
  })

  it('a shorter rule replaces the default; an event to come outlasts a day; for ever outlasts both', () => {
    expect(kept([rule({ years: 5 })], {}).until).toBe('2019-12-31')
    const open = rule({ from: 'terminated', years: 3 })
    expect(kept([rule({ years: 50 }), open], { contracts: { isRunning: true, endedOn: null } })).toMatchObject({ years: 3, from: null, until: null })
    expect(kept([rule({ years: null }), open], { contracts: { isRunning: true, endedOn: null } })).toMatchObject({ years: null, until: null })
  })

  it('after the last debt; nobody who never owed', () => {
    const rules = [rule({ from: 'settled', years: 5 })]
    expect(kept(rules, { debts: { isOwed: true, settledOn: '2019-02-01' } })).toMatchObject({ from: null, until: null })
    expect(kept(rules, { debts: { isOwed: false, settledOn: '2024-02-29' } })).toMatchObject({ event: 'settled', from: '2025-01-01', until: '2029-12-31' })
    expect(kept(rules, {})).toMatchObject({ event: 'opened', until: '2019-12-31' })
    expect(kept(rules, { contracts: { isRunning: false, endedOn: '2016-01-01' } })).toMatchObject({ event: 'terminated', until: '2021-12-31' })
  })
})

describe('lengthened, never shortened', () => {
  it('by its own years', () => {
    expect(kept([], { ownYears: 15 })).toMatchObject({ years: 15, until: '2029-12-31', by: 'own' })
    expect(kept([], { ownYears: 3 })).toMatchObject({ years: 10, until: '2024-12-31', by: 'rule' })
    expect(kept([], { isKeptForEver: true })).toMatchObject({ years: null, until: null, by: 'own' })
    expect(kept([rule({ from: 'terminated' })], { contracts: { isRunning: true, endedOn: null }, ownYears: 25 })).toMatchObject({ years: 25, from: null, until: null })
  })

  it('by an appraisal, to the end of its year', () => {
    expect(kept([], { appraisedUntil: '2031-12-31' })).toMatchObject({ years: 17, from: '2015-01-01', until: '2031-12-31', by: 'appraisal' })
    expect(kept([], { appraisedUntil: '2020-12-31' })).toMatchObject({ years: 10, until: '2024-12-31', by: 'rule' })
    expect(kept([], { appraisedUntil: FOR_EVER })).toMatchObject({ years: null, until: null, by: 'appraisal' })
  })
})
