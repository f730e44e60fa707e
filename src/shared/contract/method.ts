import * as z from 'zod'
import { ROLES, type Role } from '../roles.ts'

/**
 * How a method runs, and what it leaves behind:
 * - `query`    reads; no audit entry.
 * - `reading`  reads a dossier's content; one audit entry, in the same transaction.
 * - `command`  writes; one transaction, one audit entry in it.
 * - `outside`  runs without an open session's transaction: opening, creating, signing in, backup. Those that change
 *              anything (`audited`) still leave exactly one audit entry in the archive they concern.
 */
export type Kind = 'query' | 'reading' | 'command' | 'outside'

/** `anyone`: no session needed. `member`: any signed-in person. Otherwise the roles of which one is needed. */
export type Who = 'anyone' | 'member' | readonly Role[]

export type Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly kind: Kind
  readonly who: Who
  readonly input: Input
  readonly output: Output
  /** Long work: the input carries `jobId`, progress is read with `jobs.progress`, `jobs.cancel` stops it. */
  readonly isJob?: boolean
  /** For `outside` only: leaves an audit entry when it succeeds. */
  readonly isAudited?: boolean
}

type Options<I extends z.ZodType, O extends z.ZodType> = {
  who: Who
  input: I
  output: O
  isJob?: boolean
  isAudited?: boolean
}

const define =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(options: Options<I, O>) => ({ kind, ...options })

export const query = define('query')
export const reading = define('reading')
export const command = define('command')
export const outside = define('outside')

// Shapes that several capabilities share.

/** No party is older, as tables are read too (`rules/parties/import-values.ts`). */
const FIRST_DAY = '1800-01-01'

export const Id = z.int().positive()
/** A calendar day, `YYYY-MM-DD`, that exists; none so early that a year was mistyped. */
export const Day = z.iso.date().refine((day) => day >= FIRST_DAY)
/** An instant in UTC, ISO 8601 with milliseconds: written otherwise it is brought into that form, so that instants are in order as texts. */
export const Instant = z.iso.datetime().overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))
export const RoleName = z.enum(ROLES)
/**
 * What a copied text brings along unseen: zero-width blanks, marks of byte order, and the marks that turn the direction of
 * all that follows, by which one name is made to look like another. Line separators count as blanks.
 */
const withoutUnseen = (text: string) => text.replaceAll(/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '').replaceAll(/[\u2028\u2029]/g, ' ')
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\p{Cs}]*$/u
/** One line a person typed: unseen characters gone, trimmed, not empty, no control characters, no half of a character. */
export const line = (max: number) =>
  z.string().overwrite(withoutUnseen).trim().min(1).max(max).regex(ONE_LINE)
/** Optional line: an empty one means absent. */
export const optionalLine = (max: number) =>
  z.string().overwrite(withoutUnseen).trim().max(max).regex(ONE_LINE).nullable().default(null).transform((text) => text || null)
/** Several lines of free text. */
export const note = (max: number) =>
  z.string().overwrite(withoutUnseen).trim().max(max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}]*$/u).nullable().default(null)
    .transform((text) => text || null)
export const JobId = z.string().regex(/^[0-9a-z-]{8,64}$/)
export const Empty = z.strictObject({})
/** Window into a sorted list. */
export const Page = { offset: z.int().min(0).max(10_000_000).default(0), limit: z.int().min(1).max(500).default(50) }
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ total: z.int(), rows: z.array(row) })

/**
 * How a date or a step came about. The rule names a sentence in `text/<language>/because.ts`, the values fill it in, so
 * that every date on every screen can say how it was derived, in the reader's language.
 */
export const BECAUSE_RULES = [
  'loan-due', 'loan-overdue', 'renewed', 'signed-by', 'waiting-for-signature', 'opened', 'confirmed', 'not-confirmed', 'shelved',
  'not-shelved', 'lent', 'missing', 'retention', 'retention-waits', 'disposal-waits', 'retention-over', 'expires', 'refused', 'draft', 'claimed-returned', 'lost',
  'handed-over', 'taken-in', 'on-transfer', 'to-hand-over', 'keeper-changed', 'to-receive',
  'first-count-done', 'incident-investigated', 'listing-proposed', 'listing-term', 'warnings-open', 'warning-rules-proposed', 'reratings-due', 'promises-broken',
  'qualification-lacks', 'qualification-lapses', 'authorisation-asked', 'downgrade-planned',
  'paper-conflict', 'paper-proposed', 'blanks-out',
  'first-due-first',
  'statements-entered', 'rating-waits', 'rating-review', 'override-ends',
  'limit-none', 'limit-expired', 'limit-frozen', 'limit-over', 'limit-overdue', 'promise-broken', 'limit-suspended', 'limit-restricted', 'limit-watched', 'guarantee-page', 'limit-hold', 'limit-ends', 'limits-over',
  'due-after-event', 'due-after-years', 'due-after-period',
] as const
export const Because = z.object({
  rule: z.enum(BECAUSE_RULES),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type Because = z.infer<typeof Because>
