import type { Finding } from '../../shared/rules/archive/finding.ts'
import type { Trx } from '../storage/database.ts'
import { entryHash, GENESIS, type Head, shortHead } from './chain.ts'
import { chainFinding, nameBreak, type Row } from './name-break.ts'

/** A head as it stands on paper: `#18204 7F3A-91C2`. */
export type PrintedHead = { seq: number; head: string }

export type ChainCheck = { entries: number; findings: Finding[] }

/** Rows walked before others get a turn and the one who asked can change his mind. */
const ROWS_AT_ONCE = 5000

/**
 * Walks the whole audit log and names the first break, and what kind it is: an entry changed, removed, inserted, or out
 * of order. A log that is sound in itself may still have lost its end: the highest number ever given (which SQLite
 * keeps) and a head from paper find that. About 10 µs an entry, in flat memory. `onRows` may throw to stop it.
 */
export async function verifyChain(trx: Trx, printed?: PrintedHead, onRows: (entries: number) => void | Promise<void> = () => {}): Promise<ChainCheck> {
  const findings: Finding[] = []
  let entries = 0
  let head: Head = { seq: 0, hash: GENESIS }
  for (let from: number | null = Number.MIN_SAFE_INTEGER; from !== null; ) {
    const walked = walk(trx, head, from)
    entries += walked.entries
    head = walked.head
    from = walked.next
    if (walked.finding) {
      findings.push(walked.finding)
      break
    }
    await onRows(entries)
  }
  if (findings.length === 0) findings.push(...verifyHighestNumber(trx, head))
  if (printed) findings.push(...verifyPrintedHead(trx, printed))
  return { entries, findings }
}

type Walk = { entries: number; head: Head; next: number | null; finding: Finding | null }

/** One stretch of the log, from a number on, after `before`; `next` is where to go on, null at the end. */
function walk(trx: Trx, before: Head, from: number): Walk {
  const rows = trx.prepare('SELECT * FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?').iterate(from, ROWS_AT_ONCE) as IterableIterator<Row>
  let head = before
  let entries = 0
  for (const row of rows) {
    const isSuccessor = row.seq === head.seq + 1 && row.previous === head.hash && entryHash(row.previous, row.seq, row) === row.hash
    if (!isSuccessor) return { entries, head, next: null, finding: nameBreak(trx, head, row) }
    head = { seq: row.seq, hash: row.hash }
    entries++
  }
  return { entries, head, next: entries < ROWS_AT_ONCE ? null : head.seq + 1, finding: null }
}

/** The table's AUTOINCREMENT counter remembers the highest number, also after rows have been deleted. */
function verifyHighestNumber(trx: Trx, head: Head): Finding[] {
  const row = trx.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").get() as { seq: number } | undefined
  const highest = row?.seq ?? 0
  if (highest > head.seq) return [chainFinding('tail-cut', head.seq + 1, highest, 'fewer-than-given', { newest: head.seq, highest })]
  if (highest < head.seq) return [chainFinding('tail-cut', head.seq, head.seq, 'more-than-given', { newest: head.seq, highest })]
  return []
}

function verifyPrintedHead(trx: Trx, printed: PrintedHead): Finding[] {
  const { newest } = trx.prepare('SELECT coalesce(max(seq), 0) AS newest FROM audit').get() as { newest: number }
  if (printed.seq > newest) return [chainFinding('tail-cut', newest + 1, printed.seq, 'beyond-newest', { newest })]
  const row = trx.prepare('SELECT hash FROM audit WHERE seq = ?').get(printed.seq) as { hash: string } | undefined
  const found = row ? shortHead(row.hash) : ''
  if (found.replace('-', '') === printed.head.replace('-', '').toUpperCase()) return []
  return [chainFinding('head-unknown', printed.seq, printed.seq, 'bears-another-head', { found })]
}
