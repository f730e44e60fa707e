import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AHEAD_DAYS, dueFor, RERATE_REASONS, type RerateReason } from '../../shared/rules/rerating/due.ts'
import { addDays, daysBetween } from '../../shared/rules/lookups/days.ts'
import { overLimitEvents } from '../limits/exposure.ts'
import type { Context } from '../pipeline/context.ts'
import { brokenPromiseEvents, overdueEvents } from '../receivables/events.ts'
import { gradingEvents } from '../regulations/grading.ts'
import type { Trx } from '../storage/database.ts'

type Due = Output<'rerating.due'>
type Row = Due['rows'][number]
type Event = { partyId: number; on: string; what: string | null }

/** Standing ratings, few beside the parties, first; then what came after each, by the party's index. */
const STANDING = 'rating INDEXED BY rating_standing'
const NOTICE = (kinds: string) => `
  SELECT rating.partyId, survey."on", json_extract(survey.form, '$.what') AS what FROM ${STANDING} CROSS JOIN survey ON survey.partyId = rating.partyId AND survey.kind = 'notice'
  WHERE rating.isCurrent = 1 AND survey.recordedAt > rating.approvedAt AND survey.withdrawnAt IS NULL AND json_extract(survey.form, '$.what') IN (${kinds})`

/** Told by a statement each; those that need more come from where they are kept. */
const ELSEWHERE = { overdue: overdueEvents, promiseBroken: brokenPromiseEvents, overLimit: overLimitEvents, grading: gradingEvents } as const satisfies Partial<Record<RerateReason, (trx: Trx, today: string) => Event[]>>
const EVENTS: Readonly<Record<Exclude<RerateReason, keyof typeof ELSEWHERE>, string>> = {
  review: 'SELECT partyId, reviewOn AS "on", NULL AS what FROM rating INDEXED BY rating_review WHERE isCurrent = 1 AND reviewOn <= :ahead',
  override: 'SELECT partyId, overrideUntil AS "on", overrideGrade AS what FROM rating INDEXED BY rating_override WHERE isCurrent = 1 AND overrideUntil IS NOT NULL AND overrideUntil <= :ahead',
  default: `SELECT rating.partyId, defaultRecord."on", defaultRecord.kind AS what FROM ${STANDING} CROSS JOIN defaultRecord ON defaultRecord.partyId = rating.partyId
    WHERE rating.isCurrent = 1 AND defaultRecord.recordedAt > rating.approvedAt AND defaultRecord.struckAt IS NULL AND defaultRecord.kind NOT IN ('complaintTheirs', 'complaintOurs')`,
  dishonest: NOTICE(`'dishonest', 'deregistered', 'bankruptcy', 'fraud'`),
  lawsuit: NOTICE(`'lawsuit'`),
  controlChanged: NOTICE(`'controlChanged'`),
  statements: `SELECT rating.partyId, substr(statement.confirmedAt, 1, 10) AS "on", statement.periodEnd AS what FROM ${STANDING} CROSS JOIN statement ON statement.partyId = rating.partyId
    WHERE rating.isCurrent = 1 AND statement.state = 'confirmed' AND statement.periodEnd LIKE '%-12-31' AND statement.confirmedAt > rating.approvedAt`,
  certificate: `SELECT rating.partyId, document.expiresOn AS "on", document.title AS what
    FROM ${STANDING} CROSS JOIN dossier ON dossier.partyId = rating.partyId AND dossier.kind = 'credit' AND dossier.voidedAt IS NULL
    CROSS JOIN document ON document.dossierId = dossier.id
    WHERE rating.isCurrent = 1 AND document.struckAt IS NULL AND document.expiresOn < :today AND document.expiresOn >= rating.asOf
      AND NOT EXISTS (SELECT 1 FROM document AS newer WHERE newer.dossierId = document.dossierId AND newer.struckAt IS NULL AND newer.expiresOn > document.expiresOn
        AND coalesce(newer.itemCode, newer.title) = coalesce(document.itemCode, document.title))`,
  listed: `SELECT rating.partyId, listing.fromOn AS "on", listing.number AS what FROM ${STANDING} CROSS JOIN listing ON listing.partyId = rating.partyId
    WHERE rating.isCurrent = 1 AND listing.list = 'bad' AND listing.state IN ('inForce', 'releaseProposed') AND listing.decidedAt > rating.approvedAt`,
  scheme: `SELECT rating.partyId, newer.effectiveOn AS "on", scheme.code || ' ' || newer.no AS what FROM ${STANDING} CROSS JOIN schemeVersion AS own ON own.id = rating.schemeVersionId
    CROSS JOIN scheme ON scheme.id = own.schemeId CROSS JOIN schemeVersion AS newer ON newer.schemeId = own.schemeId AND newer.state = 'approved' AND newer.id > own.id
    WHERE rating.isCurrent = 1 AND newer.effectiveOn <= :today AND newer.effectiveOn > rating.asOf`,
}

