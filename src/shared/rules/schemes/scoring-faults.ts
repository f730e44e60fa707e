import { fault, type Place, type SchemeFault, warning } from './faults.ts'
import type { Band, FormulaIndicator, Scoring } from './schema.ts'

type Direction = FormulaIndicator['direction']

/** Whether every number has exactly one band, or the anchors one line, and whether better never earns less. */
export function scoringFaults(scoring: Scoring, direction: Direction, place: Place): SchemeFault[] {
  const rows = scoring.mode === 'bands' ? bandFaults(scoring.bands, [...place, 'bands']) : anchorFaults(scoring.anchors, [...place, 'anchors'])
  return rows.some(({ level }) => level === 'fault') ? rows : [...rows, ...shapeFaults(scoring, direction, place)]
}

/** Null below is minus infinity, null above is plus infinity. */
const lowest = ({ from }: Band) => from ?? Number.NEGATIVE_INFINITY
const highest = ({ until }: Band) => until ?? Number.POSITIVE_INFINITY

function bandFaults(bands: readonly Band[], place: Place): SchemeFault[] {
  const empty = bands.flatMap((band, at) => (lowest(band) >= highest(band) ? [fault([...place, at], 'band-empty')] : []))
  if (empty.length > 0) return empty
  const sorted = bands.map((band, at) => ({ band, at })).sort((one, other) => lowest(one.band) - lowest(other.band) || highest(one.band) - highest(other.band))
  const first = sorted[0]!
  const last = sorted.reduce((top, one) => (highest(one.band) > highest(top.band) ? one : top))
  return [
    ...(first.band.from === null ? [] : [fault([...place, first.at], 'band-below', { from: first.band.from })]),
    ...sorted.slice(1).flatMap((next, index) => joint(sorted[index]!, next, place)),
    ...(last.band.until === null ? [] : [fault([...place, last.at], 'band-above', { until: last.band.until })]),
  ]
}

type Placed = { band: Band; at: number }

/** Between two bands beside each other: a hole, an overlap, or a bound that belongs to both or neither. */
function joint(one: Placed, next: Placed, place: Place): SchemeFault[] {
  const where = [...place, next.at]
  if (highest(one.band) < lowest(next.band)) return [fault(where, 'band-hole', { from: one.band.until!, until: next.band.from! })]
  if (highest(one.band) > lowest(next.band)) return [fault(where, 'band-overlap', next.band.from === null ? {} : { from: next.band.from })]
  const isOfOne = one.band.closed === 'upper'
  const isOfNext = next.band.closed === 'lower'
  if (isOfOne && isOfNext) return [fault(where, 'band-both', { at: next.band.from! })]
  return isOfOne || isOfNext ? [] : [fault(where, 'band-neither', { at: next.band.from! })]
}

function anchorFaults(anchors: readonly { value: number }[], place: Place): SchemeFault[] {
  return anchors.flatMap(({ value }, at) => {
    const before = anchors[at - 1]
    if (!before || value > before.value) return []
    return [fault([...place, at, 'value'], value === before.value ? 'anchor-equal' : 'anchor-order', { value })]
  })
}

function shapeFaults(scoring: Scoring, direction: Direction, place: Place): SchemeFault[] {
  const steps = scoring.mode === 'bands'
    ? scoring.bands.map((band, at) => ({ at: lowest(band), share: band.share, place: [...place, 'bands', at, 'share'] })).sort((one, other) => one.at - other.at)
    : scoring.anchors.map(({ value, share }, at) => ({ at: value, share, place: [...place, 'anchors', at, 'share'] }))
  const wrong = steps.flatMap((step, index) => {
    const before = steps[index - 1]
    const isWrong = before !== undefined && (direction === 'up' ? step.share < before.share : direction === 'down' && step.share > before.share)
    return isWrong ? [fault(step.place, direction === 'up' ? 'not-rising' : 'not-falling')] : []
  })
  const most = Math.max(...steps.map(({ share }) => share))
  const least = Math.min(...steps.map(({ share }) => share))
  return [
    ...wrong,
    ...(most === least ? [warning(place, 'scoring-flat')] : []),
    ...(most < 10_000 ? [warning(place, 'never-full', { most: most / 100 })] : []),
  ]
}
