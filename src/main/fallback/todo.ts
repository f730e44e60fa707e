import { addDays } from '../../shared/rules/lookups/days.ts'
import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { startOfDay } from '../pipeline/days.ts'
import { hasRole } from '../people/visibility.ts'

/** Days after which a blank that nobody has brought back is asked for. */
const BLANK_DAYS = 30

/** Papers that contradict something: to settle, or to confirm what another person proposed; and papers ready to be posted. */
export function conflictsToSettle({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, ['archivist', 'officeDirector'])) return inGroup('today', 0, [])
  const from = `FROM fallbackConflict JOIN paperEntry ON paperEntry.id = entryId JOIN blank ON blank.id = blankId
    WHERE fallbackConflict.state = 'open' OR (fallbackConflict.state = 'proposed' AND fallbackConflict.proposedBy <> ?)`
  const { total } = trx.prepare(`SELECT count(*) AS total ${from}`).get(actor.personId) as { total: number }
  const rows = trx
    .prepare(`SELECT fallbackConflict.id, blank.number, fallbackConflict.foundAt, fallbackConflict.state ${from} ORDER BY fallbackConflict.id LIMIT ?`)
    .all(actor.personId, most) as { id: number; number: string; foundAt: string; state: 'open' | 'proposed' }[]
  return inGroup('today', total, rows.map(({ id, number, foundAt, state }) => undated('today', {
    kind: 'paperConflict', subject: { kind: 'fallbackConflict', id }, what: number, because: { rule: state === 'open' ? 'paper-conflict' : 'paper-proposed', values: { at: foundAt } },
  })))
}

/** Blanks that have been out for more than thirty days: on one line, by the oldest of them. */
export function blanksLongOut({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['archivist'])) return inGroup('later', 0, [])
  const row = trx
    .prepare("SELECT count(*) AS folders, min(id) AS id, min(number) AS number, min(issuedAt) AS issuedAt FROM blank WHERE state = 'out' AND issuedAt < ?")
    .get(startOfDay(addDays(today, -BLANK_DAYS))) as { folders: number; id: number | null; number: string; issuedAt: string }
  if (row.id === null) return inGroup('later', 0, [])
  return inGroup('later', 1, [undated('later', {
    kind: 'blanksOut', subject: { kind: 'blank', id: row.id }, what: row.number, because: { rule: 'blanks-out', values: { count: row.folders, at: row.issuedAt, days: BLANK_DAYS } },
  })])
}
