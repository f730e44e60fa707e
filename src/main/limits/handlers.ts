import type { limits } from '../../shared/contract/limits.ts'
import type { Handlers } from '../pipeline/context.ts'
import { getLimit } from './card.ts'
import { createLimit, refreshLimit, saveLimit } from './create.ts'
import { approveLimit, refuseLimit, returnLimit, reviewLimit, submitLimit, withdrawLimit } from './decide.ts'
import { decideHold, proposeHold } from './hold.ts'
import { countLimits, listLimits } from './list.ts'
import { readMatrix, setMatrix } from './matrix.ts'
import { limitPages, limitsOfParty } from './of-party.ts'
import { recomputeGranted } from './recompute.ts'

export const limitsHandlers = {
  'limits.list': listLimits,
  'limits.counts': countLimits,
  'limits.get': getLimit,
  'limits.ofParty': limitsOfParty,
  'limits.pages': limitPages,
  'limits.create': createLimit,
  'limits.save': saveLimit,
  'limits.refresh': refreshLimit,
  'limits.submit': submitLimit,
  'limits.review': reviewLimit,
  'limits.approve': approveLimit,
  'limits.refuse': refuseLimit,
  'limits.return': returnLimit,
  'limits.withdraw': withdrawLimit,
  'limits.proposeHold': proposeHold,
  'limits.decideHold': decideHold,
  'limits.recompute': recomputeGranted,
  'limits.matrix': readMatrix,
  'limits.setMatrix': setMatrix,
} satisfies Handlers<keyof typeof limits>
