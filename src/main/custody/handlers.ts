import type { Handlers } from '../pipeline/context.ts'
import { transferCandidates } from './candidates.ts'
import { changeKeeper, getKeeperChange, listKeeperChanges } from './change-keeper.ts'
import { changeTransfer, createTransfer } from './create.ts'
import { getTransfer } from './get.ts'
import { listKeepers } from './keepers.ts'
import { listTransfers } from './list.ts'
import { custodyAt, custodyOf } from './of.ts'
import { receiveTransfer } from './receive.ts'
import { submitTransfer, withdrawTransfer } from './submit.ts'
import { takeIn } from './take-in.ts'
import { transferWays } from './ways.ts'

export const custodyHandlers = {
  'transfers.ways': transferWays,
  'transfers.candidates': transferCandidates,
  'transfers.create': createTransfer,
  'transfers.change': changeTransfer,
  'transfers.submit': submitTransfer,
  'transfers.withdraw': withdrawTransfer,
  'transfers.receive': receiveTransfer,
  'transfers.get': getTransfer,
  'transfers.list': listTransfers,
  'custody.of': custodyOf,
  'custody.at': custodyAt,
  'custody.takeIn': takeIn,
  'custody.keepers': listKeepers,
  'custody.changeKeeper': changeKeeper,
  'custody.keeperChange': getKeeperChange,
  'custody.keeperChanges': listKeeperChanges,
} satisfies Handlers<`custody.${'of' | 'at' | 'takeIn' | 'keepers' | 'changeKeeper' | 'keeperChange' | 'keeperChanges'}`
  | `transfers.${'ways' | 'candidates' | 'create' | 'change' | 'submit' | 'withdraw' | 'receive' | 'get' | 'list'}`>
