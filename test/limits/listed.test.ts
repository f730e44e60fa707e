import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LimitCapsule, recomputeLimit, sumsOf } from '../../src/shared/rules/limits/capsule.ts'
import { isPlainlyOther } from '../../src/shared/rules/limits/guarantees.ts'
import { barOf, type Before, ceilingOf, isBarred, type Listed } from '../../src/shared/rules/limits/listed.ts'
import { needsReason, validityOn, whyGeneralManager } from '../../src/shared/rules/limits/steps.ts'
import { isInForce, MEASURES } from '../../src/shared/rules/risks/listing.ts'
import { cardOf } from '../schemes/cards.ts'

const limits = cardOf('customer').limits!
const DAY = '2026-11-23'
const by = (measure: Listed['measure']): Listed => ({ number: 'MD-2026-0001', list: measure === 'observe' ? 'watch' : 'bad', measure, fromOn: '2026-11-01' })
const before = (amountFen: number, untilOn = '2027-06-30'): Before => ({ number: 'SX-2026-0001', amountFen, untilOn })
/** The beginner's 50,000 yuan of the default card. */
const BEGINNER = 5_000_000

describe('what a list leaves of a limit', () => {
  test.each([
    ['on no list', [], before(8_000_000), null],
    ['under watch', [by('observe')], before(8_000_000), null],
    ['restricted: what stands', [by('restrict')], before(8_000_000), 8_000_000],
    ['restricted, nothing was given', [by('restrict')], before(0), 0],
    ['restricted, no limit before: the beginner limit', [by('restrict')], null, BEGINNER],
    ['restricted, the last day counts', [by('restrict')], before(8_000_000, DAY), 8_000_000],
    ['restricted, the limit before is over: the beginner limit', [by('restrict')], before(8_000_000, '2026-11-22'), BEGINNER],
    ['restricted, the limit before is over and was less', [by('restrict')], before(3_000_000, '2026-11-22'), 3_000_000],
    ['restricted and under watch', [by('restrict'), by('observe')], before(8_000_000), 8_000_000],
    ['suspended', [by('suspend')], before(8_000_000), 0],
    ['suspended and under watch', [by('observe'), by('suspend')], null, 0],
  ] as const)('%s', (_name, listed, stood, ceilingFen) => {
    expect(ceilingOf(limits, listed, stood, DAY)).toBe(ceilingFen)
  })

  test('the beginner limit is that of the text: capped and rounded as it says', () => {
    expect(ceilingOf({ ...limits, beginnerYuan: 31_500, roundToYuan: 1000 }, [by('restrict')], null, DAY)).toBe(3_100_000)
    expect(ceilingOf({ ...limits, capYuan: 20_000 }, [by('restrict')], null, DAY)).toBe(2_000_000)
  })

  test('suspended: nothing may be granted, but that nothing is given always may', () => {
    expect([[by('suspend')], [by('restrict')], [by('observe')], []].map((listed) => isBarred(listed, 1))).toEqual([true, false, false, false])
    expect(isBarred([by('suspend')], 0)).toBe(false)
  })

  const asked = { amountFen: 8_000_001, termDays: 30, proposedFen: 8_000_001, proposedDays: 30, reviewOn: null }
  test('a fen above it is the general manager\'s, with a reason', () => {
    const matrix = { directorFen: 50_000_000, today: DAY, ceilingFen: 8_000_000 }
    expect(whyGeneralManager(asked, matrix)).toBe('listed')
    expect(needsReason(asked, matrix)).toBe(true)
    expect(whyGeneralManager({ ...asked, amountFen: 8_000_000, proposedFen: 8_000_000 }, matrix)).toBeNull()
    expect(needsReason({ ...asked, amountFen: 8_000_000, proposedFen: 8_000_000 }, matrix)).toBe(false)
    expect(whyGeneralManager(asked, { ...matrix, ceilingFen: null })).toBeNull()
    expect(whyGeneralManager({ ...asked, reviewOn: '2026-11-22' }, { ...matrix, ceilingFen: null })).toBe('review')
  })

  test('a list never makes an office director decide more, or without a reason, whatever else holds', () => {
    const measures = fc.subarray([...MEASURES])
    const sum = fc.integer({ min: 0, max: 100_000_000 })
    const stood = fc.option(fc.record({ amountFen: sum, untilOn: fc.constantFrom('2026-11-22', DAY, '2027-06-30') }).map(({ amountFen, untilOn }) => before(amountFen, untilOn)))
    fc.assert(fc.property(measures, stood, sum, sum, (which, one, amountFen, proposedFen) => {
      const listed = which.map(by)
      const { ceilingFen } = barOf(limits, listed, one, DAY)
      const limit = { amountFen, proposedFen, termDays: 30, proposedDays: 30, reviewOn: null }
      const matrix = { directorFen: 50_000_000, today: DAY, ceilingFen }
      if (whyGeneralManager(limit, { ...matrix, ceilingFen: null }) !== null) expect(whyGeneralManager(limit, matrix)).not.toBeNull()
      if (which.includes('suspend')) expect(isBarred(listed, amountFen)).toBe(amountFen > 0)
      else if (which.includes('restrict') && whyGeneralManager(limit, matrix) === null) expect(amountFen).toBeLessThanOrEqual(Math.max(one?.amountFen ?? 0, one === null || one.untilOn < DAY ? BEGINNER : 0))
      else if (!which.includes('restrict')) expect(ceilingFen).toBeNull()
      // More than it has is never granted by a director, with whatever else beside it.
      expect(ceilingFen === null || ceilingFen <= (ceilingOf(limits, [by('restrict')], one, DAY) ?? 0)).toBe(true)
    }))
  })
})

