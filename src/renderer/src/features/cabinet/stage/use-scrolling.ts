import { useCallback, useEffect, useState, type RefObject } from 'react'
import { leafedDepth, scrollLimit, scrollToShow, scrollToSlot, type Item, type Spread, type Stage } from '../geometry/index.ts'

type Options = {
  element: RefObject<HTMLElement | null>
  stage: Stage | null
  items: readonly Item[]
  /** Index of the folder looked at; the number of items when none is. */
  opened: number
  spread: Spread | null
  /** The folder being carried, by index, and the free slot aimed at by keys. */
  carried: number | null
  target: number | null
  subject: number
}

/** Folders that one notch of the wheel leafs, roughly: a row of tabs. */
const WHEEL = 1 / 20

/**
 * How far the drawer is leafed. Follows the folder looked at, the slot aimed at and the wheel; when a move begins or ends,
 * what is in the hand stays where it was on the screen.
 */
export function useScrolling({ element, stage, items, opened, spread, carried, target, subject }: Options) {
  const [scroll, setScroll] = useState(0)
  const count = items.length
  const limit = stage ? scrollLimit(stage, count, spread) : 0
  const scrollBy = useCallback((units: number) => setScroll((before) => Math.min(Math.max(before + units, 0), limit)), [limit])

  // Adjusted while rendering, so that the first drawing of a drawer already stands right.
  const [shown, setShown] = useState<{ opened: number; stage: Stage; subject: number; spread: Spread | null } | null>(null)
  if (stage && (shown?.opened !== opened || shown.stage !== stage || shown.subject !== subject || shown.spread !== spread)) {
    setShown({ opened, stage, subject, spread })
    const isOther = shown?.subject !== subject
    if (shown && !isOther && (shown.spread === null) !== (spread === null)) {
      const anchor = carried ?? opened
      const before = spread ? leafedDepth(stage, anchor, opened) : (shown.spread?.items[anchor] ?? 0)
      const after = spread ? (spread.items[anchor] ?? 0) : leafedDepth(stage, anchor, opened)
      const end = scrollLimit(stage, count, spread)
      if (anchor < count) setScroll((now) => Math.min(Math.max(now + after - before, 0), end))
    } else if (!spread) {
      setScroll((now) => scrollToShow(stage, isOther ? 0 : now, opened, count))
    }
  }

  useEffect(() => {
    if (stage && spread && target !== null) setScroll((now) => scrollToSlot(stage, spread, now, target))
  }, [stage, spread, target])

  useEffect(() => {
    const node = element.current
    if (!node) return undefined
    // Not passive: the page behind must not scroll along.
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || limit === 0) return
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1
      scrollBy((event.deltaY || event.deltaX) * lines * WHEEL)
    }
    node.addEventListener('wheel', wheel, { passive: false })
    return () => node.removeEventListener('wheel', wheel)
  }, [element, limit, scrollBy])

  return { scroll: Math.min(scroll, limit), limit, scrollBy }
}
