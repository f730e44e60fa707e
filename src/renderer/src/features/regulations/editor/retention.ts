import type { Regulation } from '../queries.ts'

type Rule = Regulation['retention']['rules'][number]
type Condition = 'kind' | 'grades' | 'levels' | 'minAmountFen' | 'itemCode'

/** Sets a condition of a rule; what was emptied is no condition any more (an empty list would match no dossier). */
export function only<Name extends Condition>(rule: Rule, name: Name, value: Rule[Name] | null): void {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) delete rule[name]
  else rule[name] = value
}

/** The documents that a rule may ask for, by their codes; with the one it asks for, be it gone from the catalogue. */
export function itemsOf({ catalogues }: Regulation, { kind, itemCode }: Rule): { value: string; label: string }[] {
  const kinds = kind ? [kind] : (['credit', 'contract'] as const)
  const titles = new Map<string, Set<string>>(itemCode === undefined ? [] : [[itemCode, new Set<string>()]])
  for (const { code, title } of kinds.flatMap((each) => catalogues[each].classes.flatMap(({ items }) => items))) {
    titles.set(code, (titles.get(code) ?? new Set()).add(title))
  }
  return [...titles].map(([code, names]) => ({ value: code, label: [code, [...names].join(' / ')].filter(Boolean).join(' ') }))
}
