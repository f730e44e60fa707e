import * as z from 'zod'
import { Because, Day, Id, query, RoleName } from './method.ts'

/**
 * What can wait for a person. Each kind has its function in `main/<capability>/todo.ts`, its words in `text/home` and its
 * icon and action in the renderer's `features/home/todo-kinds.ts`.
 */
export const TODO_KINDS = [
  'overdue', 'dueToday', 'toSign', 'toHandOut', 'toConfirm', 'unshelved', 'expiring', 'draft', 'refused',
  'qualificationLacking', 'qualificationLapsing', 'authoriseReading', 'downgrade',
  'toAppraise', 'toApproveDisposal', 'toDestroy', 'retentionEnded', 'paperConflict', 'blanksOut', 'toOpen', 'toComplete', 'toHandOver', 'toFile', 'toArchive', 'periodDue', 'periodAhead',
  'toReceive', 'transferDraft',
  'secondCount', 'incidentToClose', 'listingToDecide', 'listingTermEnds', 'warningsOpen', 'warningRulesToDecide', 'reratingsDue', 'promisesBroken',
  'statementsToConfirm', 'ratingDraft', 'ratingReturned', 'ratingToReview', 'ratingToApprove', 'overrideEnds', 'limitDraft', 'limitReturned', 'limitToReview', 'limitToDecide', 'limitHoldToDecide', 'limitEnds', 'limitsOver',
] as const
/** What a line is about; the id is of that table. */
export const TODO_SUBJECTS = ['slip', 'dossier', 'person', 'authorisation', 'disposal', 'party', 'department', 'regulation', 'stocktake', 'incident', 'transfer', 'fallbackConflict', 'blank', 'listing', 'warning', 'warningRules', 'rating', 'limit'] as const
/** By how pressing it is: past its day, today's, within 30 days, later. */
export const TODO_GROUPS = ['overdue', 'today', 'soon', 'later'] as const

/** The first page: what waits for this person, and how the archive stands. */
export const home = {
  'home.overview': query({
    who: 'member',
    /** `role`: only what waits for the person in this role of his (`forbidden` for another's); null: in all. `most`: lines at most. */
    input: z.strictObject({ role: RoleName.nullable().default(null), most: z.int().min(1).max(5000).default(200) }),
    output: z.object({
      today: Day,
      todo: z.array(z.object({
        kind: z.enum(TODO_KINDS), group: z.enum(TODO_GROUPS), 
        /** `code`: what of it, where its id does not say all. */
        subject: z.object({ kind: z.enum(TODO_SUBJECTS), id: Id, code: z.string().optional() }),
        /** Short name and number of what it is about. */
        what: z.string(),
        /** Of several that are one thing to do: how many. */
        folders: z.int().optional(),
        because: Because, dueOn: Day.nullable(), dueIn: z.int().nullable(),
      })),
      /** Exact, however few lines are shown. */
      todoTotal: z.int(), todoCounts: z.record(z.enum(TODO_GROUPS), z.int()),
      departments: z.array(z.object({ name: z.string(), present: z.int(), required: z.int() })),
      loansByAge: z.array(z.object({
        bucket: z.enum(['out1to3', 'out4to7', 'out8to14', 'out15plus', 'over1to3', 'over4to7', 'over8plus']), count: z.int(),
      })),
      /** Folders to be handed over, by the weeks in which they are due; those past their day first, together. */
      handovers: z.array(z.object({ dueOn: Day, folders: z.int(), state: z.enum(['overdue', 'near', 'ahead']) })),
      totals: z.object({ parties: z.int(), dossiers: z.int(), complete: z.int(), unconfirmed: z.int(), out: z.int() }),
    }),
  }),
}
