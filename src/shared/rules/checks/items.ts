/*
 * What the four-property check looks at (DA/T 70: authenticity, completeness, usability, safety). Every item has its code,
 * its property and, in `text/<language>/checks.ts`, what is checked, a sentence for each finding and how it is mended.
 */

export const PROPERTIES = ['authenticity', 'completeness', 'usability', 'safety'] as const
export type Property = (typeof PROPERTIES)[number]

export const ITEM_CODES = [
  'ZS-1', 'ZS-2', 'ZS-3', 'ZS-4', 'ZS-5',
  'WZ-1', 'WZ-2', 'WZ-3', 'WZ-4', 'WZ-5', 'WZ-6', 'WZ-7', 'WZ-8',
  'KY-1', 'KY-2', 'KY-3',
  'AQ-1', 'AQ-2', 'AQ-3', 'AQ-4', 'AQ-5', 'AQ-6',
] as const
export type ItemCode = (typeof ITEM_CODES)[number]

const PROPERTY: Readonly<Record<string, Property>> = { ZS: 'authenticity', WZ: 'completeness', KY: 'usability', AQ: 'safety' }

export function propertyOf(code: ItemCode): Property {
  return PROPERTY[code.slice(0, 2)]!
}

/**
 * Items a folder must pass before a receiver accepts it without a remark: its scans are what was stored, they are all there
 * and can be read, none of them runs anything, and log and number are its own. What may be added later (a missing document)
 * is told and does not stand in the way.
 */
export const REQUIRED_AT_RECEIPT: readonly ItemCode[] = ['ZS-1', 'ZS-2', 'ZS-3', 'ZS-5', 'WZ-8', 'KY-1', 'KY-2', 'AQ-1', 'AQ-2']

/** What no program on a machine without network can do; a person does it and says so. */
export const BY_HAND: readonly ItemCode[] = ['AQ-6']

/** Days after which a backup counts as old. */
export const BACKUP_DAYS = 30

/** What exactly was found. Each rule belongs to one item. */
export const FINDING_RULE_ITEM = {
  'bytes-changed': 'ZS-1',
  'entry-changed': 'ZS-2', 'opening-unrecorded': 'ZS-2', 'chain-broken': 'ZS-2',
  'number-pattern': 'ZS-3', 'number-unregistered': 'ZS-3',
  'dated-in-future': 'ZS-4', 'dated-after-added': 'ZS-4', 'expires-before-dated': 'ZS-4', 'added-in-future': 'ZS-4', 'added-before-opened': 'ZS-4',
  'opened-in-future': 'ZS-4', 'year-differs': 'ZS-4', 'scan-before-line': 'ZS-4', 'unknown-item': 'ZS-4',
  'kind-differs': 'ZS-5', 'extension-differs': 'ZS-5',
  'required-missing': 'WZ-1',
  'number-gap': 'WZ-2',
  'no-pages': 'WZ-3', 'cover-differs': 'WZ-3', 'empty-folder': 'WZ-3',
  'scan-missing': 'WZ-4',
  'pages-differ': 'WZ-5', 'recount-differs': 'WZ-5',
  'line-twice': 'WZ-6', 'scan-twice': 'WZ-6',
  'not-confirmed': 'WZ-7', 'no-holder': 'WZ-7', 'stage-differs': 'WZ-7', 'signature-missing': 'WZ-7',
  'file-missing': 'WZ-8',
  'does-not-open': 'KY-1',
  'format-refused': 'KY-2', 'locked': 'KY-2',
  'unreadable-text': 'KY-3',
  'active-content': 'AQ-1', 'cannot-tell': 'AQ-1',
  'executable': 'AQ-2', 'disguised-name': 'AQ-2',
  'stored-plainly': 'AQ-3',
  'no-backup': 'AQ-4', 'backup-old': 'AQ-4',
  'folder-missing': 'AQ-5', 'folder-damaged': 'AQ-5', 'incident-open': 'AQ-5',
} as const satisfies Record<string, ItemCode>
/** `not-run`: of any item. A check that could not be made is a failure, never "nothing found". */
export type FindingRule = keyof typeof FINDING_RULE_ITEM | 'not-run'
export const FINDING_RULES: readonly FindingRule[] = [...(Object.keys(FINDING_RULE_ITEM) as FindingRule[]), 'not-run']

export type Facts = Readonly<Record<string, string | number>>
export type Finding = {
  readonly rule: FindingRule
  readonly dossierId: number | null
  readonly documentId: number | null
  readonly attachmentId: number | null
  readonly facts: Facts
}
export type Outcome = 'passed' | 'failed' | 'notRun' | 'notCarriedOut'

/** Findings of one item that a report keeps; the item's count is whole. */
export const MOST_FINDINGS = 200