describe('validity', () => {
  test.each([
    ['none', '2027-06-30', false, 'valid'], ['none', '2027-06-30', true, 'suspended'], ['frozen', '2027-06-30', true, 'suspended'], ['frozen', '2027-06-30', false, 'frozen'],
    ['releaseProposed', DAY, false, 'frozen'], ['none', '2026-11-22', true, 'expired'], ['freezeProposed', DAY, false, 'valid'],
  ] as const)('%s until %s, suspended %s: %s', (hold, untilOn, isSuspended, validity) => {
    expect(validityOn({ hold, untilOn, isSuspended }, DAY)).toBe(validity)
  })

  test.each([
    ['proposed', null, DAY, false], ['refused', null, DAY, false], ['inForce', null, '2026-10-31', false], ['inForce', null, '2026-11-01', true],
    ['releaseProposed', null, DAY, true], ['released', '2026-11-20', '2026-11-19', true], ['released', '2026-11-20', '2026-11-20', false],
  ] as const)('a listing that is %s (released %s) on %s: %s', (state, releasedOn, day, holds) => {
    expect(isInForce({ state, fromOn: '2026-11-01', releasedOn }, day)).toBe(holds)
  })
})

describe('what is frozen', () => {
  const frozen = (more: Partial<LimitCapsule>): LimitCapsule => ({
    format: 1, number: 'SX-2026-0002', partyId: 1, rating: null, scheme: { versionId: 1, hash: '' }, grade: null, ...sumsOf(limits, { facts: {}, grade: null, guarantees: [], untilOn: '2027-06-30' }),
    amountFen: BEGINNER, termDays: 30, fromOn: DAY, untilOn: '2027-06-30', reason: null, ...more,
  })
  test('a capsule of before the lists computes to itself, without a word of them', () => {
    const { sums, differences } = recomputeLimit(frozen({}), limits, {})
    expect(differences).toEqual([])
    expect(Object.keys(sums)).not.toContain('bar')
  })

  test('another sum left by the lists, or another list, is found', () => {
    const bar = barOf(limits, [by('restrict')], before(8_000_000), DAY)
    expect(recomputeLimit(frozen({ bar }), limits, {}).differences).toEqual([])
    expect(recomputeLimit(frozen({ bar: { ...bar, ceilingFen: 9_000_000 } }), limits, {}).differences).toEqual(['bar.ceilingFen'])
    expect(recomputeLimit(frozen({ bar: { ...bar, listed: [] } }), limits, {}).differences).toEqual(['bar.ceilingFen'])
  })
})

describe('a page that is no paper of guarantee', () => {
  test.each([
    ['营业执照', ['基本资料', '营业执照'], true], ['资产负债表', ['财务报表', '2025 年度资产负债表'], true], ['客户调查表（现场）', ['申请与调查', '客户调查表（现场）'], true], ['名片', ['其他', '名片'], true],
    ['担保能力证明', ['担保', '担保能力证明'], false], ['担保人主体资格证明', ['担保', '营业执照'], false], ['营业执照', ['基本资料', '最高额抵押合同'], false], ['往来银行', ['其他', '中国银行履约保函'], false],
    ['合同正本', ['合同文本', '买卖合同'], false], ['登记文书', ['登记与公证', '动产登记证明'], false], ['款项收付凭证', ['交接与收付凭证', '收据'], false], ['Business licence', ['Basics', 'Business licence'], true], ['Statements', ['Finance', 'Letter of guarantee'], false],
  ] as const)('%s, %s: %s', (type, words, isOther) => {
    expect(isPlainlyOther(type, words)).toBe(isOther)
  })
})
