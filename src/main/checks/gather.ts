import { AppError } from '../../shared/errors.ts'
import { type Facts, type Finding, FINDING_RULE_ITEM, type FindingRule, ITEM_CODES, type ItemCode, MOST_FINDINGS, type Outcome } from '../../shared/rules/checks/items.ts'
import { outcomeOf } from '../../shared/rules/checks/verdict.ts'
import { systemCode } from '../storage/atomic-file.ts'

export type ItemResult = { code: ItemCode; outcome: Outcome; checked: number; total: number; findings: Finding[] }
/** What a finding is about, as far as it is about one thing. */
export type About = { dossierId?: number | null; documentId?: number | null; attachmentId?: number | null }

/** Gathers what the checks find, item by item. */
export type Gather = {
  /** So many more things were looked at for this item. */
  count(code: ItemCode, things: number): void
  find(rule: Exclude<FindingRule, 'not-run'>, about: About, facts?: Facts): void
  /** The item could not be checked, or not for this thing: that is a failure, whatever the rest of it found. */
  notRun(code: ItemCode, error: unknown, about?: About): void
  results(): ItemResult[]
}

export function createGather(): Gather {
  const items = new Map(ITEM_CODES.map((code) => [code, { checked: 0, total: 0, findings: [] as Finding[] }]))
  const add = (code: ItemCode, rule: FindingRule, about: About, facts: Facts) => {
    const item = items.get(code)!
    item.total++
    const finding = { rule, dossierId: about.dossierId ?? null, documentId: about.documentId ?? null, attachmentId: about.attachmentId ?? null, facts }
    if (item.findings.length < MOST_FINDINGS) item.findings.push(finding)
    // What could not run must be seen among however many findings.
    else if (rule === 'not-run' && !item.findings.some((one) => one.rule === 'not-run')) item.findings[MOST_FINDINGS - 1] = finding
  }
  return {
    count: (code, things) => { items.get(code)!.checked += things },
    find: (rule, about, facts = {}) => add(FINDING_RULE_ITEM[rule], rule, about, facts),
    notRun: (code, error, about = {}) => {
      if (error instanceof AppError && error.code === 'cancelled') throw error
      add(code, 'not-run', about, { reason: reasonOf(error) })
    },
    results: () => ITEM_CODES.map((code) => {
      const item = items.get(code)!
      return { code, ...item, outcome: outcomeOf(code, item.findings) }
    }),
  }
}

/** A word for the reason, never a message: that may carry a path or a name. */
function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  return systemCode(error) ?? (error instanceof Error ? error.name : 'unknown')
}
