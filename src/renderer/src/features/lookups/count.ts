import type { CONDITIONS } from '../../../../shared/contract/lookups.ts'

export type Condition = (typeof CONDITIONS)[number]

/** One folder being counted at the desk. `expected` is what the catalogue, or the hand-out, says. */
export type Count = {
  readonly dossierId: number
  readonly number: string
  readonly title: string
  readonly hint: string
  readonly expected: number
  readonly pages: number | null
  readonly condition: Condition
  readonly remarks: string
  readonly isCounted: boolean
}

export const differs = (count: Count): boolean => count.pages !== null && count.pages !== count.expected

/** Whether a counted folder says why it is not as it should be, where the regulation wants that said. */
export const isExplained = (count: Count): boolean => (!differs(count) && count.condition === 'good') || count.remarks.trim() !== ''
