import type { Because } from '../../contract/method.ts'
import type { RetentionRule } from '../regulations/duties-of-office.ts'
import type { DossierKind, Regulation } from '../regulations/schema.ts'

/** What of a dossier decides how long it is kept. Days are `YYYY-MM-DD`. */
export type RetentionFacts = {
  kind: DossierKind
  year: number
  grade: string | null
  level: 'public' | 'internal' | 'secret' | 'confidential'
  /** Of a contract its amount, of a credit dossier the largest of the party's contracts; null where none is fixed. */
  amountFen: number | null
  /** Lines of the catalogue that are answered. */
  itemCodes: readonly string[]
  /** Contracts it is about (its own; of a credit dossier all of the party): one still runs; else the day the last one ended. */
  contracts: { isRunning: boolean; endedOn: string | null }
  /** Debts entered for it: one is still owed; else the day the last one was settled. */
  debts: { isOwed: boolean; settledOn: string | null }
  /** Years that whoever keeps the dossier has given it beyond the regulation; null: none. */
  ownYears: number | null
  isKeptForEver: boolean
  /** The last day to which an approved appraisal keeps it; `FOR_EVER`. */
  appraisedUntil: string | null
}

export const FOR_EVER = '9999-12-31'

export type RetentionEvent = RetentionRule['from']
/**
 * `years` null: for ever. `from` null: the event has not happened, nothing is counted yet. `until`: the last day, 31 December.
 * `by`: what made it so long.
 */
export type Retention = {
  years: number | null
  event: RetentionEvent
  from: string | null
  until: string | null
  clause: string
  by: 'rule' | 'own' | 'appraisal'
}

type Span = { years: number | null; event: RetentionEvent; from: string | null; clause: string }

/**
 * How long a dossier is kept (DA/T 22, S15 十七): the longest that a rule of its regulation asks for, the default where none
 * fits. Whole years are counted from 1 January after the year of the event, to 31 December. The dossier's own years and an
 * approved appraisal lengthen that, and never shorten it: before its regulation's time is over nothing is listed for destruction.
 */
export function retentionOfDossier({ retention }: Pick<Regulation, 'retention'>, facts: RetentionFacts): Retention {
  const matching = retention.rules.filter((rule) => fits(rule, facts))
  const spans = matching.length > 0
    ? matching.map(({ years, from, clause }): Span => ({ years, clause, ...counted(from, facts) }))
    : [{ years: retention.defaultYears, clause: retention.clause, ...counted('opened', facts) }]
  const asked = spans.reduce((longest, span) => (reach(span) > reach(longest) ? span : longest))
  return lengthened(asked, facts)
}

function fits({ kind, grades, levels, minAmountFen, itemCode }: RetentionRule, facts: RetentionFacts): boolean {
  return (
    (kind === undefined || kind === facts.kind) && (grades === undefined || (facts.grade !== null && grades.includes(facts.grade))) &&
    (levels === undefined || levels.includes(facts.level)) &&
    (minAmountFen === undefined || (facts.amountFen !== null && facts.amountFen >= minAmountFen)) &&
    (itemCode === undefined || facts.itemCodes.includes(itemCode))
  )
}

const firstAfter = (year: number) => `${year + 1}-01-01`
const yearOf = (day: string) => Number(day.slice(0, 4))

/**
 * The day from which an event's years count. What never came to a contract, or to a debt, counts from the year before: a
 * negotiation that led to nothing from its opening, a dossier nobody ever owed for from the end of its contracts.
 */
function counted(event: RetentionEvent, facts: RetentionFacts): Pick<Span, 'event' | 'from'> {
  const { contracts, debts, year } = facts
  if (event === 'settled') {
    if (debts.isOwed) return { event, from: null }
    if (debts.settledOn !== null) return { event, from: firstAfter(yearOf(debts.settledOn)) }
    return counted('terminated', facts)
  }
  if (event === 'terminated') {
    if (contracts.isRunning) return { event, from: null }
    if (contracts.endedOn !== null) return { event, from: firstAfter(yearOf(contracts.endedOn)) }
  }
  return { event: 'opened', from: firstAfter(year) }
}

const lastDay = (from: string, years: number) => `${yearOf(from) + years - 1}-12-31`

/** For comparing: for ever is longest, then what cannot be counted yet, then the later day. */
function reach({ years, from }: Pick<Span, 'years' | 'from'>): string {
  if (years === null) return '2'
  return from === null ? '1' : `0${lastDay(from, years)}`
}

function lengthened(asked: Span, { ownYears, isKeptForEver, appraisedUntil }: RetentionFacts): Retention {
  if (asked.years === null) return { ...asked, years: null, until: null, by: 'rule' }
  if (isKeptForEver) return { ...asked, years: null, until: null, by: 'own' }
  if (appraisedUntil === FOR_EVER) return { ...asked, years: null, until: null, by: 'appraisal' }
  const isOwn = ownYears !== null && ownYears > asked.years
  const years = isOwn ? ownYears : asked.years
  const by = isOwn ? 'own' : 'rule'
  if (asked.from === null) return { ...asked, years, until: null, by }
  const until = lastDay(asked.from, years)
  if (appraisedUntil === null || appraisedUntil <= until) return { ...asked, years, until, by }
  return { ...asked, years: yearOf(appraisedUntil) - yearOf(asked.from) + 1, until: appraisedUntil, by: 'appraisal' }
}

/** The last day of what an appraisal keeps: the end of that year, or for ever. */
export const appraisedDay = (decision: { opinion: 'keep' | 'forEver'; keepUntilYear: number | null }): string =>
  decision.opinion === 'forEver' ? FOR_EVER : `${decision.keepUntilYear}-12-31`

export function retentionBecause({ years, event, from, until, clause, by }: Retention): Because {
  const values = { years, from, until, event, clause, by }
  return years !== null && from === null ? { rule: 'retention-waits', values } : { rule: 'retention', values }
}
