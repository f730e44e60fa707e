import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auc, aucInterval, ks, ksFloor, type Scored } from '../../src/shared/rules/validity/discrimination.ts'
import { migrationMatrix, movement } from '../../src/shared/rules/validity/migration.ts'
import { binomialTest, brier, rateInterval, reversals } from '../../src/shared/rules/validity/rates.ts'
import { chiSquare, chiSquareQuantile, informationValue, psi, psiNoise } from '../../src/shared/rules/validity/stability.ts'

// Reference values: scikit-learn 1.9.1 (roc_auc_score, roc_curve, brier_score_loss) and SciPy 1.17.1 (ks_2samp, binomtest,
// proportion_ci 'wilson', chi2.ppf, entropy both ways for PSI and IV) on these very vectors.
const SCORES = [53, 71, 62, 52, 75, 54, 89, 52, 74, 60, 75, 68, 58, 76, 62, 79, 45, 60, 69, 80, 66, 59, 89, 80, 61, 62, 61, 55, 59, 75, 78, 72, 57, 69, 62, 97, 85, 48, 86, 82, 73, 75, 75, 70, 79, 64, 69, 71, 69, 69, 70, 75, 51, 74, 73, 83, 79, 61, 78, 73]
const BAD = [1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
const FORETOLD = [0.218, 0.065, 0.4, 0.092, 0.185, 0.093, 0.458, 0.141, 0.085, 0.397, 0.093, 0.104, 0.228, 0.345, 0.225, 0.229, 0.07, 0.248, 0.159, 0.213, 0.278, 0.137, 0.044, 0.149, 0.25, 0.038, 0.187, 0.076, 0.067, 0.249, 0.253, 0.451, 0.092, 0.158, 0.091, 0.343, 0.099, 0.043, 0.149, 0.272, 0.156, 0.376, 0.234, 0.184, 0.155, 0.051, 0.17, 0.081, 0.066, 0.057, 0.115, 0.13, 0.29, 0.323, 0.121, 0.211, 0.211, 0.227, 0.169, 0.263]
const rows = SCORES.map((score, index) => ({ score, isBad: BAD[index] === 1, foretold: FORETOLD[index]! }))
const scored = (goods: number[], bads: number[]): Scored[] => [...goods.map((score) => ({ score, isBad: false })), ...bads.map((score) => ({ score, isBad: true }))]
const EXACT = 9

describe('against published implementations', () => {
  test('AUC, ties half', () => expect(auc(rows)).toBeCloseTo(0.6700310559006211, EXACT))
  test('KS', () => expect(ks(rows)).toBeCloseTo(0.32608695652173914, EXACT))
  test('Brier', () => expect(brier(rows)).toBeCloseTo(0.17306073333333333, EXACT))
  test('PSI', () => expect(psi([20, 35, 48, 60, 37], [14, 41, 30, 66, 49])).toBeCloseTo(0.07746074362883887, EXACT))
  test('IV', () => expect(informationValue([120, 90, 60, 30, 15], [4, 7, 11, 13, 20])).toBeCloseTo(1.4097181528844862, EXACT))
  test.each([
    [0, 20, 0.05, 0.6226463974646921, 0, 0.16112515805281935], [3, 20, 0.05, 0.07548367378849626, 0.05236874589621662, 0.3604188647407569],
    [7, 60, 0.2, 0.144200202162234, 0.0576772064005603, 0.2217878802417086], [13, 60, 0.1, 0.0074780153475042695, 0.13123044048190305, 0.3362002757319479],
    [5, 5, 0.5, 0.0625, 0.5655175352168251, 1], [1, 400, 0.01, 0.20010307548458617, 0.0004414477868016353, 0.014023285075823391],
  ])('%d of %d against %d', (hits, cases, rate, p, low, high) => {
    expect(binomialTest(hits, cases, rate)).toBeCloseTo(p, EXACT)
    expect(rateInterval(hits, cases).low).toBeCloseTo(low, EXACT)
    expect(rateInterval(hits, cases).high).toBeCloseTo(high, EXACT)
  })
  test.each([[0.95, 1, 3.841458820694124], [0.95, 2, 5.991464547107979], [0.95, 4, 9.487729036781154], [0.95, 9, 16.918977604620448], [0.5, 3, 2.3659738843753377]])(
    'χ² quantile %d with %d degrees', (probability, degrees, value) => expect(chiSquareQuantile(probability, degrees)).toBeCloseTo(value, EXACT))
})

describe('by hand', () => {
  test('AUC of the perfect, the reversed, the blind and the tied', () => {
    expect(auc(scored([3, 4], [1, 2]))).toBe(1)
    expect(auc(scored([1, 2], [3, 4]))).toBe(0)
    expect(auc(scored([5, 5], [5]))).toBe(0.5)
    expect(auc(scored([1, 3], [2]))).toBe(0.5)
    expect(auc(scored([1], []))).toBeNull()
  })
  test('the interval widens as defaults get fewer, keeps within 0–1 and is not a point at AUC 1', () => {
    const width = (bads: number) => { const { low, high } = aucInterval(0.85, bads, bads * 9); return high - low }
    expect([5, 10, 20, 30, 50, 100].map(width)).toEqual([5, 10, 20, 30, 50, 100].map(width).sort((a, b) => b - a))
    expect(aucInterval(1, 5, 45).low).toBeCloseTo(0.788, 3)
    expect(aucInterval(1, 5, 45).high).toBe(1)
    expect(aucInterval(0.5, 13, 47).low + aucInterval(0.5, 13, 47).high).toBeCloseTo(1, 9)
  })
  test('the KS of a useless score, as measured by simulation', () => {
    expect(ksFloor(5, 45)).toBeCloseTo(0.6, 2)
    expect(ksFloor(10, 90)).toBeCloseTo(0.43, 2)
    expect(ksFloor(27, 96)).toBeCloseTo(0.28, 1)
    expect(ksFloor(50, 450)).toBeCloseTo(0.2, 2)
    expect(ksFloor(1, 1)).toBe(1)
  })
  test('the floor by counting every order of three and four', () => {
    const orders = (bads: number, goods: number): boolean[][] =>
      bads + goods === 0 ? [[]] : [...(bads ? orders(bads - 1, goods).map((rest) => [true, ...rest]) : []), ...(goods ? orders(bads, goods - 1).map((rest) => [false, ...rest]) : [])]
    const all = orders(3, 4).map((order) => ks(order.map((isBad, score) => ({ score, isBad })))!).sort((a, b) => a - b)
    expect(ksFloor(3, 4)).toBeCloseTo(all[Math.ceil(all.length * 0.95) - 1]!, 12)
  })
  test('PSI noise, empty bands, nobody', () => {
    expect(psiNoise(5, 123, 123)).toEqual({ mean: 4 * (2 / 123), line: expect.closeTo(0.15427, 5) })
    expect(psi([10, 10], [10, 10])).toBe(0)
    expect(psi([10, 0, 0], [5, 5, 0])).toBeGreaterThan(0)
    expect(psi([0, 0], [1, 2])).toBeNull()
    expect(informationValue([1, 2], [0, 0])).toBeNull()
    expect(chiSquare(0, 3)).toBe(0)
  })
  test('a worse grade that defaulted less is named', () => {
    expect(reversals([{ grade: 'AA', bads: 1, cases: 10 }, { grade: 'A', bads: 0, cases: 0 }, { grade: 'B', bads: 0, cases: 5 }, { grade: 'C', bads: 3, cases: 6 }])).toEqual([['AA', 'B']])
  })
  test('migration', () => {
    const matrix = migrationMatrix(['A', 'B', 'C'], [{ before: 'A', after: 'A' }, { before: 'A', after: 'C' }, { before: 'B', after: 'A' }])
    expect(matrix).toEqual([[1, 0, 1], [1, 0, 0], [0, 0, 0]])
    expect(movement(matrix)).toEqual({ stayed: 1, better: 1, worse: 1 })
  })
})

test('AUC is what comparing every pair gives; KS is at least what it gives at any cut', () => {
  const book = fc.array(fc.record({ score: fc.integer({ min: 0, max: 12 }), isBad: fc.boolean() }), { minLength: 2, maxLength: 40 })
  fc.assert(fc.property(book, fc.integer({ min: 0, max: 12 }), (rows, cut) => {
    const goods = rows.filter((row) => !row.isBad)
    const bads = rows.filter((row) => row.isBad)
    if (goods.length === 0 || bads.length === 0) return
    const pairs = goods.flatMap((good) => bads.map((bad): number => (good.score > bad.score ? 1 : good.score === bad.score ? 0.5 : 0)))
    expect(auc(rows)).toBeCloseTo(pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length, 12)
    const below = (some: Scored[]) => some.filter((row) => row.score <= cut).length / some.length
    expect(ks(rows)!).toBeGreaterThanOrEqual(Math.abs(below(bads) - below(goods)) - 1e-12)
  }))
})
