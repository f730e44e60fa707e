import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import type { Because } from '../../shared/contract/method.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import { inGroup, onDay, type Reader, SOON_DAYS, type Todo, undated, type Waiting, waitingByDay } from '../home/todo.ts'
import { hasRole } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import { waitingFor } from './list.ts'

const KINDS = { draft: 'ratingDraft', returned: 'ratingReturned', submitted: 'ratingToReview', reviewed: 'ratingToApprove' } as const satisfies Record<string, Todo['kind']>
type Line = { id: number; number: string; name: string; since: string; by: string; reason: string | null }

/** Ratings that wait for this person: his drafts, those sent back to him, those he may review or approve; and overrides about to end. */
export function ratingsWaiting(reader: Reader): Waiting[] {
  return [...waitingFor(reader).map((one) => lines(reader, one)), overridesEnding(reader)]
}

function lines({ trx, most }: Reader, { kind, where }: ReturnType<typeof waitingFor>[number]): Waiting {
  const group: Todo['group'] = kind === 'draft' ? 'later' : 'today'
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM rating INDEXED BY rating_state WHERE ${where}`)
  if (total === 0) return inGroup(group, 0, [])
  const rows = allRaw(trx, sql<Line>`
    SELECT rating.id, rating.number, coalesce(party.shortName, party.name) AS name, step.at AS since, person.name AS "by", CASE WHEN step.what = 'returned' THEN step.reason END AS reason
    FROM rating INDEXED BY rating_state JOIN party ON party.id = rating.partyId
      JOIN ratingStep AS step ON step.id = (SELECT max(id) FROM ratingStep WHERE ratingId = rating.id) JOIN person ON person.id = step."by"
    WHERE ${where} ORDER BY rating.id LIMIT ${most}`)
  return inGroup(group, total, rows.map(({ id, number, name, ...values }) => undated(group, {
    kind: KINDS[kind], subject: { kind: 'rating', id }, what: `${name} ${number}`, because: { rule: 'rating-waits', values } satisfies Because,
  })))
}

type Ending = { id: number; number: string; name: string; overrideUntil: string; grade: string; computedGrade: string | null }
const ENDING = `
  FROM rating INDEXED BY rating_override JOIN party ON party.id = rating.partyId
  WHERE rating.isCurrent = 1 AND rating.overrideUntil BETWEEN :today AND :until`

/** Overrides that end within thirty days. */
function overridesEnding({ trx, actor, today, regulation, most }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator', 'officeDirector'])) return inGroup('soon', 0, [])
  const values = { today, until: addDays(today, SOON_DAYS) }
  const rows = trx.prepare(
    `SELECT rating.id, rating.number, coalesce(party.shortName, party.name) AS name, rating.overrideUntil, rating.grade, rating.computedGrade ${ENDING} ORDER BY rating.overrideUntil, rating.id LIMIT :most`,
  ).all({ ...values, most }) as Ending[]
  const labelOf = (grade: string | null): string | null => regulation.grades.find((one) => one.grade === grade)?.label ?? grade
  const first: Output<'home.overview'>['todo'] = rows.map((row) => onDay(today, {
    kind: 'overrideEnds', subject: { kind: 'rating', id: row.id }, what: `${row.name} ${row.number}`, dueOn: row.overrideUntil,
    because: { rule: 'override-ends', values: { until: row.overrideUntil, grade: labelOf(row.grade), computed: labelOf(row.computedGrade) } },
  }))
  return waitingByDay({ trx, today }, 'rating.overrideUntil', ENDING, values, first)
}
