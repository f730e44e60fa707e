import type { Fault } from './draft.ts'

/** The parts of the editor, in the order in which a regulation is read. */
export const PARTS = ['general', 'credit', 'contract', 'numbering', 'lookup', 'transfers', 'deadlines', 'periodic', 'grades', 'retention', 'qualification', 'access', 'approvals'] as const
export type Part = (typeof PARTS)[number]

/** The part in which a fault is mended; null where the editor does not reach (the clauses of the text itself). */
export function partOf({ place: [first, second] }: Pick<Fault, 'place'>): Part | null {
  if (first === 'catalogues') return second === 'contract' ? 'contract' : 'credit'
  if (first === 'title' || first === 'summary') return 'general'
  if (first === 'confirmation' || first === 'opening' || first === 'disposal') return 'approvals'
  if (first === 'defaultLevel') return 'access'
  return PARTS.find((part) => part === first) ?? null
}
