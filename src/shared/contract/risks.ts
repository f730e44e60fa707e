import * as z from 'zod'
import { ABSENCES, SOURCE_KINDS } from '../rules/facts/fact.ts'
import { FACT_UNITS } from '../rules/facts/catalogue.ts'
import { LISTING_REASONS, LISTING_STATES, LISTS, MEASURES } from '../rules/risks/listing.ts'
import { VALIDITIES } from '../rules/limits/steps.ts'
import { RuleCode, RuleSet, RuleSetRule } from '../rules/risks/rule-set.ts'
import { RULE_DECIDERS, RULE_MAKERS, RULE_SET_STATES } from '../rules/risks/rule-set-steps.ts'
import { ASPECTS, SEVERITIES } from '../rules/risks/warnings.ts'
import { DOSSIER_ROLES } from '../roles.ts'
import { Flow } from './invoices.ts'
import { command, Day, Empty, Id, Instant, JobId, line, note, outside, Page, pageOf, query, reading } from './method.ts'

const creditSide = ['creditAdministrator', 'officeDirector'] as const
const deciders = ['officeDirector', 'generalManager'] as const

/** A fact as it crosses: its value or why there is none, and what it was read from. */
export const FactShown = z.object({
  name: z.string(), unit: z.enum(FACT_UNITS), value: z.number().nullable(), absent: z.enum(ABSENCES).nullable(),
  source: z.object({ kind: z.enum(SOURCE_KINDS), id: Id.nullable(), line: z.string().nullable(), rows: z.int().nullable(), from: z.string().nullable(), until: z.string().nullable() }).nullable(),
})

const values = z.record(z.string(), z.number().nullable())

/** The rule as it was when it found the party: its words, or null where the program's are meant, which hold for the program's formula alone. */
const Found = { code: RuleCode, severity: z.enum(SEVERITIES), when: z.string(), name: z.string().nullable(), advice: z.string().nullable() }

export const Warning = z.object({
  id: Id, partyId: Id, partyName: z.string(), ...Found, values,
  /** The set by which it was found last; null: the program's rules. */
  ruleSetId: Id.nullable(),
  /** The set that no longer asks what it was found by, from whose day it is over. */
  endedById: Id.nullable(),
  /** First and last scan that found it; over: the scan after it did not. */
  firstOn: Day, lastOn: Day, state: z.enum(['open', 'handled', 'over']),
  handledByName: z.string().nullable(), handledAt: Instant.nullable(), handling: z.string().nullable(),
  /** Up to which day the invoices go that it was read from; null where it was read from none. */
  flowEndsOn: Day.nullable(),
})

export const Listing = z.object({
  id: Id, number: z.string(), partyId: Id, partyName: z.string(), list: z.enum(LISTS), reason: z.enum(LISTING_REASONS), detail: z.string(), measure: z.enum(MEASURES),
  fromOn: Day, untilOn: Day.nullable(), isTermOver: z.boolean(), state: z.enum(LISTING_STATES),
  proposedByName: z.string(), proposedAt: Instant, decidedByName: z.string().nullable(), decidedAt: Instant.nullable(), decision: z.string().nullable(),
  releaseReason: z.string().nullable(), releaseProposedByName: z.string().nullable(), releasedByName: z.string().nullable(), releasedAt: Instant.nullable(),
  may: z.object({ decide: z.boolean(), proposeRelease: z.boolean(), decideRelease: z.boolean(), prolong: z.boolean() }),
  /** The limit that stands of the party and what of it is available; null without one, and for whoever may not read its figures. */
  limit: z.object({ id: Id, number: z.string(), amountFen: z.int().min(0), availableFen: z.int().min(0), validity: z.enum(VALIDITIES) }).nullable(),
  /** While its release is to be decided; null for whoever may not read figures. */
  owed: z.object({ balanceFen: z.int(), overdueFen: z.int(), longestOverdueDays: z.int() }).nullable(),
  version: z.int(),
})

const versioned = { id: Id, version: z.int().min(1) }

