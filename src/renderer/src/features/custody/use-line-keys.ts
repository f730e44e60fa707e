import { useRef, type KeyboardEvent } from 'react'
import type { TransferLine } from './queries.ts'

/** Longer than a scanner needs from key to key; its code ends with Enter. */
const ALONE_MILLISECONDS = 60
const LEAST_CODE = 6

type Actions = {
  lines: readonly TransferLine[]
  field: (dossierId: number) => HTMLInputElement | null | undefined
  isOpen: (line: TransferLine) => boolean
  accept: (line: TransferLine) => void
  refuse: (line: TransferLine) => void
  reopen: (line: TransferLine) => void
  /** A scanned number: to its line, if it is on the list. */
  jump: (code: string) => boolean
  /** Digits of a scanned number were typed into a count: what stood there before comes back. */
  restore: (dossierId: number, value: string) => void
}

/**
 * The keys of a line's page field. A letter or a space is a command only when it stays alone for a moment: within a
 * scanner's burst it is part of a number (HT-XR1-…).
 */
export function useLineKeys(actions: Actions): (event: KeyboardEvent<HTMLInputElement>, line: TransferLine) => void {
  const burst = useRef({ code: '', lastAt: Number.NEGATIVE_INFINITY, value: '' })
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const alone = (action: () => void) => {
    waiting.current = setTimeout(action, ALONE_MILLISECONDS)
  }
  return (event, line) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    clearTimeout(waiting.current)
    const now = burst.current
    if (event.timeStamp - now.lastAt > ALONE_MILLISECONDS) burst.current = { code: '', lastAt: event.timeStamp, value: event.currentTarget.value }
    const code = burst.current.code
    burst.current.lastAt = event.timeStamp
    if ([...key].length === 1) burst.current.code += key

    const { lines, field, isOpen } = actions
    const to = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (to !== undefined) {
      event.preventDefault()
      const fields = lines.flatMap(({ dossierId }) => field(dossierId) ?? [])
      fields[fields.indexOf(event.currentTarget) + to]?.select()
    } else if (key === 'Enter') {
      event.preventDefault()
      if (code.length >= LEAST_CODE) {
        actions.restore(line.dossierId, burst.current.value)
        actions.jump(code)
      } else if (isOpen(line)) actions.accept(line)
      burst.current = { code: '', lastAt: Number.NEGATIVE_INFINITY, value: '' }
    } else if (key === 'Backspace' && !isOpen(line)) {
      event.preventDefault()
      actions.reopen(line)
    } else if (key === ' ') {
      event.preventDefault()
      if (isOpen(line)) alone(() => actions.accept(line))
    } else if ([...key].length === 1 && !/\d/.test(key)) {
      event.preventDefault()
      if (key.toLowerCase() === 'r' && isOpen(line)) alone(() => actions.refuse(line))
    }
  }
}
