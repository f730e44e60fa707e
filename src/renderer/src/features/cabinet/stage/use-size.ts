import { useLayoutEffect, useState, type RefObject } from 'react'

/** Width and height of an element's content, px; null before it is laid out. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return undefined
    const measure = () => setSize((before) => {
      const next = { width: node.clientWidth, height: node.clientHeight }
      return before && before.width === next.width && before.height === next.height ? before : next
    })
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    measure()
    return () => observer.disconnect()
  }, [element])
  return size
}
