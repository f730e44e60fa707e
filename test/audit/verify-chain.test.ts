import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendEntry, entryHash, shortHead } from '../../src/main/audit/chain.ts'
import type { Row } from '../../src/main/audit/name-break.ts'
import { verifyChain } from '../../src/main/audit/verify.ts'
import { openStore, type Store } from '../../src/main/storage/database.ts'

const ENTRIES = 40

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juanzong-audit-'))
  store = openStore(join(folder, 'archive.db'), randomBytes(32), { create: true })
  append(ENTRIES)
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function append(count: number): void {
  store.write((trx) => {
    for (let index = 0; index < count; index++) {
      appendEntry(trx, {
        at: new Date(Date.UTC(2026, 10, 23, 2, 0, index)).toISOString(), actorId: (index % 5) + 1, actorName: '张档案', method: 'lookups.sign',
        outcome: index % 7 === 3 ? 'refused' : 'done', subjectKind: index % 3 === 0 ? null : 'slip', subjectId: index % 3 === 0 ? null : index,
        subjectLabel: index % 3 === 0 ? null : `CX-${index}`, detail: { index, remarks: '“引号”\n' },
      })
    }
  })
}

const sql = (text: string, ...values: unknown[]) => store.connection.prepare(text).run(...values)
const row = (seq: number) => store.connection.prepare('SELECT * FROM audit WHERE seq = ?').get(seq) as Row
const put = (entry: Row) =>
  sql(
    'INSERT INTO audit (seq, at, actorId, actorName, method, outcome, subjectKind, subjectId, subjectLabel, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    entry.seq, entry.at, entry.actorId, entry.actorName, entry.method, entry.outcome, entry.subjectKind, entry.subjectId, entry.subjectLabel,
    entry.detail, entry.previous, entry.hash,
  )
/** Moves every entry from `seq` on by some numbers, as somebody would who makes or closes a gap. */
function shift(seq: number, by: number): void {
  sql('UPDATE audit SET seq = -seq WHERE seq >= ?', seq)
  sql('UPDATE audit SET seq = -seq + ? WHERE seq <= ?', by, -seq)
}
const rehashed = (entry: Row): Row => ({ ...entry, hash: entryHash(entry.previous, entry.seq, entry) })

async function found(printed?: { seq: number; head: string }) {
  const { findings } = await verifyChain(store, printed)
  return findings.map(({ kind, subject }) => `${kind} ${subject}`)
}

test('a sound log has no findings, and every entry is counted', async () => {
  expect(await verifyChain(store)).toEqual({ entries: ENTRIES, findings: [] })
  expect(await found({ seq: 1, head: shortHead(row(1).hash) })).toEqual([])
  expect(await found({ seq: ENTRIES, head: shortHead(row(ENTRIES).hash).replace('-', '').toLowerCase() })).toEqual([])
  sql('DELETE FROM audit')
  sql("DELETE FROM sqlite_sequence WHERE name = 'audit'")
  expect(await verifyChain(store)).toEqual({ entries: 0, findings: [] })
})

describe('an entry changed', () => {
  test.each([
    ['at', '2026-11-24T00:00:00.000Z'], ['actorId', 99], ['actorName', '李某'], ['method', 'lookups.create'], ['outcome', 'refused'],
    ['subjectKind', 'party'], ['subjectId', 4711], ['subjectLabel', 'CX-4711'], ['detail', '{}'], ['hash', 'f'.repeat(64)], ['previous', 'e'.repeat(64)],
  ])('in its %s', async (column, value) => {
    for (const seq of [1, 20, ENTRIES]) {
      const before = row(seq)
      sql(`UPDATE audit SET ${column} = ? WHERE seq = ?`, value, seq)
      // At the very end a foreign predecessor cannot be told from a foreign entry.
      const kind = column === 'previous' && seq === ENTRIES ? 'entry-inserted' : 'entry-changed'
      expect(await found()).toEqual([`${kind} #${seq}`])
      sql(`UPDATE audit SET ${column} = ? WHERE seq = ?`, before[column as keyof Row], seq)
    }
    expect(await found()).toEqual([])
  })

  test('from nothing to something', async () => {
    sql("UPDATE audit SET subjectLabel = '' WHERE seq = 1")
    expect(await found()).toEqual(['entry-changed #1'])
  })

  test('together with its own hash: the next entry gives it away', async () => {
    const forged = rehashed({ ...row(20), detail: '{"index":0}' })
    sql('UPDATE audit SET detail = ?, hash = ? WHERE seq = 20', forged.detail, forged.hash)
    expect(await found()).toEqual(['entry-changed #20'])
  })

  test('and the link of the next one mended: the one after gives that away', async () => {
    const forged = rehashed({ ...row(20), detail: '{"index":0}' })
    const mended = rehashed({ ...row(21), previous: forged.hash })
    sql('UPDATE audit SET detail = ?, hash = ? WHERE seq = 20', forged.detail, forged.hash)
    sql('UPDATE audit SET previous = ?, hash = ? WHERE seq = 21', mended.previous, mended.hash)
    expect(await found()).toEqual(['entry-changed #21'])
  })

  test('all from there on rewritten: only a head from paper knows', async () => {
    const head = shortHead(row(30).hash)
    let previous = row(19).hash
    for (let seq = 20; seq <= ENTRIES; seq++) {
      const forged = rehashed({ ...row(seq), previous, actorName: '李某' })
      sql('UPDATE audit SET actorName = ?, previous = ?, hash = ? WHERE seq = ?', forged.actorName, previous, forged.hash, seq)
      previous = forged.hash
    }
    expect(await found()).toEqual([])
    expect(await found({ seq: 30, head })).toEqual(['head-unknown #30'])
    expect(await found({ seq: 19, head: shortHead(row(19).hash) })).toEqual([])
  })
})

