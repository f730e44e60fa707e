import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { lineFor } from '../../shared/rules/lookups/signers.ts'
import { whyNotHandOut, whyNotSign } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import { peopleWithRoles } from './people.ts'
import { rowOf, rowsOf } from './rows.ts'
import { type LoadedSlip, loadSlips } from './slip.ts'
import { signerRoles, visibleSlip } from './visibility.ts'

/** Most slips of a group that the desk shows; the counts are exact. */
const MOST = 200

type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>

/** The desk: what waits for this person first, then what is out, the earliest due first, then his own drafts. */
export function desk(context: Context): Output<'lookups.desk'> {
  const { today } = context
  const { toSign, toHandOut } = waitingFor(context)
  const out = slipsOut(context)
  const overdue = out.filter((slip) => slip.dueOn < today)
  const dueToday = out.filter((slip) => slip.dueOn === today)
  const later = out.filter((slip) => slip.dueOn > today)
  const rows = (slips: readonly { id: number }[]) => rowsOf(context, slips.slice(0, MOST).map((slip) => slip.id))
  return {
    counts: { toSign: toSign.length, toHandOut: toHandOut.length, out: out.length, dueToday: dueToday.length, overdue: overdue.length },
    overdue: rows(overdue), dueToday: rows(dueToday),
    toSign: toSign.slice(0, MOST).map((slip) => rowOf(context, slip)), toHandOut: toHandOut.slice(0, MOST).map((slip) => rowOf(context, slip)),
    out: rows(later), drafts: rowsOf(context, unfinished(context, 'draft').slice(0, MOST)),
  }
}

/** Slips that this person may sign now, and (for an archivist) hand out now; the longest waiting first. */
export function waitingFor(context: Reader): { toSign: LoadedSlip[]; toHandOut: LoadedSlip[] } {
  const { trx, actor, today, regulation } = context
  const mayKeep = hasRole(actor, ['archivist'])
  if (!mayKeep && !hasRole(actor, signerRoles(regulation))) return { toSign: [], toHandOut: [] }
  const ids = trx.all(
    trx.sql.selectFrom('slip').select('slip.id').where(sql<boolean>`slip.state IN ('submitted', 'signed')`)
      .where('slip.untilOn', '>=', today).where(visibleSlip(context)).orderBy('slip.id'),
  )
  const waiting = loadSlips(context, ids.map((slip) => slip.id))
  const everybody = peopleWithRoles(trx, signerRoles(regulation))
  return {
    toSign: waiting.filter((slip) => !whyNotSign(slip, actor, today) && lineFor(slip, actor, everybody)),
    toHandOut: mayKeep ? waiting.filter((slip) => slip.state === 'signed' && !whyNotHandOut(slip, actor, today)) : [],
  }
}

/** The slips with a folder out that this person may see, by the earliest day on which one of theirs is due. */
export function slipsOut(context: Reader): { id: number; dueOn: string }[] {
  const { trx } = context
  return trx.all(
    trx.sql.selectFrom('loan').innerJoin('slip', 'slip.id', 'loan.slipId')
      .select((row) => ['slip.id', row.fn.min('loan.dueOn').as('dueOn')])
      .where('loan.returnedAt', 'is', null).where(visibleSlip(context))
      .groupBy('slip.id').orderBy('dueOn').orderBy('slip.id'),
  )
}

/** Slips that lie with this person to be finished: drafts, or refused ones, filled in by him or for him; newest first. */
export function unfinished({ trx, actor }: Reader, state: 'draft' | 'refused'): number[] {
  const rows = trx
    .prepare(
      `SELECT id FROM (
         SELECT id, state FROM slip WHERE state IN ('draft', 'refused') AND applicantId = :me
         UNION SELECT id, state FROM slip WHERE state IN ('draft', 'refused') AND filledBy = :me)
       WHERE state = :state ORDER BY id DESC`,
    )
    .all({ me: actor.personId, state }) as { id: number }[]
  return rows.map((slip) => slip.id)
}
