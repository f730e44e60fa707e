import type { contracts } from '../../shared/contract/contracts.ts'
import type { Handlers } from '../pipeline/context.ts'
import { changeContract } from './change.ts'
import { recordEvent, strikeEvent } from './events.ts'
import { listLedger } from './ledger.ts'
import { openContract } from './open.ts'
import { statistics } from './statistics.ts'

export const contractsHandlers = {
  'contracts.ledger': listLedger,
  'contracts.statistics': statistics,
  'contracts.open': openContract,
  'contracts.change': changeContract,
  'contracts.recordEvent': recordEvent,
  'contracts.strikeEvent': strikeEvent,
} satisfies Handlers<keyof typeof contracts>
