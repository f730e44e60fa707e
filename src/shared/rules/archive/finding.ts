import type * as z from 'zod'
import type { Finding as FindingSchema } from '../../contract/archive.ts'

export type Finding = z.infer<typeof FindingSchema>

/** What exactly is wrong; `text/<language>/archive.ts` has a sentence for each, into which the values go. */
export const FINDING_RULES = [
  // the audit chain
  'content-and-hash-differ', 'recorded-otherwise', 'numbers-missing', 'renumbered', 'not-in-chain', 'number-not-positive',
  'stands-elsewhere', 'fewer-than-given', 'more-than-given', 'beyond-newest', 'bears-another-head',
  // attachments
  'bytes-changed', 'file-missing', 'named-by-nothing',
  // the database
  'quick-check', 'reference-broken', 'unreadable',
  // custody
  'open-loan-of-slip', 'out-without-loan', 'beyond-capacity', 'counted-otherwise', 'gaps-otherwise', 'voided-in-place', 'drawer-counted-otherwise',
  'no-holder', 'stage-differs', 'holder-not-reader', 'moving-without-transfer', 'on-transfer-not-moving',
  // what is due
  'duty-missing', 'duty-unfounded', 'duty-differs', 'duties-counted-otherwise',
  'contract-not-entered', 'contract-stands-otherwise',
  // ratings
  'capsule-missing', 'capsule-unreadable', 'recomputed-otherwise', 'rating-stands-otherwise', 'capsule-not-logged', 'limit-stands-otherwise',
  // the tables beside the log
  'not-in-log', 'gone-since-logged', 'stands-other-than-logged', 'signature-differs', 'schema-differs',
  // what is counted and derived beside the rows
  'tally-differs', 'rows-missing', 'retention-differs', 'answerable-differ',
  // any of them
  'not-run', 'and-more',
] as const
export type FindingRule = (typeof FINDING_RULES)[number]
export type FindingValues = Readonly<Record<string, string | number>>

/** A finding's detail as one line, `beyond-capacity: slot=41, capacity=40`: the same in every language. */
export function writeDetail(rule: FindingRule, values: FindingValues = {}): string {
  const pairs = Object.entries(values).map(([key, value]) => `${key}=${String(value).replace(/[,=\s]+/g, ' ')}`)
  return pairs.length === 0 ? rule : `${rule}: ${pairs.join(', ')}`
}

/** The rule and values of such a line; null for any other text. */
export function readDetail(detail: string): { rule: FindingRule; values: Readonly<Record<string, string>> } | null {
  const match = /^([a-z-]+)(?:: (.*))?$/.exec(detail)
  const rule = FINDING_RULES.find((name) => name === match?.[1])
  if (!match || !rule) return null
  const pairs = (match[2] ?? '').split(', ').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return { rule, values: Object.fromEntries(pairs) as Record<string, string> }
}
