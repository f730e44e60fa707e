import { createHash } from 'node:crypto'
import type { Store, Trx } from '../storage/database.ts'

/** What one entry says. `detail` holds only what an auditor needs; never a password, a key or the bytes of a page. */
export type Entry = {
  at: string
  actorId: number | null
  actorName: string
  method: string
  outcome: 'done' | 'refused'
  subjectKind: string | null
  subjectId: number | null
  subjectLabel: string | null
  detail: Readonly<Record<string, unknown>>
}

export type Head = { seq: number; hash: string }

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64)

/**
 * SHA-256 over the previous hash and every field of the entry, as one JSON array, so that no two entries can be read
 * two ways. `detail` enters as the exact text that is stored.
 */
export function entryHash(previous: string, seq: number, entry: Omit<Entry, 'detail'> & { detail: string }): string {
  const fields = [
    previous, seq, entry.at, entry.actorId, entry.actorName, entry.method, entry.outcome, entry.subjectKind, entry.subjectId,
    entry.subjectLabel, entry.detail,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** The newest entry's number and hash; seq 0 and the genesis hash for an empty log. */
export function auditHead(store: Trx | Store): Head {
  const row = store.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as Head | undefined
  return row ?? { seq: 0, hash: GENESIS }
}

/** Appends one entry inside the caller's transaction and answers the new head. */
export function appendEntry(trx: Trx, entry: Entry): Head {
  const head = auditHead(trx)
  const seq = head.seq + 1
  const detail = JSON.stringify(entry.detail)
  const hash = entryHash(head.hash, seq, { ...entry, detail })
  trx
    .prepare(
      `INSERT INTO audit (seq, at, actorId, actorName, method, outcome, subjectKind, subjectId, subjectLabel, detail, previous, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      seq, entry.at, entry.actorId, entry.actorName, entry.method, entry.outcome, entry.subjectKind, entry.subjectId,
      entry.subjectLabel, detail, head.hash, hash,
    )
  return { seq, hash }
}

/** The head as it is printed on paper: `7F3A-91C2`. */
export function shortHead(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase()
}
