import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import styles from './CabinetPage.module.css'

type Shape = { lead: string | null; notch: string | null; beam: string | null; from: { x: number; y: number } | null }

type Props = {
  stage: RefObject<HTMLElement | null>
  /** Where the opened cover ends at the right, px of the window. */
  coverEdge: () => { x: number; y: number } | null
  card: RefObject<HTMLElement | null>
  openId: number
  /** Anything whose change may move an end. */
  after: unknown
}

const NONE: Shape = { lead: null, notch: null, beam: null, from: null }

/** What joins the pictures: light from the small drawer to the large one, and the dashed lead from the folder to its card. */
export function Links({ stage, coverEdge, card, openId, after }: Props) {
  const [shape, setShape] = useState(NONE)
  const written = useRef('')
  useLayoutEffect(() => {
    const node = stage.current
    if (!node) return undefined
    const show = (next: Shape) => {
      const key = JSON.stringify(next)
      if (key === written.current) return
      written.current = key
      setShape(next)
    }
    let isGone = false
    const measure = () => {
      const travelling = node.querySelector('[data-open-drawer]')?.getAnimations() ?? []
      if (travelling.length === 0) return show(shapeOf(node, coverEdge(), card.current, openId))
      show(NONE)
      void Promise.allSettled(travelling.map(({ finished }) => finished)).then(() => { if (!isGone) measure() })
    }
    let resting: number | undefined
    // While the row goes by, the light is out: it would be measured and painted anew with every step.
    const scrolled = () => {
      clearTimeout(resting)
      resting = window.setTimeout(measure, 140)
      setShape((before) => (before.beam === null ? before : { ...before, beam: null }))
      written.current = ''
    }
    // After the page has laid itself out and the drawer has taken its place.
    const request = requestAnimationFrame(measure)
    // A new size is told here before the drawer has been drawn in it: measured again once it has.
    let settling: number | undefined
    const observer = new ResizeObserver(() => {
      measure()
      clearTimeout(settling)
      settling = window.setTimeout(measure, 80)
    })
    observer.observe(node)
    if (card.current) observer.observe(card.current)
    node.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      isGone = true
      cancelAnimationFrame(request)
      clearTimeout(resting)
      clearTimeout(settling)
      observer.disconnect()
      node.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [stage, coverEdge, card, openId, after])
  return (
    <svg className={styles.links} aria-hidden focusable="false">
      {shape.beam && <path d={shape.beam} className={styles.beam} />}
      {shape.lead && <path d={shape.lead} className={styles.lead} />}
      {shape.from && <circle cx={shape.from.x} cy={shape.from.y} r={3.5} className={styles.knot} />}
      {shape.notch && <path d={shape.notch} className={styles.notch} />}
    </svg>
  )
}

function shapeOf(stage: HTMLElement, edge: { x: number; y: number } | null, card: HTMLElement | null, openId: number): Shape {
  const origin = stage.getBoundingClientRect()
  const small = stage.querySelector(`[data-drawer-id="${openId}"]`)?.closest('[role="group"]')?.getBoundingClientRect()
  const large = stage.querySelector('[data-housing]')?.getBoundingClientRect()
  const row = stage.querySelector('[data-row]')?.getBoundingClientRect()
  let beam: string | null = null
  if (small && large && row && small.right > row.left && small.left < row.right) {
    const y = small.bottom - origin.top - 2
    const left = Math.max(small.left, row.left) - origin.left
    const right = Math.min(small.right, row.right) - origin.left
    const base = large.top - origin.top
    beam = `M${left} ${y}L${right} ${y}L${large.right - origin.left} ${base}L${large.left - origin.left} ${base}Z`
  }
  const box = card?.getBoundingClientRect()
  if (!edge || !box) return { ...NONE, beam }
  const from = { x: edge.x - origin.left, y: edge.y - origin.top }
  const end = box.left - origin.left
  const low = box.top - origin.top + 22
  const high = box.bottom - origin.top - 22
  const to = Math.min(Math.max(from.y, low), high)
  const bend = end - 16
  const lead = Math.abs(to - from.y) < 1 ? `M${from.x} ${from.y}H${end - 8}` : `M${from.x} ${from.y}H${bend}V${to}H${end - 8}`
  return { beam, lead, from, notch: `M${end + 1} ${to - 9}L${end - 8} ${to}L${end + 1} ${to + 9}` }
}
