/*
 * ITU-T T.6 (Group 4), the usual compression of 1-bit scans. utif2 reads it bit by bit through strings, which takes tens of
 * seconds for a halftone page; this reads whole codes and takes a fraction of one.
 */

/** Code to run length, as T.4 lists them: white first, then black; 0–63 end a run, multiples of 64 are added to it. */
export type RunCodes = readonly [white: Readonly<Record<string, number>>, black: Readonly<Record<string, number>>]

const LONGEST_CODE = 13
const NONE = -1

/** For every 13 bits that begin with a code: its run and its length. */
function runTable(codes: Readonly<Record<string, number>>): Int32Array {
  const table = new Int32Array(1 << LONGEST_CODE).fill(NONE)
  for (const [code, run] of Object.entries(codes)) {
    const free = LONGEST_CODE - code.length
    const first = Number.parseInt(code, 2) << free
    table.fill((run << 4) | code.length, first, first + (1 << free))
  }
  return table
}

/** T.6 table 1, by the bits that begin with the mode's code; `move` is how far a1 lies right of b1. */
function modeAt(bits: number): { length: number; mode: 'pass' | 'horizontal' | 'vertical' | 'end'; move: number } {
  const vertical = (length: number, move: number) => ({ length, mode: 'vertical' as const, move })
  if (bits >>> 12 === 1) return vertical(1, 0)
  if (bits >>> 10 === 0b011) return vertical(3, 1)
  if (bits >>> 10 === 0b010) return vertical(3, -1)
  if (bits >>> 10 === 0b001) return { length: 3, mode: 'horizontal', move: 0 }
  if (bits >>> 9 === 0b0001) return { length: 4, mode: 'pass', move: 0 }
  if (bits >>> 7 === 0b000011) return vertical(6, 2)
  if (bits >>> 7 === 0b000010) return vertical(6, -2)
  if (bits >>> 6 === 0b0000011) return vertical(7, 3)
  if (bits >>> 6 === 0b0000010) return vertical(7, -3)
  return { length: 0, mode: 'end', move: 0 }
}

/** Reads 13 bits at a time from a strip. With fill order 2 the bits of each byte come lowest first. */
class Bits {
  position = 0
  readonly #bytes: Uint8Array
  readonly #isReversed: boolean
  constructor(bytes: Uint8Array, isReversed: boolean) {
    this.#bytes = bytes
    this.#isReversed = isReversed
  }

  get isOver(): boolean {
    return this.position >= this.#bytes.length * 8
  }

  peek(): number {
    const at = this.position >>> 3
    const three = (this.#byte(at) << 16) | (this.#byte(at + 1) << 8) | this.#byte(at + 2)
    return (three >>> (24 - LONGEST_CODE - (this.position & 7))) & ((1 << LONGEST_CODE) - 1)
  }

  #byte(at: number): number {
    const byte = this.#bytes[at] ?? 0
    if (!this.#isReversed) return byte
    const pairs = ((byte & 0x55) << 1) | ((byte >>> 1) & 0x55)
    const fours = ((pairs & 0x33) << 2) | ((pairs >>> 2) & 0x33)
    return ((fours & 0x0f) << 4) | (fours >>> 4)
  }
}

/**
 * Decodes a Group 4 strip of `width` dots a row into `target` from byte `from` on, eight dots a byte, black as 1. Stops
 * where the strip ends, is full, or makes no sense; the rows from there on stay white.
 */
export function decodeG4(strip: Uint8Array, isReversed: boolean, width: number, target: Uint8Array, from: number, codes: RunCodes): void {
  const bits = new Bits(strip, isReversed)
  const tables = [runTable(codes[0]), runTable(codes[1])] as const
  const rowBytes = Math.ceil(width / 8)
  let above: number[] = []
  for (let at = from; at + rowBytes <= target.length && !bits.isOver; at += rowBytes) {
    const row = decodeRow(bits, above, width, tables)
    if (row === null) return
    paint(row, width, target, at)
    above = row
  }
}

/** The places where a row changes colour, the first to black; null where the strip ends or makes no sense. */
function decodeRow(bits: Bits, above: readonly number[], width: number, tables: readonly [Int32Array, Int32Array]): number[] | null {
  const changes: number[] = []
  let a0 = -1
  let colour: 0 | 1 = 0
  let next = 0
  while (a0 < width) {
    // b1: the first change above, right of a0, from this row's colour to the other. Even places turn to black.
    while (next > 0 && (above[next - 1] ?? width) > a0) next -= 1
    while (next < above.length && ((above[next] ?? width) <= a0 || (next & 1) !== colour)) next += 1
    const b1 = above[next] ?? width
    const { length, mode, move } = modeAt(bits.peek())
    bits.position += length
    if (mode === 'end') return null
    if (mode === 'pass') a0 = above[next + 1] ?? width
    else if (mode === 'vertical') {
      const a1 = Math.min(width, b1 + move)
      if (a1 < Math.max(a0, 0)) return null
      changes.push(a1)
      a0 = a1
      colour = colour === 0 ? 1 : 0
    } else {
      const first = readRun(bits, tables[colour])
      const second = readRun(bits, tables[colour === 0 ? 1 : 0])
      if (first === NONE || second === NONE) return null
      const start = Math.max(a0, 0)
      changes.push(Math.min(width, start + first), Math.min(width, start + first + second))
      a0 = start + first + second
    }
    if (a0 >= width || bits.isOver) break
  }
  return a0 >= width ? changes : null
}

function readRun(bits: Bits, table: Int32Array): number {
  let run = 0
  for (;;) {
    const entry = table[bits.peek()] ?? NONE
    if (entry === NONE) return NONE
    bits.position += entry & 15
    run += entry >>> 4
    if (entry >>> 4 < 64) return run
  }
}

function paint(changes: readonly number[], width: number, target: Uint8Array, at: number): void {
  for (let index = 0; index < changes.length; index += 2) {
    const end = changes[index + 1] ?? width
    for (let dot = changes[index] ?? width; dot < end; dot += 1) {
      const byte = at + (dot >>> 3)
      target[byte] = (target[byte] ?? 0) | (0x80 >>> (dot & 7))
    }
  }
}
