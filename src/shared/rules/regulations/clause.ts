import * as z from 'zod'
import { MECHANISM_NAMES } from './mechanisms.ts'

/** Capabilities that the text asks for and that the program does not have yet. */
export const LATER = ['ratings', 'credit', 'receivables', 'relations', 'reports'] as const

/**
 * One clause of a regulation: its place in the text, what it asks in our words, how it is enforced and what in the program
 * carries it out. `organisation`: it asks nothing of a program (purpose, scope, who issues it).
 */
export const Clause = z
  .strictObject({
    /** As the text numbers it; where the text gives no number, its order in the regulation. */
    id: z.string().min(1).max(20),
    summary: z.string().min(1).max(300),
    enforcement: z.enum(['prevents', 'deadline', 'records', 'shows', 'prints', 'organisation']),
    by: z.array(z.enum(MECHANISM_NAMES)).default([]),
    later: z.array(z.enum(LATER)).default([]),
  })
  .refine(({ enforcement, by, later }) => (enforcement === 'organisation') === (by.length + later.length === 0), {
    error: 'a clause is carried out by something, now or later, or asks nothing of a program', path: ['by'],
  })
export type Clause = z.infer<typeof Clause>
