import fc from 'fast-check'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { decodeG4, type RunCodes } from '../../../src/renderer/src/features/dossiers/viewer/fax-g4.ts'

type Inner = { _lens: RunCodes; _decodeG4: (data: Uint8Array, offset: number, length: number, target: Uint8Array, from: number, width: number, order: number) => void }
const utif = createRequire(import.meta.url)('utif2') as { decode: unknown }
const inner = utif.decode as Inner
const codes = inner._lens

type Row = readonly (0 | 1)[]
const codeOf = (colour: 0 | 1, run: number) => Object.entries(codes[colour]).find(([, length]) => length === run)?.[0] ?? ''
function runCode(colour: 0 | 1, run: number): string {
  let bits = ''
  let left = run
  while (left >= 2560) {
    bits += codeOf(colour, 2560)
    left -= 2560
  }
  if (left >= 64) bits += codeOf(colour, left - (left % 64))
  return bits + codeOf(colour, left % 64)
}
/** The first change right of `from` to the colour other than `colour`'s own side, as T.6 defines a1, b1. */
const at = (row: Row, index: number): 0 | 1 => (index < 0 ? 0 : (row[index] ?? 0))
function change(row: Row, from: number, colour: 0 | 1): number {
  for (let index = from; index < row.length; index += 1) if (at(row, index) !== colour && at(row, index - 1) === colour) return index
  return row.length
}
const nextOther = (row: Row, from: number) => {
  let index = from
  while (index < row.length && at(row, index) === at(row, from)) index += 1
  return index
}
const VERTICAL: Record<number, string> = { 0: '1', 1: '011', 2: '000011', 3: '0000011', [-1]: '010', [-2]: '000010', [-3]: '0000010' }

/** A Group 4 encoder as T.6 describes it, for the tests alone. */
function encode(rows: readonly Row[]): Uint8Array {
  let bits = ''
  let above: Row = rows[0]?.map(() => 0) ?? []
  for (const row of rows) {
    let a0 = -1
    let colour: 0 | 1 = 0
    while (a0 < row.length) {
      const start = Math.max(a0, 0)
      let a1 = start
      while (a1 < row.length && at(row, a1) === colour) a1 += 1
      const b1 = change(above, a0 + 1, colour)
      const b2 = b1 < row.length ? nextOther(above, b1) : row.length
      if (b2 < a1) {
        bits += '0001'
        a0 = b2
      } else if (VERTICAL[a1 - b1] !== undefined) {
        bits += VERTICAL[a1 - b1]
        a0 = a1
        colour = colour === 0 ? 1 : 0
      } else {
        const a2 = a1 < row.length ? nextOther(row, a1) : row.length
        bits += `001${runCode(colour, a1 - start)}${runCode(colour === 0 ? 1 : 0, a2 - a1)}`
        a0 = a2
      }
    }
    above = row
  }
  bits += '000000000001000000000001'
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8).padEnd(8, '0'), 2))
}

function pack(rows: readonly Row[], width: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const packed = new Uint8Array(rowBytes * rows.length)
  rows.forEach((row, y) => row.forEach((dot, x) => {
    if (dot) packed[y * rowBytes + (x >>> 3)]! |= 0x80 >>> (x & 7)
  }))
  return packed
}
const reversed = (bytes: Uint8Array) => bytes.map((byte) => Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2))

const picture = fc.integer({ min: 1, max: 90 }).chain((width) => fc.record({
  width: fc.constant(width),
  rows: fc.array(fc.array(fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
}))

describe('Group 4', () => {
  test('every picture comes back as it was, with either order of bits', () => {
    fc.assert(fc.property(picture, fc.boolean(), ({ width, rows }, isReversed) => {
      const strip = encode(rows)
      const target = new Uint8Array(pack(rows, width).length)
      decodeG4(isReversed ? reversed(strip) : strip, isReversed, width, target, 0, codes)
      expect(target).toEqual(pack(rows, width))
    }))
  })
  test('long runs are added up', () => {
    const width = 6000
    const row = Array.from({ length: width }, (_, x) => (x >= 100 && x < 5300 ? 1 : 0)) as Row
    const target = new Uint8Array(Math.ceil(width / 8))
    decodeG4(encode([row]), false, width, target, 0, codes)
    expect(target).toEqual(pack([row], width))
  })
  test('reads as the decoder that it stands in for', () => {
    fc.assert(fc.property(picture, ({ width, rows }) => {
      const strip = encode(rows)
      const [ours, theirs] = [new Uint8Array(pack(rows, width).length), new Uint8Array(pack(rows, width).length)]
      decodeG4(strip, false, width, ours, 0, codes)
      inner._decodeG4(strip, 0, strip.length, theirs, 0, width, 1)
      expect(ours).toEqual(theirs)
    }), { numRuns: 50 })
  })
  test('nonsense ends it, and writes nothing outside', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (strip) => {
      const target = new Uint8Array(100)
      decodeG4(strip, false, 77, target, 20, codes)
      expect(target.subarray(0, 20).every((byte) => byte === 0)).toBe(true)
    }))
  })
})
