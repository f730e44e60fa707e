import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Value } from '../../src/shared/rules/schemes/evaluate.ts'
import { ExpressionError, factNames, parse } from '../../src/shared/rules/schemes/expression.ts'

const FACTS: Record<string, Value> = { a: 6, b: 4, zero: 0, debt: -5, owed: 'notProvided', none: 'notApplicable', 'revenue': 120, 'revenue[-1]': 100 }
const value = (text: string) => evaluate(parse(text), (name) => (Object.hasOwn(FACTS, name) ? FACTS[name]! : 'notKept'))

describe('what a formula is worth', () => {
  test.each<[string, Value]>([
    ['a / b', 1.5], ['a - b - 1', 1], ['a + b * 2', 14], ['(a + b) * 2', 20], ['-a', -6], ['-a + b', -2], ['2 - -a', 8], ['12.5%', 0.125],
    ['a / zero', 'undefined'], ['ratio(a, zero)', 'undefined'], ['ratio(a, debt)', 'undefined'], ['a / debt', -1.2], ['growth(revenue, revenue[-1])', 0.2],
    ['growth(a, zero)', 'undefined'], ['growth(a, debt)', 'undefined'],
    ['owed + 1', 'notProvided'], ['none + owed', 'notProvided'], ['none * 2', 'notApplicable'], ['nobody', 'notKept'], ['known(owed)', 0], ['known(a)', 1],
    ['first(none, b)', 4], ['first(none, owed)', 'notProvided'], ['if(a > b, a, owed)', 6], ['if(a < b, a, owed)', 'notProvided'], ['if(owed, 1, 2)', 'notProvided'],
    ['a > b and b > 0', 1], ['zero and owed', 0], ['owed and zero', 0], ['a or owed', 1], ['owed or a', 1], ['zero or owed', 'notProvided'], ['not a > b', 0], ['not (a > b)', 0],
    ['a = 6', 1], ['a <> 6', 0], ['a <= 6', 1], ['a >= 7', 0], ['min(a, b, 5)', 4], ['max(a, b)', 6], ['mean(a, b)', 5], ['abs(debt)', 5], ['clamp(a, 0, 5)', 5],
  ])('%s = %s', (text, expected) => expect(value(text)).toEqual(expected))
})

describe('what is no formula', () => {
  test.each([
    ['', 'empty', 0], ['   ', 'empty', 3], ['a +', 'expected', 3], ['a b', 'expected', 2], ['(a', 'expected', 2], ['a)', 'expected', 1], ['a < b < 1', 'expected', 6],
    ['a ; b', 'character', 2], ['eval(a)', 'unknown-function', 0], ['constructor(a)', 'unknown-function', 0], ['toString(a)', 'unknown-function', 0], ['if(a, b)', 'arguments', 0], ['known(1)', 'arguments', 0],
    ['a[0]', 'character', 1], ['`a`', 'character', 0], ['a.b', 'character', 1], [`${'('.repeat(60)}a${')'.repeat(60)}`, 'too-deep', 41], ['1+'.repeat(300) + '1', 'too-long', 400],
  ])('%s: %s', (text, code, at) => {
    try {
      parse(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError)
      expect((error as ExpressionError).fault).toMatchObject({ code, at })
    }
  })

  test('any text at all is read or refused, and what is read is computed, without another error', () => {
    const piece = fc.constantFrom('a', 'b', 'owed', '(', ')', '+', '-', '*', '/', 'if(', 'min(', ',', '1', '2.5', '3%', ' ', 'and', 'or', 'not', '<', '=', 'known(', '[-1]', '__proto__', '资产')
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(' ')), fc.string({ maxLength: 60, unit: 'binary' })), (text) => {
      try {
        const read = parse(text)
        const found = evaluate(read, (name) => (Object.hasOwn(FACTS, name) ? FACTS[name]! : 'notKept'))
        expect(typeof found === 'number' ? Number.isFinite(found) : typeof found).toBe(typeof found === 'number' ? true : 'string')
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError)
      }
    }), { numRuns: 2000 })
  })
})

test('the facts a formula names, each once', () => {
  expect(factNames(parse('growth(revenue, revenue[-1]) + if(a > 0, a, b)'))).toEqual(['revenue', 'revenue[-1]', 'a', 'b'])
})
