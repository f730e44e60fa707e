import { useLocation } from 'wouter'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import type { Rating } from './queries.ts'
import styles from './ratings.module.css'
import { gradeLabel, score } from './words.ts'

export type Point = { id: number; on: string; score: number | null; grade: Rating['grade']; label: string }
type Props = { points: readonly Point[]; grades: Rating['grades']; cuts: Scheme['cuts'] | null; height: number; width?: number }

/** The score line over the bands of the grades; every point leads to its rating. */
export function HistoryChart({ points, grades, cuts, height, width = 236 }: Props) {
  const { ratings: { side, history } } = useText()
  const [, go] = useLocation()
  const known = points.filter((point): point is Point & { score: number } => point.score !== null)
  if (known.length === 0) return null
  const values = known.map((point) => point.score / 100)
  const low = Math.max(0, Math.floor((Math.min(...values) - 8) / 10) * 10)
  const high = Math.min(100, Math.ceil((Math.max(...values) + 8) / 10) * 10)
  const [top, bottom, pad] = [16, height - 20, 28]
  const y = (value: number) => bottom - ((value - low) * (bottom - top)) / Math.max(1, high - low)
  const x = (index: number) => (known.length === 1 ? width / 2 : pad + (index * (width - 2 * pad)) / (known.length - 1))
  const bands = cuts === null ? [] : grades.map(({ grade }, index) => {
    const from = index === grades.length - 1 ? 0 : cuts[grade as keyof typeof cuts] / 100
    const upper = grades[index - 1]
    return { grade, from: Math.max(low, from), to: Math.min(high, upper ? cuts[upper.grade as keyof typeof cuts] / 100 : 100) }
  }).filter(({ from, to }) => to > from)
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={side.chart}>
      {bands.map(({ grade, from, to }) => <rect key={grade} x={0} width={width} y={y(to)} height={Math.max(0, y(from) - y(to))} fill={`var(--grade-${grade.toLowerCase()})`} opacity={0.14} />)}
      <polyline points={known.map((point, index) => `${x(index)},${y(point.score / 100)}`).join(' ')} fill="none" stroke="var(--line3)" strokeWidth={1.5} />
      {known.map((point, index) => (
        <a
          key={point.id} href={paths.rating(point.id)} aria-label={history.point(point.on, score(point.score), gradeLabel({ grades }, point.grade, side.unrated))}
          onClick={(event) => { event.preventDefault(); go(paths.rating(point.id)) }}
        >
          <title>{history.point(point.on, score(point.score), gradeLabel({ grades }, point.grade, side.unrated))}</title>
          <circle cx={x(index)} cy={y(point.score / 100)} r={index === known.length - 1 ? 5 : 4} fill={`var(--grade-${point.grade?.toLowerCase() ?? 'none'})`} stroke={index === known.length - 1 ? 'var(--ink)' : 'var(--line3)'} strokeWidth={1.5} />
          <text x={x(index)} y={y(point.score / 100) - 9} textAnchor="middle" className={index === known.length - 1 ? styles.pointNow : styles.tick}>{score(point.score)}</text>
          {(known.length <= 5 || index % Math.ceil(known.length / 5) === 0 || index === known.length - 1) && <text x={x(index)} y={height - 5} textAnchor="middle" className={styles.tick}>{point.label}</text>}
        </a>
      ))}
    </svg>
  )
}
