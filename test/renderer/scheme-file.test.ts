import { describe, expect, test } from 'vitest'
import { formulaAt, readSchemeFile } from '../../src/renderer/src/features/schemes/file.ts'
import customer from '../../resources/schemes/customer.json' with { type: 'json' }

const file = (body: unknown, format: unknown = 'juanzong-scheme-1') => JSON.stringify({ format, code: 'KH', no: 1, hash: 'x', body }, null, 2)
const changed = (change: (body: typeof customer) => void) => {
  const body = structuredClone(customer)
  change(body)
  return file(body)
}

describe('a scheme out of a file', () => {
  test('is taken in with its code', () => expect(readSchemeFile(file(customer))).toMatchObject({ code: 'KH', scheme: { name: '客户卡' } }))
  test.each([
    ['text that is no JSON, with the place', '{\n  "format": "juanzong-scheme-1"\n  "body": {} }', { refused: 'no-json', at: { line: 3, column: 3 } }],
    ['one that breaks off', file(customer).slice(0, 300).trimEnd(), { refused: 'no-json', at: null }],
    ['nothing at all', '', { refused: 'no-json', at: null }],
    ['another file', '{"name":"x"}', { refused: 'no-scheme' }], ['a list', '[1]', { refused: 'no-scheme' }], ['no object', 'null', { refused: 'no-scheme' }],
    ['a format that is none', file(customer, 'juanzong-scheme-x'), { refused: 'no-scheme' }], ['a format that is no text', file(customer, 1), { refused: 'no-scheme' }],
    ['a newer format', file(customer, 'juanzong-scheme-2'), { refused: 'newer', format: 2, known: 1 }],
    ['no body', JSON.stringify({ format: 'juanzong-scheme-1' }), { refused: 'faults', faults: [{ code: 'form-kind' }] }],
    ['the same code twice', changed((body) => { body.groups[0]!.indicators[1]!.code = 'A1' }), { refused: 'faults', faults: [{ place: ['groups', 0, 'indicators', 1, 'code'], code: 'duplicate-code', values: { code: 'A1' } }] }],
  ])('%s', (_what, text, expected) => expect(readSchemeFile(text)).toMatchObject(expected))

  test('a formula that names an unknown fact, or does not end: with the formula itself', () => {
    const read = readSchemeFile(changed((body) => {
      Object.assign(body.groups[0]!.indicators[0]!, { formula: 'ratio(totalDebts, totalAssets)' })
      body.gates[0]!.when = 'dishonest = 1 and'
    }))
    if (!('refused' in read) || read.refused !== 'faults') throw new Error('taken in')
    expect(read.faults.map((fault) => [fault.code, formulaAt(read.body, fault)])).toEqual([['unknown-fact', 'ratio(totalDebts, totalAssets)'], ['formula-expected', 'dishonest = 1 and']])
  })
})
