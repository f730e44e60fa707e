import { useState } from 'react'
import type { Input } from '../../../../shared/contract/index.ts'
import type { CallError } from '../../app/bridge.ts'
import { useCommand, type Transfer, type TransferLine } from './queries.ts'

export type Decision = Input<'transfers.receive'>['lines'] extends readonly (infer One)[] | undefined ? One : never

export type Deciding = {
  /** Whether lines can be ticked here: by the receiver at once, or (`isStaged`) on the spot, to be signed with his password. */
  isOpen: boolean
  isStaged: boolean
  /** What stands on a line now, ticks that are not sent yet included. */
  stateOf: (line: TransferLine) => Pick<TransferLine, 'state' | 'pagesIn' | 'reason' | 'remarks' | 'condition'>
  decide: (decisions: readonly Decision[]) => Promise<void>
  staged: readonly Decision[]
  /** A line that is accepted here and failed its check when the receiver signed: to be accepted with a remark, or refused. */
  failed: { line: TransferLine; error: CallError } | null
  setFailed: (error: CallError | null) => void
  accepted: number
  refused: number
}

/**
 * How lines of a submitted list are ticked. The receiver's own ticks count at once: from then on he answers. In somebody
 * else's session they are kept on the page until the receiver signs them all on the spot.
 */
export function useDeciding(transfer: Transfer): Deciding {
  const command = useCommand()
  const [staged, setStaged] = useState<ReadonlyMap<number, Decision>>(new Map())
  const [failedBy, setFailed] = useState<CallError | null>(null)
  const failedLine = transfer.lines.find(({ number }) => number === failedBy?.details['number'])
  const isStaged = transfer.state === 'submitted' && !transfer.may.receive && transfer.candidates.length > 0
  const stateOf: Deciding['stateOf'] = (line) => {
    const one = line.state === 'moving' ? staged.get(line.dossierId) : undefined
    if (!one || one.decision === 'moving') return line
    return { state: one.decision, pagesIn: one.pages ?? null, reason: one.reason ?? null, remarks: one.remarks ?? null, condition: one.condition ?? 'good' }
  }
  const decide: Deciding['decide'] = async (decisions) => {
    if (!isStaged) return void (await command('transfers.receive', { id: transfer.id, lines: [...decisions] }))
    setStaged((was) => new Map([...was, ...decisions.map((one) => [one.dossierId, one] as const)]))
  }
  const count = (state: 'accepted' | 'refused') => transfer.lines.filter((line) => stateOf(line).state === state).length
  return {
    isOpen: transfer.may.receive || isStaged, isStaged, stateOf, decide, accepted: count('accepted'), refused: count('refused'),
    failed: failedBy && failedLine ? { line: failedLine, error: failedBy } : null, setFailed,
    staged: [...staged.values()].filter((one) => one.decision !== 'moving'),
  }
}
