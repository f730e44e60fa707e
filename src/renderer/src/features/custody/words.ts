import type { ErrorCode } from '../../../../shared/errors.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { CallError } from '../../app/bridge.ts'
import { errorWords } from '../../ui/error-words.ts'
import type { Transfer, Way } from './queries.ts'

/** Where a list leads, with the department's own name. */
export function wayWords({ custody }: Text, { from, to, departmentName }: Pick<Way, 'from' | 'to' | 'departmentName'>): string {
  return custody.way(departmentName ?? custody.stage[from], custody.stage[to])
}

export const wayOf = (text: Text, transfer: Pick<Transfer, 'fromStage' | 'toStage' | 'departmentName'>): string =>
  wayWords(text, { from: transfer.fromStage, to: transfer.toStage, departmentName: transfer.departmentName })

/** Why a folder cannot be on a list: the words of the refusal it would meet. */
export function obstacleWords(text: Text, obstacle: { code: string; details: Record<string, unknown> }): string {
  return errorWords(new CallError(obstacle.code as ErrorCode, obstacle.details), text)
}
