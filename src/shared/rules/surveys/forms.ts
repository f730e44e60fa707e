import * as z from 'zod'
import { line, optionalLine } from '../../contract/method.ts'

/*
 * What somebody found out about a party, form by form: the site visit (现场调查表), its related parties (客户相关方调查表),
 * what others say of it (资信证明, 同行评价), and public notices. Each stands on the day it was found, with who found it.
 */

const Share = z.int().min(0).max(10_000)

/** Each part of a visit, 0–20; together 0–100 (credit.md B4). */
export const SITE_ITEMS = ['utilisation', 'stock', 'staff', 'premises', 'taxAndPower'] as const
/** Yes or no of how it is run (D6). */
export const MANAGEMENT_ITEMS = ['rules', 'audited', 'internalControl', 'noConsumptionBan', 'stableStaff'] as const
/** From the best: 4 … 0 marks (D2). */
export const POSITIONS = ['leader', 'nationalTopTen', 'regionalTopTen', 'ordinary', 'fringe'] as const
export const RELATIONS = ['controller', 'shareholder', 'subsidiary', 'sameController', 'guarantor', 'guaranteed', 'family'] as const
export const REFEREES = ['bank', 'peer', 'partner', 'agency'] as const
export const NOTICES = ['dishonest', 'deregistered', 'bankruptcy', 'fraud', 'lawsuit', 'award', 'negative', 'controlChanged'] as const

const itemsOf = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>)

export const Site = z.strictObject({
  kind: z.literal('site'),
  visitors: line(100),
  place: optionalLine(200),
  /** Basis points of capacity in use; null: not a producer. */
  operatingRate: Share.nullable().default(null),
  items: itemsOf(SITE_ITEMS, z.int().min(0).max(20)),
  management: itemsOf(MANAGEMENT_ITEMS, z.boolean()),
  position: z.enum(POSITIONS).nullable().default(null),
  marketShare: Share.nullable().default(null),
  /** Where the share was taken from: without it the share does not count. */
  marketSource: optionalLine(200),
  isWithinScope: z.boolean().default(true),
})
export const Related = z.strictObject({
  kind: z.literal('related'),
  parties: z.array(z.strictObject({
    name: line(100), relation: z.enum(RELATIONS), share: Share.nullable().default(null),
    /** What the party answers for on its behalf. */
    guaranteedFen: z.int().min(0).max(9_000_000_000_000_000).nullable().default(null),
  })).max(60),
})
export const Reference = z.strictObject({
  kind: z.literal('reference'), referee: z.enum(REFEREES), from: line(100), mark: z.int().min(0).max(100), grade: optionalLine(40),
})
export const Notice = z.strictObject({
  kind: z.literal('notice'), what: z.enum(NOTICES), source: line(200), number: optionalLine(100),
})
export const Form = z.discriminatedUnion('kind', [Site, Related, Reference, Notice])
export type Form = z.infer<typeof Form>
export type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>
export const FORM_KINDS = ['site', 'related', 'reference', 'notice'] as const satisfies readonly Form['kind'][]

/** Marks of a visit, 0–100; a works that runs below 60 % is never above 59 (credit.md B4). */
export function siteScore({ items, operatingRate }: FormOf<'site'>): number {
  const sum = SITE_ITEMS.reduce((all, item) => all + items[item], 0)
  return operatingRate !== null && operatingRate < 6000 ? Math.min(sum, 59) : sum
}
export const managementPoints = ({ management }: FormOf<'site'>): number => MANAGEMENT_ITEMS.filter((item) => management[item]).length
export const positionMarks = (position: (typeof POSITIONS)[number]): number => POSITIONS.length - 1 - POSITIONS.indexOf(position)

/** Outlook of an industry, each −1, 0 or 1: kept once an industry and half-year, not once a customer (credit.md D7). */
export const OUTLOOK = { growth: z.int().min(-1).max(1), competition: z.int().min(-1).max(1), demand: z.int().min(-1).max(1) }
export const HalfYear = z.string().regex(/^\d{4}-[12]$/)
/** The half-year of a day, `2026-1` or `2026-2`. */
export const halfYearOf = (day: string): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`
/** The first day of a half-year. */
export const startOfHalfYear = (half: string): string => `${half.slice(0, 4)}-${half.endsWith('1') ? '01' : '07'}-01`
