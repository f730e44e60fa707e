import type { Because } from '../../contract/method.ts'
import type { Regulation } from '../regulations/schema.ts'
import { addDays, daysBetween, earlier } from './days.ts'

export type LoanDays = Regulation['lookup']['loanDays']
export type Manner = keyof LoanDays

/**
 * The day a folder handed out on `handedOn` is due: the regulation's days counted from the day after it was handed out,
 * or the slip's own last day, whichever comes first. With no days (reading on site, copying) it is due the same day.
 * Never before `handedOn`, provided that the slip's last day is not past.
 */
export function loanDue(loan: { handedOn: string; manner: Manner; untilOn: string; loanDays: LoanDays }): string {
  return earlier(addDays(loan.handedOn, loan.loanDays[loan.manner]), loan.untilOn)
}

/** Days until it is due: 0 on the due day itself, −1 on the day after, from which it is overdue. */
export function dueIn(dueOn: string, today: string): number {
  return daysBetween(today, dueOn)
}

/** The latest day to which a folder may be renewed today: as long as a fresh loan would run. */
export function latestRenewal(today: string, loanDays: LoanDays): string {
  return addDays(today, loanDays.borrow)
}

/** How a loan's due day came about: by hand-out and days, or by its last renewal. */
export function becauseDue(loan: { handedOn: string; dueOn: string; renewals: number; renewedByName: string | null }): Because {
  if (loan.renewals > 0) return { rule: 'renewed', values: { due: loan.dueOn, by: loan.renewedByName } }
  return { rule: 'loan-due', values: { from: loan.handedOn, days: daysBetween(loan.handedOn, loan.dueOn), due: loan.dueOn } }
}

/** What is to be said of a loan that should have come back by now, or is about to: lost, claimed returned, overdue, due. */
export function becauseOut(
  loan: {
    handedOn: string; dueOn: string; renewals: number; renewedByName: string | null
    claimedReturnedAt: string | null; lostAt: string | null; applicantName: string
  },
  today: string,
): Because {
  if (loan.lostAt) return { rule: 'lost', values: { at: loan.lostAt } }
  if (loan.claimedReturnedAt) return { rule: 'claimed-returned', values: { at: loan.claimedReturnedAt, by: loan.applicantName } }
  if (loan.dueOn < today) return { rule: 'loan-overdue', values: { due: loan.dueOn, days: daysBetween(loan.dueOn, today) } }
  return becauseDue(loan)
}
