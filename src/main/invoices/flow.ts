import { flowEnd, isBehind } from '../../shared/rules/invoices/flow.ts'
import type { Trx } from '../storage/database.ts'
import type { Lines } from './import/lines.ts'

/** Writes down how far the files of a batch go, for each party that they name. */
export function keepReaches(trx: Trx, batchId: number, lines: Lines, isWhole: boolean): void {
  const ofParty = trx.prepare(
    'INSERT INTO invoiceReach (partyId, batchId, direction, latestOn) VALUES (?, ?, ?, ?) ON CONFLICT (partyId, batchId, direction) DO UPDATE SET latestOn = max(latestOn, excluded.latestOn)',
  )
  const whole = trx.prepare('INSERT INTO invoiceWhole (batchId, direction, latestOn) VALUES (?, ?, ?) ON CONFLICT (batchId, direction) DO UPDATE SET latestOn = max(latestOn, excluded.latestOn)')
  for (const { direction, latestOn, parties } of lines.reaches()) {
    for (const partyId of parties) ofParty.run(partyId, batchId, direction, latestOn)
    if (isWhole) whole.run(batchId, direction, latestOn)
  }
}

export type Ends = { readonly sale: string; readonly purchase: string }

/**
 * On which day the windows of either direction end as of a day; null where no file names the party. Where no file holds
 * invoices of a direction, those of the other tell.
 */
export function flowEnds(trx: Trx, partyId: number, asOf: string): Ends | null {
  const rows = trx.prepare(
    `SELECT direction, max(latestOn) FROM (
       SELECT reach.direction, reach.latestOn FROM invoiceReach AS reach JOIN invoiceBatch AS batch ON batch.id = reach.batchId WHERE reach.partyId = ? AND batch.struckAt IS NULL
       UNION ALL SELECT whole.direction, whole.latestOn FROM invoiceWhole AS whole JOIN invoiceBatch AS batch ON batch.id = whole.batchId WHERE batch.struckAt IS NULL
     ) GROUP BY direction`,
  ).raw().all(partyId) as ['sale' | 'purchase', string][]
  const latest = Object.fromEntries(rows) as Partial<Record<'sale' | 'purchase', string>>
  const [sale, purchase] = [latest.sale ?? latest.purchase, latest.purchase ?? latest.sale]
  return sale === undefined || purchase === undefined ? null : { sale: flowEnd(sale, asOf), purchase: flowEnd(purchase, asOf) }
}

export type FlowShown = { readonly [Direction in 'sale' | 'purchase']: { readonly endsOn: string; readonly isBehind: boolean } }

/** The same with whether it still says anything of the day. */
export function flowShown(trx: Trx, partyId: number, asOf: string): FlowShown | null {
  const ends = flowEnds(trx, partyId, asOf)
  const shown = (endsOn: string) => ({ endsOn, isBehind: isBehind(endsOn, asOf) })
  return ends && { sale: shown(ends.sale), purchase: shown(ends.purchase) }
}
