import { describe, expect, test } from 'vitest'
import { FACTS, splitFactName } from '../../src/shared/rules/facts/catalogue.ts'
import { absent, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { ALTMAN_PARTS, altman } from '../../src/shared/rules/risks/altman.ts'
import { ASPECT_FACTS, PROGRAM_RULES, WARNING_RULES, warningsOf } from '../../src/shared/rules/risks/warnings.ts'
import { factNames, parse } from '../../src/shared/rules/schemes/expression.ts'

const facts = (values: Record<string, number>): Facts => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, present(value, [], null)]))
const FIRM = { currentAssets: 3864, currentLiabilities: 2400, totalAssets: 6476, retainedEarnings: 1354.6, totalProfit: 520, interestExpense: 48, equity: 3354.6, totalLiabilities: 3121.4 }

describe('Z″', () => {
  // Altman (2000), "Predicting Financial Distress of Companies": Z'' = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4.
  test('the published coefficients', () => expect(ALTMAN_PARTS.map(({ weight }) => weight)).toEqual([6.56, 3.26, 6.72, 1.05]))
  test('worked by hand', () => {
    // X1 = 1464/6476 = 0.226065, X2 = 0.209172, X3 = 568/6476 = 0.087708, X4 = 3354.6/3121.4 = 1.074710
    const { parts, z, zone } = altman(facts(FIRM))
    expect(parts.map(({ value }) => Number((value as number).toFixed(6)))).toEqual([0.226065, 0.209172, 0.087708, 1.07471])
    expect(z).toBeCloseTo(6.56 * 0.2260655 + 3.26 * 0.2091723 + 6.72 * 0.0877085 + 1.05 * 1.0747101, 5)
    expect(zone).toBe('safe')
  })
  test.each([
    ['grey between, both cuts included', { ...FIRM, currentAssets: 2400, retainedEarnings: 324, totalProfit: 100, equity: 3121.4 }, 'grey'],
    ['distress', { ...FIRM, currentAssets: 1400, retainedEarnings: -900, totalProfit: -400, equity: 400 }, 'distress'],
    ['negative equity', { ...FIRM, equity: -500 }, 'grey'],
  ] as const)('%s', (_what, firm, zone) => expect(altman(facts(firm)).zone).toBe(zone))
  test('no statements, no assets: no figure', () => {
    expect(altman({ ...facts(FIRM), retainedEarnings: absent('notProvided') })).toMatchObject({ z: null, zone: null })
    expect(altman(facts({ ...FIRM, totalAssets: 0 })).z).toBeNull()
    expect(altman(facts({ ...FIRM, totalLiabilities: 0 })).z).toBeNull()
  })
})

describe('warning rules', () => {
  test('name only facts that there are, as far back as they are kept; so do the aspects', () => {
    for (const name of [...WARNING_RULES.flatMap(({ when }) => factNames(parse(when))), ...Object.values(ASPECT_FACTS).flat()]) {
      const { base, back } = splitFactName(name)
      expect(FACTS[base], name).toBeDefined()
      expect(-back, name).toBeLessThanOrEqual(FACTS[base]!.yearsBack)
    }
  })
  const stateOf = (code: string, values: Record<string, number>) => warningsOf(facts(values), PROGRAM_RULES).find((one) => one.code === code)!.state
  test.each([
    ['W01', { turnover12: 70, 'turnover12[-1]': 100 }, 'clear'], ['W01', { turnover12: 69.9, 'turnover12[-1]': 100 }, 'hit'], ['W01', { turnover12: 50, 'turnover12[-1]': 0 }, 'unknown'],
    ['W02', { monthsActive12: 6 }, 'hit'], ['W02', { monthsActive12: 7 }, 'clear'], ['W02', {}, 'unknown'],
    ['W21', { equity: 0 }, 'hit'], ['W21', { equity: 1 }, 'clear'], ['W22', { netProfit: -1, 'netProfit[-1]': -1 }, 'hit'], ['W22', { netProfit: 1 }, 'clear'], ['W22', { netProfit: -1 }, 'unknown'],
    ['W23', { totalLiabilities: 75, totalAssets: 100 }, 'clear'], ['W23', { totalLiabilities: 76, totalAssets: 100 }, 'hit'], ['W23', { totalLiabilities: 76, totalAssets: 0 }, 'unknown'],
    ['W27', { relatedGuaranteesYuan: 60, equity: 100 }, 'hit'], ['W31', { fraud: 1 }, 'hit'], ['W31', { fraud: 0 }, 'unknown'], ['W31', { dishonest: 1 }, 'hit'], ['W34', { voidShare12: 0.1, redShare12: 0.11 }, 'hit'],
  ] as const)('%s over %j: %s', (code, values, state) => expect(stateOf(code, values)).toBe(state))
})
