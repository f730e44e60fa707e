import type { Ref } from 'react'
import { useText } from '../../app/text.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { isDroppable, type Carried } from './carrying.ts'
import { findDrawer, type CabinetFront } from './fronts.ts'
import { lastDigits } from './geometry/index.ts'
import styles from './CabinetPage.module.css'

/** The folder in the hand, and what letting go here would do. */
export function Ghost({ carried, cabinets, ref }: { carried: Carried; cabinets: readonly CabinetFront[]; ref: Ref<HTMLDivElement> }) {
  const { folder, target } = carried
  const words = useTargetWords(carried, cabinets)
  return (
    <div className={styles.ghost} ref={ref} aria-hidden>
      <div className={styles.ghostFolder}>
        <span className={styles.ghostTab}><GradeTag grade={folder.grade} /><b>{folder.shortName}</b>{lastDigits(folder.number)}</span>
        <span className={styles.ghostBody}>{folder.partyName}</span>
      </div>
      <span className={isDroppable(target) ? styles.ghostHint : `${styles.ghostHint} ${styles.refusing}`}>{words}</span>
    </div>
  )
}

/** The same for a folder carried by keys: a note over the drawer, with the keys that go on. */
export function CarryNote({ carried, cabinets }: { carried: Carried; cabinets: readonly CabinetFront[] }) {
  const { cabinet: { keys } } = useText()
  const words = useTargetWords(carried, cabinets)
  return (
    <div className={styles.note} aria-hidden>
      <b>{carried.folder.shortName}</b>
      <span className={isDroppable(carried.target) ? styles.noteTarget : `${styles.noteTarget} ${styles.refusing}`}>{words}</span>
      <span className={styles.noteKeys}>{`←→ ${keys.slot} · ↑↓ ${keys.drawer} · Enter ${keys.drop} · Esc ${keys.cancel}`}</span>
    </div>
  )
}

/** Where a carried folder would go, in words. */
export function useTargetWords({ target }: Carried, cabinets: readonly CabinetFront[]): string {
  const { cabinet: text } = useText()
  if (target.kind === 'nowhere') return target.why === 'taken' ? text.dropTaken : text.dropOutside
  const standing = findDrawer(cabinets, target.drawerId)
  const drawer = standing ? text.drawerTitle(standing.cabinet.code, standing.drawer.no) : ''
  if (target.kind === 'slot') return text.carriedTo(drawer, target.slot)
  return target.isFull ? text.carriedToFull(drawer) : text.dropFirstFree(drawer)
}
