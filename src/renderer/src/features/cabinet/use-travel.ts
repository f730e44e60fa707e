import { useReducedMotion } from '@mantine/hooks'
import { useLayoutEffect, useRef, type RefObject } from 'react'

const TRAVEL_TIME = 220

/** When another drawer is opened, the small drawer in the row comes forward and becomes the large one. */
export function useTravel(stage: RefObject<HTMLElement | null>, openId: number | null): void {
  const before = useRef(openId)
  const isStill = useReducedMotion()
  useLayoutEffect(() => {
    const isOther = before.current !== openId
    before.current = openId
    const large = stage.current?.querySelector<HTMLElement>('[data-open-drawer]')
    const small = stage.current?.querySelector<HTMLElement>(`[data-drawer-id="${openId}"]`)
    if (!isOther || isStill || !large || !small) return undefined
    const from = small.getBoundingClientRect()
    const to = large.getBoundingClientRect()
    if (from.width === 0 || to.width === 0) return undefined
    const scale = from.width / to.width
    const travel = large.animate(
      [
        { transformOrigin: '0 0', transform: `translate(${from.left - to.left}px, ${from.top - to.top}px) scale(${scale})`, opacity: 0.4 },
        { transformOrigin: '0 0', opacity: 1, offset: 0.5 },
        { transformOrigin: '0 0', transform: 'none', opacity: 1 },
      ],
      { duration: TRAVEL_TIME, easing: 'cubic-bezier(0.2, 0.7, 0.3, 1)' },
    )
    return () => travel.cancel()
  }, [stage, openId, isStill])
}
