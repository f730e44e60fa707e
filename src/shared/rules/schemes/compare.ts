import { canonicalJson } from '../ratings/canonical.ts'
import type { Scheme } from './schema.ts'

/**
 * One thing that is another in a scheme: of an indicator, a gate, the card itself, or what limit a grade is good for. `field` null: the whole of it came or
 * went. What stood and what stands are values of the scheme's JSON; null: not there.
 */
export type Difference = { readonly part: 'indicator' | 'gate' | 'card' | 'limit'; readonly code: string | null; readonly name: string; readonly field: string | null; readonly before: unknown; readonly after: unknown }

/** Everything in which two texts of a scheme differ, in the order of the card: first its indicators, then gates, then the grades, then limits. */
export function compareSchemes(before: Scheme, after: Scheme): Difference[] {
  return [
    ...compareParts('indicator', placed(before), placed(after)),
    ...compareParts('gate', before.gates, after.gates),
    ...fieldsOf('card', null, after.name, { ...before, groups: undefined, gates: undefined, limits: undefined }, { ...after, groups: undefined, gates: undefined, limits: undefined }),
    ...compareParts('limit', before.limits?.candidates ?? [], after.limits?.candidates ?? []),
    ...fieldsOf('limit', null, after.name, { ...before.limits, candidates: undefined }, { ...after.limits, candidates: undefined }),
  ]
}

/** An indicator belongs to a group by the group's name: moving it is a change of its own. */
const placed = (scheme: Scheme) => scheme.groups.flatMap((group) => group.indicators.map((one) => ({ ...one, group: group.name })))

type Part = { readonly code: string; readonly name: string }

function compareParts(part: Difference['part'], before: readonly Part[], after: readonly Part[]): Difference[] {
  const codes = [...new Set([...after, ...before].map(({ code }) => code))]
  return codes.flatMap((code): Difference[] => {
    const one = before.find((row) => row.code === code)
    const other = after.find((row) => row.code === code)
    if (one && other) return fieldsOf(part, code, other.name, one, other)
    return [{ part, code, name: (other ?? one)!.name, field: null, before: one ?? null, after: other ?? null }]
  })
}

function fieldsOf(part: Difference['part'], code: string | null, name: string, before: object, after: object): Difference[] {
  const [one, other] = [before, after] as Record<string, unknown>[]
  return [...new Set([...Object.keys(other!), ...Object.keys(one!)])]
    .filter((field) => canonicalJson(one![field] ?? null) !== canonicalJson(other![field] ?? null))
    .map((field) => ({ part, code, name, field, before: one![field] ?? null, after: other![field] ?? null }))
}
