import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCharacterOf, checkCreditCode, creditCodeFor } from '../../src/shared/rules/parties/credit-code.ts'

describe('codes as they stand on paper', () => {
  test.each([
    ['91110105XN0000012R', { state: 'valid', code: '91110105XN0000012R' }],
    [' ９１１１０１０５XN0000012R　', { state: 'valid', code: '91110105XN0000012R' }],
    ['', { state: 'none', code: null }],
    ['   ', { state: 'none', code: null }],
    [null, { state: 'none', code: null }],
    ['320404000009558', { state: 'legacy', code: '320404000009558', checkDigitMatches: true }],
    ['320404000009557', { state: 'legacy', code: '320404000009557', checkDigitMatches: false }],
    ['320123NA000014X', { state: 'legacy', code: '320123NA000014X', checkDigitMatches: null }],
    ['91110105xn0000012r', { refused: 'code-lower-case' }],
    ['91110105XN0000012r', { refused: 'code-lower-case' }],
    ['91110105XN0000013R', { refused: 'code-wrong-check-character' }],
    // lower case and wrong besides: the case is not all
    ['91110105xn0000013r', { refused: 'code-wrong-check-character' }],
    ['91110105XN000001IR', { refused: 'code-bad-character' }],
    ['91110105XN0000012-', { refused: 'code-bad-character' }],
    ['91110105XN0000012', { refused: 'code-wrong-length' }],
    ['91110105XN0000012RR', { refused: 'code-wrong-length' }],
    ['3204040000095', { refused: 'code-wrong-length' }],
    ['企独苏苏办字第0037', { refused: 'code-wrong-length' }],
    ['无', { refused: 'code-wrong-length' }],
  ])('%s', (text, expected) => {
    expect(checkCreditCode(text)).toEqual(expected)
  })
})

describe('the check character (GB 32100-2015)', () => {
  test('finds every single wrong character and every pair of neighbours exchanged', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(), fc.nat(17), fc.constantFrom(...alphabet), (seed, place, other) => {
        const code = creditCodeFor(seed)
        const wrong = code.slice(0, place) + other + code.slice(place + 1)
        expect('refused' in checkCreditCode(wrong)).toBe(wrong !== code)
        if (place === 17) return
        const exchanged = code.slice(0, place) + code[place + 1]! + code[place]! + code.slice(place + 2)
        expect('refused' in checkCreditCode(exchanged)).toBe(exchanged !== code)
      }),
    )
  })
  test('follows from the first seventeen', () => {
    expect(checkCharacterOf('91110105XN0000012')).toBe('R')
  })
})

describe('fictional codes', () => {
  test('are valid, and differ where the seeds differ', () => {
    const codes = Array.from({ length: 5000 }, (_unused, seed) => creditCodeFor(seed))
    expect(new Set(codes).size).toBe(5000)
    for (const code of codes) expect(checkCreditCode(code)).toEqual({ state: 'valid', code })
  })
  test('name their place and are no real organisation', () => {
    expect(creditCodeFor(7, '330106')).toMatch(/^91330106XN/)
  })
})
