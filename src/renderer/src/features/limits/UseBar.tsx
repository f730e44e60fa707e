import type { Output } from '../../../../shared/contract/index.ts'
import { useText } from '../../app/text.tsx'
import styles from './limits.module.css'

type Exposure = NonNullable<Output<'limits.list'>['rows'][number]['exposure']>

/** A limit's use in per cent: `99999` stands for anything used of nothing. */
export const shareText = (utilisation: number | null): string => (utilisation === null ? '—' : utilisation >= 99_999 ? '>999%' : `${Math.round(utilisation / 10) / 10}%`)

/** How much of a limit is used, as a bar to its sum; what lies beyond it in another colour. */
export function UseBar({ exposure, label, isWide = false }: { exposure: Exposure; label: string; isWide?: boolean }) {
  const { limits } = useText()
  const share = exposure.utilisation ?? 0
  return (
    <span className={isWide ? `${styles.use} ${styles.wide}` : styles.use} data-use={exposure.use}>
      <span className={styles.bar} role="img" aria-label={label} title={limits.use[exposure.use]}><i style={{ width: `${Math.min(100, share / 100)}%` }} /></span>
      <span className={styles.share}>{shareText(exposure.utilisation)}</span>
    </span>
  )
}
