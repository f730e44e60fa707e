import * as z from 'zod'
import { GUARANTEES, NOT_COUNTED, USES } from '../rules/limits/guarantees.ts'
import { DECIDERS, GENERAL_MANAGER_REASONS, HOLDS, LIMIT_STATES, LIMIT_STEPS, MAKERS, REVIEWERS, VALIDITIES } from '../rules/limits/steps.ts'
import { RATING_STATES } from '../rules/ratings/steps.ts'
import { Limits } from '../rules/schemes/schema.ts'
import { Because, command, Day, Empty, Id, Instant, line, note, optionalLine, Page, pageOf, query, reading } from './method.ts'
import { Attachment } from './dossiers.ts'
import { spot } from './lookups.ts'
import { GRADES } from './parties.ts'
import { LimitProposal, RATERS } from './ratings.ts'
import { Listed } from './listed.ts'

const Grade = z.enum(GRADES)
/** Fen. */
const Sum = z.int().min(0).max(9_000_000_000_000_000)
const Days = z.int().min(0).max(365)
const versioned = { id: Id, version: z.int() }
export const LIMIT_GROUPS = ['current', 'mine', 'running', 'all'] as const
/** `over`, `near`: of the sum granted. `expiring`: within thirty days. `expired`: past its last day, and no other in its place. `held`: frozen, or asked to be. `listed`: of a party on the list of bad customers. */
export const LIMIT_FILTERS = ['over', 'near', 'expiring', 'expired', 'held', 'listed'] as const

/** What is used of a limit, as receivables stand today. */
const Exposure = z.object({
  /** Open items less advances, never below zero. */
  usedFen: Sum, overdueFen: Sum, oldestDueOn: Day.nullable(),
  /** Nothing while it is frozen or past its last day, or the party is suspended. */
  availableFen: Sum, utilisation: z.int().nullable(), use: z.enum(USES), validity: z.enum(VALIDITIES),
})

const LimitRow = z.object({
  id: Id, number: z.string(), partyId: Id, partyName: z.string(),
  /** Behind the limit; and as it counts today. */
  grade: Grade.nullable(), gradeToday: Grade.nullable(), state: z.enum(LIMIT_STATES), hold: z.enum(HOLDS), isCurrent: z.boolean(),
  amountFen: Sum, termDays: Days, proposedFen: Sum, fromOn: Day.nullable(), untilOn: Day, madeByName: z.string(), madeAt: Instant,
  /** Of the limit that stands; null for any other. */
  exposure: Exposure.nullable(),
  /** The lists the party is on today. */
  listed: z.array(Listed),
})

const GuaranteeShown = z.object({
  kind: z.enum(GUARANTEES), amountFen: Sum, until: Day.nullable(), giver: z.string().nullable(), countedFen: Sum, why: z.enum(NOT_COUNTED).nullable(),
  page: z.object({
    attachmentId: Id.nullable(), documentId: Id, page: z.int(), title: z.string(), sha256: z.string(), isThere: z.boolean(),
    /** The document's number and words in the catalogue, null for one outside it; its dossier, null where this person does not see it. */
    type: z.string().nullable(), dossierNumber: z.string().nullable(),
    /** Neither its type nor its title is of a guarantee. */
    isOther: z.boolean(),
    /** To open it: null where the scan is gone, or this person may not read the dossier. */
    attachment: Attachment.nullable(),
  }).nullable(),
})
const Candidate = z.object({ login: z.string(), name: z.string() })

