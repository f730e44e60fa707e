import type { Scoring } from '../../../../shared/rules/schemes/schema.ts'
import styles from './ratings.module.css'

const WIDTH = 150
const HEIGHT = 8

type Step = { share: number; edge: number | null }

/** Bands and anchors alike as steps from the smallest value to the largest; `edge`: where the step begins. */
function stepsOf(scoring: Scoring): Step[] {
  if (scoring.mode === 'bands') {
    return [...scoring.bands].sort((one, other) => (one.from ?? -Infinity) - (other.from ?? -Infinity)).map(({ from, share }) => ({ share, edge: from }))
  }
  const anchors = [...scoring.anchors].sort((one, other) => one.value - other.value)
  return [...anchors.slice(0, 1).map(({ share }) => ({ share, edge: null })), ...anchors.slice(1).map(({ value, share }) => ({ share, edge: value }))]
}

/** Where on the strip a value lies: even steps, straight within one; beyond the outer edges a third into the last. */
function placeOf(steps: readonly Step[], value: number): number {
  const last = steps.findLastIndex(({ edge }) => edge === null || value >= edge)
  const from = steps[last]?.edge ?? null
  const until = steps[last + 1]?.edge ?? null
  const part = from !== null && until !== null && until > from ? (value - from) / (until - from) : from === null ? 0.66 : 0.33
  return ((last + Math.min(0.96, Math.max(0.04, part))) / steps.length) * WIDTH
}

/** How good a share is, on the ruler's five inks. */
const inkOf = (share: number): string => `var(--band-${Math.min(4, Math.floor(share / 2001))})`

type Props = { scoring: Scoring; value: number | null; shownEdge: (value: number) => string; label: string }

/** The ruler: a step each band, best darkest, the thresholds below and a mark where the value lies. */
export function BandStrip({ scoring, value, shownEdge, label }: Props) {
  const steps = stepsOf(scoring)
  const width = WIDTH / steps.length
  return (
    <svg className={styles.strip} width={WIDTH} height={30} viewBox={`0 0 ${WIDTH} 30`} role="img" aria-label={label}>
      {steps.map(({ share }, index) => <rect key={index} x={index * width + 0.5} y={9} width={width - 1} height={HEIGHT} rx={1} fill={inkOf(share)} />)}
      {steps.slice(1).map(({ edge }, index) => (
        <text key={index} x={(index + 1) * width} y={28} textAnchor="middle" className={styles.edge}>{edge === null ? '' : shownEdge(edge)}</text>
      ))}
      {value !== null && <path d={markAt(placeOf(steps, value))} fill="var(--ink)" />}
    </svg>
  )
}

const markAt = (x: number): string => `M${x - 4},4 L${x + 4},4 L${x + 1},8.5 L${x + 1},18.5 L${x - 1},18.5 L${x - 1},8.5 Z`
