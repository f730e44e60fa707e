import type { KeyboardEvent } from 'react'

const STOP = '[data-stop]'

/**
 * Moves between the rows of the catalogue: up, down, Home and End from row to row, right and left between a row's own
 * buttons. Each row's first button is marked `data-stop`, its others `data-beside`.
 */
export function moveInCatalogue(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement
  const row = target.closest('tr')
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOP)]
  const at = stops.findIndex((stop) => row.contains(stop))
  const inRow = [...row.querySelectorAll<HTMLElement>(`${STOP}, [data-beside]`)]
  const place = inRow.indexOf(target)
  const next: Record<string, HTMLElement | undefined> = {
    ArrowDown: stops[at + 1], ArrowUp: stops[at - 1], Home: stops[0], End: stops.at(-1),
    ArrowRight: inRow[place + 1], ArrowLeft: inRow[place - 1],
  }
  if (!(event.key in next)) return
  event.preventDefault()
  next[event.key]?.focus()
}
