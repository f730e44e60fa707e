import { useText } from '../../app/text.tsx'
import styles from './CompletenessRing.module.css'

const RADIUS = 21
const ROUND = 2 * Math.PI * RADIUS

/** How much of what the regulation asks for is there, as a ring with the percentage inside. */
export function CompletenessRing({ present, required }: { present: number; required: number }) {
  const { common } = useText()
  const share = required === 0 ? 1 : present / required
  return (
    <svg className={styles.ring} viewBox="0 0 48 48" role="img" aria-label={common.completenessLabel(present, required)}>
      <circle className={styles.track} cx={24} cy={24} r={RADIUS} />
      <circle
        className={share < 0.8 ? styles.near : styles.fill} cx={24} cy={24} r={RADIUS} transform="rotate(-90 24 24)"
        strokeDasharray={`${ROUND * share} ${ROUND}`}
      />
      <text x={24} y={24} className={styles.percent} aria-hidden>{Math.floor(share * 100)}%</text>
    </svg>
  )
}
