import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useText } from '../../../app/text.tsx'
import { cabinetBeside, columnsOf, drawerBeside, findDrawer, groupOf, type CabinetFront, type DrawerFront } from '../fronts.ts'
import type { Folder } from '../geometry/index.ts'
import { SmallCabinet } from './SmallCabinet.tsx'
import styles from './CabinetRow.module.css'

/** What the page may ask of the row. */
export type RowHandle = {
  readonly element: HTMLElement | null
  /** Scrolls on while something is held at the row's left or right edge. */
  readonly scrollAtEdge: (clientX: number) => void
}

type Props = {
  cabinets: readonly CabinetFront[]
  openId: number
  tabs: readonly Folder['grade'][]
  aimed: { readonly drawerId: number; readonly isFull: boolean } | null
  isCarrying: boolean
  /** Going from drawer to drawer with the keys. */
  onStep: (drawer: DrawerFront, how: { replace: boolean }) => void
  /** Choosing one to work in. */
  onOpen: (drawer: DrawerFront) => void
  onNear: (drawer: DrawerFront) => void
  handle: Ref<RowHandle>
}

const WIDTH = 104
const WIDE = 168
const GAP = 9
const GROUP_GAP = 24

/** The cabinets of a room side by side; only those in sight exist. */
export const CabinetRow = memo(function CabinetRow({ cabinets, openId, tabs, aimed, isCarrying, onStep, onOpen, onNear, handle }: Props) {
  const { cabinet: text } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const standing = findDrawer(cabinets, openId)
  const openIndex = standing?.cabinetIndex ?? 0
  const gaps = useMemo(() => cabinets.map((cabinet, index) => {
    const next = cabinets[index + 1]
    return next && groupOf(next) === groupOf(cabinet) ? GAP : GROUP_GAP
  }), [cabinets])
  const virtual = useVirtualizer({
    horizontal: true, count: cabinets.length, getScrollElement: () => scroller.current, overscan: 4, paddingStart: 12, paddingEnd: 12,
    estimateSize: (index) => (cabinets[index] && columnsOf(cabinets[index]) === 2 ? WIDE : WIDTH) + (gaps[index] ?? GAP),
    scrollPaddingStart: 60, scrollPaddingEnd: 60, useFlushSync: false,
  })
  useEffect(() => {
    virtual.measure()
  }, [virtual, cabinets])
  useEffect(() => {
    virtual.scrollToIndex(openIndex, { align: 'auto' })
  }, [virtual, openIndex, cabinets.length])
  useEffect(() => {
    const node = scroller.current
    if (!node) return undefined
    // A wheel turns downwards; the row goes sideways.
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.deltaX !== 0 || node.scrollWidth <= node.clientWidth) return
      event.preventDefault()
      node.scrollLeft += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1)
    }
    node.addEventListener('wheel', wheel, { passive: false })
    return () => node.removeEventListener('wheel', wheel)
  }, [])
  const [more, setMore] = useState({ left: false, right: false })
  useEffect(() => {
    const node = scroller.current
    if (!node) return undefined
    const look = () => {
      const left = node.scrollLeft > 4
      const right = node.scrollLeft + node.clientWidth < node.scrollWidth - 4
      setMore((before) => (before.left === left && before.right === right ? before : { left, right }))
    }
    const observer = new ResizeObserver(() => {
      // The tray beside it has come or gone: the open cabinet stays in sight.
      virtual.scrollToIndex(openIndex, { align: 'auto' })
      look()
    })
    observer.observe(node)
    node.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      node.removeEventListener('scroll', look)
    }
  }, [cabinets.length, virtual, openIndex])
  useImperativeHandle(handle, () => ({
    get element() {
      return scroller.current
    },
    scrollAtEdge: (clientX) => {
      const node = scroller.current
      const box = node?.getBoundingClientRect()
      if (!node || !box) return
      if (clientX < box.left + 48) node.scrollLeft -= 14
      if (clientX > box.right - 48) node.scrollLeft += 14
    },
  }), [])

  const items = virtual.getVirtualItems()
  const inSight = items.some(({ index }) => index === openIndex)
  const stopId = inSight ? openId : (cabinets[items[0]?.index ?? 0]?.drawers[0]?.id ?? null)

  const onKeyDown = (event: KeyboardEvent) => {
    const id = Number((event.target as HTMLElement).dataset['drawerId'])
    const from = findDrawer(cabinets, Number.isNaN(id) ? null : id)
    const step = STEPS[event.key]
    if (!from || !step || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = step.by === 'drawer' ? drawerBeside(cabinets, from, step.way) : cabinetBeside(cabinets, from, step.way)
    if (!next) return
    onStep(next, { replace: true })
    // The next drawer may only come to exist when its cabinet has been scrolled to.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-drawer-id="${next.id}"]`)?.focus()
    }))
  }

  return (
    <div className={styles.frame}>
      <div className={styles.row} ref={scroller} role="group" aria-label={text.row} aria-description={text.rowKeys} onKeyDown={onKeyDown}>
        <div className={styles.track} style={{ width: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const cabinet = cabinets[index]
            if (!cabinet) return null
            return (
              <div key={cabinet.id} className={styles.place} style={{ transform: `translateX(${start}px)`, width: size - (gaps[index] ?? GAP) }}>
                <SmallCabinet
                  cabinet={cabinet} openId={index === openIndex ? openId : null} tabs={index === openIndex ? tabs : NO_TABS} stopId={cabinet.drawers.some(({ id }) => id === stopId) ? stopId : null}
                  aimed={aimed && cabinet.drawers.some(({ id }) => id === aimed.drawerId) ? aimed : null} isCarrying={isCarrying} onOpen={onOpen} onNear={onNear}
                />
              </div>
            )
          })}
        </div>
      </div>
      {more.left && <span className={styles.moreLeft} aria-hidden />}
      {more.right && <span className={styles.moreRight} aria-hidden />}
    </div>
  )
})

const NO_TABS: readonly Folder['grade'][] = []

const STEPS: Readonly<Record<string, { by: 'drawer' | 'cabinet'; way: 1 | -1 }>> = {
  ArrowDown: { by: 'drawer', way: 1 },
  ArrowUp: { by: 'drawer', way: -1 },
  ArrowRight: { by: 'cabinet', way: 1 },
  ArrowLeft: { by: 'cabinet', way: -1 },
}
