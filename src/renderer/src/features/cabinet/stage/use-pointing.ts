import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { hitAt, type Folder, type Item, type Point, type Stage, type View } from '../geometry/index.ts'

/** The pointer rests this long on a tab before the drawer leafs there, ms. */
const DWELL = 60
/** Faster than this it is on its way somewhere else, px per ms. */
const PASSING = 0.9
/** Moved further than this with the button down, a folder is being dragged, px. */
const DRAG_FROM = 5

type Options = {
  stage: Stage
  view: View
  items: readonly Item[]
  onLook: (folder: Folder) => void
  onPick: ((folder: Folder, event: PointerEvent) => void) | null
}

/**
 * What the pointer does over the folders: resting on a tab leafs to it, pressing chooses at once, dragging picks it up. On
 * the way to the card at the right nothing is leafed: a quick or sideways movement passes over tabs.
 */
export function usePointing({ stage, view, items, onLook, onPick }: Options) {
  const [hovered, setHovered] = useState<number | null>(null)
  const dwell = useRef<number | undefined>(undefined)
  const last = useRef<Point & { time: number }>({ x: 0, y: 0, time: 0 })
  const pressed = useRef<(Point & { folder: Folder }) | null>(null)
  useEffect(() => () => clearTimeout(dwell.current), [])

  const pointOf = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const folderAt = (point: Point) => {
    const hit = hitAt(stage, view, items, point)
    return hit && { ...hit, folder: items[hit.index]?.folder ?? null }
  }

  return {
    hovered,
    handlers: {
      onPointerMove: (event: PointerEvent) => {
        const point = pointOf(event)
        const before = last.current
        // Not moved: something has moved under it. Whoever leafs with the keys is not to be led away.
        if (point.x === before.x && point.y === before.y) return
        const passed = Math.max(event.timeStamp - before.time, 1)
        last.current = { ...point, time: event.timeStamp }
        if (pressed.current && event.buttons === 1) {
          if (Math.hypot(point.x - pressed.current.x, point.y - pressed.current.y) > DRAG_FROM && onPick) {
            onPick(pressed.current.folder, event)
            pressed.current = null
          }
          return
        }
        // Something is being dragged across: the drawer keeps still.
        if (event.buttons !== 0) return
        const hit = folderAt(point)
        setHovered(hit?.part === 'tab' && hit.folder ? hit.index : null)
        clearTimeout(dwell.current)
        if (hit?.part !== 'tab' || !hit.folder) return
        const right = point.x - before.x
        const isLeaving = right > 0 && right > 2.5 * Math.abs(point.y - before.y) && right / passed > 0.3
        const isPassing = Math.hypot(right, point.y - before.y) / passed > PASSING
        const { folder } = hit
        dwell.current = window.setTimeout(() => onLook(folder), isLeaving || isPassing ? DWELL * 3 : DWELL)
      },
      onPointerLeave: () => {
        clearTimeout(dwell.current)
        setHovered(null)
      },
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        const point = pointOf(event)
        const hit = folderAt(point)
        clearTimeout(dwell.current)
        if (!hit?.folder) return
        pressed.current = { ...point, folder: hit.folder }
        onLook(hit.folder)
      },
      onPointerUp: () => {
        pressed.current = null
      },
    },
  }
}
