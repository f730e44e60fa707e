import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { View } from '../geometry/index.ts'
import { LeafingMotion } from './leafing-motion.ts'

/**
 * Keeps a drawing up with its view. `isStill` draws the end state at once (reduced motion); a change of `subject` (another
 * drawer) begins at its target; a change of `also` draws once more.
 */
export function useLeafing(target: View, subject: number, isStill: boolean, draw: RefObject<(view: View) => void>, also: unknown): void {
  const motion = useRef<LeafingMotion | null>(null)
  const drawn = useRef<number | null>(null)
  const { opened, scroll, spreading } = target

  useLayoutEffect(() => {
    motion.current ??= new LeafingMotion({ opened, scroll, spreading }, (view) => draw.current(view))
    const isOther = drawn.current !== subject
    drawn.current = subject
    motion.current.go({ opened, scroll, spreading }, isOther || isStill)
  }, [opened, scroll, spreading, subject, isStill, draw])

  // Asking twice in a frame draws once.
  useLayoutEffect(() => motion.current?.ask(), [also])
  useEffect(() => () => motion.current?.stop(), [])
}
