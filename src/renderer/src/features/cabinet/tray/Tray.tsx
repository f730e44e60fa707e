import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useText } from '../../../app/text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { GradeTag } from '../../../ui/GradeTag.tsx'
import { lastDigits, type Folder } from '../geometry/index.ts'
import styles from './Tray.module.css'

type Props = {
  folders: readonly Folder[]
  carriedId: number | null
  /** Shelves at the next free slot. */
  onShelve: (folder: Folder) => void
  /** Picks up with the keyboard. */
  onPick: (folder: Folder) => void
  /** Picks up with the pointer. */
  onDrag: (folder: Folder, event: PointerEvent) => void
}

const ROW = 26
const DRAG_FROM = 5

/** The tray of folders without a place: dragged into the cabinet, or shelved with one key. */
export const Tray = memo(function Tray({ folders, carriedId, onShelve, onPick, onDrag }: Props) {
  const { cabinet: text } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const pressed = useRef<{ x: number; y: number; folder: Folder } | null>(null)
  const [active, setActive] = useState(0)
  const at = Math.min(active, folders.length - 1)
  const virtual = useVirtualizer({ count: folders.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 6 })
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), folders.length - 1)
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const folder = folders[at]
    if (!folder || event.ctrlKey || event.altKey || event.metaKey) return
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: folders.length - 1 }
    const to = moves[event.key]
    if (to !== undefined) go(to)
    else if (event.key === 'Enter') onShelve(folder)
    else if (event.key.toLowerCase() === 'm') onPick(folder)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className={styles.tray} aria-label={text.trayLabel(folders.length)}>
      <h2 className={styles.head}>{text.tray}<span className={styles.count}>{formatCount(folders.length)}</span></h2>
      <div
        className={styles.well} ref={scroller} role="listbox" tabIndex={0} aria-label={text.trayLabel(folders.length)} aria-description={text.trayHelp}
        aria-activedescendant={folders[at] ? `tray-${folders[at].dossierId}` : undefined} onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          const start = pressed.current
          if (!start || event.buttons !== 1 || Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG_FROM) return
          pressed.current = null
          onDrag(start.folder, event)
        }}
        onPointerUp={() => { pressed.current = null }}
      >
        <div style={{ position: 'relative', height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const folder = folders[index]
            if (!folder) return null
            return (
              <div
                key={folder.dossierId} id={`tray-${folder.dossierId}`} role="option" aria-selected={index === at} aria-setsize={folders.length} aria-posinset={index + 1}
                aria-description={`${folder.partyName}，${folder.number}`} title={`${folder.partyName} ${folder.number}`}
                className={[styles.folder, index === at && styles.active, folder.dossierId === carriedId && styles.gone].filter(Boolean).join(' ')}
                style={{ transform: `translateY(${start}px)` }}
                onPointerDown={(event) => {
                  if (event.button !== 0) return
                  setActive(index)
                  pressed.current = { x: event.clientX, y: event.clientY, folder }
                }}
                onDoubleClick={() => onShelve(folder)}
              >
                <GradeTag grade={folder.grade} className={styles.grade} />
                <span className={styles.name}>{folder.shortName}</span>
                <span className={styles.digits}>{lastDigits(folder.number)}</span>
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
})