describe('an entry removed', () => {
  test.each([[1, 1], [1, 5], [20, 20], [20, 26], [39, 39]])('from #%i to #%i, leaving a gap', async (from, to) => {
    sql('DELETE FROM audit WHERE seq BETWEEN ? AND ?', from, to)
    expect(await found()).toEqual([`entry-removed #${from}${to > from ? `–#${to}` : ''}`])
  })

  test.each([[1, 1], [20, 20], [20, 26], [38, 39]])('from #%i to #%i, and the gap closed by new numbers', async (from, to) => {
    sql('DELETE FROM audit WHERE seq BETWEEN ? AND ?', from, to)
    shift(to + 1, from - to - 1)
    expect(await found()).toEqual([`entry-removed #${from}${to > from ? `–#${to}` : ''}`])
  })

  test('and the link mended over the gap', async () => {
    sql('DELETE FROM audit WHERE seq = 20')
    const mended = rehashed({ ...row(21), previous: row(19).hash })
    sql('UPDATE audit SET previous = ?, hash = ? WHERE seq = 21', mended.previous, mended.hash)
    expect(await found()).toEqual(['entry-removed #20'])
  })
})

describe('an entry inserted', () => {
  const foreign = (seq: number, previous: string): Row => ({
    seq, at: '2026-11-23T03:00:00.000Z', actorId: 1, actorName: '张档案', method: 'lookups.sign', outcome: 'done', subjectKind: null, subjectId: null,
    subjectLabel: null, detail: '{}', previous, hash: randomBytes(32).toString('hex'),
  })

  test.each([1, 20, ENTRIES])('before #%i, made up altogether', async (seq) => {
    shift(seq, 1)
    put(foreign(seq, randomBytes(32).toString('hex')))
    expect(await found()).toEqual([`entry-inserted #${seq}`])
  })

  test.each([1, 20, ENTRIES])('before #%i, with the right predecessor', async (seq) => {
    const previous = seq === 1 ? '0'.repeat(64) : row(seq - 1).hash
    shift(seq, 1)
    put(foreign(seq, previous))
    expect(await found()).toEqual([`entry-inserted #${seq}`])
  })

  test.each([1, 20, ENTRIES])('before #%i, sound in itself', async (seq) => {
    const previous = seq === 1 ? '0'.repeat(64) : row(seq - 1).hash
    shift(seq, 1)
    put(rehashed(foreign(seq, previous)))
    expect(await found()).toEqual([`entry-inserted #${seq}`])
  })

  test('three of them, a sound chain in itself', async () => {
    let previous = row(19).hash
    shift(20, 3)
    for (let seq = 20; seq < 23; seq++) {
      const entry = rehashed(foreign(seq, previous))
      put(entry)
      previous = entry.hash
    }
    expect(await found()).toEqual(['entry-inserted #20–#22'])
  })

  test('a second copy of an earlier entry', async () => {
    shift(20, 1)
    put({ ...row(7), seq: 20 })
    expect(await found()).toEqual(['entry-inserted #20'])
  })

  test('before the first number, and behind the last', async () => {
    put(foreign(0, '0'.repeat(64)))
    expect(await found()).toEqual(['entry-inserted #0'])
    sql('DELETE FROM audit WHERE seq = 0')
    put(foreign(ENTRIES + 1, randomBytes(32).toString('hex')))
    expect(await found()).toEqual([`entry-inserted #${ENTRIES + 1}`])
  })
})

describe('entries reordered', () => {
  function swap(one: number, other: number): void {
    sql('UPDATE audit SET seq = -1 WHERE seq = ?', one)
    sql('UPDATE audit SET seq = ? WHERE seq = ?', one, other)
    sql('UPDATE audit SET seq = ? WHERE seq = -1', other)
  }
  test.each([[1, 2], [20, 21], [10, 35], [39, 40]])('#%i and #%i in each other’s place', async (one, other) => {
    swap(one, other)
    expect(await found()).toEqual([`entries-reordered #${one}`])
  })

  test('one moved to the end, leaving a gap', async () => {
    sql('UPDATE audit SET seq = 41 WHERE seq = 20')
    expect(await found()).toEqual(['entries-reordered #20'])
  })

  test('one moved forward, the others making room', async () => {
    sql('UPDATE audit SET seq = -1000 WHERE seq = 30')
    for (let seq = 29; seq >= 20; seq--) sql('UPDATE audit SET seq = ? WHERE seq = ?', seq + 1, seq)
    sql('UPDATE audit SET seq = 20 WHERE seq = -1000')
    expect(await found()).toEqual(['entries-reordered #20'])
  })
})

describe('the tail cut', () => {
  test('shows by the highest number ever given', async () => {
    sql('DELETE FROM audit WHERE seq > 33')
    expect(await found()).toEqual([`tail-cut #34–#${ENTRIES}`])
  })

  test('and covered up there, by a head from paper', async () => {
    const printed = { seq: 38, head: shortHead(row(38).hash) }
    sql('DELETE FROM audit WHERE seq > 33')
    sql("UPDATE sqlite_sequence SET seq = 33 WHERE name = 'audit'")
    expect(await found()).toEqual([])
    expect(await found(printed)).toEqual(['tail-cut #34–#38'])
  })

  test('and new entries written in its place', async () => {
    const printed = { seq: 38, head: shortHead(row(38).hash) }
    sql('DELETE FROM audit WHERE seq > 33')
    sql("UPDATE sqlite_sequence SET seq = 33 WHERE name = 'audit'")
    append(10)
    expect(await found()).toEqual([])
    expect(await found(printed)).toEqual(['head-unknown #38'])
  })

  test('everything deleted', async () => {
    sql('DELETE FROM audit')
    expect(await found()).toEqual([`tail-cut #1–#${ENTRIES}`])
  })

  test('a counter that was set back or thrown away', async () => {
    sql("UPDATE sqlite_sequence SET seq = 10 WHERE name = 'audit'")
    expect(await found()).toEqual([`tail-cut #${ENTRIES}`])
    sql("DELETE FROM sqlite_sequence WHERE name = 'audit'")
    expect(await found()).toEqual([`tail-cut #${ENTRIES}`])
  })

  test('a head that was never printed', async () => {
    expect(await found({ seq: 12, head: '0000-0000' })).toEqual(['head-unknown #12'])
  })
})

test('whatever is done to any one entry, the first break is at it or right behind it', async () => {
  const texts = ['actorName', 'method', 'detail', 'subjectLabel', 'hash', 'previous'] as const
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: ENTRIES - 1 }), fc.constantFrom('change', 'remove', 'swap'), fc.constantFrom(...texts), async (seq, what, column) => {
      const [here, next] = [row(seq), row(seq + 1)]
      if (what === 'remove') sql('DELETE FROM audit WHERE seq = ?', seq)
      else if (what === 'change') sql(`UPDATE audit SET ${column} = ? WHERE seq = ?`, column === 'detail' ? '{"x":1}' : 'x', seq)
      else sql('UPDATE audit SET seq = CASE seq WHEN ? THEN -1 ELSE seq END', seq)
      const [first, ...others] = await found()
      expect(others).toEqual([])
      expect(Number(/#(-?\d+)/.exec(first ?? '')?.[1])).toBeLessThanOrEqual(seq)
      sql('DELETE FROM audit WHERE seq IN (?, ?, -1)', seq, seq + 1)
      put(here)
      put(next)
      expect(await found()).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a hundred thousand entries are walked in seconds, in turns that let others work and can be stopped', async () => {
  append(100_000 - ENTRIES)
  const startedAt = performance.now()
  let turns = 0
  expect(await verifyChain(store, undefined, () => { turns++ })).toEqual({ entries: 100_000, findings: [] })
  expect(turns).toBeGreaterThan(10)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  await expect(verifyChain(store, undefined, () => { throw new Error('stop') })).rejects.toThrow('stop')

  // The costliest to name: something foreign at the far end.
  const namingFrom = performance.now()
  sql("UPDATE audit SET hash = 'x', previous = 'y' WHERE seq = 50000")
  expect(await found()).toEqual(['entry-changed #50000'])
  expect(performance.now() - namingFrom).toBeLessThan(15_000)
  console.log(`verified 100,000 entries in ${Math.round(namingFrom - startedAt)} ms, named a break in ${Math.round(performance.now() - namingFrom)} ms`)
})
