import { useText } from '../app/text.tsx'
import styles from './CompletenessBar.module.css'

/** How many of the documents that the regulation asks for are there. Under four fifths the bar turns amber. */
export function CompletenessBar({ present, required, withFigures = true }: { present: number; required: number; withFigures?: boolean }) {
  const { common } = useText()
  const share = required === 0 ? 1 : present / required
  const label = common.completenessLabel(present, required)
  return (
    <span className={styles.bar} title={label}>
      <span className={styles.track} role="img" aria-label={label} style={{ display: 'block' }}>
        <span className={share < 0.8 ? `${styles.fill} ${styles.near}` : styles.fill} style={{ display: 'block', width: `${Math.max(share * 100, 4)}%` }} />
      </span>
      {withFigures && <span className={styles.figures} aria-hidden>{common.completeness(present, required)}</span>}
    </span>
  )
}
