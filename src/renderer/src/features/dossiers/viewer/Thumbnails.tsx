import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useText } from '../../../app/text.tsx'
import { PageCanvas } from './PageCanvas.tsx'
import { turned, type PageSource, type Size } from './page-source.ts'
import type { ViewState } from './view-state.ts'
import styles from './Viewer.module.css'

const WIDTH = 56
const GAP = 12
const NUMBER = 18

type Props = { source: PageSource; first: Size; watermark: string | null; view: ViewState; onGoTo: (page: number) => void }

/** The list of pages as small pictures; arrows go from one to the next. */
export function Thumbnails({ source, first, watermark, view, onGoTo }: Props) {
  const { dossiers: { viewer } } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const { width, height } = turned(first, view.rotation)
  const scale = WIDTH / Math.max(width, height * 0.6)
  const box = { width: width * scale, height: height * scale }
  const virtual = useVirtualizer({
    count: source.pages, getScrollElement: () => scroller.current, estimateSize: () => box.height + NUMBER + GAP, overscan: 2,
    paddingStart: GAP,
  })
  useEffect(() => virtual.measure(), [virtual, box.height])
  useEffect(() => virtual.scrollToIndex(view.page - 1, { align: 'auto' }), [virtual, view.page])

  const items = virtual.getVirtualItems()
  const reachable = Math.min(Math.max(view.page - 1, items[0]?.index ?? 0), items.at(-1)?.index ?? 0)
  const onKeyDown = (event: KeyboardEvent, page: number) => {
    const target = { ArrowDown: page + 1, ArrowUp: page - 1, Home: 1, End: source.pages }[event.key]
    if (target === undefined || target < 1 || target > source.pages) return
    event.preventDefault()
    onGoTo(target)
    virtual.scrollToIndex(target - 1, { align: 'auto' })
    requestAnimationFrame(() => requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-page="${target}"]`)?.focus()))
  }

  return (
    <nav className={styles.thumbnails} ref={scroller} aria-label={viewer.thumbs}>
      <ol style={{ height: virtual.getTotalSize() }} className={styles.thumbnailList}>
        {items.map(({ index, start }) => {
          const page = index + 1
          const isCurrent = page === view.page
          return (
            <li key={page} style={{ transform: `translateY(${start}px)` }}>
              <button
                type="button" data-page={page} tabIndex={index === reachable ? 0 : -1} aria-current={isCurrent ? 'page' : undefined}
                aria-label={viewer.goTo(page)} className={isCurrent ? `${styles.thumbnail} ${styles.current}` : styles.thumbnail}
                onClick={() => onGoTo(page)} onKeyDown={(event) => onKeyDown(event, page)}
              >
                <span className={styles.thumbnailPaper} style={box}>
                  <PageCanvas
                    source={source} page={page} size={first} scale={scale} rotation={view.rotation} watermark={watermark} markScale={0.5}
                    failedWords=""
                  />
                </span>
                <span className={styles.thumbnailNumber}>{page}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
