/**
 * The closed set of refusals that cross from the main process to a door. A person reads the text of the code
 * (`text/zh-CN.ts`, key `error.<code>`); `details` carries only values the text or the form needs.
 */
export const ERROR_CODES = [
  // the call itself
  'unknown-method', 'bad-input', 'not-signed-in', 'locked', 'forbidden', 'internal', 'cancelled', 'busy',
  // archive and keys
  'no-archive', 'archive-exists', 'archive-in-use', 'archive-damaged', 'archive-newer', 'wrong-password',
  'wrong-recovery-code', 'too-many-attempts', 'password-too-weak', 'password-change-required', 'not-an-archive-backup',
  'backup-damaged', 'folder-not-empty', 'disk-full', 'file-unreadable', 'file-unwritable',
  // shared
  'not-found', 'changed-meanwhile', 'duplicate', 'wrong-state', 'same-person', 'empty-file', 'file-kind-refused',
  // people
  'login-taken', 'last-administrator', 'roles-conflict',
  // parties
  'credit-code-invalid', 'party-exists', 'columns-not-found', 'party-in-use',
  // dossiers and attachments
  'dossier-exists', 'conditions-unmet', 'number-voided', 'document-not-empty', 'upload-expired', 'attachment-damaged', 'attachment-missing',
  // contracts
  'contract-event-refused',
  // cabinet
  'slot-taken', 'drawer-full', 'drawer-not-empty', 'folder-not-in', 'nothing-to-undo',
  // lookup slips
  'dossier-lent', 'dossier-not-shelved', 'signature-missing', 'due-before-today', 'renewal-limit', 'no-dossier-on-slip', 'applicant-left',
  'pages-differ',
  // qualification and access
  'not-qualified', 'not-cleared', 'not-authorised', 'agreement-missing', 'evidence-unfit', 'not-due',
  // receivables
  'over-allocated', 'sums-too-large',
  // ratings
  'rating-running', 'override-refused', 'rating-evidence', 'rating-basis', 'party-rated',
  // limits
  'limit-running', 'limit-no-scheme', 'limit-until', 'limit-reason', 'limit-basis', 'limit-suspended',
  'nothing-done',
  // statements
  'statement-exists', 'statement-faults', 'no-statement-found',
  // rating schemes
  'no-scheme', 'scheme-refused', 'scheme-unchanged', 'scheme-running',
  // early-warning rules
  'warning-rules-refused', 'warning-rules-unchanged',
  // the regulation
  'regulation-refused', 'regulation-unchanged',
  // retention and disposal
  'retention-too-short', 'disposal-obstacle', 'disposal-not-regulated', 'opinions-missing', 'not-checked', 'supervisors-missing',
  // shelving, stocktakes, incidents
  'box-mixed', 'box-full', 'stocktake-running', 'stocktake-blind', 'findings-open', 'incident-unfinished',
  // custody and transfers
  'not-handed-over', 'no-transfer-step', 'stage-differs', 'other-department', 'on-transfer', 'lines-open', 'receipt-check-failed', 'transfer-open',
  'keeper-unfit',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export type Details = Readonly<Record<string, unknown>>

/** An expected refusal. Anything else that is thrown becomes `internal` with an incident number. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Details
  constructor(code: ErrorCode, details: Details = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly details: Details } }
