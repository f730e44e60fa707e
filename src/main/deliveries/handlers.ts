import type { Handlers } from '../pipeline/context.ts'
import { listDeliveries } from './list.ts'
import { deliveryOverview } from './overview.ts'
import { completeDelivery, correctDelivery, recordDelivery, strikeDelivery } from './record.ts'

/** The deliveries' methods; the import runs as a job. */
export const deliveriesHandlers = {
  'deliveries.overview': deliveryOverview, 'deliveries.list': listDeliveries, 'deliveries.record': recordDelivery, 'deliveries.complete': completeDelivery,
  'deliveries.correct': correctDelivery, 'deliveries.strike': strikeDelivery,
} satisfies Handlers<'deliveries.overview' | 'deliveries.list' | 'deliveries.record' | 'deliveries.complete' | 'deliveries.correct' | 'deliveries.strike'>
