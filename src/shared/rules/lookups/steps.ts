import type { SLIP_STATES } from '../../contract/lookups.ts'
import type { Details, ErrorCode } from '../../errors.ts'
import { type LoanDays, latestRenewal } from './due.ts'
import { isWriter, type Line, openLines, type Person } from './signers.ts'

/*
 * The life of a lookup slip: draft → submitted → signed or refused → out → returned; cancelled until it is out. Each
 * `whyNot…` answers what stands in the way of a step, or null. The use cases throw what it answers and the screen asks
 * the same functions for its buttons, so that a button never promises what would be refused.
 */

export type SlipState = (typeof SLIP_STATES)[number]
export type Refusal = { readonly code: ErrorCode; readonly details: Details }

export type Loan = {
  readonly dueOn: string
  readonly renewals: number
  readonly isReturned: boolean
  readonly isClaimedReturned: boolean
  readonly isLost: boolean
}
export type Folder = {
  readonly dossierId: number
  readonly number: string
  readonly pages: number
  /** `gone`: destroyed or voided since it was chosen. */
  readonly custody: 'in' | 'moving' | 'missing' | 'gone'
  /** Its loan on this slip; each folder is handed out once on a slip. */
  readonly loan: Loan | null
  /** The other slip that has it now. */
  readonly lentOn: { readonly slipNumber: string; readonly borrower: string } | null
}
export type SlipCase = {
  readonly state: SlipState
  readonly applicantId: number
  /** He signs in no more: nothing is agreed, handed out or prolonged for him. */
  readonly hasApplicantLeft: boolean
  readonly filledBy: number
  readonly changedBy: number | null
  readonly untilOn: string
  readonly lines: readonly Line[]
  readonly folders: readonly Folder[]
}
export type Limits = { readonly today: string; readonly loanDays: LoanDays; readonly maxRenewals: number }

type Capacity = 'applicant' | 'filler' | 'signer' | 'archivist' | 'officeDirector'
export const STEPS = {
  /** A submitted slip is changed only to complete its dossiers; a refused one goes back to being a draft. */
  change: { draft: ['filler'], refused: ['filler'], submitted: ['archivist'] },
  submit: { draft: ['filler', 'applicant'] },
  cancel: {
    draft: ['filler', 'applicant'], refused: ['filler', 'applicant'],
    submitted: ['filler', 'applicant', 'archivist'], signed: ['filler', 'applicant', 'archivist'],
  },
  /** `signed` as well: a dossier's level may have been raised since, and then asks for one signature more. */
  sign: { submitted: ['signer'], signed: ['signer'] },
  handOut: { signed: ['archivist'], out: ['archivist'] },
  takeBack: { out: ['archivist'] },
  renew: { out: ['archivist', 'officeDirector'] },
  claimReturned: { out: ['applicant', 'filler', 'archivist'] },
  reportLost: { out: ['archivist'] },
  remind: { out: ['archivist'] },
} as const satisfies Record<string, Partial<Record<SlipState, readonly Capacity[]>>>
export type Step = keyof typeof STEPS

/** The borrower is never the keeper of what he borrows. */
const NEVER_BY_APPLICANT: readonly Step[] = ['sign', 'handOut', 'takeBack', 'renew', 'reportLost']

const refusal = (code: ErrorCode, details: Details = {}): Refusal => ({ code, details })

function holds(slip: SlipCase, who: Person, capacity: Capacity): boolean {
  if (capacity === 'applicant') return who.personId === slip.applicantId
  if (capacity === 'filler') return who.personId === slip.filledBy
  if (capacity === 'signer') return slip.lines.some((line) => who.roles.includes(line.role))
  return who.roles.includes(capacity)
}

/** Whether the slip's state knows the step, and this person may take it: `wrong-state`, `forbidden`, `same-person`. */
function whyNotStep(step: Step, slip: SlipCase, who: Person): Refusal | null {
  const capacities = (STEPS[step] as Partial<Record<SlipState, readonly Capacity[]>>)[slip.state]
  if (!capacities) return refusal('wrong-state', { state: slip.state })
  if (!capacities.some((capacity) => holds(slip, who, capacity))) return refusal('forbidden')
  if (NEVER_BY_APPLICANT.includes(step) && who.personId === slip.applicantId) return refusal('same-person', { role: 'applicant' })
  return null
}

export function whyNotChange(slip: SlipCase, who: Person): Refusal | null {
  return whyNotStep('change', slip, who)
}

/** A slip whose last day is past is good for nothing any more. */
export function whyNotSubmit(slip: SlipCase, who: Person, today: string): Refusal | null {
  return whyNotStep('submit', slip, who) ?? whyNotExpired(slip, today)
}

export function whyNotCancel(slip: SlipCase, who: Person): Refusal | null {
  return whyNotStep('cancel', slip, who)
}

/** Never the applicant, never who filled it in or completed it, never two lines by one person. */
export function whyNotSign(slip: SlipCase, who: Person, today: string): Refusal | null {
  const obstacle = whyNotStep('sign', slip, who)
  if (obstacle) return obstacle
  if (isWriter(slip, who.personId)) return refusal('same-person', { role: 'filler' })
  if (openLines(slip.lines).length === 0) return refusal('wrong-state', { state: slip.state })
  if (slip.lines.some((line) => line.signerId === who.personId)) return refusal('same-person', { role: 'signer' })
  if (!openLines(slip.lines).some((line) => who.roles.includes(line.role))) return refusal('wrong-state', { state: slip.state })
  return whyNotExpired(slip, today)
}

/** Agreeing needs something to agree to. */
export function whyNotAgree(slip: SlipCase, who: Person, today: string): Refusal | null {
  return whyNotSign(slip, who, today) ?? (slip.folders.length === 0 ? refusal('no-dossier-on-slip') : whyNotFor(slip))
}

