import type { Output } from '../../shared/contract/index.ts'
import { retentionBecause } from '../../shared/rules/disposal/retention.ts'
import { handoverSteps } from '../custody/line.ts'
import { retentionOf } from '../disposal/keep-retention.ts'
import { localDay } from '../pipeline/days.ts'
import type { Trx } from '../storage/database.ts'
import type { FolderState } from './state.ts'

type Step = Output<'dossiers.get'>['custody'][number]

export type CustodyOf = {
  id: number
  kind: 'credit' | 'contract'
  regulationVersionId: number
  openedOn: string
  openedByName: string
  confirmedAt: string | null
  confirmedByName: string | null
  custodySince: string | null
  state: FolderState
}

/** Loans and rooms before these are in the register and the audit log; a line of custody has room for the last few. */
const LAST_LOANS = 3
const LAST_ROOMS = 2

/**
 * Who has had the folder, oldest first: opened, confirmed, handed over, on the shelf, lent and returned, missing; the appraisal at the
 * end of its retention closes the line. Every step says how it, or its date, came about.
 */
export function custodyLine(trx: Trx, dossier: CustodyOf): Step[] {
  const past = [...confirmation(dossier), ...handoverSteps(trx, dossier), ...shelvings(trx, dossier), ...loans(trx, dossier)]
  const steps = [opening(dossier), ...byDay(past.filter((step) => step.phase === 'done')), ...past.filter((step) => step.phase === 'now')]
  if (dossier.state === 'missing') steps.push(missing(trx, dossier))
  markWhereItIs(steps, dossier.state)
  return [...steps, ...past.filter((step) => step.phase === 'future'), appraisal(trx, dossier)]
}

/** Steps that put the folder into somebody's keeping. */
const KEEPING: readonly Step['step'][] = ['administrator', 'office', 'archiveRoom', 'shelved', 'returned', 'keeperChanged']

/** Exactly one step is now: the newest of those under way, else the last that put the folder into somebody's keeping. */
function markWhereItIs(steps: Step[], state: FolderState): void {
  const current = steps.findLast((step) => step.phase === 'now')
    ?? steps.findLast((step) => KEEPING.includes(step.step) && (state !== 'unshelved' || step.step !== 'shelved'))
    ?? steps.at(-1)
  for (const step of steps) step.phase = step === current ? 'now' : 'done'
}

function byDay(steps: Step[]): Step[] {
  return steps.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
}

function opening({ openedOn, openedByName }: CustodyOf): Step {
  return {
    step: 'opened', holder: openedByName, from: openedOn, until: null, phase: 'done',
    because: { rule: 'opened', values: { on: openedOn, by: openedByName } },
  }
}

function confirmation({ openedOn, confirmedAt, confirmedByName }: CustodyOf): Step[] {
  if (confirmedAt === null) {
    return [{ step: 'confirmed', holder: null, from: null, until: null, phase: 'future', because: { rule: 'not-confirmed', values: { opened: openedOn } } }]
  }
  const on = dayOf(confirmedAt)
  return [{
    step: 'confirmed', holder: confirmedByName, from: on, until: null, phase: 'done',
    because: { rule: 'confirmed', values: { on, by: confirmedByName } },
  }]
}

/** One step a room: within a room a folder changes its slot, not its keeper. */
function shelvings(trx: Trx, { id, openedOn }: CustodyOf): Step[] {
  const moves = trx
    .prepare(
      `SELECT move.at, room.id AS roomId, room.name AS roomName FROM move
         CROSS JOIN drawer ON drawer.id = move.toDrawerId CROSS JOIN cabinet ON cabinet.id = drawer.cabinetId CROSS JOIN room ON room.id = cabinet.roomId
       WHERE move.dossierId = ? AND move.undoneAt IS NULL ORDER BY move.id`,
    )
    .all(id) as { at: string; roomId: number; roomName: string }[]
  const rooms = moves.filter((move, index) => move.roomId !== moves[index - 1]?.roomId)
  if (rooms.length === 0) {
    return [{ step: 'shelved', holder: null, from: null, until: null, phase: 'future', because: { rule: 'not-shelved', values: { since: openedOn } } }]
  }
  return rooms.slice(-LAST_ROOMS).map(({ at, roomName }): Step => ({
    step: 'shelved', holder: roomName, from: dayOf(at), until: null, phase: 'done',
    because: { rule: 'shelved', values: { since: dayOf(at) } },
  }))
}

type LoanRow = {
  handedOn: string
  dueOn: string
  returnedAt: string | null
  lostAt: string | null
  takenBackByName: string | null
  applicantName: string
  slipNumber: string
}

function loans(trx: Trx, { id }: CustodyOf): Step[] {
  const rows = trx
    .prepare(
      `SELECT loan.handedOn, loan.dueOn, loan.returnedAt, loan.lostAt, taker.name AS takenBackByName, applicant.name AS applicantName,
         slip.number AS slipNumber
       FROM loan JOIN slip ON slip.id = loan.slipId JOIN person AS applicant ON applicant.id = slip.applicantId
         LEFT JOIN person AS taker ON taker.id = loan.takenBackBy
       WHERE loan.dossierId = ? ORDER BY loan.id DESC LIMIT ${LAST_LOANS}`,
    )
    .all(id) as LoanRow[]
  return rows.reverse().flatMap((loan, index) => loanSteps(loan, index === rows.length - 1))
}

function loanSteps(loan: LoanRow, isLast: boolean): Step[] {
  const returnedOn = loan.returnedAt === null ? null : dayOf(loan.returnedAt)
  const lent: Step = {
    step: 'lent', holder: loan.applicantName, from: loan.handedOn, until: returnedOn, phase: returnedOn === null ? 'now' : 'done',
    because: loan.lostAt !== null
      ? { rule: 'lost', values: { at: dayOf(loan.lostAt) } }
      : { rule: 'lent', values: { slip: loan.slipNumber, due: loan.dueOn } },
  }
  if (returnedOn === null || !isLast) return [lent]
  return [lent, {
    step: 'returned', holder: loan.takenBackByName, from: returnedOn, until: null, phase: 'done',
    because: { rule: 'shelved', values: { since: returnedOn } },
  }]
}

/** Who reported it stands in the audit log alone: the log is the record of reports. */
function missing(trx: Trx, { id, custodySince }: CustodyOf): Step {
  const report = trx
    .prepare(
      `SELECT actorName FROM audit WHERE subjectKind = 'dossier' AND subjectId = ? AND method = 'cabinet.reportMissing' AND outcome = 'done'
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(id) as { actorName: string } | undefined
  const since = custodySince === null ? null : dayOf(custodySince)
  return {
    step: 'missing', holder: null, from: since, until: null, phase: 'now',
    because: { rule: 'missing', values: { since, by: report?.actorName ?? null } },
  }
}

function appraisal(trx: Trx, { id }: CustodyOf): Step {
  const retention = retentionOf(trx, id)
  return { step: 'appraisal', holder: null, from: retention.until, until: null, phase: 'future', because: retentionBecause(retention) }
}

function dayOf(instant: string): string {
  return localDay(new Date(instant))
}
