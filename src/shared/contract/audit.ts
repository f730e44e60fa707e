import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { command, Day, Id, Instant, Page, pageOf, query } from './method.ts'

export const AuditEntry = z.object({
  seq: z.int(),
  at: Instant,
  actorId: Id.nullable(),
  actorName: z.string(),
  method: z.string(),
  outcome: z.enum(['done', 'refused']),
  subjectKind: z.string().nullable(),
  subjectId: z.int().nullable(),
  subjectLabel: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

export const PRINT_FORMS = [
  'slip', 'register', 'cover', 'contents', 'label', 'auditHead', 'agreement',
  'contractLedger', 'ageing',
  'transfer', 'keeperChange',
  'regulation', 'spine', 'drawerLabel', 'boxSpine', 'stocktake', 'incident', 'destructionList',
  'fourProperties', 'blankSlip', 'ratingReport', 'ratingForm', 'limitForm', 'limitNotice', 'limitLedger',
] as const

export const audit = {
  'audit.list': query({
    who: ['auditor', 'systemAdministrator', 'officeDirector', 'generalManager'],
    input: z.strictObject({
      from: Day.nullable().default(null), to: Day.nullable().default(null), actorId: Id.nullable().default(null),
      method: z.string().max(60).nullable().default(null), subjectKind: z.string().max(30).nullable().default(null),
      subjectId: Id.nullable().default(null), outcome: z.enum(['done', 'refused']).nullable().default(null),
      text: z.string().max(100).default(''), ...Page,
    }),
    output: pageOf(AuditEntry),
  }),
  /** Called before every print, PDF or table (XLSX, which leaves the program like a page): counts the copy and answers the short audit head that goes onto the paper. */
  'prints.record': command({
    who: [...DOSSIER_ROLES, 'auditor', 'systemAdministrator'],
    input: z.strictObject({ form: z.enum(PRINT_FORMS), subjectId: Id.nullable().default(null), asPdf: z.boolean().default(false), asTable: z.boolean().default(false) }),
    output: z.object({ copy: z.int(), auditSeq: z.int(), auditHead: z.string(), at: Instant, by: z.string() }),
  }),
}
