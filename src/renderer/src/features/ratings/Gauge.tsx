import { GradeTag } from '../../ui/GradeTag.tsx'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Rating } from './queries.ts'
import styles from './ratings.module.css'
import { gradeLabel, points, score, share } from './words.ts'

const [WIDTH, HEIGHT, RADIUS, THICK] = [200, 112, 82, 12]
const START = 0
/** Scores below this are of little interest: the dial begins there at the earliest, so that the grades have room. */
const at = (value: number): { x: number; y: number; angle: number } => {
  const angle = Math.PI * (1 - (value - START) / (100 - START))
  return { x: WIDTH / 2 + RADIUS * Math.cos(angle), y: HEIGHT - 8 - RADIUS * Math.sin(angle), angle }
}
const arc = (from: number, to: number): string => {
  const [a, b] = [at(from), at(to)]
  return `M${a.x},${a.y} A${RADIUS},${RADIUS} 0 0 1 ${b.x},${b.y}`
}

/** The score on a dial of the grades in use; the one it falls into is full, the others pale. */
export function Gauge({ rating }: { rating: Rating }) {
  const { ratings: { side } } = useText()
  const { result, scheme: { body }, grades } = rating
  const stretches = grades.map(({ grade }, index) => {
    const isLast = index === grades.length - 1
    const from = isLast ? 0 : body.cuts[grade as keyof typeof body.cuts] / 100
    const upper = grades[index - 1]
    return { grade, from, to: upper ? body.cuts[upper.grade as keyof typeof body.cuts] / 100 : 100 }
  }).filter(({ from, to }) => to > from)
  const value = result.score === null ? null : result.score / 100
  const needle = value === null ? null : at(value)
  const label = gradeLabel(rating, rating.grade, side.unrated)
  return (
    <Panel title={side.score} aside={<span className={styles.gradeBox}><GradeTag grade={rating.grade} className={styles.gradeTag} />{label !== rating.grade && <strong>{label}</strong>}</span>}>
      <svg className={styles.gauge} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${score(result.score)} ${label}`}>
        {stretches.map(({ grade, from, to }) => (
          <path key={grade} d={arc(from + (from > 0 ? 0.6 : 0), to - (to < 100 ? 0.6 : 0))} stroke={`var(--grade-${grade.toLowerCase()})`} strokeWidth={THICK} fill="none" opacity={value !== null && grade === result.scoreGrade ? 1 : 0.42} />
        ))}
        {stretches.filter(({ from }) => from > 0).map(({ grade, from }) => {
          const { x, y } = at(from)
          const [dx, dy] = [x - WIDTH / 2, y - (HEIGHT - 8)]
          return <text key={grade} x={WIDTH / 2 + dx * 1.17} y={HEIGHT - 8 + dy * 1.17 + 3} className={styles.tick} textAnchor="middle">{from}</text>
        })}
        {needle && <line x1={WIDTH / 2 + (needle.x - WIDTH / 2) * 0.84} y1={HEIGHT - 8 + (needle.y - HEIGHT + 8) * 0.84} x2={WIDTH / 2 + (needle.x - WIDTH / 2) * 1.1} y2={HEIGHT - 8 + (needle.y - HEIGHT + 8) * 1.1} stroke="var(--ink)" strokeWidth={2.5} strokeLinecap="round" />}
        <text x={WIDTH / 2} y={HEIGHT - 26} textAnchor="middle" className={styles.big}>{score(result.score)}</text>
        <text x={WIDTH / 2} y={HEIGHT - 8} textAnchor="middle" className={styles.tick}>{side.ofWeight(points(result.points), points(result.weight))}</text>
      </svg>
      <div className={styles.coverage}>
        <span>{side.coverage}</span><strong>{share(result.coverage)}</strong>
        <div className={styles.bar} data-low={result.coverage < body.coverage.full}><i style={{ width: `${Math.max(4, result.coverage / 100)}%` }} /></div>
      </div>
      {result.grade === null && <p className={styles.hint}>{side.unratedHint(share(body.coverage.rated))}</p>}
      {rating.override && <p className={styles.byHand}>{side.byHand}　<strong>{gradeLabel(rating, rating.override.grade, '')}</strong>　{side.until(rating.override.until)}</p>}
    </Panel>
  )
}
