import type { Because } from '../../contract/method.ts'
import { addMonths } from '../dossiers/deadlines.ts'
import { addDays } from '../lookups/days.ts'
import type { Deadline, Event, Fulfilment } from '../regulations/deadline.ts'
import type { DossierKind, Regulation } from '../regulations/schema.ts'

/*
 * How a deadline is counted, for every regulation alike.
 *
 * - Days are calendar days; the day of the event itself does not count. "Within ten days" of the 5th ends with the 15th.
 * - "Within one month" ends with the same day of the next month; where that month is shorter, with its last day: from
 *   31 January with 28 February, or 29 February in a leap year; from 28 February with 28 March (not with the month's end).
 * - Some texts let a folder stay with the department for its own and so many more years: it is counted from 31 December of
 *   the last of these. A folder of 2024 that may stay one more year is to leave from 1 January 2026; within one month of
 *   31 December 2025 is by 31 January 2026.
 * - What is due by a day is in order on that whole day and overdue from the next.
 * - A case is counted by the rules under which it began: a dossier by the version it was opened under, a new customer by
 *   the version in force on the day of the first business. Days entered afterwards count from the day they name.
 */

/** What is known of a dossier, all of it days; null: has not happened (or has been taken back). */
export type DossierFacts = {
  readonly kind: DossierKind
  readonly year: number
  readonly openedOn: string
  readonly confirmedOn: string | null
  /** Since when every required document has been there without a gap that remains. */
  readonly completeOn: string | null
  /** What happened to its contract, struck lines left out. */
  readonly events: readonly { readonly id: number; readonly what: 'signed' | 'changed' | 'performed' | 'terminated'; readonly on: string }[]
  /** Days on which documents that are in it were entered, ascending. */
  readonly documentDays: readonly string[]
  readonly reached: Reached
}

/** When a folder left the department and came to each place, on the way on which it is now. */
export type Reached = {
  readonly leftDepartment: string | null
  readonly administrator: string | null
  readonly office: string | null
  readonly archiveRoom: string | null
}

/** One case of one rule. */
export type Duty = {
  readonly ruleId: string
  readonly clause: string
  readonly role: Deadline['role']
  /** The line of the contract's life that began it; null for a rule that no such line begins. */
  readonly eventId: number | null
  readonly startsOn: string
  /** Last day on which it is in time. */
  readonly dueOn: string
  /** The day on which it was done, late or not; null while it is open. */
  readonly doneOn: string | null
}

/** Every case that the rules make of a dossier; those that begin with a party's first business are the party's. */
export function dutiesOf(regulation: Regulation, facts: DossierFacts): Duty[] {
  return regulation.deadlines.filter((rule) => rule.kind === facts.kind && rule.from !== 'first-business').flatMap((rule) =>
    startsOf(rule, facts).map(({ id, on }) => duty(rule, id, on, doneOn(rule, on, facts))))
}

/** The cases of a party with which business began on a day: open until its dossier is there and as the rule wants it. */
export function partyDutiesOf(regulation: Regulation, firstBusinessOn: string, dossier: DossierFacts | null): Duty[] {
  return regulation.deadlines.filter((rule) => rule.kind === 'credit' && rule.from === 'first-business').map((rule) =>
    duty(rule, null, firstBusinessOn, dossier && doneOn(rule, firstBusinessOn, dossier)))
}

function duty(rule: Deadline, eventId: number | null, startsOn: string, doneOn: string | null): Duty {
  return { ruleId: rule.id, clause: rule.clause, role: rule.role, eventId, startsOn, dueOn: dueOn(rule, startsOn), doneOn }
}

/** The last day in time of what began on a day. */
export function dueOn({ within }: Pick<Deadline, 'within'>, startsOn: string): string {
  return within.months === undefined ? addDays(startsOn, within.days ?? 0) : addMonths(startsOn, within.months)
}

type Start = { id: number | null; on: string }

function startsOf(rule: Deadline, { year, openedOn, events, reached }: DossierFacts): Start[] {
  const once = (on: string | null): Start[] => (on === null ? [] : [{ id: null, on }])
  switch (rule.from) {
    case 'first-business': return []
    case 'opened': return once(openedOn)
    case 'year-end': return once(`${year + (rule.keptYears ?? 0)}-12-31`)
    case 'received-by-administrator': return once(reached.administrator)
    case 'received-by-office': return once(reached.office)
    case 'verified': return once(verifiedOn(reached))
    default: return events.filter(({ what }) => what === rule.from)
  }
}

/** Fulfilments that mean a place: the folder is there, or past it. */
const PLACES: readonly Fulfilment[] = ['left-department', 'verified', 'in-archive-room']
const CONTRACT_EVENTS: readonly Event[] = ['signed', 'changed', 'performed', 'terminated']

/**
 * The day on which the rule's wish was met. A folder that had gone before its contract was changed, performed or ended
 * has nothing more to be handed over than the papers of that event: they are in it once a document has been entered since.
 */
function doneOn(rule: Deadline, startsOn: string, facts: DossierFacts): string | null {
  const day = fulfilledOn(rule.until, facts)
  const hadGone = day !== null && day < startsOn && PLACES.includes(rule.until) && CONTRACT_EVENTS.includes(rule.from)
  return hadGone ? facts.documentDays.find((entered) => entered >= startsOn) ?? null : day
}

/**
 * Whoever receives a folder between the department and the archive room verifies it by ticking its line: the office, or where
 * no office is on the way the credit administrator.
 */
const verifiedOn = ({ office, administrator }: Reached): string | null => office ?? administrator

function fulfilledOn(until: Fulfilment, { openedOn, confirmedOn, completeOn, reached }: DossierFacts): string | null {
  switch (until) {
    case 'opened': return openedOn
    case 'confirmed': return confirmedOn
    case 'complete': return completeOn
    case 'left-department': return reached.leftDepartment
    case 'verified': return verifiedOn(reached)
    case 'in-archive-room': return reached.archiveRoom
  }
}

/** How the last day came about. */
export function becauseDue(rule: Deadline, startsOn: string): Because {
  const length = { months: rule.within.months ?? null, days: rule.within.days ?? null, due: dueOn(rule, startsOn) }
  return rule.from === 'year-end'
    ? { rule: 'due-after-years', values: { year: Number(startsOn.slice(0, 4)) - (rule.keptYears ?? 0), until: startsOn, ...length } }
    : { rule: 'due-after-event', values: { event: rule.from, on: startsOn, ...length } }
}
