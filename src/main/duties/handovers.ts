import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { addDays, daysBetween } from '../../shared/rules/lookups/days.ts'
import { allRaw } from '../storage/all-raw.ts'
import { type Reader, seenDuty } from './list.ts'
import { placeRules } from './places.ts'

type Week = Output<'home.overview'>['handovers'][number]

/** Weeks that have any, at most. */
const MOST_WEEKS = 7
const AHEAD_DAYS = 180
/** Days ahead in which a hand-over is near. */
const NEAR_DAYS = 7

/**
 * Folders to be handed over, of what the reader may see: those past their day together, then the next weeks in which any are
 * due. A week ends with its Sunday; its day is the last on which one of its folders is due.
 */
export function handoversByWeek(reader: Reader): Week[] {
  const { trx, actor, today } = reader
  const days = allRaw(trx, sql<{ dueOn: string; folders: number }>`
    SELECT dueOn, count(*) AS folders FROM duty INDEXED BY duty_openByDay
    WHERE doneOn IS NULL AND dueOn <= ${addDays(today, AHEAD_DAYS)} AND (regulationVersionId, ruleId) IN ${sql.raw(placeRules(trx))} AND ${seenDuty(actor)}
    GROUP BY dueOn ORDER BY dueOn`)
  const weeks = new Map<string, Week>()
  for (const { dueOn, folders } of days) {
    const isOver = dueOn < today
    const key = isOver ? '' : String(weekOf(dueOn))
    const before = weeks.get(key)?.folders ?? 0
    const state = isOver ? 'overdue' : daysBetween(today, dueOn) <= NEAR_DAYS ? 'near' : 'ahead'
    weeks.set(key, { dueOn, folders: before + folders, state: weeks.get(key)?.state ?? state })
  }
  return [...weeks.values()].slice(0, MOST_WEEKS)
}

/** Weeks since a Monday long past. */
const weekOf = (day: string) => Math.floor(daysBetween('1900-01-01', day) / 7)
