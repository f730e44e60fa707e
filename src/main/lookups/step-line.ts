import type { Output } from '../../shared/contract/index.ts'
import { openLines } from '../../shared/rules/lookups/signers.ts'
import type { EventRow } from './shown.ts'
import type { LoadedSlip } from './slip.ts'

type Step = Output<'lookups.get'>['steps'][number]
type Done = Pick<Step, 'at' | 'by'> | null

/** Where each state of a slip waits: the step that comes next. Where nothing comes any more, none. */
const NEXT: Partial<Record<LoadedSlip['state'], Step['step']>> = {
  draft: 'submitted', submitted: 'signed', refused: 'signed', signed: 'handedOut', out: 'returned',
}

/** The five steps of a slip: done with when and by whom, the one it waits at, those to come. */
export function stepsOf(slip: LoadedSlip, events: readonly EventRow[]): Step[] {
  const steps: [Step['step'], Done][] = [
    ['filled', { at: slip.filledAt, by: slip.filledByName }],
    ['submitted', slip.submittedAt ? { at: slip.submittedAt, by: lastOf(events, 'submitted') } : null],
    ['signed', signed(slip)],
    ['handedOut', handedOut(slip)],
    ['returned', slip.state === 'returned' ? { at: slip.closedAt, by: lastOf(events, 'takenBack') } : null],
  ]
  return steps.map(([step, done]) => ({
    step, at: done?.at ?? null, by: done?.by ?? null, phase: done ? 'done' : NEXT[slip.state] === step ? 'now' : 'future',
  }))
}

const lastOf = (events: readonly EventRow[], what: string) => events.findLast((event) => event.what === what)?.byName ?? null

function signed({ lines, signatures, state }: LoadedSlip): Done {
  const isSigned = (state === 'signed' || state === 'out' || state === 'returned' || state === 'cancelled') && openLines(lines).length === 0
  const last = signatures.at(-1)
  return isSigned && last ? { at: last.at, by: signatures.map((signature) => signature.signerName).join('、') } : null
}

/** By the loans where the reader may know them, else by the history, which says the same without naming a dossier. */
function handedOut({ folders }: LoadedSlip): Done {
  const loans = folders.flatMap((folder) => folder.loan ?? []).sort((one, two) => (one.handedAt < two.handedAt ? -1 : 1))
  return loans[0] ? { at: loans[0].handedAt, by: loans[0].handedByName } : null
}
