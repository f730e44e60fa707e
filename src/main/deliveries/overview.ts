import type { Output, Parsed } from '../../shared/contract/index.ts'
import { monthsOf } from '../../shared/rules/deliveries/rates.ts'
import { partySubject } from '../parties/subject.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { deliveryFacts, deliveryRates } from './facts.ts'

/** The rates that ratings take, and their months, as of a day. Refuses `not-found` for a hidden party and what reading its dossier would be refused for. */
export function deliveryOverview(context: Context, input: Parsed<'deliveries.overview'>): Output<'deliveries.overview'> {
  const { trx, actor, today } = context
  const { partyId } = input
  requireMayReadFigures(context, partyId)
  const asOf = input.asOf ?? today
  const span = trx.prepare('SELECT count(*) AS deliveries, min(dueOn) AS firstOn, max(dueOn) AS lastOn, coalesce(sum(arrivedOn IS NULL AND dueOn < ?), 0) AS overdue FROM delivery WHERE partyId = ? AND struckAt IS NULL')
    .get(today, partyId) as { deliveries: number; firstOn: string | null; lastOn: string | null; overdue: number }
  const { window, lots, onTime, accepted, invoiced } = deliveryRates(trx, partyId, asOf)
  const facts = deliveryFacts(trx, partyId, asOf)
  const rates = ([['onTimeDelivery24', onTime], ['acceptedQuality24', accepted], ['invoicedInOrder24', invoiced]] as const)
    .map(([name, { counted, failed }]) => ({ name, value: facts[name]!.value, absent: facts[name]!.absent, counted, failed: failed.length }))
  context.record(partySubject(trx, partyId), { deliveries: span.deliveries, asOf })
  return { asOf, window, ...span, rates, months: monthsOf(lots, window), may: { record: hasRole(actor, ['creditAdministrator']) } }
}
