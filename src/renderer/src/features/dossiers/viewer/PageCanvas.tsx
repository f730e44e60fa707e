import { Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { drawableRatio, type PageSource, type Rotation, type Size } from './page-source.ts'
import { burnWatermark } from './watermark.ts'
import styles from './Viewer.module.css'

type Props = {
  source: PageSource
  page: number
  size: Size
  scale: number
  rotation: Rotation
  watermark: string | null
  /** Device pixels a CSS pixel of the mark; a thumbnail's mark is smaller than the page's. */
  markScale?: number
  failedWords: string
}

/** While the reader zooms, the last drawing is stretched; it is drawn anew once the wheel rests. */
const SETTLE_MILLISECONDS = 80

/**
 * One page. It is drawn and marked on a canvas of its own and only then put where it is seen, so that no page ever shows
 * without its mark.
 */
export function PageCanvas({ source, page, size, scale, rotation, watermark, markScale = 1, failedWords }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [isFailed, setFailed] = useState(false)

  useEffect(() => {
    const place = host.current
    const abort = new AbortController()
    const draw = async () => {
      const canvas = document.createElement('canvas')
      const ratio = drawableRatio(size, scale * window.devicePixelRatio)
      try {
        await source.draw(page, canvas, ratio, rotation, abort.signal)
      } catch {
        if (!abort.signal.aborted) setFailed(true)
        return
      }
      if (abort.signal.aborted) return
      if (watermark !== null) burnWatermark(canvas, watermark, (ratio / scale) * markScale)
      setFailed(false)
      place?.replaceChildren(canvas)
    }
    const timer = setTimeout(() => void draw(), place?.firstChild ? SETTLE_MILLISECONDS : 0)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [source, page, size, scale, rotation, watermark, markScale])

  // A canvas that left the page would keep its pixels until collected; a long file would fill the memory.
  useEffect(() => {
    const place = host.current
    return () => {
      for (const canvas of place?.querySelectorAll('canvas') ?? []) canvas.width = 0
    }
  }, [])

  return (
    <>
      <div ref={host} className={styles.canvas} aria-hidden />
      {markScale === 1 && !isFailed && <Loader size={20} className={styles.drawing} aria-hidden />}
      {isFailed && <p className={styles.pageFailed}>{failedWords}</p>}
    </>
  )
}
