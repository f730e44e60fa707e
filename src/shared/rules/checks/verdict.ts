import { BY_HAND, type Finding, type ItemCode, type Outcome } from './items.ts'

/** How one item came out: by hand, if it is one of those; not run, if any part of it could not be; else by what was found. */
export function outcomeOf(code: ItemCode, findings: readonly Pick<Finding, 'rule'>[]): Outcome {
  if (BY_HAND.includes(code)) return 'notCarriedOut'
  if (findings.some(({ rule }) => rule === 'not-run')) return 'notRun'
  return findings.length > 0 ? 'failed' : 'passed'
}

export type Verdict = 'failed' | 'unfinished' | 'passed'

/**
 * The whole: failed as soon as one item failed or could not run; unfinished while what is done by hand has not been attested;
 * passed only when every item the program makes has passed and a person answers for the others.
 */
export function verdictOf(items: readonly { outcome: Outcome; isAttested: boolean }[]): Verdict {
  if (items.some(({ outcome }) => outcome === 'failed' || outcome === 'notRun')) return 'failed'
  return items.some(({ outcome, isAttested }) => outcome === 'notCarriedOut' && !isAttested) ? 'unfinished' : 'passed'
}

/** What makes two findings of two reports the same: the rule and the thing it is about, whatever the figures are now. */
export function findingKey({ rule, dossierId, documentId, attachmentId, facts }: Finding, code: string): string {
  return [code, rule, dossierId, documentId, attachmentId, facts['item'] ?? facts['sequence'] ?? facts['transfer'] ?? ''].join('|')
}
