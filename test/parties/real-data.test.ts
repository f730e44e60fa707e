import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/main/parties/import/table.ts'
import { readRow } from '../../src/shared/rules/parties/import-row.ts'
import { openTestArchive } from '../builders/archive.ts'

/*
 * Real companies, read in place beside the project (shared/data/README.md): of 198,773 rows the codes of 568 fail, 534 by
 * their length, 19 by the check character, 15 by lower case alone. Skipped where the folder is not there.
 */

const folder = join(import.meta.dirname, '../../../shared/data/companies')
const isThere = existsSync(folder)

function countOf(outcomes: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

describe.skipIf(!isThere)('real companies (skipped without shared/data)', () => {
  test('of 198,773 rows exactly those whose code fails are refused or marked', async () => {
    const { columns, rows, encoding } = await readTable(gunzipSync(readFileSync(join(folder, 'companies-200k.csv.gz'))))
    expect(encoding).toBe('UTF-8 BOM')
    expect(rows).toHaveLength(198_773)
    const counts = countOf(rows.map(({ cells }) => {
      const row = readRow(cells, columns.fields, 1n)
      return typeof row === 'string' ? row : row.codeState
    }))
    expect(counts).toEqual({ valid: 198_205, legacy: 497, 'code-wrong-length': 37, 'code-wrong-check-character': 19, 'code-lower-case': 15 })
    expect(counts['legacy']! + counts['code-wrong-length']!).toBe(534)
  }, 240_000)

  test('of the 2,056 bad codes each is refused with its reason or marked as an old number', async () => {
    const office = await openTestArchive()
    const bytes = readFileSync(join(folder, 'bad-codes.tsv'))
    const upload = await office.upload('creditadministrator', 'bad-codes.tsv', bytes, 'import')
    const result = await office.callAs('creditadministrator', 'parties.import', { upload })
    expect(result).toMatchObject({ read: 2056, added: 1808, updated: 0, unchanged: 0 })
    expect(countOf(result.refused.map((row) => row.code))).toEqual({ 'code-wrong-length': 121, 'code-lower-case': 72, 'code-wrong-check-character': 55 })
    const states = office.archive.store.prepare('SELECT codeState, count(*) AS parties FROM party GROUP BY codeState').all()
    expect(states).toEqual([{ codeState: 'legacy', parties: 1808 }])
    await office.close()
  }, 240_000)
})
