import { memo } from 'react'
import { useText } from '../../../app/text.tsx'
import { columnsOf, marksOf, NEARLY_FULL, type CabinetFront, type DrawerFront } from '../fronts.ts'
import type { Folder } from '../geometry/index.ts'
import styles from './SmallCabinet.module.css'

type Props = {
  cabinet: CabinetFront
  /** The open drawer, if it is in this cabinet. */
  openId: number | null
  /** Grades of the first folders of the open drawer, as they look out of it. */
  tabs: readonly Folder['grade'][]
  /** The drawer a dragged folder is over, and whether it may be put there. */
  aimed: { readonly drawerId: number; readonly isFull: boolean } | null
  isCarrying: boolean
  /** The drawer that Tab reaches. */
  stopId: number | null
  onOpen: (drawer: DrawerFront) => void
  onNear: (drawer: DrawerFront) => void
}

/** One cabinet of the row: a head with its label, and its drawers' fronts. */
export const SmallCabinet = memo(function SmallCabinet({ cabinet, openId, tabs, aimed, isCarrying, stopId, onOpen, onNear }: Props) {
  const { cabinet: text } = useText()
  const columns = columnsOf(cabinet)
  const isOpen = openId !== null
  const rows = Math.ceil(cabinet.drawers.length / columns)
  return (
    <div className={isOpen ? `${styles.cabinet} ${styles.raised}` : styles.cabinet} role="group" aria-label={`${text.cabinetName(cabinet.code)} ${cabinet.label}`}>
      <div className={styles.head} aria-hidden title={`${text.cabinetName(cabinet.code)} ${cabinet.label}`}>
        <span className={styles.code}>{text.cabinetName(cabinet.code)}</span>
        <span className={styles.label}>{cabinet.label}</span>
      </div>
      <div className={styles.steel}>
        <div className={styles.drawers} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`, gridAutoFlow: 'column' }}>
          {cabinet.drawers.map((drawer) => (
            <SmallDrawer
              key={drawer.id} drawer={drawer} isOpen={drawer.id === openId} tabs={drawer.id === openId ? tabs : NO_TABS}
              aim={aimed?.drawerId === drawer.id ? (aimed.isFull ? 'full' : 'free') : isCarrying ? 'possible' : null}
              isStop={drawer.id === stopId} onOpen={onOpen} onNear={onNear}
            />
          ))}
        </div>
      </div>
      <span className={styles.plinth} aria-hidden />
    </div>
  )
})

const NO_TABS: readonly Folder['grade'][] = []

type DrawerProps = {
  drawer: DrawerFront
  isOpen: boolean
  tabs: readonly Folder['grade'][]
  aim: 'free' | 'full' | 'possible' | null
  isStop: boolean
  onOpen: (drawer: DrawerFront) => void
  onNear: (drawer: DrawerFront) => void
}

const SmallDrawer = memo(function SmallDrawer({ drawer, isOpen, tabs, aim, isStop, onOpen, onNear }: DrawerProps) {
  const { cabinet: text } = useText()
  const share = drawer.capacity === 0 ? 1 : Math.min(drawer.occupied / drawer.capacity, 1)
  const marks = marksOf(drawer)
  const name = [text.frontName(drawer.label, drawer.no, drawer.occupied, drawer.capacity), ...marks.map((mark) => text.frontMark[mark](drawer[mark]))].join('，')
  const classes = [styles.drawer, isOpen && styles.open, aim && styles[aim]].filter(Boolean).join(' ')
  return (
    <button
      type="button" className={classes} data-drawer-id={drawer.id} tabIndex={isStop ? 0 : -1} aria-label={name} aria-pressed={isOpen} title={name}
      onClick={() => onOpen(drawer)} onPointerEnter={() => onNear(drawer)}
    >
      {isOpen && <Peek tabs={tabs} />}
      <span className={styles.front}>
        <span className={share >= NEARLY_FULL ? `${styles.fill} ${styles.nearly}` : styles.fill} aria-hidden>
          <span style={{ height: `${share * 100}%` }} />
        </span>
        <span className={styles.plate}>{drawer.label || text.drawerName(drawer.no)}</span>
        <span className={styles.cup} aria-hidden />
        <span className={styles.marks} aria-hidden>
          {marks.map((mark) => <i key={mark} className={styles[mark]} />)}
        </span>
      </span>
    </button>
  )
})

/** The open drawer's inside, seen from afar: the same folders, tabs as bars of their grades. */
function Peek({ tabs }: { tabs: readonly Folder['grade'][] }) {
  return (
    <svg className={styles.peek} viewBox="0 0 100 34" preserveAspectRatio="none" aria-hidden focusable="false">
      <polygon points="6,0 94,0 100,34 0,34" className={styles.inside} />
      {tabs.length > 0 && [0, 1, 2, 3, 4].map((row) => <rect key={row} x={9 - row * 1.1} y={7 + row * 5.4} width={82 + row * 2.2} height={6} className={row % 2 ? styles.sheetDark : styles.sheet} />)}
      {tabs.slice(0, 10).toReversed().map((grade, index) => (
        <rect key={index} x={12 + ((index * 3) % 5) * 15.4} y={2 + index * 2.7} width={15} height={4} rx={1} style={{ fill: `var(--grade-${grade?.toLowerCase() ?? 'none'})` }} />
      ))}
    </svg>
  )
}
