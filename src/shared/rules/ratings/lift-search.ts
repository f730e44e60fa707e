import type { Grade } from '../schemes/grades.ts'
import type { Scheme } from '../schemes/schema.ts'
import { mulDiv } from '../schemes/score.ts'
import type { Change, Item, Judge, Option } from './lift.ts'
import { rankIn } from './ranks.ts'

/*
 * Branch and bound. That a score reaches a cut is linear in points and weight: 20000·points + weight − 2·cut·weight ≥ 0 is
 * exactly what rounding half up asks. So every change has a gain of its own, and the most that is still to be had from the
 * changes left bounds every branch.
 */

type Asked = { scheme: Scheme; items: readonly Item[]; target: Grade; grades: readonly Grade[]; judge: Judge; watched: readonly (readonly string[])[] }
type Found = { changes: Change[]; score: number; coverage: number }

type Move = { readonly option: Option; readonly slack: number; readonly covered: number; readonly points: number; readonly weight: number }
type Line = { readonly item: Item; readonly moves: readonly Move[] }

/** The set with the fewest changes, of those with the least points gained, of those the first in the order of the card; null where none reaches the target. */
export function search(asked: Asked): Found | null {
  const { scheme, items, target, grades, judge, watched } = asked
  // Gates that no change moves lower the grade by so many steps: so much more the score has to reach.
  const wanted = target === grades.at(-1) ? grades.length - 1 : rankIn(grades, target) - judge.steps
  if (judge.isHopeless || wanted < 0) return null
  const cut = wanted === grades.length - 1 || grades[wanted] === 'C' ? 0 : scheme.cuts[grades[wanted] as keyof Scheme['cuts']]
  const total = items.reduce((sum, { indicator }) => sum + indicator.weight, 0)
  const now = items.map(({ now: one }) => one)
  const start = {
    points: now.reduce((sum, one) => sum + one.points, 0), weight: now.reduce((sum, one) => sum + one.weight, 0),
    covered: items.reduce((sum, { indicator, now: one }) => sum + (one.absent === null ? indicator.weight : 0), 0),
  }
  const slackOf = (points: number, weight: number) => 20_000 * points + weight - 2 * cut * weight
  const lines = inOrder(items, watched).map((item): Line => ({
    item,
    moves: item.options.map((option): Move => {
      const weight = item.indicator.weight - item.now.weight
      return { option, points: option.gained, weight, slack: slackOf(option.gained, weight), covered: item.now.absent === null ? 0 : item.indicator.weight }
    }),
  }))
  const wantsCovered = neededCoverage(asked, wanted, total, start.covered)
  const bounds = boundsOf(lines)
  const groups = closedAt(lines, watched)
  const results = new Map(now.map((one) => [one.code, one]))
  let best: { effort: number; chosen: { line: Line; move: Move }[]; score: number; coverage: number } | null = null

  function whole(points: number, weight: number, covered: number, chosen: readonly { line: Line; move: Move }[]): void {
    const score = weight === 0 ? null : mulDiv(points, 10_000, weight)
    const coverage = total === 0 ? 0 : Math.floor((covered * 10_000) / total)
    const grade = judge.grade(results, score, coverage)
    if (grade === null || grades.indexOf(grade) > grades.indexOf(target) || score === null) return
    const effort = points - start.points
    if (best === null || effort < best.effort) best = { effort, chosen: [...chosen], score, coverage }
  }

  function descend(index: number, left: number, points: number, weight: number, covered: number, chosen: { line: Line; move: Move }[]): void {
    const slack = slackOf(points, weight)
    if (slack + bounds.slack[index]![left]! < 0 || covered + bounds.covered[index]![left]! < wantsCovered) return
    // Points still wanted are gained point for point at best.
    if (best !== null && points - start.points + Math.max(bounds.effort[index]![left]!, Math.ceil(-slack / 20_000)) >= best.effort) return
    const closed = groups[index]
    if (closed?.some((codes) => judge.isBarred(codes, results))) return
    if (index === lines.length) {
      if (left === 0) whole(points, weight, covered, chosen)
      return
    }
    const line = lines[index]!
    if (left > 0) {
      const before = results.get(line.item.indicator.code)!
      for (const move of line.moves) {
        results.set(before.code, { ...before, absent: null, band: move.option.band, share: move.option.share, points: move.option.points, weight: line.item.indicator.weight })
        chosen.push({ line, move })
        descend(index + 1, left - 1, points + move.points, weight + move.weight, covered + move.covered, chosen)
        chosen.pop()
      }
      results.set(before.code, before)
    }
    descend(index + 1, left, points, weight, covered, chosen)
  }

  for (let count = 0; count <= lines.filter(({ moves }) => moves.length > 0).length; count += 1) {
    descend(0, count, start.points, start.weight, start.covered, [])
    if (best !== null) return told(best, items)
  }
  return null
}

