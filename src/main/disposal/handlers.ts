import type { disposal } from '../../shared/contract/disposal.ts'
import type { Handlers } from '../pipeline/context.ts'
import { cancelCase, listPeople, openCase, opine, submitCase } from './appraise.ts'
import { approveCase } from './approve.ts'
import { carryOut, checkLines, supervise } from './carry-out.ts'
import { listDue, showRetention } from './due.ts'
import { listHolds, placeHold, releaseHold } from './holds.ts'
import { getCase, listCases } from './list.ts'
import { getStub, listStubs } from './stubs.ts'

export const disposalHandlers = {
  'holds.list': listHolds,
  'holds.place': placeHold,
  'holds.release': releaseHold,
  'disposal.due': listDue,
  'disposal.retention': showRetention,
  'disposal.list': listCases,
  'disposal.get': getCase,
  'disposal.people': listPeople,
  'disposal.open': openCase,
  'disposal.opine': opine,
  'disposal.submit': submitCase,
  'disposal.approve': approveCase,
  'disposal.check': checkLines,
  'disposal.supervise': supervise,
  'disposal.carryOut': carryOut,
  'disposal.cancel': cancelCase,
  'disposal.stubs': listStubs,
  'disposal.stub': getStub,
} satisfies Handlers<keyof typeof disposal>
