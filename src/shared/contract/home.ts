import * as z from 'zod'
import { Because, Day, Empty, Id, query } from './method.ts'

/** The first page: what waits for this person, and how the archive stands. */
export const home = {
  'home.overview': query({
    who: 'member',
    input: Empty,
    output: z.object({
      today: Day,
      todo: z.array(z.object({
        kind: z.enum(['overdue', 'dueToday', 'toSign', 'toHandOut', 'toConfirm', 'unshelved', 'expiring', 'draft', 'refused']),
        group: z.enum(['overdue', 'today', 'soon', 'later']),
        slipId: Id.nullable(), dossierId: Id.nullable(),
        /** Short name and number of what it is about. */
        what: z.string(), because: Because, dueOn: Day.nullable(), dueIn: z.int().nullable(),
      })),
      todoTotal: z.int(),
      departments: z.array(z.object({ name: z.string(), present: z.int(), required: z.int() })),
      loansByAge: z.array(z.object({
        bucket: z.enum(['out1to3', 'out4to7', 'out8to14', 'out15plus', 'over1to3', 'over4to7', 'over8plus']), count: z.int(),
      })),
      totals: z.object({ parties: z.int(), dossiers: z.int(), complete: z.int(), unconfirmed: z.int(), out: z.int() }),
    }),
  }),
}