export const LimitShown = LimitRow.extend({
  version: z.int(), round: z.int(), creditCode: z.string().nullable(), reason: z.string().nullable(), remarks: z.string().nullable(), gradeLabel: z.string().nullable(),
  rating: z.object({ id: Id, number: z.string(), asOf: Day, score: z.int().nullable(), reviewOn: Day.nullable(), isReviewPast: z.boolean() }).nullable(),
  /** The party is being rated anew; null once the case is closed. */
  rerating: z.object({ id: Id, number: z.string(), state: z.enum(RATING_STATES) }).nullable(),
  /** The basis is still the rating that stands and the text in force; always true once it is decided. */
  isBasisCurrent: z.boolean(),
  /** What the party owes today, whatever limit it has; never below zero. */
  owed: z.object({ balanceFen: Sum, overdueFen: Sum }),
  scheme: z.object({ versionId: Id, name: z.string(), no: z.int(), limits: Limits }),
  proposal: LimitProposal, proposedDays: Days, addedFen: Sum, guarantees: z.array(GuaranteeShown),
  /** Of a running case: what stood behind the limit that it is to replace, and no longer holds. `gone`: its page was struck out. */
  lost: z.array(z.object({ kind: z.enum(GUARANTEES), amountFen: Sum, giver: z.string().nullable(), until: Day.nullable(), why: z.enum(['ended', 'gone']) })),
  /** Why an office director alone does not decide. */
  generalManager: z.enum(GENERAL_MANAGER_REASONS).nullable(), directorFen: Sum, latestUntil: Day,
  /** The lists the case stands on; the sum above which a party on the list of bad customers is the general manager's; what whoever handles it has to know. */
  listedBehind: z.array(Listed.omit({ untilOn: true, isTermOver: true })), ceilingFen: Sum.nullable(), told: z.array(Because),
  holdReason: z.string().nullable(), holdByName: z.string().nullable(),
  previous: z.object({ id: Id, number: z.string(), amountFen: Sum, termDays: Days, untilOn: Day }).nullable(),
  steps: z.array(z.object({ what: z.enum(LIMIT_STEPS), byName: z.string(), at: Instant, on: Day, round: z.int(), reason: z.string().nullable(), onTheSpot: z.boolean(), sessionOfName: z.string(), textHash: z.string().nullable() })),
  capsule: z.object({ hash: z.string(), auditSeq: z.int() }).nullable(),
  candidates: z.array(Candidate),
  may: z.object({
    change: z.boolean(), submit: z.boolean(), review: z.boolean(), approve: z.boolean(), refuse: z.boolean(), return: z.boolean(), withdraw: z.boolean(),
    freeze: z.boolean(), release: z.boolean(), decideHold: z.boolean(),
  }),
})

const Changed = z.object({ limit: LimitShown })
const NewGuarantee = z.strictObject({
  kind: z.enum(GUARANTEES), amountFen: Sum.min(1), until: Day.nullable().default(null), giver: optionalLine(60),
  page: z.strictObject({ attachmentId: Id, page: z.int().min(1).max(10_000) }).nullable().default(null),
})
const READERS = RATERS

