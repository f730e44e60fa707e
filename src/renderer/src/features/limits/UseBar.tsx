import type { Output } from '../../../../shared/contract/index.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { useText } from '../../app/text.tsx'
import styles from './limits.module.css'

type Exposure = NonNullable<Output<'limits.list'>['rows'][number]['exposure']>

/** A limit's use in per cent; of a limit of nothing there is none, and what is owed is told as such. */
export const shareText = ({ utilisation, use }: Exposure, { limits: { exposure } }: Text): string =>
  utilisation !== null ? `${Math.round(utilisation / 10) / 10}%` : use === 'over' ? exposure.ungranted : '—'

/** How much of a limit is used, as a bar to its sum; what lies beyond it in another colour. */
export function UseBar({ exposure, label, isWide = false }: { exposure: Exposure; label: string; isWide?: boolean }) {
  const text = useText()
  const share = shareText(exposure, text)
  if (exposure.utilisation === null) return <span className={`${styles.ungranted} ${exposure.use === 'over' ? styles.seal : styles.quiet}`}>{share}</span>
  return (
    <span className={isWide ? `${styles.use} ${styles.wide}` : styles.use} data-use={exposure.use}>
      <span className={styles.bar} role="img" aria-label={label} title={text.limits.use[exposure.use]}><i style={{ width: `${Math.min(100, exposure.utilisation / 100)}%` }} /></span>
      <span className={styles.share}>{share}</span>
    </span>
  )
}