const RuleSetRow = z.object({
  id: Id, state: z.enum(RULE_SET_STATES),
  /** The last that was agreed to. */
  isInForce: z.boolean(),
  rules: z.array(RuleSetRule), basedOnId: Id.nullable(), savedByName: z.string(), savedAt: Instant,
  reason: z.string().nullable(), proposedByName: z.string().nullable(), proposedAt: Instant.nullable(),
  decidedByName: z.string().nullable(), decidedAt: Instant.nullable(), remarks: z.string().nullable(), fromOn: Day.nullable(),
  withdrawnByName: z.string().nullable(), withdrawnAt: Instant.nullable(),
  may: z.object({ save: z.boolean(), propose: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
  version: z.int().min(1),
})
const SetReply = z.object({ id: Id, version: z.int().min(1) })

export const risks = {
  /** Operating, market and financial risk and conduct of a party today (S11): facts, warnings, Z'', what list it is on. */
  'risks.ofParty': reading({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id }),
    output: z.object({
      asOf: Day,
      /** Up to which day the party's invoices go. */
      flow: Flow.nullable(),
      aspects: z.array(z.object({
        aspect: z.enum(ASPECTS), facts: z.array(FactShown),
        warnings: z.array(z.object({ ...Found, state: z.enum(['hit', 'clear', 'unknown']), values })),
      })),
      altman: z.object({
        parts: z.array(z.object({ code: z.string(), weight: z.number(), value: z.number().nullable() })), z: z.number().nullable(),
        zone: z.enum(['safe', 'grey', 'distress']).nullable(), safe: z.number(), distress: z.number(),
      }),
      listings: z.array(Listing),
    }),
  }),

  'warnings.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ state: z.enum(['open', 'handled', 'over']).nullable().default('open'), code: RuleCode.nullable().default(null), partyId: Id.nullable().default(null), ...Page }),
    output: pageOf(Warning).extend({ scannedOn: Day.nullable() }),
  }),
  /** Asks every rule of every party of which anything is known. Long work; what no longer holds is over. */
  'warnings.scan': outside({
    who: creditSide, isJob: true, isAudited: true, input: z.strictObject({ jobId: JobId.optional() }),
    output: z.object({ parties: z.int(), found: z.int(), over: z.int() }),
  }),
  /** What was done about a warning; it comes back when the rule is met anew after it was over. */
  'warnings.handle': command({ who: creditSide, input: z.strictObject({ id: Id, handling: line(300) }), output: Empty }),

  'listings.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ list: z.enum(LISTS).nullable().default(null), state: z.enum(['current', 'past']).nullable().default('current'), partyId: Id.nullable().default(null), text: z.string().max(100).default(''), ...Page }),
    output: pageOf(Listing),
  }),
  'listings.propose': command({
    who: creditSide,
    input: z.strictObject({ partyId: Id, list: z.enum(LISTS), reason: z.enum(LISTING_REASONS), detail: line(300), measure: z.enum(MEASURES), untilOn: Day.nullable().default(null), warningId: Id.nullable().default(null) }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  'listings.decide': command({ who: deciders, input: z.strictObject({ ...versioned, decision: z.enum(['agreed', 'refused']), remarks: note(300) }), output: Empty }),
  'listings.proposeRelease': command({ who: [...creditSide, 'generalManager'], input: z.strictObject({ ...versioned, reason: line(300) }), output: Empty }),
  'listings.decideRelease': command({ who: deciders, input: z.strictObject({ ...versioned, decision: z.enum(['agreed', 'refused']), remarks: note(300) }), output: Empty }),
  'listings.prolong': command({ who: deciders, input: z.strictObject({ ...versioned, untilOn: Day, remarks: line(300) }), output: Empty }),

  /** Every set of rules of the company with who, when and why, the newest first. Before the first that is in force the program's rules hold. */
  'warningRules.list': query({ who: DOSSIER_ROLES, input: Empty, output: z.object({ inForceId: Id.nullable(), sets: z.array(RuleSetRow) }) }),
  /**
   * Keeps a draft: a new one over what is in force (`id` null, `basedOnId` what was read as in force; `changed-meanwhile` where another is prepared already
   * or another is in force), or the one there is. Refuses faults (`warning-rules-refused`, with each and its place).
   */
  'warningRules.save': command({
    who: RULE_MAKERS,
    input: z.strictObject({ id: Id.nullable().default(null), version: z.int().min(1).default(1), basedOnId: Id.nullable().default(null), rules: RuleSet }), output: SetReply,
  }),
  /** Refuses a set that asks the same as the one in force (`warning-rules-unchanged`). */
  'warningRules.propose': command({ who: RULE_MAKERS, input: z.strictObject({ ...versioned, reason: line(300) }), output: SetReply }),
  /** In force from today. Warnings that it no longer asks are over; `ended` says how many. Not by whoever wrote in it. */
  'warningRules.decide': command({ who: RULE_DECIDERS, input: z.strictObject({ ...versioned, decision: z.enum(['agreed', 'refused']), remarks: note(300) }), output: SetReply.extend({ ended: z.int() }) }),
  'warningRules.withdraw': command({ who: RULE_MAKERS, input: z.strictObject({ ...versioned }), output: SetReply }),
  /**
   * What a scan would find now and under a set, over the parties with a dossier that the person may see and whose figures he may read (`withheld`: seen, not
   * read). Long work; nothing is written but that it was read.
   */
  'warningRules.preview': outside({
    who: [...RULE_MAKERS, ...RULE_DECIDERS] as const, isJob: true, isAudited: true, input: z.strictObject({ id: Id, jobId: JobId.optional() }),
    output: z.object({
      parties: z.int(), withheld: z.int(),
      /** Of each rule of either set: parties that it hits now and then, and that it cannot be answered of then; null: not asked. */
      rules: z.array(z.object({ code: RuleCode, before: z.int().nullable(), after: z.int().nullable(), unknown: z.int().nullable() })),
      /** Parties with other warnings than now, those with most to act on first; 500 at most of `movedTotal`. */
      moved: z.array(z.object({ partyId: Id, partyName: z.string(), appear: z.array(RuleCode), vanish: z.array(RuleCode) })), movedTotal: z.int(),
    }),
  }),
}
