import type { Grade } from '../schemes/grades.ts'
import { causesOf, isHit } from '../schemes/causes.ts'
import type { Scheme } from '../schemes/schema.ts'
import { type Result, mulDiv } from '../schemes/score.ts'

/*
 * Who moved and why: what an indicator adds to the score (its points over all that counted, hundredths) then and now, and the
 * gates that lower the grade now and did not, or did and are met no more; one that is met and lowers nothing is no reason. Indicators are told in the order of what they moved.
 */

export type Why =
  | { readonly kind: 'indicator'; readonly code: string; readonly from: number | null; readonly to: number | null; readonly moved: number }
  | { readonly kind: 'gate'; readonly code: string; readonly to: 'hit' | 'lifted' }
  | { readonly kind: 'coverage'; readonly from: number; readonly to: number }

export type Move = { readonly direction: 'better' | 'worse' | 'same' | 'new'; readonly why: readonly Why[] }

/** Reasons told of one move at most. */
const MOST = 5
type Side = { readonly grade: Grade | null; readonly result: Result; readonly scheme: Scheme }

/** `grades`: those in use, best first. `before` null: rated for the first time. A first grade is no better one. */
export function moveOf(before: Side | null, after: Side, grades: readonly Grade[]): Move {
  if (before === null) return { direction: 'new', why: [] }
  const why = [...gatesOf(before, after, grades), ...whyOf(before.result, after.result)].slice(0, MOST + 2)
  if (before.grade === null) return { direction: after.grade === null ? 'same' : 'new', why }
  const step = (after.grade === null ? grades.length : grades.indexOf(after.grade)) - grades.indexOf(before.grade)
  return { direction: step === 0 ? 'same' : step < 0 ? 'better' : 'worse', why }
}

function whyOf(before: Result, after: Result): Why[] {
  const codes = [...new Set([...before.indicators, ...after.indicators].map(({ code }) => code))]
  const indicators = codes.flatMap((code): Extract<Why, { kind: 'indicator' }>[] => {
    const [one, other] = [before, after].map((result) => result.indicators.find((each) => each.code === code))
    const moved = added(after, code) - added(before, code)
    return moved === 0 ? [] : [{ kind: 'indicator', code, from: one?.share ?? null, to: other?.share ?? null, moved }]
  }).sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved) || (a.code < b.code ? -1 : 1))
  const coverage: Why[] = before.coverage === after.coverage ? [] : [{ kind: 'coverage', from: before.coverage, to: after.coverage }]
  return [...indicators.slice(0, MOST), ...coverage]
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
