import type { disposal } from '../../shared/contract/disposal.ts'
import type { Handlers } from '../pipeline/context.ts'
import { listDue, showRetention } from './due.ts'
import { listHolds, placeHold, releaseHold } from './holds.ts'

export const disposalHandlers = {
  'holds.list': listHolds,
  'holds.place': placeHold,
  'holds.release': releaseHold,
  'disposal.due': listDue,
  'disposal.retention': showRetention,
} satisfies Handlers<keyof typeof disposal>
