import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'
import { isDroppable, NOWHERE, sameTarget, type Carried, type Target } from './carrying.ts'
import { findDrawer, freeIn, type CabinetFront } from './fronts.ts'
import { isMovable, type Folder } from './geometry/index.ts'
import type { RowHandle } from './row/CabinetRow.tsx'
import type { DrawerHandle } from './stage/OpenDrawer.tsx'

/** A folder held over a drawer for this long opens it, ms. */
const OPENS_AFTER = 600

type Options = {
  cabinets: readonly CabinetFront[]
  openId: number | null
  drawer: React.RefObject<DrawerHandle | null>
  row: React.RefObject<RowHandle | null>
  onOpenDrawer: (drawerId: number) => void
  onDrop: (folder: Folder, target: Target) => void
  onRefused: (folder: Folder) => void
  onCancelled: () => void
}

/** Carrying folders, with the pointer or with the keys: what is in the hand, and where it would go. */
export function useDragging(options: Options) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const pointer = useRef({ x: 0, y: 0 })
  const latest = useRef(options)
  useEffect(() => { latest.current = options })

  const pick = useCallback((folder: Folder, by: 'pointer' | 'keys', from: Carried['from'], target: Target) => {
    if (!isMovable(folder)) return latest.current.onRefused(folder)
    setCarried({ folder, by, from, target })
  }, [])
  const drag = useCallback((folder: Folder, from: Carried['from'], event: ReactPointerEvent) => {
    pointer.current = { x: event.clientX, y: event.clientY }
    pick(folder, 'pointer', from, NOWHERE)
  }, [pick])
  const aim = useCallback((target: Target) => setCarried((now) => (now && !sameTarget(now.target, target) ? { ...now, target } : now)), [])
  const cancel = useCallback(() => {
    setCarried(null)
    latest.current.onCancelled()
  }, [])
  const drop = useCallback((now: Carried) => {
    setCarried(null)
    if (isDroppable(now.target)) latest.current.onDrop(now.folder, now.target)
    else latest.current.onCancelled()
  }, [])

  const isDragging = carried?.by === 'pointer'
  const now = useRef(carried)
  useEffect(() => { now.current = carried })

  useEffect(() => {
    if (!isDragging) return undefined
    let opening: number | undefined
    let over: number | null = null
    const look = () => {
      const { x, y } = pointer.current
      if (ghost.current) ghost.current.style.transform = `translate(${x}px, ${y}px)`
      const target = targetAt(x, y, latest.current)
      aim(target)
      const drawerId = target.kind === 'drawer' ? target.drawerId : null
      if (drawerId === over) return
      over = drawerId
      clearTimeout(opening)
      if (drawerId !== null && drawerId !== latest.current.openId) opening = window.setTimeout(() => latest.current.onOpenDrawer(drawerId), OPENS_AFTER)
    }
    const move = (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY }
      look()
    }
    const up = () => { if (now.current) drop({ ...now.current, target: targetAt(pointer.current.x, pointer.current.y, latest.current) }) }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
    // Held still at an edge, what lies under it goes on moving.
    const edge = window.setInterval(() => {
      const { x, y } = pointer.current
      const { row, drawer } = latest.current
      if (isInside(row.current?.element, x, y)) row.current?.scrollAtEdge(x)
      if (isInside(drawer.current?.element, x, y)) drawer.current?.leafAtEdge(y)
      look()
    }, 40)
    look()
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', key, { capture: true })
    return () => {
      clearInterval(edge)
      clearTimeout(opening)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', key, { capture: true })
    }
  }, [isDragging, aim, cancel, drop])

  return { carried, ghost, pick, drag, aim, cancel, drop }
}

function isInside(element: HTMLElement | null | undefined, x: number, y: number): boolean {
  const box = element?.getBoundingClientRect()
  return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

function targetAt(x: number, y: number, { cabinets, openId, drawer }: Options): Target {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drawer-id]')
  const standing = findDrawer(cabinets, element ? Number(element.dataset['drawerId']) : null)
  if (standing) return { kind: 'drawer', drawerId: standing.drawer.id, isFull: freeIn(standing.drawer) === 0 }
  const slot = drawer.current?.slotUnder(x, y)
  if (slot === undefined || openId === null) return NOWHERE
  return slot === null ? { kind: 'nowhere', why: 'taken' } : { kind: 'slot', drawerId: openId, slot }
}
