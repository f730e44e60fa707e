import type { RESOLUTIONS } from '../../contract/stocktakes.ts'
import type { FindingKind } from './compare.ts'

export type Resolution = (typeof RESOLUTIONS)[number]

const WAYS: Readonly<Record<FindingKind, readonly Resolution[]>> = {
  missing: ['reportedMissing', 'seenInPlace', 'explained'],
  misplaced: ['putBack', 'movedHere', 'explained'],
  outOfOrder: ['putBack', 'explained'],
  unknown: ['removed', 'explained'],
  lentFound: ['takenBack', 'explained'],
  missingFound: ['found', 'takenBack', 'explained'],
  movingFound: ['removed', 'explained'],
  goneFound: ['removed', 'explained'],
  disputed: ['seenInPlace', 'putBack', 'movedHere', 'reportedMissing', 'takenBack', 'explained'],
}

type Case = {
  readonly kind: FindingKind
  /** Somewhere one of the counts saw it. */
  readonly wasSeen: boolean
  /** Its slip is open now, whatever it was when it was counted. */
  readonly isLent: boolean
}

/** What may be done about a finding. What is lent is taken back on its slip, never simply found or moved. */
export function waysOf({ kind, wasSeen, isLent }: Case): Resolution[] {
  return WAYS[kind].filter((way) => {
    if (way === 'takenBack') return isLent
    if (way === 'found' || way === 'reportedMissing') return !isLent
    if (way === 'movedHere') return wasSeen && !isLent
    return true
  })
}

/** What says nothing by itself needs words. */
export const needsRemarks = (resolution: Resolution): boolean => resolution === 'explained' || resolution === 'reportedMissing'
