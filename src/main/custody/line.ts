import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { isHandedOver, nextStep } from '../../shared/rules/custody/steps.ts'
import type { Stage } from '../../shared/rules/regulations/duties-of-office.ts'
import type { DossierKind } from '../../shared/rules/regulations/schema.ts'
import { localDay } from '../pipeline/days.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import { dueToMove } from './due.ts'
import { custodyRows, type Row } from './of.ts'

type Step = Output<'dossiers.get'>['custody'][number]
type Handed = { id: number; kind: DossierKind; regulationVersionId: number }

const dayOf = (instant: string) => localDay(new Date(instant))

/**
 * The steps of a folder's way through the hands: received from stage to stage, on its way now, passed on by a keeper who
 * left; and, dashed, the steps that its regulation still asks for, each with its deadline or its clause. Nothing for a kind
 * that is not handed over.
 */
export function handoverSteps(trx: Trx, dossier: Handed): Step[] {
  const { transfers } = regulationOfVersion(trx, dossier.regulationVersionId)
  const rows = custodyRows(trx, dossier.id)
  const isLed = isHandedOver(transfers, dossier.kind)
  const past = pastSteps(rows, isLed)
  if (!isLed) return past
  return [...past, ...futureSteps(trx, dossier, rows.findLast((row) => row.stage !== 'reader')?.stage)]
}

function pastSteps(rows: readonly Row[], isLed: boolean): Step[] {
  const steps: Step[] = []
  rows.forEach((row, index) => {
    if (row.how === 'undone' && steps.at(-1)?.phase === 'done') steps.pop()
    const step = pastStep(row, isLed, index === rows.length - 1)
    if (step) steps.push(step)
  })
  // Of keepers who left, the last is enough: the ledger has them all.
  const lastChange = steps.findLast((step) => step.step === 'keeperChanged')
  return steps.filter((step) => step.step !== 'keeperChanged' || step === lastChange)
}

function pastStep(row: Row, isLed: boolean, isLast: boolean): Step | null {
  const from = dayOf(row.fromAt)
  const until = row.until === null ? null : dayOf(row.until)
  const common = { holder: row.holderName, from, until: until === from ? null : until, phase: 'done' as const }
  const number = row.caseNumber ?? ''
  if (row.how === 'received' && isPlace(row.stage)) return { ...common, step: row.stage, because: { rule: 'handed-over', values: { transfer: number } } }
  if (row.how === 'takenIn' && isLed) return { ...common, step: 'archiveRoom', because: { rule: 'taken-in', values: { on: from } } }
  if (row.how === 'keeperChanged') return { ...common, step: 'keeperChanged', because: { rule: 'keeper-changed', values: { list: number } } }
  const isMoving = isLast && row.caseKind === 'transfer' && row.stage !== 'archiveRoom' && (row.how === 'sent' || row.how === 'undone')
  return isMoving ? { ...common, step: 'moving', phase: 'now', because: { rule: 'on-transfer', values: { transfer: number, since: from } } } : null
}

const isPlace = (stage: Row['stage']): stage is Exclude<Stage, 'department'> => stage === 'administrator' || stage === 'office' || stage === 'archiveRoom'

function futureSteps(trx: Trx, { id, kind, regulationVersionId }: Handed, stage: Row['stage'] | undefined): Step[] {
  const { transfers } = regulationOfVersion(trx, regulationVersionId)
  const steps: Step[] = []
  let from = stage as Stage | 'destroyed' | undefined
  for (let step = from && nextStep(transfers, kind, from); step; step = nextStep(transfers, kind, from)) {
    // Only the next step has a day: the deadlines behind it count from what has not happened yet.
    const due = steps.length === 0 ? dueToMove(trx, step.from, step.to, sql`dossier.id = ${id}`).get(id) : undefined
    steps.push({
      step: step.to as Exclude<Stage, 'department'>, holder: null, from: due?.on ?? null, until: null, phase: 'future',
      because: due?.because ?? { rule: 'to-hand-over', values: { clause: step.clause } },
    })
    from = step.to
  }
  return steps
}
