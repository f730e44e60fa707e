import type { Output } from '../../shared/contract/index.ts'
import { dueIn } from '../../shared/rules/lookups/due.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { shownTo } from './shown.ts'
import { type LoadedSlip, loadSlips, type SlipLoan } from './slip.ts'

export type SlipRow = Output<'lookups.list'>['rows'][number]

/** The folders of a slip that are out now, the earliest due first. */
export function openLoans(slip: LoadedSlip): SlipLoan[] {
  return slip.folders
    .flatMap((folder) => (folder.loan && !folder.loan.isReturned ? folder.loan : []))
    .sort((one, two) => (one.dueOn < two.dueOn ? -1 : 1))
}

/** One line of a list. What its reader may not know is not in it. */
export function rowOf(context: Pick<Context, 'actor' | 'today'>, slip: LoadedSlip): SlipRow {
  const { folders, shortName } = shownTo(context, slip)
  const out = openLoans(slip)
  const dueOn = out[0]?.dueOn ?? null
  return {
    id: slip.id, number: slip.number, state: slip.state, applicantName: slip.applicantName, unit: slip.unit, partyName: slip.partyName,
    shortName, dossierNumber: folders[0]?.number ?? null, dossierCount: folders.length, manner: slip.manner,
    filledOn: localDay(new Date(slip.filledAt)), untilOn: slip.untilOn, dueOn, dueIn: dueOn === null ? null : dueIn(dueOn, context.today),
    isClaimedReturned: out.some((loan) => loan.isClaimedReturned), isLost: out.some((loan) => loan.isLost),
  }
}

/** Lines by id, in the order asked for. The caller has asked which of them may be seen. */
export function rowsOf(context: Pick<Context, 'trx' | 'actor' | 'today'>, ids: readonly number[]): SlipRow[] {
  return loadSlips(context, ids).map((slip) => rowOf(context, slip))
}