export function stateAfterSigning(lines: readonly Line[], decision: 'agreed' | 'refused'): SlipState {
  if (decision === 'refused') return 'refused'
  return openLines(lines).length === 0 ? 'signed' : 'submitted'
}

/** All signatures are there, the keeper neither borrows nor signed, the slip's last day is not past, a folder is left. */
export function whyNotHandOut(slip: SlipCase, who: Person, today: string): Refusal | null {
  const obstacle = whyNotStep('handOut', slip, who)
  if (obstacle) return obstacle
  const missing = openLines(slip.lines)
  if (missing.length > 0) return refusal('signature-missing', { roles: missing.map((line) => line.role) })
  if (slip.lines.some((line) => line.signerId === who.personId)) return refusal('same-person', { role: 'signer' })
  const obstacleNow = whyNotExpired(slip, today) ?? whyNotFor(slip)
  if (obstacleNow) return obstacleNow
  const left = slip.folders.filter((folder) => !folder.loan)
  if (left.length === 0) return refusal(slip.folders.length === 0 ? 'no-dossier-on-slip' : 'wrong-state', { state: slip.state })
  const reasons = left.map(whyNotLend)
  return reasons.includes(null) ? null : reasons[0]!
}

/** One folder: not out already, neither missing nor on its way. A folder that has no shelf yet may be lent. */
export function whyNotLend(folder: Folder): Refusal | null {
  const { number } = folder
  if (folder.loan) return refusal('wrong-state', { number })
  if (folder.lentOn) return refusal('dossier-lent', { number, ...folder.lentOn })
  if (folder.custody !== 'in') return refusal('dossier-not-shelved', { number, custody: folder.custody })
  return null
}

/** A count that is not the expected one has to be explained. */
export function whyNotCounted(number: string, expected: number, counted: number, remarks: string | null): Refusal | null {
  return counted === expected || remarks ? null : refusal('pages-differ', { number, expected, counted })
}

/** A step on one folder that is out: the slip allows it and the folder has not come back. */
function whyNotOut(step: Step, slip: SlipCase, who: Person, loan: Loan | null): Refusal | null {
  return whyNotStep(step, slip, who) ?? (!loan || loan.isReturned ? refusal('wrong-state', { state: 'returned' }) : null)
}

export function whyNotTakeBack(slip: SlipCase, who: Person, loan: Loan | null): Refusal | null {
  return whyNotOut('takeBack', slip, who, loan)
}

/** A lost folder is not renewed; nor one renewed often enough; nor one that could gain no day. */
export function whyNotRenew(slip: SlipCase, who: Person, loan: Loan | null, limits: Limits): Refusal | null {
  const obstacle = whyNotOut('renew', slip, who, loan)
  if (obstacle || !loan) return obstacle
  if (loan.isLost) return refusal('wrong-state', { state: 'lost' })
  const left = whyNotFor(slip)
  if (left) return left
  if (loan.renewals >= limits.maxRenewals) return refusal('renewal-limit', { max: limits.maxRenewals })
  return latestRenewal(limits.today, limits.loanDays) > loan.dueOn ? null : tooLate(limits)
}

/** The new day: later than the old one, not past, and no later than a fresh loan would run. */
export function whyNotRenewUntil(loan: Loan, dueOn: string, limits: Limits): Refusal | null {
  if (dueOn < limits.today) return refusal('due-before-today')
  if (dueOn <= loan.dueOn) return refusal('due-before-today', { dueOn: loan.dueOn })
  return dueOn > latestRenewal(limits.today, limits.loanDays) ? tooLate(limits) : null
}

const tooLate = ({ today, loanDays }: Limits) =>
  refusal('renewal-limit', { days: loanDays.borrow, latest: latestRenewal(today, loanDays) })

export function whyNotClaimReturned(slip: SlipCase, who: Person, loan: Loan | null): Refusal | null {
  return whyNotOut('claimReturned', slip, who, loan) ??
    (loan!.isClaimedReturned || loan!.isLost ? refusal('wrong-state', { state: loan!.isLost ? 'lost' : 'claimed' }) : null)
}

export function whyNotReportLost(slip: SlipCase, who: Person, loan: Loan | null): Refusal | null {
  return whyNotOut('reportLost', slip, who, loan) ?? (loan!.isLost ? refusal('wrong-state', { state: 'lost' }) : null)
}

/** Only what is overdue and not known to be lost is asked for. */
export function whyNotRemind(slip: SlipCase, who: Person, today: string): Refusal | null {
  const obstacle = whyNotStep('remind', slip, who)
  if (obstacle) return obstacle
  const isAskedFor = ({ loan }: Folder) => loan && !loan.isReturned && !loan.isLost && loan.dueOn < today
  return slip.folders.some(isAskedFor) ? null : refusal('wrong-state', { state: 'not-overdue' })
}

/** The slip is out as long as a folder of it is; folders never fetched lapse with the return of the last one. */
export function stateAfterReturn(folders: readonly Folder[]): SlipState {
  return folders.some((folder) => folder.loan && !folder.loan.isReturned) ? 'out' : 'returned'
}

const whyNotFor = (slip: SlipCase): Refusal | null => (slip.hasApplicantLeft ? refusal('applicant-left') : null)

function whyNotExpired(slip: SlipCase, today: string): Refusal | null {
  return slip.untilOn < today ? refusal('due-before-today', { untilOn: slip.untilOn }) : null
}

/** The reminder that comes next: first, second, third, and the third again from then on. */
export function nextReminder(sent: number): number {
  return Math.min(3, sent + 1)
}
