import { useEffect, useRef } from 'react'

type Take = (code: string) => void

/** Pages that take scans themselves while they are open; the one opened last has them. */
const takers: Take[] = []

/** Gives a scan to the page that wants it; false when none does, and the frame's one box opens what it names. */
export function giveScan(code: string): boolean {
  const take = takers.at(-1)
  take?.(code)
  return take !== undefined
}

/** While this is on the page, what a scanner types outside all fields comes here instead of into the frame's box. */
export function useScans(take: Take, isActive = true): void {
  const latest = useRef(take)
  useEffect(() => { latest.current = take })
  useEffect(() => {
    if (!isActive) return undefined
    const taker: Take = (code) => latest.current(code)
    takers.push(taker)
    return () => {
      takers.splice(takers.indexOf(taker), 1)
    }
  }, [isActive])
}
