import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import type { Trx } from '../storage/database.ts'
import { type Entry, entryHash, type Head } from './chain.ts'

/** A row of the log as it is stored. */
export type Row = Omit<Entry, 'detail'> & { seq: number; detail: string; previous: string; hash: string }

/** Whether the row, as number `seq`, is exactly what was hashed when it was written. */
export function fits(row: Row, seq: number): boolean {
  return entryHash(row.previous, seq, row) === row.hash
}

export function chainFinding(kind: Finding['kind'], from: number, to: number, rule: FindingRule, values: FindingValues = {}): Finding {
  return { kind, subject: from === to ? `#${from}` : `#${from}–#${to}`, detail: writeDetail(rule, values) }
}

/**
 * Names what was done where the chain first breaks. `before` is the last entry that is right, `row` the next row of the
 * table, which is not its proper successor. An entry's hash covers its number, so a row that was moved still tells where
 * it belongs, and the row that names `before` as its predecessor is the true successor wherever it stands now.
 */
export function nameBreak(trx: Trx, before: Head, row: Row): Finding {
  const expected = before.seq + 1
  if (row.seq < expected) return chainFinding('entry-inserted', row.seq, row.seq, 'number-not-positive')

  const truth = findTrueSuccessor(trx, before)
  if (truth) return nameDisplaced(trx, expected, row, truth)
  if (row.seq > expected) return chainFinding('entry-removed', expected, row.seq - 1, 'numbers-missing')
  if (fits(row, expected)) return nameBrokenLink(trx, before, row)

  const number = trueNumber(trx, row, expected)
  if (number === null) return nameForeign(trx, before, row)
  if (number > expected) return chainFinding('entry-removed', expected, number - 1, 'renumbered')
  return chainFinding('entry-inserted', number, before.seq, 'not-in-chain')
}

/** The true entry of this number stands elsewhere: either entries changed places, or something was put before it. */
function nameDisplaced(trx: Trx, expected: number, row: Row, truth: Row): Finding {
  const isGenuine = row.seq !== expected || (trueNumber(trx, row, expected) ?? 0) > expected
  if (isGenuine) return chainFinding('entries-reordered', expected, expected, 'stands-elsewhere', { at: truth.seq })
  return chainFinding('entry-inserted', expected, Math.max(expected, truth.seq - 1), 'not-in-chain')
}

/** The row is sound in itself, but names another predecessor: one of the two was rewritten together with its hash. */
function nameBrokenLink(trx: Trx, before: Head, row: Row): Finding {
  const next = rowAt(trx, row.seq + 1)
  const isVouchedFor = next === undefined || next.previous === row.hash
  const changed = before.seq > 0 && isVouchedFor ? before.seq : row.seq
  return chainFinding('entry-changed', changed, changed, 'recorded-otherwise')
}

/** Neither its own hash nor any other number fits: an entry whose content was changed, or something foreign at the end. */
function nameForeign(trx: Trx, before: Head, row: Row): Finding {
  const isForeign = row.previous !== before.hash && rowAt(trx, row.seq + 1) === undefined
  if (isForeign) return chainFinding('entry-inserted', row.seq, row.seq, 'not-in-chain')
  return chainFinding('entry-changed', row.seq, row.seq, 'content-and-hash-differ')
}

function rowAt(trx: Trx, seq: number): Row | undefined {
  return trx.prepare('SELECT * FROM audit WHERE seq = ?').get(seq) as Row | undefined
}

function findTrueSuccessor(trx: Trx, before: Head): Row | undefined {
  const rows = trx.prepare('SELECT * FROM audit WHERE previous = ?').all(before.hash) as Row[]
  return rows.find((row) => row.seq !== before.seq + 1 && fits(row, before.seq + 1))
}

/** How far from its place a row is looked for: more than anybody renumbers by hand, and still a second's work. */
const FARTHEST = 200_000

/** The number under which the row was written, nearest first; null when none fits. */
function trueNumber(trx: Trx, row: Row, from: number): number | null {
  const { newest } = trx.prepare('SELECT max(seq) AS newest FROM audit').get() as { newest: number }
  for (let distance = 1; distance <= FARTHEST; distance++) {
    if (from - distance < 1 && from + distance > newest + FARTHEST / 10) break
    if (fits(row, from + distance)) return from + distance
    if (from - distance >= 1 && fits(row, from - distance)) return from - distance
  }
  return null
}
