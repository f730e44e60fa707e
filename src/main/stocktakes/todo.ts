import { localDay } from '../pipeline/days.ts'
import { hasRole } from '../people/visibility.ts'
import { allOf, type Reader, undated, type Waiting } from '../home/todo.ts'

type Row = { id: number; number: string; scope: string; firstEnd: string; firstByName: string }

/** Counts that wait for a second person: for every archivist but the one who made the first. */
export function secondCounts({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, ['archivist'])) return allOf([])
  const rows = trx
    .prepare(
      `SELECT stocktake.id, stocktake.number, stocktake.scope, stocktake.firstEnd, person.name AS firstByName
       FROM stocktake INDEXED BY stocktake_running JOIN person ON person.id = stocktake.firstBy
       WHERE stocktake.state = 'waiting' AND stocktake.state NOT IN ('closed', 'cancelled') AND stocktake.firstBy <> ? ORDER BY stocktake.id LIMIT ?`,
    )
    .all(actor.personId, most) as Row[]
  return allOf(rows.map((row) => undated('today', {
    kind: 'secondCount', subject: { kind: 'stocktake', id: row.id }, what: `${row.scope} ${row.number}`,
    because: { rule: 'first-count-done', values: { on: localDay(new Date(row.firstEnd)), by: row.firstByName } },
  })))
}
