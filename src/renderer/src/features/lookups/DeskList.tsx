import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { GROUPS, rowAction, type Group, type RowAction } from './actions.ts'
import { DeskRow } from './DeskRow.tsx'
import type { Desk, SlipRow } from './queries.ts'
import styles from './desk.module.css'

type Item = { readonly kind: 'head'; readonly group: Group; readonly count: number } | { readonly kind: 'row'; readonly group: Group; readonly row: SlipRow }

const HEAD_HEIGHT = 29
const ROW_HEIGHT = 38

export type DeskListHandle = { jump: (group: Group) => void }

type Props = {
  desk: Desk
  today: string
  selectedId: number | null
  onSelect: (id: number) => void
  onAction: (action: RowAction, row: SlipRow) => void
  ref?: Ref<DeskListHandle>
}

/**
 * Everything on the desk in its groups. Arrow keys go from slip to slip and show it, Enter does what its row offers. Only
 * what is in sight is drawn, so a room with thousands of loans opens as fast as one with ten.
 */
export function DeskList({ desk, today, selectedId, onSelect, onAction, ref }: Props) {
  const { lookups } = useText()
  const roles = useSession()?.roles ?? []
  const scroller = useRef<HTMLDivElement>(null)
  const items = useMemo(() => GROUPS.flatMap((group): Item[] =>
    desk[group].length === 0
      ? []
      : [{ kind: 'head', group, count: desk[group].length }, ...desk[group].map((row): Item => ({ kind: 'row', group, row }))]), [desk])
  // A new function for new items: it is what tells the virtualizer that heads and rows have changed places.
  const getItemKey = useCallback((index: number) => {
    const item = items[index]
    return item?.kind === 'row' ? item.row.id : `head-${item?.group ?? index}`
  }, [items])
  const virtual = useVirtualizer({
    count: items.length, getItemKey, getScrollElement: () => scroller.current, overscan: 14,
    estimateSize: (index) => (items[index]?.kind === 'head' ? HEAD_HEIGHT : ROW_HEIGHT),
  })
  const selected = items.findIndex((item) => item.kind === 'row' && item.row.id === selectedId)
  const [active, setActive] = useState<number | null>(null)
  const firstOfAll = items.findIndex((item) => item.kind === 'row')
  // The row that Tab reaches: the one last used, else the selected one, else the first.
  const focusable = items[active ?? -1]?.kind === 'row' ? active : selected >= 0 ? selected : firstOfAll

  // A slip that the address names may lie far down.
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' })
  // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the list appears: later the one who chooses scrolls
  }, [])

  const go = (index: number) => {
    const item = items[index]
    if (item?.kind !== 'row') return
    setActive(index)
    onSelect(item.row.id)
    virtual.scrollToIndex(index, { align: 'auto' })
    const row = () => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    // At once where it is drawn already, so that a held key misses nothing; else after the scroll has drawn it.
    if (row()) row()?.focus({ preventScroll: true })
    else requestAnimationFrame(() => requestAnimationFrame(() => row()?.focus({ preventScroll: true })))
  }
  const step = (from: number, by: 1 | -1) => {
    let index = from + by
    while (items[index]?.kind === 'head') index += by
    go(index)
  }
  useImperativeHandle(ref, () => ({
    jump: (group) => {
      const head = items.findIndex((item) => item.kind === 'head' && item.group === group)
      if (head < 0) return
      virtual.scrollToIndex(head, { align: 'start' })
      go(head + 1)
    },
  }))

  const onKeyDown = (event: KeyboardEvent, index: number, row: SlipRow, action: RowAction | null) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'ArrowDown') step(index, 1)
    else if (event.key === 'ArrowUp') step(index, -1)
    else if (event.key === 'Home') go(firstOfAll)
    else if (event.key === 'End') go(items.length - 1)
    else if (event.key === 'Enter' && action !== null) onAction(action, row)
    else if (event.key === 'Enter') onSelect(row.id)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.list} ref={scroller}>
      <div role="grid" aria-label={lookups.title} aria-rowcount={items.length} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const item = items[index]
          if (!item) return null
          const place = { transform: `translateY(${start}px)`, height: size }
          if (item.kind === 'head') return <GroupHead key={`head-${item.group}`} item={item} index={index} style={place} />
          const action = rowAction(item.group, item.row, roles)
          return (
            <DeskRow
              key={item.row.id} row={item.row} group={item.group} today={today} action={action} index={index} style={place}
              isSelected={item.row.id === selectedId} isFocusable={index === focusable}
              onFocus={() => setActive(index)} onSelect={() => onSelect(item.row.id)} onAction={(chosen) => onAction(chosen, item.row)}
              onKeyDown={(event) => onKeyDown(event, index, item.row, action)}
            />
          )
        })}
      </div>
    </div>
  )
}

function GroupHead({ item, index, style }: { item: Extract<Item, { kind: 'head' }>; index: number; style: object }) {
  const { lookups } = useText()
  return (
    <div role="row" aria-rowindex={index + 1} className={styles.groupHead} style={style}>
      <span role="columnheader" aria-colspan={7} className={styles.groupName}>
        <span className={`${styles.dot} ${styles[`dot-${item.group}`]}`} aria-hidden />
        <strong>{lookups.group[item.group]}</strong>
        <span className={styles.groupCount}>{item.count}</span>
        <span className={styles.groupHint}>{lookups.groupHint[item.group]}</span>
      </span>
    </div>
  )
}
