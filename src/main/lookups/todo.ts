import type { Because } from '../../shared/contract/method.ts'
import { DOSSIER_ROLES } from '../../shared/roles.ts'
import { becauseOut } from '../../shared/rules/lookups/due.ts'
import { openLines } from '../../shared/rules/lookups/signers.ts'
import { unfinished, waitingFor } from './desk.ts'
import { shownTo } from './shown.ts'
import { type LoadedSlip, loadSlips } from './slip.ts'
import { hasRole } from '../people/visibility.ts'
import { inGroup, onDay, type Reader, type Todo, undated, type Waiting, waitingByDay } from '../home/todo.ts'

/** Slips that wait for this person: to sign, to hand out, come back refused, left as a draft. */
export function waitingSlips(reader: Reader): Waiting[] {
  const { toSign, toHandOut } = waitingFor(reader)
  const mine = (state: 'draft' | 'refused') => {
    // Without a role (an archivist's rests) nothing can be done about them.
    const ids = hasRole(reader.actor, DOSSIER_ROLES) ? unfinished(reader, state) : []
    return { total: ids.length, first: loadSlips(reader, ids.slice(0, reader.most)) }
  }
  const refused = mine('refused')
  const drafts = mine('draft')
  return [
    lines(reader, 'toSign', 'today', { total: toSign.length, first: toSign.slice(0, reader.most) }, becauseWaiting),
    lines(reader, 'toHandOut', 'today', { total: toHandOut.length, first: toHandOut.slice(0, reader.most) }, becauseSigned),
    lines(reader, 'refused', 'today', refused, becauseRefused),
    lines(reader, 'draft', 'later', drafts, (slip) => ({ rule: 'draft', values: { since: slip.filledAt } })),
  ]
}

function lines(
  reader: Reader, kind: Todo['kind'], group: Todo['group'], slips: { total: number; first: LoadedSlip[] }, because: (slip: LoadedSlip) => Because,
): Waiting {
  const first = slips.first.map((slip) => {
    const shown = shownTo(reader, slip)
    const what = `${shown.shortName ?? slip.partyName} ${slip.number}`
    return undated(group, { kind, subject: { kind: 'slip', id: slip.id }, what, because: because(shown) })
  })
  return inGroup(group, slips.total, first)
}

const becauseWaiting = (slip: LoadedSlip): Because => ({
  rule: 'waiting-for-signature',
  values: { since: slip.submittedAt, roles: openLines(slip.lines).map((line) => line.role).join(',') },
})

function becauseSigned({ signatures }: LoadedSlip): Because {
  const last = signatures.at(-1)
  return { rule: 'signed-by', values: { at: last?.at ?? null, by: signatures.map((signature) => signature.signerName).join('、') } }
}

function becauseRefused({ signatures }: LoadedSlip): Because {
  const refusal = signatures.find((signature) => signature.decision === 'refused')
  return { rule: 'refused', values: { by: refusal?.signerName ?? '', reason: refusal?.reason ?? null } }
}

// What is out is little beside what has been out: the open loans come first, whatever the planner thinks of the tables.
const DUE_LOANS = `
  FROM loan INDEXED BY loan_due CROSS JOIN slip ON slip.id = loan.slipId CROSS JOIN dossier ON dossier.id = loan.dossierId
  CROSS JOIN party ON party.id = dossier.partyId CROSS JOIN person AS applicant ON applicant.id = slip.applicantId LEFT JOIN person AS renewer ON renewer.id = loan.renewedBy
  WHERE loan.returnedAt IS NULL AND loan.dueOn <= :today`

type DueLoan = {
  slipId: number; dossierId: number; number: string; partyName: string; shortName: string | null; applicantName: string
  handedOn: string; dueOn: string; renewals: number; renewedByName: string | null; claimedReturnedAt: string | null; lostAt: string | null
}

/** Folders overdue or due today: for an archivist everybody's, for anybody else those he has himself. */
export function dueLoans({ trx, actor, today, most }: Reader): Waiting {
  const isKeeper = hasRole(actor, ['archivist'])
  const condition = isKeeper ? DUE_LOANS : `${DUE_LOANS} AND slip.applicantId = :me`
  const values = isKeeper ? { today } : { today, me: actor.personId }
  const loans = trx
    .prepare(
      `SELECT loan.slipId, loan.dossierId, dossier.number, party.name AS partyName, party.shortName, applicant.name AS applicantName,
         loan.handedOn, loan.dueOn, loan.renewals, renewer.name AS renewedByName, loan.claimedReturnedAt, loan.lostAt
       ${condition} ORDER BY loan.dueOn, loan.id LIMIT :most`,
    )
    .all({ ...values, most }) as DueLoan[]
  return waitingByDay({ trx, today }, 'loan.dueOn', condition, values, loans.map((loan) =>
    onDay(today, {
      kind: loan.dueOn < today ? 'overdue' : 'dueToday', subject: { kind: 'slip', id: loan.slipId },
      what: `${loan.shortName ?? loan.partyName} ${loan.number}`, because: becauseOut(loan, today), dueOn: loan.dueOn,
    })))
}
