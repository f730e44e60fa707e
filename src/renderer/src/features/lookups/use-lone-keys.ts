import { useEffect, useRef } from 'react'

/** Longer than a scanner needs from key to key. */
const ALONE_MILLISECONDS = 70

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/**
 * Runs an action for a key pressed on its own outside of fields. A key within a scanner's burst is part of a code (XY-NS1-…)
 * and no command, so each waits a moment to see whether it stays alone.
 */
export function useLoneKeys(actions: Readonly<Record<string, () => void>>, isEnabled: boolean): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!isEnabled) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let lastAt = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer)
      const isAlone = event.timeStamp - lastAt > ALONE_MILLISECONDS
      lastAt = event.timeStamp
      const key = event.key.toLowerCase()
      if (!isAlone || !(key in latest.current) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      timer = setTimeout(() => latest.current[key]?.(), ALONE_MILLISECONDS)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [isEnabled])
}
