import type { Trx } from './database.ts'

/** The next number of a named series, from 1, in the caller's transaction: no two callers ever get the same. */
export function nextCount(trx: Trx, name: string): number {
  const { last } = trx
    .prepare('INSERT INTO counter (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last')
    .get(name) as { last: number }
  return last
}
