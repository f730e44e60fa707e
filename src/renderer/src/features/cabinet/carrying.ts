import type { Folder } from './geometry/index.ts'

/** Where a carried folder would be put. `drawer`: its first free slot. */
export type Target =
  | { readonly kind: 'slot'; readonly drawerId: number; readonly slot: number }
  | { readonly kind: 'drawer'; readonly drawerId: number; readonly isFull: boolean }
  | { readonly kind: 'nowhere'; readonly why: 'outside' | 'taken' }

/** A folder in the hand. */
export type Carried = {
  readonly folder: Folder
  /** Where it was taken from; null from the tray. */
  readonly from: { readonly drawerId: number; readonly slot: number } | null
  readonly by: 'pointer' | 'keys'
  readonly target: Target
}

export const NOWHERE: Target = { kind: 'nowhere', why: 'outside' }

/** Whether letting go here puts the folder down. */
export const isDroppable = (target: Target): boolean => target.kind === 'slot' || (target.kind === 'drawer' && !target.isFull)

export const sameTarget = (one: Target, other: Target): boolean => JSON.stringify(one) === JSON.stringify(other)
