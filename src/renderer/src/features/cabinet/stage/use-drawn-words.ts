import { useMemo } from 'react'
import { useText } from '../../../app/text.tsx'
import type { DrawnWords } from '../drawing/scene.ts'

/** The words that the drawing prints, in the language in use. */
export function useDrawnWords(): DrawnWords {
  const { cabinet, common } = useText()
  return useMemo(() => ({
    none: common.grade.none,
    mark: common.folderMark,
    kind: cabinet.coverKind,
    number: cabinet.coverNumber,
    retention: cabinet.coverRetention,
    level: common.level,
    levelLabel: cabinet.coverLevel,
    slot: cabinet.slot,
    free: cabinet.free,
    outCard: cabinet.outCard,
    lentUntil: cabinet.outCardLent,
    overdueSince: cabinet.outCardOverdue,
    missing: cabinet.missingCard,
  }), [cabinet, common])
}
