import type { FormulaIndicator, Indicator, Scoring } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import styles from './strip.module.css'
import { bandText, boundText, type Unit } from './words.ts'

/** From the palest to the darkest by what is earned; the same on every strip. */
const colour = (share: number): string => `color-mix(in oklab, var(--strip-best) ${Math.round(share / 100)}%, var(--strip-worst))`

/** What an indicator earns along its values: steps with their bounds below, a curve, or the options of a mark. */
export function Strip({ indicator }: { indicator: Indicator }) {
  if (indicator.kind === 'formula') return <ScoringStrip name={indicator.name} scoring={indicator.scoring} unit={indicator.unit} />
  return (
    <span className={styles.strip} role="img" aria-label={indicator.options.map(({ name, share }) => `${name} ${share / 100}%`).join('，')}>
      {indicator.options.map((option) => (
        <span key={option.code} className={styles.step}><span className={styles.bar} style={{ background: colour(option.share) }} /><span className={styles.option} title={option.name}>{option.name}</span></span>
      ))}
    </span>
  )
}

export function ScoringStrip({ name, scoring, unit }: { name: string; scoring: Scoring; unit: Unit }) {
  const { schemes, common } = useText()
  if (scoring.mode === 'interpolated') return <Curve name={name} anchors={scoring.anchors} unit={unit} />
  const sorted = [...scoring.bands].sort((one, other) => (one.from ?? Number.NEGATIVE_INFINITY) - (other.from ?? Number.NEGATIVE_INFINITY))
  return (
    <span className={styles.strip} role="img" aria-label={common.told(schemes.card.strip(name), common.list(sorted.map((band) => `${bandText(band, unit)} ${band.share / 100}%`)))}>
      {sorted.map((band, at) => (
        <span key={at} className={styles.step} title={`${bandText(band, unit)} · ${band.share / 100}%`}>
          <span className={styles.bar} style={{ background: colour(band.share) }} />
          {at > 0 && band.from !== null && <span className={styles.bound}>{boundText(band.from, unit)}</span>}
        </span>
      ))}
    </span>
  )
}

const WIDTH = 200
const HEIGHT = 40

/** Straight lines between the points, flat beyond them. */
export function Curve({ name, anchors, unit, isLarge = false }: { name: string; anchors: Extract<FormulaIndicator['scoring'], { mode: 'interpolated' }>['anchors']; unit: Unit; isLarge?: boolean }) {
  const { schemes, common } = useText()
  const values = anchors.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (value: number) => (high === low ? WIDTH / 2 : 12 + ((value - low) / (high - low)) * (WIDTH - 24))
  const y = (share: number) => HEIGHT - 4 - (share / 10_000) * (HEIGHT - 8)
  const points = [...anchors].sort((one, other) => one.value - other.value).map(({ value, share }) => [x(value), y(share)] as const)
  const line = points.length === 0 ? [] : [[0, points[0]![1]] as const, ...points, [WIDTH, points.at(-1)![1]] as const]
  return (
    <span className={isLarge ? `${styles.curve} ${styles.largeCurve}` : styles.curve} role="img" aria-label={common.told(`${schemes.card.curve} ${name}`, common.list(anchors.map(({ value, share }) => `${boundText(value, unit)} ${share / 100}%`)))}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        <polygon className={styles.area} points={`0,${HEIGHT} ${line.map((point) => point.join(',')).join(' ')} ${WIDTH},${HEIGHT}`} />
        <polyline className={styles.line} points={line.map((point) => point.join(',')).join(' ')} vectorEffect="non-scaling-stroke" />
      </svg>
      <span className={styles.ends}><span>{boundText(low, unit)}</span><span>{boundText(high, unit)}</span></span>
    </span>
  )
}
