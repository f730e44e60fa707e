import * as z from 'zod'
import { DOSSIER_ROLES, ROLES } from '../roles.ts'
import { Because, command, Day, Empty, Id, note, Page, pageOf, query, RoleName } from './method.ts'

/** `soon`: open and due within 30 days, today included; `open`: open and due later; `overdue`: open and its day is past. */
export const DUTY_STATES = ['done', 'open', 'soon', 'overdue'] as const

/** One case of a deadline: a dossier's, or that of a party whose dossier is to be opened. */
export const DutyRow = z.object({
  id: Id,
  regulation: z.string(),
  ruleId: z.string(),
  clause: z.string(),
  title: z.string(),
  dossierId: Id.nullable(),
  partyId: Id,
  number: z.string().nullable(),
  partyName: z.string(),
  departmentName: z.string().nullable(),
  role: RoleName,
  startsOn: Day,
  dueOn: Day,
  doneOn: Day.nullable(),
  state: z.enum(DUTY_STATES),
  because: Because,
})

const RuleId = z.string().max(60).regex(/^[a-z][a-z0-9-]*$/)
/** `2026`, `2026-H1`, `2026-Q3`, `2026-07`. */
const Period = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)

export const duties = {
  /** Cases of the regulation in force (every version of it), of what the reader may see, the earliest due first. */
  'duties.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      clause: z.string().max(20).nullable().default(null), ruleId: RuleId.nullable().default(null),
      state: z.enum(DUTY_STATES).nullable().default(null), departmentId: Id.nullable().default(null), ...Page,
    }),
    output: pageOf(DutyRow),
  }),
  /** How the cases of every deadline of the regulation in force stand, of what the reader may see. */
  'duties.counts': query({
    who: DOSSIER_ROLES,
    input: Empty,
    output: z.array(z.object({
      ruleId: z.string(), clause: z.string(), title: z.string(), role: RoleName,
      total: z.int(), done: z.int(), open: z.int(), soon: z.int(), overdue: z.int(),
    })),
  }),
  /** What is to be done period by period since the regulation has been in force: past ones, and the one that runs. */
  'duties.periods': query({
    who: ROLES,
    input: Empty,
    output: z.array(z.object({
      ruleId: z.string(), clause: z.string(), title: z.string(), role: RoleName, period: Period, endsOn: Day, dueOn: Day, because: Because,
      doneOn: Day.nullable(), doneByName: z.string().nullable(), remarks: z.string().nullable(), mayComplete: z.boolean(),
    })),
  }),
  /** Says that what a period asked for has been done. Its role alone, once, and not before the period is over. */
  'duties.complete': command({
    who: ROLES,
    input: z.strictObject({ ruleId: RuleId, period: Period, remarks: note(500) }),
    output: z.object({ doneOn: Day }),
  }),
}
