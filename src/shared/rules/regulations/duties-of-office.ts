import * as z from 'zod'
import { ROLES } from '../../roles.ts'

/* Parts of a regulation that say who hands what to whom, who may look, who may act, and what may be destroyed. */

const Role = z.enum(ROLES)
const clause = z.string().min(1)
const Level = z.enum(['public', 'internal', 'secret', 'confidential'])

/** Where a folder lives on its way: with the department, the credit administrator, the leading group's office, the archive room. */
export const STAGES = ['department', 'administrator', 'office', 'archiveRoom'] as const
export type Stage = (typeof STAGES)[number]

/** One step of a folder's way: who may hand it over, who takes it and ticks every line. */
export const Transfer = z
  .strictObject({
    clause, kind: z.enum(['credit', 'contract']), from: z.enum(STAGES), to: z.enum(STAGES),
    senders: z.array(Role).min(1), receivers: z.array(Role).min(1),
  })
  .refine(({ from, to }) => STAGES.indexOf(from) < STAGES.indexOf(to), { error: 'a step leads towards the archive room', path: ['to'] })
export type Transfer = z.infer<typeof Transfer>

export const Confirmation = z.strictObject({ clause, role: Role })

/** What must hold before a dossier is opened, as sentences that whoever opens it ticks: every one, or any one (S12 2.1). */
export const Opening = z.strictObject({ clause, needs: z.enum(['all', 'any']).default('all'), conditions: z.array(z.string().min(1)).min(1) })

export const Access = z.strictObject({
  /** Nobody reads a dossier of this level or above without this person's authorisation (S01 5.1.3b). */
  authorisation: z.strictObject({ clause, role: Role, fromLevel: Level }).nullable().default(null),
  /** Readers hold a clearance for the level of what they read (S03 四.2). */
  clearance: z.strictObject({ clause }).nullable().default(null),
  /** Whoever uses dossiers has signed a confidentiality agreement (S13 7.1). */
  agreement: z.strictObject({ clause, validMonths: z.int().min(1).max(1200).optional() }).nullable().default(null),
})

/** Who may act as archivist (S04 四.5, S21 六, S22 7–8). */
export const Qualification = z.strictObject({
  clause,
  /** At least a junior college degree (大专). */
  education: z.enum(['college', 'bachelor']).nullable(),
  retrievalSkill: z.boolean(),
  training: z.boolean(),
  examination: z.strictObject({ passScore: z.number().min(0).max(100) }).nullable(),
  /** From the day of the examination (or of the training, where there is none); absent: it does not lapse. */
  validMonths: z.int().min(1).max(1200).optional(),
})
export type Qualification = z.infer<typeof Qualification>

export const Disposal = z.strictObject({ clause, approvers: z.array(Role).min(1), supervisors: z.int().min(2).max(5) })

/**
 * Keeps a dossier for whole `years` (null: for ever) after the year of an event. All conditions given must hold.
 * `opened`: 1 January after its own year; `terminated`: after the contract ended; `settled`: after the last debt was paid.
 */
export const RetentionRule = z.strictObject({
  clause,
  kind: z.enum(['credit', 'contract']).optional(),
  grades: z.array(z.string()).optional(),
  levels: z.array(Level).optional(),
  minAmountFen: z.int().min(0).optional(),
  itemCode: z.string().optional(),
  years: z.int().min(1).max(100).nullable(),
  from: z.enum(['opened', 'terminated', 'settled']),
})
export type RetentionRule = z.infer<typeof RetentionRule>
