import { FACTS, splitFactName } from '../facts/catalogue.ts'
import { limitBy } from '../limits/propose.ts'
import type { Grade } from '../schemes/grades.ts'
import { factNames, parsed } from '../schemes/expression.ts'
import { indicatorsOf, type Scheme } from '../schemes/schema.ts'
import type { Result } from '../schemes/score.ts'
import { canonicalJson } from './canonical.ts'
import { type FrozenMark, type Inputs, resultOf } from './capsule.ts'
import { changedFacts, type FactChange } from './changes.ts'

/*
 * What a running rating stands on, as of its day, and whether that is still so. Facts are gathered from the ledgers as of the
 * rated day, so the same day over the same ledgers gives the same facts, whenever it is asked; another value means that a ledger
 * was added to, corrected or struck since.
 */

export type Stands = Inputs & { readonly scheme: Scheme; readonly version: number }
type Comes = { readonly score: number | null; readonly coverage: number; readonly grade: Grade | null }

/** What is another than when the facts were gathered, and what the card came to then and would come to now. */
export type BasisMove = {
  readonly facts: readonly FactChange[]
  readonly industry: { readonly before: string | null; readonly after: string | null } | null
  /** Numbers of the scheme's versions. */
  readonly scheme: { readonly before: number; readonly after: number } | null
  readonly before: Comes
  readonly after: Comes
}

/** A place among all parties: it shifts a little with whatever anybody else signs. */
const OF_ALL_PARTIES: ReadonlySet<string> = new Set(['tradeRank12'])
const feeding = new WeakMap<Scheme, ReadonlySet<string>>()

/** The facts that decide anything on a card: of indicators that weigh, of gates, and of what a limit is proposed from. Never the grade before. */
export function factsThatFeed(scheme: Scheme): ReadonlySet<string> {
  let names = feeding.get(scheme)
  if (names === undefined) {
    const formulas = [
      ...indicatorsOf(scheme).flatMap((one) => (one.kind === 'formula' && one.weight > 0 ? [one.formula, ...(one.demoteWhen === null ? [] : [one.demoteWhen])] : [])),
      ...scheme.gates.map(({ when }) => when), ...(scheme.limits?.candidates ?? []).map(({ formula }) => formula),
    ]
    names = new Set(formulas.flatMap((formula) => factNames(parsed(formula))).filter((name) => FACTS[splitFactName(name).base]?.leak === null))
    feeding.set(scheme, names)
  }
  return names
}

/** Marks that another text of the scheme still asks for, with an option it still has. */
export function marksKept<Mark extends Pick<FrozenMark, 'option'>>(scheme: Scheme, marks: Readonly<Record<string, Mark>>): Record<string, Mark> {
  const asked = new Map(indicatorsOf(scheme).flatMap((one) => (one.kind === 'mark' ? [[one.code, one.options] as const] : [])))
  return Object.fromEntries(Object.entries(marks).filter(([code, { option }]) => asked.get(code)?.some((one) => one.code === option)))
}

/**
 * Null while the card stands on what is so. A fact that feeds the card moves it by its value or by why it has none, also where no
 * point changes: what was signed names another figure. A place among all parties and the industry move it only where the card comes to something else.
 */
export function movedBasis(before: Stands, after: Stands): BasisMove | null {
  const scheme = before.version === after.version ? null : { before: before.version, after: after.version }
  const feeds = (name: string) => factsThatFeed(before.scheme).has(name) || factsThatFeed(after.scheme).has(name)
  const changed = changedFacts(before.facts, after.facts).filter(({ name }) => feeds(name))
  const matters = (stands: Stands): boolean => cardOf(before) !== cardOf(stands)
  const facts = changed.filter((one) => !OF_ALL_PARTIES.has(one.name) || matters({ ...before, facts: { ...before.facts, [one.name]: one.after! } }))
  const industry = before.industry !== after.industry && matters({ ...before, industry: after.industry }) ? { before: before.industry, after: after.industry } : null
  if (scheme === null && facts.length === 0 && industry === null) return null
  return { facts, industry, scheme, before: comes(resultOf(before.scheme, before)), after: comes(resultOf(after.scheme, after)) }
}

const comes = ({ score, coverage, grade }: Result): Comes => ({ score, coverage, grade })

/** All that a card comes to but the values themselves. */
function cardOf(stands: Stands): string {
  const { indicators, ...result } = resultOf(stands.scheme, stands)
  return canonicalJson({ ...result, indicators: indicators.map(({ value: _value, ...one }) => one), limit: limitBy(stands.scheme, stands.facts, result.grade) ?? null })
}
