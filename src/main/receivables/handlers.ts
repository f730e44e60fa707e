import type { Handlers } from '../pipeline/context.ts'
import { listAgeing } from './ageing.ts'
import { proposeAllocation } from './allocate.ts'
import { accountOfParty } from './of-party.ts'
import { addPromise, addReceivable, reallocate, receive, strike } from './record.ts'
import { listItems, listReceipts } from './rows.ts'

/** The receivables' methods; imports run as jobs. */
export const receivablesHandlers = {
  'receivables.ofParty': accountOfParty, 'receivables.items': listItems, 'receivables.receipts': listReceipts, 'receivables.propose': proposeAllocation, 'receivables.add': addReceivable,
  'receivables.receive': receive, 'receivables.allocate': reallocate, 'receivables.promise': addPromise, 'receivables.strike': strike, 'receivables.ageing': listAgeing,
} satisfies Handlers<
  | 'receivables.ofParty' | 'receivables.items' | 'receivables.receipts' | 'receivables.propose' | 'receivables.add' | 'receivables.receive' | 'receivables.allocate' | 'receivables.promise'
  | 'receivables.strike' | 'receivables.ageing'
>
