import * as z from 'zod'
import { ROLES } from '../../roles.ts'

/*
 * Deadlines as a regulation writes them: an event, a length of time, what has to have happened by then, and who answers
 * for it. How a day is counted is defined once, in `rules/duties/`.
 */

/**
 * What a deadline counts from. `year-end`: 31 December of the last year in which the folder may stay where it is
 * (`keptYears` after its own year, S02 4.3: this and last year's stay, so a file of 2024 is to leave from 1 January 2026).
 */
export const EVENTS = [
  'first-business', 'opened', 'year-end', 'signed', 'changed', 'performed', 'terminated', 'received-by-administrator',
  'received-by-office', 'verified',
] as const
export type Event = (typeof EVENTS)[number]

/** What has to have happened: the case is closed on the day it does. */
export const FULFILMENTS = ['opened', 'confirmed', 'complete', 'left-department', 'verified', 'in-archive-room'] as const
export type Fulfilment = (typeof FULFILMENTS)[number]

/** Exactly one of them. A month later is the same day of that month, or its last where it is shorter. */
export const Length = z
  .strictObject({ months: z.int().min(1).max(120).optional(), days: z.int().min(1).max(3660).optional() })
  .refine(({ months, days }) => (months === undefined) !== (days === undefined), { error: 'either months or days' })
export type Length = z.infer<typeof Length>

const Code = z.string().regex(/^[a-z][a-z0-9-]*$/)

export const Deadline = z.strictObject({
  id: Code,
  clause: z.string().min(1),
  title: z.string().min(1),
  kind: z.enum(['credit', 'contract']),
  from: z.enum(EVENTS),
  /** For `year-end` alone: whole years after its own that the folder may stay. */
  keptYears: z.int().min(0).max(10).optional(),
  within: Length,
  until: z.enum(FULFILMENTS),
  role: z.enum(ROLES),
})
  .refine(({ from, keptYears }) => (from === 'year-end') === (keptYears !== undefined), { error: 'keptYears goes with year-end', path: ['keptYears'] })
export type Deadline = z.infer<typeof Deadline>

/** Something to be done for every past period, due on `dueDay` of the month `dueMonths` after the one that follows it. */
export const PeriodicDuty = z.strictObject({
  id: Code,
  clause: z.string().min(1),
  title: z.string().min(1),
  role: z.enum(ROLES),
  /** `first-half`: the first half of every year alone (S22 4: the second half's figures come with the whole year's). */
  every: z.enum(['year', 'first-half', 'half-year', 'quarter', 'month']),
  dueMonths: z.int().min(0).max(11).default(0),
  dueDay: z.int().min(1).max(28),
})
export type PeriodicDuty = z.infer<typeof PeriodicDuty>
