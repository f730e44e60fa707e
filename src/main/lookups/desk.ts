import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { lineFor } from '../../shared/rules/lookups/signers.ts'
import { whyNotHandOut, whyNotSign } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import { peopleWithRoles } from './people.ts'
import { rowOf, rowsOf } from './rows.ts'
import { type LoadedSlip, loadSlips } from './slip.ts'
import { signerRoles, visibleSlip } from './visibility.ts'

/** Most slips of a group that the desk shows; the counts are exact. */
const MOST = 200

type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>

/**
 * The desk, a group a state: what waits for this person first, then what waits for others (an archivist completes it or
 * has it signed on the spot, an applicant sees how far his slips have got); then what is out, the earliest due first; then
 * his own drafts. A slip whose last day is past waits for nobody.
 */
export function desk(context: Context): Output<'lookups.desk'> {
  const { today } = context
  const waiting = waitingSlips(context)
  const own = forPerson(context, waiting)
  const toSign = [...own.toSign, ...waiting.filter((slip) => slip.state === 'submitted' && !own.toSign.includes(slip))]
  const toHandOut = [...own.toHandOut, ...waiting.filter((slip) => !own.toHandOut.includes(slip) && !toSign.includes(slip))]
  const out = slipsOut(context)
  const overdue = out.filter((slip) => slip.dueOn < today)
  const dueToday = out.filter((slip) => slip.dueOn === today)
  const later = out.filter((slip) => slip.dueOn > today)
  const rows = (slips: readonly { id: number }[]) => rowsOf(context, slips.slice(0, MOST).map((slip) => slip.id))
  const loaded = (slips: readonly LoadedSlip[]) => slips.slice(0, MOST).map((slip) => rowOf(context, slip))
  return {
    counts: { toSign: toSign.length, toHandOut: toHandOut.length, out: out.length, dueToday: dueToday.length, overdue: overdue.length },
    overdue: rows(overdue), dueToday: rows(dueToday), toSign: loaded(toSign), toHandOut: loaded(toHandOut), out: rows(later),
    drafts: rowsOf(context, unfinished(context, 'draft').slice(0, MOST)),
    loanDays: context.regulation.lookup.loanDays,
  }
}

/** Submitted and signed slips that this person may see and whose last day is not past, the longest waiting first. */
function waitingSlips(context: Reader): LoadedSlip[] {
  const ids = allRaw(context.trx, sql<{ id: number }>`
    SELECT slip.id FROM slip INDEXED BY slip_waiting
    WHERE slip.state IN ('submitted', 'signed') AND slip.untilOn >= ${context.today} AND ${visibleSlip(context)} ORDER BY slip.id`)
  return loadSlips(context, ids.map((slip) => slip.id))
}

type ForPerson = { toSign: LoadedSlip[]; toHandOut: LoadedSlip[] }

/** Of these, what the person may sign now in his own session, and what he may hand out now. */
function forPerson(context: Reader, waiting: readonly LoadedSlip[]): ForPerson {
  const { trx, actor, today } = context
  const everybody = peopleWithRoles(trx, signerRoles(context))
  return {
    toSign: waiting.filter((slip) => !whyNotSign(slip, actor, today) && lineFor(slip, actor, everybody)),
    toHandOut: waiting.filter((slip) => slip.state === 'signed' && !whyNotHandOut(slip, actor, today)),
  }
}

/** Slips that this person may sign now, and (for an archivist) hand out now. */
export function waitingFor(context: Reader): ForPerson {
  const isOnDuty = hasRole(context.actor, ['archivist', ...signerRoles(context)])
  return isOnDuty ? forPerson(context, waitingSlips(context)) : { toSign: [], toHandOut: [] }
}

/** The slips with a folder out that this person may see, by the earliest day on which one of theirs is due. */
export function slipsOut(context: Reader): { id: number; dueOn: string }[] {
  // What is out is little beside what has been out: the open loans come first, whatever the planner thinks of the tables.
  return allRaw(context.trx, sql<{ id: number; dueOn: string }>`
    SELECT slip.id, min(loan.dueOn) AS dueOn FROM loan INDEXED BY loan_due CROSS JOIN slip ON slip.id = loan.slipId
    WHERE loan.returnedAt IS NULL AND ${visibleSlip(context)} GROUP BY slip.id ORDER BY dueOn, slip.id`)
}

/**
 * Slips that lie with this person to be finished, filled in by him or for him, newest first: drafts, or refused ones whose
 * last day is not past (after it there is nothing left to be rewritten).
 */
export function unfinished({ trx, actor, today }: Reader, state: 'draft' | 'refused'): number[] {
  const since = state === 'refused' ? today : ''
  const rows = trx
    .prepare(
      `SELECT id FROM slip INDEXED BY slip_unfinishedFor
         WHERE state IN ('draft', 'refused') AND state = :state AND applicantId = :me AND untilOn >= :since
       UNION SELECT id FROM slip INDEXED BY slip_unfinishedBy
         WHERE state IN ('draft', 'refused') AND state = :state AND filledBy = :me AND untilOn >= :since
       ORDER BY id DESC`,
    )
    .all({ me: actor.personId, state, since }) as { id: number }[]
  return rows.map((slip) => slip.id)
}
