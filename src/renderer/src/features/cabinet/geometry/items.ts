import type { Output } from '../../../../../shared/contract/index.ts'

export type Drawer = Output<'cabinet.drawer'>
export type Folder = Drawer['folders'][number]

/** What stands in a slot: a folder the reader may know, or one he may not. */
export type Item = { readonly slot: number; readonly folder: Folder | null }
/** Free slots side by side, first and last. */
export type FreeRun = { readonly first: number; readonly last: number }

/** Everything in a drawer, front to back. */
export function itemsOf(drawer: Pick<Drawer, 'folders' | 'hiddenSlots'>): Item[] {
  const items: Item[] = drawer.folders.map((folder) => ({ slot: folder.slot, folder }))
  for (const slot of drawer.hiddenSlots) items.push({ slot, folder: null })
  return items.sort((a, b) => a.slot - b.slot)
}

/** The free slots of a drawer as runs. `items` in the order of their slots. */
export function freeRunsOf(items: readonly Item[], capacity: number): FreeRun[] {
  const runs: FreeRun[] = []
  let next = 1
  for (const { slot } of items) {
    if (slot > next) runs.push({ first: next, last: slot - 1 })
    next = slot + 1
  }
  if (next <= capacity) runs.push({ first: next, last: capacity })
  return runs
}

/** The free slot that follows (`step` 1) or precedes (-1) a slot; null at the end. */
export function freeSlotBeside(runs: readonly FreeRun[], slot: number, step: 1 | -1): number | null {
  if (step === 1) {
    for (const run of runs) if (run.last > slot) return Math.max(run.first, slot + 1)
    return null
  }
  for (const run of runs.toReversed()) if (run.first < slot) return Math.min(run.last, slot - 1)
  return null
}

/** The free slot nearest to a slot; the one further back of two equally near. Null when the drawer is full. */
export function nearestFreeSlot(runs: readonly FreeRun[], slot: number): number | null {
  let best: number | null = null
  for (const run of runs) {
    const candidate = Math.min(Math.max(slot, run.first), run.last)
    if (best === null || Math.abs(candidate - slot) <= Math.abs(best - slot)) best = candidate
  }
  return best
}

/** Whether a folder can be carried to another place: it stands in its own, or waits for one. */
export const isMovable = (folder: Pick<Folder, 'state'>): boolean => folder.state === 'in' || folder.state === 'unshelved'

/** The last digits of a number, as the tab shows them: `XY-XS1-2024-0137` → `0137`. */
export const lastDigits = (number: string): string => /(\d{1,6})\D*$/u.exec(number)?.[1]?.slice(-4) ?? number.slice(-4)
