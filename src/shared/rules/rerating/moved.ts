import type { Grade } from '../schemes/grades.ts'
import { causesOf, isHit } from '../schemes/causes.ts'
import type { Scheme } from '../schemes/schema.ts'
import { type Result, mulDiv } from '../schemes/score.ts'

/*
 * Who moved and why: what a person had set the grade to then or sets it to now; the gates that lower the grade now and did not,
 * or did and are met no more (one that is met and lowers nothing is no reason); what an indicator adds to the score (its points
 * over all that counted, hundredths) then and now; how much is known. What points the other way is told apart: it made nothing
 * fall that fell. Where the score went the other way or nowhere, and nothing else points the way the grade went, other cuts did it.
 */

export type Why =
  | { readonly kind: 'override'; readonly to: 'set' | 'dropped' | 'ended'; readonly grade: Grade; readonly until: string }
  | { readonly kind: 'gate'; readonly code: string; readonly to: 'hit' | 'lifted' }
  | { readonly kind: 'indicator'; readonly code: string; readonly from: number | null; readonly to: number | null; readonly moved: number }
  | { readonly kind: 'coverage'; readonly from: number; readonly to: number }
  | { readonly kind: 'cuts' }

/** `why`: what led where the grade went, the first the weightiest; all there is where it went nowhere. `against`: what points the other way. */
export type Move = { readonly direction: 'better' | 'worse' | 'same' | 'new'; readonly why: readonly Why[]; readonly against: readonly Why[] }

/** Indicators told of one move at most, each way. */
const MOST = 5
/** `grade`: what counted, then on the day of the new rating; `byHand`: what a person set it to and until when. */
export type Side = { readonly grade: Grade | null; readonly byHand: { readonly grade: Grade; readonly until: string } | null; readonly result: Result; readonly scheme: Scheme }

/** `grades`: those in use, best first; `on`: the day the new one was made. `before` null: rated for the first time. A first grade is no better one. */
export function moveOf(before: Side | null, after: Side, grades: readonly Grade[], on: string): Move {
  if (before === null) return { direction: 'new', why: [], against: [] }
  const rank = (grade: Grade | null) => (grade === null ? grades.length : grades.indexOf(grade))
  const step = before.grade === null ? 0 : rank(after.grade) - rank(before.grade)
  const direction = before.grade === null ? (after.grade === null ? 'same' : 'new') : step === 0 ? 'same' : step < 0 ? 'better' : 'worse'
  const all = [...overridesOf(before, after, on), ...gatesOf(before, after, grades), ...whyOf(before.result, after.result)]
  const isAgainst = (one: Why) => step !== 0 && points(one, before, after, rank) === Math.sign(step)
  const why = all.filter((one) => !isAgainst(one))
  const led = step === 0 || Math.sign((after.result.score ?? 0) - (before.result.score ?? 0)) === -Math.sign(step) || why.some((one) => one.kind !== 'indicator' && points(one, before, after, rank) === -Math.sign(step))
  return { direction, why: weightiest(led ? why : [{ kind: 'cuts' }, ...why]), against: weightiest(all.filter(isAgainst)) }
}

/** Of indicators those that moved most. */
const weightiest = (all: readonly Why[]): Why[] => {
  const indicators = all.filter(({ kind }) => kind === 'indicator').slice(0, MOST)
  return all.filter((one) => one.kind !== 'indicator' || indicators.includes(one))
}

/** 1 for what lifts, −1 for what lowers. An override that had ended by then moved nothing any more. */
function points(one: Why, before: Side, after: Side, rank: (grade: Grade | null) => number): number {
  switch (one.kind) {
    case 'indicator': return Math.sign(one.moved)
    case 'gate': return one.to === 'hit' ? -1 : 1
    case 'coverage': return Math.sign(one.to - one.from)
    case 'override': return one.to === 'ended' ? 0 : one.to === 'set' ? Math.sign(rank(after.result.grade) - rank(one.grade)) : Math.sign(rank(one.grade) - rank(before.result.grade))
    case 'cuts': return 0
  }
}

/** The same set again is no reason. One that had ended by the day is told: the grade that counted was another than the one approved. */
function overridesOf(before: Side, after: Side, on: string): Why[] {
  const told = (to: 'set' | 'dropped' | 'ended', { grade, until }: NonNullable<Side['byHand']>): Why => ({ kind: 'override', to, grade, until })
  const gone: Why[] = before.byHand !== null && before.byHand.grade !== after.byHand?.grade ? [told(before.byHand.until < on ? 'ended' : 'dropped', before.byHand)] : []
  return after.byHand !== null && (before.byHand?.grade !== after.byHand.grade || before.byHand.until < on) ? [...gone, told('set', after.byHand)] : gone
}

function whyOf(before: Result, after: Result): Why[] {
  const codes = [...new Set([...before.indicators, ...after.indicators].map(({ code }) => code))]
  const indicators = codes.flatMap((code): Extract<Why, { kind: 'indicator' }>[] => {
    const [one, other] = [before, after].map((result) => result.indicators.find((each) => each.code === code))
    const moved = added(after, code) - added(before, code)
    return moved === 0 ? [] : [{ kind: 'indicator', code, from: one?.share ?? null, to: other?.share ?? null, moved }]
  }).sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved) || (a.code < b.code ? -1 : 1))
  const coverage: Why[] = before.coverage === after.coverage ? [] : [{ kind: 'coverage', from: before.coverage, to: after.coverage }]
  return [...indicators, ...coverage]
}

function gatesOf(before: Side, after: Side, grades: readonly Grade[]): Why[] {
  const [lowered, lowers] = [before, after].map(({ scheme, result }) => causesOf(scheme, result, grades).gates) as [ReadonlySet<string>, ReadonlySet<string>]
  return [
    ...[...lowers].filter((code) => !lowered.has(code)).map((code): Why => ({ kind: 'gate', code, to: 'hit' })),
    ...[...lowered].filter((code) => !after.result.gates.some((gate) => gate.code === code && isHit(gate))).map((code): Why => ({ kind: 'gate', code, to: 'lifted' })),
  ]
}

/** What an indicator adds to the score, hundredths. */
function added({ indicators, weight }: Result, code: string): number {
  const own = indicators.find((one) => one.code === code)
  return own === undefined || weight === 0 ? 0 : mulDiv(own.points, 10_000, weight)
}
