import type { Trx } from '../storage/database.ts'

export type Named = { id: number } | 'unknown' | 'ambiguous'

/**
 * The party that a list of another system means: by its outer code, its credit code, its name, or a name it once had, in
 * this order. Answers are remembered. For callers who see every party; nothing is asked of visibility.
 */
export function partyFinder(trx: Trx): (text: string) => Named {
  const known = new Map<string, Named>()
  const byCode = trx.prepare('SELECT partyId AS id FROM partyOuterCode WHERE code = ?')
  const byCreditCode = trx.prepare('SELECT id FROM party WHERE creditCode = ?')
  const byName = trx.prepare('SELECT id FROM party WHERE name = ? LIMIT 2')
  const byOldName = trx.prepare('SELECT DISTINCT partyId AS id FROM partyOldName WHERE name = ? LIMIT 2')
  const find = (text: string): Named => {
    for (const statement of [byCode, byCreditCode, byName, byOldName]) {
      const rows = statement.all(text) as { id: number }[]
      if (rows.length > 0) return rows.length === 1 ? rows[0]! : 'ambiguous'
    }
    return 'unknown'
  }
  return (text) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = find(text)
      known.set(text, answer)
    }
    return answer
  }
}

/** Gives the party a code by which other systems call it; a code means one party only. */
export function keepOuterCode(trx: Trx, partyId: number, code: string): void {
  trx.prepare('INSERT INTO partyOuterCode (code, partyId) VALUES (?, ?) ON CONFLICT (code) DO NOTHING').run(code, partyId)
}
