import { memo } from 'react'
import { useText } from '../../../app/text.tsx'
import type { CabinetFront, DrawerFront } from '../fronts.ts'
import type { Item } from '../geometry/index.ts'
import styles from './DrawerSummary.module.css'

const STATES = ['in', 'lent', 'overdue', 'moving', 'missing'] as const

/** Which drawer is open and how its folders stand. */
export const DrawerSummary = memo(function DrawerSummary({ cabinet, drawer, items, hidden }: { cabinet: CabinetFront; drawer: DrawerFront; items: readonly Item[] | null; hidden: number }) {
  const { cabinet: text, common } = useText()
  const counts = new Map<string, number>()
  for (const { folder } of items ?? []) if (folder) counts.set(folder.state, (counts.get(folder.state) ?? 0) + 1)
  return (
    <div className={styles.summary}>
      <h2 className={styles.title}>
        {text.drawerTitle(cabinet.code, drawer.no)}
        <span className={styles.lead}>{[cabinet.label, drawer.label].filter(Boolean).join(' · ')}</span>
      </h2>
      <dl className={styles.tiles} aria-label={text.tally}>
        {STATES.map((state) => (
          <div key={state} className={styles.tile}>
            <dt>{state === 'moving' ? text.moveShort : common.folderState[state]}</dt>
            <dd className={counts.get(state) ? styles[state] : styles.zero}>{items ? (counts.get(state) ?? 0) : '·'}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && <p className={styles.hidden}>{text.hidden(hidden)}</p>}
    </div>
  )
})
