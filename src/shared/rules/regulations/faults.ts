import type * as z from 'zod'
import { Regulation } from './schema.ts'

/** Where in a regulation something does not hold, and why. */
export type Fault = { place: (string | number)[]; reason: string; values: Record<string, string | number> }

/** Most faults told at once. */
const MOST = 100

/**
 * Reads a body that somebody edited: the regulation, or every place that does not hold with its reason. A reason is the name
 * of a rule of the form (`too_small`, `invalid_type` …, words in `text.regulations.fault`) or a contradiction's own name.
 */
export function readRegulation(body: unknown): { regulation: Regulation; faults: [] } | { regulation: null; faults: Fault[] } {
  const result = Regulation.safeParse(body)
  if (result.success) return { regulation: result.data, faults: [] }
  return { regulation: null, faults: result.error.issues.slice(0, MOST).map(faultOf) }
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  switch (issue.code) {
    case 'custom': return { place, reason: issue.message, values: typeof issue.params?.['value'] === 'string' ? { value: issue.params['value'] } : {} }
    case 'too_small': return { place, reason: issue.origin === 'string' ? 'empty' : 'too_small', values: { least: Number(issue.minimum) } }
    case 'too_big': return { place, reason: issue.origin === 'string' ? 'too_long' : 'too_big', values: { most: Number(issue.maximum) } }
    case 'unrecognized_keys': return { place: [...place, issue.keys[0] ?? ''], reason: 'unknown', values: {} }
    default: return { place, reason: issue.code, values: {} }
  }
}