function told(best: { chosen: readonly { line: Line; move: Move }[]; score: number; coverage: number }, items: readonly Item[]): Found {
  const place = (code: string) => items.findIndex(({ indicator }) => indicator.code === code)
  const changes = best.chosen.map(({ line: { item }, move: { option } }): Change => ({ code: item.indicator.code, ...option, isMissing: item.now.absent !== null }))
  return { changes: changes.sort((one, other) => place(one.code) - place(other.code)), score: best.score, coverage: best.coverage }
}

/** Hundredths of weight with data that the target asks for at least: by the scheme's own limits, and by gates over coverage. */
function neededCoverage({ scheme: { coverage }, grades, judge }: Asked, wanted: number, total: number, covered: number): number {
  const isCapped = rankIn(grades, coverage.cap) > wanted
  const own = isCapped ? Math.max(coverage.full, coverage.rated) : coverage.rated
  const first = total === 0 ? 0 : Math.floor((covered * 10_000) / total)
  for (let share = Math.max(own, first); share <= 10_000; share += 1) {
    if (!judge.isBarredAt(share)) return Math.ceil((share * total) / 10_000)
  }
  return Infinity
}

/** What gates look at first, so that a branch that a gate bars is left early; then the card's order. */
function inOrder(items: readonly Item[], watched: readonly (readonly string[])[]): Item[] {
  const isWatched = new Set(watched.flat())
  return [...items.filter(({ indicator }) => isWatched.has(indicator.code)), ...items.filter(({ indicator }) => !isWatched.has(indicator.code))]
}

/** At which line every indicator that a gate looks at has been decided. */
function closedAt(lines: readonly Line[], watched: readonly (readonly string[])[]): (readonly (readonly string[])[])[] {
  const place = new Map(lines.map(({ item }, index) => [item.indicator.code, index]))
  const closed: string[][][] = Array.from({ length: lines.length + 1 }, () => [])
  for (const codes of watched) closed[Math.max(...codes.map((code) => place.get(code) ?? -1)) + 1]!.push([...codes])
  return closed
}

/** For every line on and every number of changes left: the most slack and coverage still to be had, and the least effort. */
function boundsOf(lines: readonly Line[]): { slack: number[][]; covered: number[][]; effort: number[][] } {
  const sumsOf = (read: (move: Move) => number, better: (one: number, other: number) => number, none: number): number[][] =>
    Array.from({ length: lines.length + 1 }, (_unused, from) => {
      const bests = lines.slice(from).filter(({ moves }) => moves.length > 0).map(({ moves }) => moves.map(read).reduce((one, other) => better(one, other)))
      bests.sort((one, other) => (one === other ? 0 : better(one, other) === one ? -1 : 1))
      const sums = [0]
      for (let count = 1; count <= lines.length; count += 1) sums.push(count <= bests.length ? sums[count - 1]! + bests[count - 1]! : none)
      return sums
    })
  return {
    slack: sumsOf((move) => move.slack, Math.max, -Infinity), covered: sumsOf((move) => move.covered, Math.max, -Infinity),
    effort: sumsOf((move) => move.points, Math.min, Infinity),
  }
}
