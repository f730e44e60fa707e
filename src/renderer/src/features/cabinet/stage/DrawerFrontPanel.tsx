import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { freeIn, NEARLY_FULL, type CabinetFront, type DrawerFront } from '../fronts.ts'
import type { Stage } from '../geometry/index.ts'
import styles from './DrawerFrontPanel.module.css'

type Props = {
  stage: Stage
  cabinet: CabinetFront
  drawer: DrawerFront
  /** Offered to those who may change label and capacity. */
  onChange: (() => void) | null
}

/** The front of the open drawer: label, handle, fill. */
export function DrawerFrontPanel({ stage, cabinet, drawer, onChange }: Props) {
  const { cabinet: text } = useText()
  const { front, unit } = stage
  const share = drawer.capacity === 0 ? 1 : drawer.occupied / drawer.capacity
  const label = drawer.label || text.drawerName(drawer.no)
  return (
    <div data-front className={styles.front} style={{ left: front.x, top: front.y, width: front.width, height: front.height, fontSize: 13 * Math.min(unit, 1.15) }}>
      <div className={styles.frame}>
        <div className={styles.plate}>
          <span className={label.length > 5 ? `${styles.label} ${styles.long}` : styles.label}>{label}</span>
          <span className={styles.lines}>
            <span className={styles.line}>{cabinet.label || text.title}</span>
            <span className={styles.line}>{text.drawerTitle(cabinet.code, drawer.no)}</span>
          </span>
        </div>
        <span className={styles.cup} aria-hidden />
        <div className={styles.fill}>
          <span className={styles.figures}>
            <span>{text.fill(drawer.occupied, drawer.capacity)}</span>
            <span>{text.free(freeIn(drawer))}</span>
            {onChange && (
              <Tooltip label={text.changeDrawer}>
                <ActionIcon className={styles.change} size={22} onClick={onChange} aria-label={text.changeDrawer}><IconPencil size={14} aria-hidden /></ActionIcon>
              </Tooltip>
            )}
          </span>
          <span className={styles.track}>
            <span className={share >= NEARLY_FULL ? `${styles.bar} ${styles.nearly}` : styles.bar} style={{ width: `${Math.min(share, 1) * 100}%` }} />
          </span>
        </div>
        <span className={styles.lock} aria-hidden />
      </div>
    </div>
  )
}