function eventsOf(trx: Trx, reason: RerateReason, today: string): Event[] {
  if (reason in ELSEWHERE) return ELSEWHERE[reason as keyof typeof ELSEWHERE](trx, today)
  return trx.prepare(EVENTS[reason as keyof typeof EVENTS]).all({ today, ahead: addDays(today, AHEAD_DAYS) }) as Event[]
}

type Found = Map<number, Row['reasons']>
/** How many are due, how many of them are past their day, and who is first. */
export type DueSums = { readonly parties: number; readonly late: number; readonly first: { readonly partyId: number; readonly on: string } | null }
type Reckoned = { readonly today: string; readonly seq: number; readonly due: ReadonlyMap<number, Row['reasons']>; readonly sums: DueSums }
const reckoned = new WeakMap<Trx, Reckoned>()

/**
 * Every reason of every party whose standing rating is due, by party. Reckoned once until the log goes on: nothing changes
 * without an entry of its own, so that the first page costs the same however many ratings stand.
 */
export const dueReasons = (trx: Trx, today: string): ReadonlyMap<number, Row['reasons']> => reckonedOn(trx, today).due
export const dueSums = (trx: Trx, today: string): DueSums => reckonedOn(trx, today).sums

function reckonedOn(trx: Trx, today: string): Reckoned {
  const { seq } = trx.prepare('SELECT coalesce(max(seq), 0) AS seq FROM audit').get() as { seq: number }
  const known = reckoned.get(trx)
  if (known?.seq === seq && known.today === today) return known
  const due = reckon(trx, today)
  const fresh = { today, seq, due, sums: sumsOf(due, today) }
  reckoned.set(trx, fresh)
  return fresh
}

function sumsOf(due: Found, today: string): DueSums {
  let first: DueSums['first'] = null
  let late = 0
  for (const [partyId, [reason]] of due) {
    const on = reason!.dueOn
    if (on < today) late += 1
    if (first === null || on < first.on) first = { partyId, on }
  }
  return { parties: due.size, late, first }
}

function reckon(trx: Trx, today: string): Found {
  const found = new Map<number, Row['reasons']>()
  for (const reason of RERATE_REASONS) {
    for (const { partyId, on, what } of eventsOf(trx, reason, today)) {
      const own = found.get(partyId) ?? []
      if (!own.some((one) => one.reason === reason && one.what === what)) own.push({ reason, on, dueOn: dueFor(reason, on), what })
      found.set(partyId, own)
    }
  }
  for (const reasons of found.values()) reasons.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return found
}

/** Who is to be rated again and why, the most pressing first. */
export function rerateDue({ trx, today }: Context, { reason, text, offset, limit }: Parsed<'rerating.due'>): Due {
  const due = dueReasons(trx, today)
  const counts: Due['counts'] = {}
  for (const one of RERATE_REASONS) {
    const parties = [...due.values()].filter((reasons) => reasons.some((each) => each.reason === one)).length
    if (parties > 0) counts[one] = parties
  }
  const ids = [...due].filter(([, reasons]) => reason === null || reasons.some((one) => one.reason === reason)).map(([partyId]) => partyId)
  const rows = headsOf({ trx, today }, ids, text.trim()).map((head): Row => {
    const reasons = due.get(head.partyId)!
    const dueOn = reasons[0]!.dueOn
    return { ...head, dueOn, dueIn: daysBetween(today, dueOn), reasons, running: null }
  }).sort((a, b) => a.dueIn - b.dueIn || a.partyId - b.partyId)
  return { total: rows.length, counts, rows: rows.slice(offset, offset + limit).map((row) => ({ ...row, running: runningOf(trx, row.partyId) })) }
}

type Head = Pick<Row, 'partyId' | 'partyName' | 'kind' | 'ratingId' | 'number' | 'grade' | 'score' | 'approvedOn'>

function headsOf({ trx, today }: Pick<Context, 'trx' | 'today'>, ids: readonly number[], text: string): Head[] {
  return trx.prepare(
    `SELECT party.id AS partyId, party.name AS partyName, party.kind, rating.id AS ratingId, rating.number, iif(rating.overrideUntil < :today, rating.computedGrade, rating.grade) AS grade, rating.score, rating.approvedOn
     FROM json_each(:ids) CROSS JOIN party ON party.id = json_each.value CROSS JOIN rating INDEXED BY rating_standing ON rating.partyId = party.id AND rating.isCurrent = 1
     WHERE :text = '' OR instr(party.name, :text) > 0 OR instr(coalesce(party.shortName, ''), :text) > 0 OR instr(rating.number, :text) > 0`,
  ).all({ ids: JSON.stringify(ids), text, today }) as Head[]
}

/** The rating of a party that is under way, the first. */
export function runningOf(trx: Trx, partyId: number): Row['running'] {
  return (trx.prepare("SELECT id, number, state FROM rating WHERE partyId = ? AND state IN ('draft', 'submitted', 'reviewed', 'returned') ORDER BY id LIMIT 1").get(partyId) as Row['running'] | undefined) ?? null
}
