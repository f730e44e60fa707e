import type { Subject } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

/** A party as the log calls it: by its credit code, never by its name, for who reads the log need not know customers. */
export function partySubject(trx: Trx, id: number): Subject {
  const { creditCode } = trx.prepare('SELECT creditCode FROM party WHERE id = ?').get(id) as { creditCode: string | null }
  return { kind: 'party', id, label: creditCode }
}
