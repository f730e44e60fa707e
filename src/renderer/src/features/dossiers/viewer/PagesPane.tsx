import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useText } from '../../../app/text.tsx'
import { layPages, MARGIN, pageAt, scaleFor, type Room } from './page-layout.ts'
import { PageCanvas } from './PageCanvas.tsx'
import type { PageSource, Size } from './page-source.ts'
import { zoomBy, zoomStep, type ViewState } from './view-state.ts'
import styles from './Viewer.module.css'

export type PagesHandle = { goTo: (page: number) => void; focus: () => void }

type Props = {
  source: PageSource
  first: Size
  watermark: string | null
  view: ViewState
  label: string
  onFull: () => void
  ref: Ref<PagesHandle>
}

/** The pages, one under the other; only those near the window are drawn. */
export function PagesPane({ source, first, watermark, view, label, onFull, ref }: Props) {
  const { dossiers: { viewer } } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller)
  const { sizes, learn } = usePageSizes(source, first)
  const scale = scaleFor(view.zoom, room, sizes, view.rotation, view.page)
  const layout = useMemo(() => layPages(sizes, scale, view.rotation), [sizes, scale, view.rotation])
  const [scrollTop, setScrollTop] = useState(0)
  // Which part of which page lies at the top: kept where it is when the scale changes.
  const anchor = useRef({ page: view.page, part: 0 })
  const isReady = room.width > 0

  useEffect(() => view.setScale(scale), [scale]) // eslint-disable-line react-hooks/exhaustive-deps -- the view is another object at every drawing, its setter does the same

  useLayoutEffect(() => {
    const element = scroller.current
    const box = layout.boxes[anchor.current.page - 1]
    if (!element || !box || !isReady) return
    element.scrollTop = box.top - MARGIN + anchor.current.part * box.height
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2
  }, [layout, isReady])

  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    const top = element.scrollTop
    setScrollTop(top)
    const upper = pageAt(layout.boxes, top + MARGIN + 1)
    const box = layout.boxes[upper - 1]
    anchor.current = { page: upper, part: box ? Math.max(0, (top + MARGIN - box.top) / box.height) : 0 }
    view.setPage(pageAt(layout.boxes, top + element.clientHeight * 0.4))
  }

  const goTo = (page: number) => {
    const target = Math.min(Math.max(page, 1), source.pages)
    const box = layout.boxes[target - 1]
    if (!scroller.current || !box) return
    anchor.current = { page: target, part: 0 }
    view.setPage(target)
    scroller.current.scrollTop = box.top - MARGIN
  }
  useImperativeHandle(ref, () => ({ goTo, focus: () => scroller.current?.focus({ preventScroll: true }) }))
  useWheelZoom(scroller, (factor) => view.setZoom(zoomBy(scale, factor)))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const step = (direction: 1 | -1) => view.setZoom(zoomStep(scale, direction))
    const keys: Record<string, () => void> = {
      PageDown: () => goTo(view.page + 1), PageUp: () => goTo(view.page - 1), ArrowRight: () => goTo(view.page + 1),
      ArrowLeft: () => goTo(view.page - 1), Home: () => goTo(1), End: () => goTo(source.pages),
      '+': () => step(1), '=': () => step(1), '-': () => step(-1), '0': () => view.setZoom('page'), '1': () => view.setZoom('width'),
      r: view.rotate, f: onFull,
    }
    const act = keys[event.key]
    // A page wider than the window is moved sideways by the arrows, as everywhere.
    const isSideways = event.key.startsWith('Arrow') && layout.width > room.width + 1
    if (!act || isSideways || (event.ctrlKey && !'+=-0'.includes(event.key))) return
    event.preventDefault()
    act()
  }

  const near = room.height / 2
  const from = pageAt(layout.boxes, scrollTop - near)
  const to = pageAt(layout.boxes, scrollTop + room.height + near)
  return (
    <div className={styles.pages} ref={scroller} tabIndex={0} data-autofocus role="group" aria-label={label} onScroll={onScroll} onKeyDown={onKeyDown}>
      <div className={styles.sheetStack} style={{ height: layout.height, width: Math.max(layout.width, room.width) }}>
        {isReady && layout.boxes.slice(from - 1, to).map((box, index) => {
          const page = from + index
          const size = sizes[page - 1] ?? first
          return (
            <div
              key={page} className={styles.sheet} role="img" aria-label={viewer.pageLabel(page)}
              style={{ top: box.top, width: box.width, height: box.height, marginLeft: -box.width / 2 }}
              ref={(element) => {
                if (element) learn(page)
              }}
            >
              <PageCanvas source={source} page={page} size={size} scale={scale} rotation={view.rotation} watermark={watermark} failedWords={viewer.pageFailed} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The visible room of a scrolling element, without its scroll bars. */
function useRoom(element: React.RefObject<HTMLDivElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = () => setRoom({ width: watched.clientWidth, height: watched.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return room
}

/** Every page is taken to be like the first until it comes near. */
function usePageSizes(source: PageSource, first: Size): { sizes: Size[]; learn: (page: number) => void } {
  const [sizes, setSizes] = useState<Size[]>(() => Array.from({ length: source.pages }, () => first))
  const known = useRef(new Set([1]))
  const learn = (page: number) => {
    if (known.current.has(page)) return
    known.current.add(page)
    source.size(page).then(
      (size) => setSizes((was) => {
        const had = was[page - 1]
        return had && had.width === size.width && had.height === size.height ? was : was.with(page - 1, size)
      }),
      () => undefined,
    )
  }
  return { sizes, learn }
}

/** Ctrl and the wheel zoom; React's own wheel handler is passive and could not keep the window from zooming. */
function useWheelZoom(element: React.RefObject<HTMLDivElement | null>, zoom: (factor: number) => void): void {
  const latest = useRef(zoom)
  useEffect(() => {
    latest.current = zoom
  })
  useEffect(() => {
    const watched = element.current
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      latest.current(Math.exp(-event.deltaY / 400))
    }
    watched?.addEventListener('wheel', onWheel, { passive: false })
    return () => watched?.removeEventListener('wheel', onWheel)
  }, [element])
}