export const limits = {
  /** The ledger: the limit that stands of every party; or what waits, runs, or all. Those over or nearly used up are asked of today's receivables. */
  'limits.list': query({
    who: READERS,
    input: z.strictObject({ group: z.enum(LIMIT_GROUPS).default('current'), filter: z.enum(LIMIT_FILTERS).nullable().default(null), text: z.string().max(100).default(''), ...Page }),
    output: pageOf(LimitRow),
  }),
  'limits.counts': query({
    who: READERS, input: Empty,
    output: z.object({ current: z.int(), mine: z.int(), running: z.int(), all: z.int(), filters: z.object({ over: z.int(), near: z.int(), expiring: z.int(), expired: z.int(), held: z.int(), listed: z.int() }), grantedFen: Sum, usedFen: Sum }),
  }),
  /** One case whole; one entry that it was read. */
  'limits.get': reading({ who: READERS, input: z.strictObject({ id: Id }), output: LimitShown }),
  /** One page of a party's credit: what it may owe, what it owes, what comes next; each with what it is read from. */
  'limits.ofParty': reading({
    who: READERS, input: z.strictObject({ partyId: Id }),
    output: z.object({
      today: Day, grade: Grade.nullable(), gradeLabel: z.string().nullable(), ratingId: Id.nullable(), reviewOn: Day.nullable(),
      current: LimitRow.nullable(), running: LimitRow.nullable(), history: z.array(LimitRow),
      owed: z.object({ balanceFen: z.int(), overdueFen: Sum, oldestDueOn: Day.nullable(), longestOverdueDays: z.int(), advancesFen: Sum }),
      promises: z.object({ count: z.int(), nextOn: Day.nullable() }),
      listed: z.array(Listed),
      /** What stands in the way of giving more credit. */
      blocks: z.array(Because),
      mayMake: z.boolean(),
    }),
  }),
  'limits.pages': query({
    who: MAKERS, input: z.strictObject({ partyId: Id }),
    output: z.array(z.object({ attachment: Attachment, documentId: Id, dossierId: Id, dossierNumber: z.string(), document: z.string(), itemCode: z.string().nullable() })),
  }),
  /** A draft on the rating that stands, with what is proposed and the guarantees that still hold of the limit that stands; one at a time (`limit-running`). Refuses where no text proposes limits (`limit-no-scheme`). */
  'limits.create': command({ who: MAKERS, input: z.strictObject({ partyId: Id }), output: z.object({ id: Id, number: z.string() }) }),
  /** Sum, term, last day and guarantees; proposed anew each time. */
  'limits.save': command({
    who: MAKERS,
    input: z.strictObject({ ...versioned, amountFen: Sum, termDays: Days, untilOn: Day, reason: note(300), remarks: note(1000), guarantees: z.array(NewGuarantee).max(20) }),
    output: Changed,
  }),
  /** On the rating that stands now, sum and term as proposed. */
  'limits.refresh': command({ who: MAKERS, input: z.strictObject(versioned), output: Changed }),
  'limits.submit': command({ who: MAKERS, input: z.strictObject(versioned), output: Changed }),
  'limits.review': command({ who: REVIEWERS, input: z.strictObject({ ...versioned, remarks: note(300), onTheSpot: spot.optional() }), output: Changed }),
  /** By the third person, by the sum: frozen, and from today in the place of the one before. */
  'limits.approve': command({ who: DECIDERS, input: z.strictObject({ ...versioned, remarks: note(300), onTheSpot: spot.optional() }), output: Changed }),
  'limits.refuse': command({ who: DECIDERS, input: z.strictObject({ ...versioned, reason: line(300), onTheSpot: spot.optional() }), output: Changed }),
  'limits.return': command({ who: [...REVIEWERS, 'generalManager'], input: z.strictObject({ ...versioned, reason: line(300), onTheSpot: spot.optional() }), output: Changed }),
  'limits.withdraw': command({ who: ['creditAdministrator', 'officeDirector'], input: z.strictObject({ ...versioned, reason: line(300) }), output: Changed }),
  /** Asks that no more be given on a limit, or again; another decides. */
  'limits.proposeHold': command({ who: [...MAKERS, ...DECIDERS], input: z.strictObject({ ...versioned, hold: z.enum(['freeze', 'release']), reason: line(300) }), output: Changed }),
  'limits.decideHold': command({ who: DECIDERS, input: z.strictObject({ ...versioned, agrees: z.boolean(), remarks: note(300) }), output: Changed }),
  /** From the frozen rating, text and guarantees alone. */
  'limits.recompute': reading({
    who: [...REVIEWERS, 'generalManager', 'auditor'], input: z.strictObject({ id: Id }),
    output: z.object({ number: z.string(), isSame: z.boolean(), differences: z.array(z.string()), hash: z.object({ frozen: z.string(), computed: z.string() }) }),
  }),
  'limits.matrix': query({ who: READERS, input: Empty, output: z.object({ directorFen: Sum }) }),
  'limits.setMatrix': command({ who: ['generalManager'], input: z.strictObject({ directorFen: Sum }), output: Empty }),
}
