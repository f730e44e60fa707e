import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Because } from '../../shared/contract/method.ts'
import { MAKERS } from '../../shared/rules/limits/steps.ts'
import { gradeOn, nextRatingOn, standingOn } from '../../shared/rules/ratings/override.ts'
import { partySubject } from '../parties/subject.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { decidedOf } from '../ratings/standing.ts'
import { positionOf } from '../receivables/position.ts'
import { brokenPromise } from '../receivables/promises.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { type ListingInForce, listedShown, listingsOn } from '../risks/in-force.ts'
import { findBasis } from './basis.ts'
import { overSince } from './exposure.ts'
import { barOn, toldOfLists } from './listed.ts'
import { limitOf } from './load.ts'
import { pagesOfParty } from '../ratings/history.ts'
import { rowsOf } from './list.ts'

type Shown = Output<'limits.ofParty'>
/** Days past due from which an open item stands in the way of more (credit.md 3.7: the ladder's thirty days). */
const OVERDUE_DAYS = 30

/** A party's credit on one page: its figures, so as secret as they are. */
export function limitsOfParty(context: Context, { partyId }: Parsed<'limits.ofParty'>): Shown {
  const { trx, actor, today, regulation } = context
  requireMayReadFigures(context, partyId)
  context.record(partySubject(trx, partyId))
  const listings = listingsOn(trx, partyId, today)
  const rows = rowsOf(context, (trx.prepare('SELECT id FROM limitCase INDEXED BY limitCase_party WHERE partyId = ? ORDER BY id DESC').all(partyId) as { id: number }[]).map(({ id }) => id))
  const current = rows.find(({ isCurrent }) => isCurrent) ?? null
  const { balanceFen, overdueFen, oldestDueOn, longestOverdueDays, advancesFen } = positionOf(trx, partyId, today)
  const standing = standingOn(decidedOf(trx, partyId), today)
  const grade = standing === null ? null : gradeOn(standing, today)
  const { salespersonId, kind } = trx.prepare('SELECT salespersonId, kind FROM party WHERE id = ?').get(partyId) as { salespersonId: number | null; kind: string }
  return {
    today, grade, gradeLabel: grade === null ? null : regulation.grades.find((one) => one.grade === grade)?.label ?? grade, ratingId: standing?.id ?? null,
    reviewOn: standing === null ? null : nextRatingOn({ ...(trx.prepare('SELECT reviewOn FROM rating WHERE id = ?').get(standing.id) as { reviewOn: string | null }), overrideUntil: standing.overrideUntil }),
    current, running: rows.find(({ state }) => state === 'draft' || state === 'submitted' || state === 'reviewed' || state === 'returned') ?? null, history: rows,
    owed: { balanceFen, overdueFen, oldestDueOn, longestOverdueDays, advancesFen },
    promises: trx.prepare('SELECT count(*) AS count, min(dueOn) AS nextOn FROM promise INDEXED BY promise_party WHERE partyId = ? AND dueOn >= ? AND struckAt IS NULL').get(partyId, today) as Shown['promises'],
    listed: listedShown(listings, today), blocks: blocksOf(context, { partyId, listings, current, longestOverdueDays }),
    mayMake: hasRole(actor, MAKERS) && salespersonId !== actor.personId && kind !== 'supplier',
  }
}

/** Why no more credit is to be given, the weightiest first. */
function blocksOf({ trx, today }: Context, { partyId, listings, current, longestOverdueDays }: { partyId: number; listings: readonly ListingInForce[]; current: Shown['current']; longestOverdueDays: number }): Because[] {
  const barring = listings.filter(({ list }) => list === 'bad')
  const basis = barring.length === 0 ? null : findBasis(trx, partyId, today)
  const ceilingFen = basis === null ? null : barOn(trx, { partyId }, basis.scheme.limits, today).ceilingFen
  const limit = current === null ? null : limitOf(trx, current.id)!
  const broken = brokenPromise(trx, partyId, today)
  const since = limit === null ? null : overSince(trx, limit, today)
  return [
    ...toldOfLists(barring, ceilingFen),
    ...(current === null || current.amountFen === 0 ? [{ rule: 'limit-none', values: {} } as const] : []),
    ...(current?.exposure?.validity === 'expired' ? [{ rule: 'limit-expired', values: { until: current.untilOn } } as const] : []),
    ...(limit?.hold === 'frozen' || limit?.hold === 'releaseProposed' ? [{ rule: 'limit-frozen', values: { reason: limit.holdReason } } as const] : []),
    ...(since !== null && current?.exposure?.use === 'over' ? [{ rule: 'limit-over', values: { since, number: current.number } } as const] : []),
    ...(longestOverdueDays > OVERDUE_DAYS ? [{ rule: 'limit-overdue', values: { days: longestOverdueDays } } as const] : []),
    ...(broken === null ? [] : [{ rule: 'promise-broken', values: { dueOn: broken.dueOn, on: broken.decidedOn, amountFen: broken.amountFen, receivedFen: broken.receivedFen } } as const]),
  ]
}

/** Pages of the party's dossiers that may stand behind a guarantee. */
export const limitPages = (context: Context, { partyId }: Parsed<'limits.pages'>): Output<'limits.pages'> => pagesOfParty(context, partyId)
