import * as z from 'zod'
import { ABSENCES, SOURCE_KINDS } from '../rules/facts/fact.ts'
import { APPROVERS, MAKERS, RATING_STATES, RATING_STEPS, REVIEWERS } from '../rules/ratings/steps.ts'
import { RATING_KINDS, Scheme } from '../rules/schemes/schema.ts'
import { DOSSIER_ROLES } from '../roles.ts'
import { Because, command, Day, Empty, Id, Instant, line, note, Page, pageOf, query, reading } from './method.ts'
import { Attachment } from './dossiers.ts'
import { spot } from './lookups.ts'
import { GRADES } from './parties.ts'
import { DueReason } from './rerating.ts'

export const Source = z.object({
  kind: z.enum(SOURCE_KINDS), id: Id.nullable(), line: z.string().nullable(), rows: z.int().nullable(), from: Day.nullable(), until: Day.nullable(),
})
export const Fact = z.object({
  value: z.number().nullable(), absent: z.enum(ABSENCES).nullable(), sources: z.array(Source).readonly(), latestOn: Day.nullable(),
})
export const Facts = z.record(z.string(), Fact).readonly()

const Grade = z.enum(GRADES)
/** Hundredths of a point. */
const Centi = z.int()
const Share = z.int().min(0).max(10_000)

export const Result = z.object({
  indicators: z.array(z.object({
    code: z.string(), value: z.number().nullable(), absent: z.enum([...ABSENCES, 'noMark', 'noEvidence']).nullable(), band: z.int().nullable(),
    share: Share.nullable(), points: Centi, weight: Centi, wasDemoted: z.boolean(),
  })).readonly(),
  groups: z.array(z.object({ code: z.string(), points: Centi, weight: Centi })).readonly(),
  points: Centi, weight: Centi, score: Centi.nullable(), coverage: Share, scoreGrade: Grade.nullable(),
  gates: z.array(z.object({ code: z.string(), state: z.enum(['hit', 'pass', 'unknownHit', 'unknownPass']) })).readonly(),
  grade: Grade.nullable(),
})

export const Lift = z.object({
  target: Grade,
  /** The fewest changes, of those the ones with the least points gained; null: no set of changes can. */
  changes: z.array(z.object({
    code: z.string(), band: z.int(), share: Share, points: Centi, gained: Centi,
    /** The value at which the band is reached; null for a mark and for an open end. */
    threshold: z.number().nullable(),
    isMissing: z.boolean(),
  })).readonly().nullable(),
  score: Centi.nullable(), coverage: Share.nullable(),
  /** Gates that stand in the way whatever the card says: these must end first. */
  blockedBy: z.array(z.string()).readonly(),
})

/** A limit as a scheme proposes it: `rules/limits/propose.ts`. */
export const LimitProposal = z.object({
  grade: Grade.nullable(), candidates: z.array(z.object({ code: z.string(), value: z.number().nullable(), absent: z.enum(ABSENCES).nullable() })).readonly(),
  binding: z.string(), limitYuan: z.int(), termDays: z.int(),
})

const RatingRow = z.object({
  id: Id, number: z.string(), partyId: Id, partyName: z.string(), shortName: z.string().nullable(), kind: z.enum(RATING_KINDS), asOf: Day,
  state: z.enum(RATING_STATES), score: Centi.nullable(), coverage: Share, grade: Grade.nullable(), computedGrade: Grade.nullable(),
  overrideGrade: Grade.nullable(), overrideUntil: Day.nullable(), schemeName: z.string(), madeByName: z.string(), madeAt: Instant, approvedOn: Day.nullable(), reviewOn: Day.nullable(),
  /** `reviewOn`, or the last day of an override where that is earlier. */
  nextOn: Day.nullable(), isCurrent: z.boolean(),
})

const Evidence = z.object({
  id: Id, attachmentId: Id.nullable(), documentId: Id, page: z.int(), title: z.string(), sha256: z.string(),
  /** Of a scan that is there and that the reader may see. */
  dossierNumber: z.string().nullable(), isThere: z.boolean(),
})

const Change = z.object({ name: z.string(), before: Fact.nullable(), after: Fact.nullable() })
const Comes = z.object({ score: Centi.nullable(), coverage: Share, grade: Grade.nullable() })
export const Moved = z.object({
  facts: z.array(Change).readonly(), industry: z.object({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  /** Numbers of the scheme's versions. */
  scheme: z.object({ before: z.int(), after: z.int() }).nullable(),
  before: Comes, after: Comes,
})

const Candidate = z.object({ login: z.string(), name: z.string() })

export const Rating = RatingRow.extend({
  version: z.int(), round: z.int(), remarks: z.string().nullable(), industry: z.string().nullable(), creditCode: z.string().nullable(),
  /** `effectiveOn` null: it came with the program. */
  scheme: z.object({ versionId: Id, effectiveOn: Day.nullable(), hash: z.string(), body: Scheme }),
  regulation: z.object({ versionId: Id, id: z.string(), title: z.string() }),
  /** Those in use, best first, in the regulation's words. */
  grades: z.array(z.object({ grade: Grade, label: z.string(), measures: z.string().nullable() })),
  gatheredAt: Instant,
  /** Of a running case: what the ledgers say otherwise by now for the very day rated. It is refreshed before anybody signs (`rating-basis`). */
  moved: Moved.nullable(),
  facts: Facts,
  marks: z.record(z.string(), z.object({ option: z.string(), remarks: z.string().nullable(), byName: z.string(), at: Instant, evidence: z.array(Evidence) })),
  result: Result,
  /** By indicator: the years or ratings before, the present last; only where there are at least two. */
  trends: z.record(z.string(), z.array(z.object({ on: Day, value: z.number() }))),
  lift: Lift.nullable(),
  override: z.object({ grade: Grade, until: Day, reason: z.string(), isAgreed: z.boolean(), agreedByName: z.string().nullable(), hasEnded: z.boolean() }).nullable(),
  overrideLimits: z.object({ grades: z.array(Grade), latestUntil: Day }),
  /** What lowered the grade: gates by their codes, and that too little is known. */
  causes: z.object({ gates: z.array(z.string()), coverage: z.boolean() }),
  /** Approved before this one, the oldest first; never counted. */
  previous: z.array(z.object({
    id: Id, number: z.string(), asOf: Day, approvedOn: Day, kind: z.enum(RATING_KINDS), score: Centi.nullable(), grade: Grade.nullable(), computedGrade: Grade.nullable(), coverage: Share,
  })),
  reviewBecause: Because.nullable(),
  steps: z.array(z.object({
    what: z.enum(RATING_STEPS), byName: z.string(), at: Instant, on: Day, round: z.int(), reason: z.string().nullable(), onTheSpot: z.boolean(),
    sessionOfName: z.string(), textHash: z.string().nullable(),
  })),
  signatures: z.object({ maker: z.boolean(), reviewer: z.boolean(), approver: z.boolean() }),
  /** For the grade that stands, or would; null where the scheme's text has no part on limits. */
  limit: LimitProposal.nullable(),
  capsule: z.object({ hash: z.string(), auditSeq: z.int() }).nullable(),
  /** Who could sign the next step at this desk. */
  candidates: z.array(Candidate),
  /** While it waits for review: who could approve it after, unless he reviews it himself. */
  approvers: z.array(Candidate),
  may: z.object({
    change: z.boolean(), submit: z.boolean(), review: z.boolean(), approve: z.boolean(), return: z.boolean(), withdraw: z.boolean(),
  }),
})

/** A change of a draft answers the whole card, so that the screen need not read it again. */
const Changed = z.object({ rating: Rating })

export const RATERS = DOSSIER_ROLES.filter((role) => role !== 'archivist')
const versioned = { id: Id, version: z.int() }
export const RATING_GROUPS = ['mine', 'running', 'current', 'all'] as const

export const ratings = {
  /** `mine`: what waits for this person. `current`: the standing rating of each party. */
  'ratings.list': query({
    who: RATERS,
    input: z.strictObject({
      group: z.enum(RATING_GROUPS).default('running'), text: z.string().max(100).default(''), kind: z.enum(RATING_KINDS).nullable().default(null),
      state: z.enum(RATING_STATES).nullable().default(null), grade: z.enum([...GRADES, 'none']).nullable().default(null), partyId: Id.nullable().default(null), ...Page,
    }),
    output: pageOf(RatingRow),
  }),
  'ratings.counts': query({
    who: RATERS, input: Empty,
    output: z.object({ mine: z.int(), running: z.int(), current: z.int(), all: z.int(), grades: z.array(z.object({ grade: z.enum([...GRADES, 'none']), label: z.string(), count: z.int() })) }),
  }),
  /** Everything about one rating: what it stands on is read with it. */
  'ratings.get': reading({ who: RATERS, input: z.strictObject({ id: Id }), output: Rating }),
  /** The score line of a party: approved ratings, the oldest first. */
  'ratings.history': query({
    who: RATERS, input: z.strictObject({ partyId: Id }),
    output: z.object({
      /** `label`: the grade in the words of the regulation it was given under. */
      rows: z.array(Rating.shape.previous.element.extend({ label: z.string().nullable() })), grades: Rating.shape.grades, cuts: z.object({ AAA: Centi, AA: Centi, A: Centi, B: Centi }).nullable(),
      /** What counts today, why it is to be made anew (the most pressing first), and the running case of each kind. */
      today: z.object({
        grade: Grade, label: z.string(), ratingId: Id, overrideUntil: Day.nullable(), nextOn: Day.nullable(),
        due: z.array(DueReason),
      }).nullable(),
      running: z.array(z.object({ id: Id, number: z.string(), kind: z.enum(RATING_KINDS), state: z.enum(RATING_STATES) })),
      mayMake: z.boolean(),
    }),
  }),
  /** Pages of the party's dossiers that this person may see, to stand behind a mark. */
  'ratings.pages': query({
    who: RATERS, input: z.strictObject({ id: Id }),
    output: z.array(z.object({
      attachment: Attachment, documentId: Id, dossierId: Id, dossierNumber: z.string(), document: z.string(), itemCode: z.string().nullable(),
    })),
  }),
  /** A draft under the scheme and the regulation in force on the day rated; the facts are gathered at once. One of a kind at a time (`duplicate`). */
  'ratings.create': command({
    who: MAKERS,
    input: z.strictObject({ partyId: Id, kind: z.enum(RATING_KINDS), asOf: Day.optional(), for: z.enum(['customer', 'supplier']).optional(), schemeId: Id.optional() }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  /** Gathers the facts again, as of the same day and by the scheme in force on it, and says what is another. */
  'ratings.refresh': command({
    who: MAKERS, input: z.strictObject(versioned),
    output: Changed.extend({ changes: z.array(Change) }),
  }),
  /** Null takes the mark back. Evidence are pages of scans of the party's dossiers. */
  'ratings.mark': command({
    who: MAKERS,
    input: z.strictObject({
      ...versioned, indicator: z.string().max(8), option: z.string().max(8).nullable(), remarks: note(300),
      evidence: z.array(z.strictObject({ attachmentId: Id, page: z.int().min(1).max(10_000) })).max(20).default([]),
    }),
    output: Changed,
  }),
  'ratings.remark': command({ who: MAKERS, input: z.strictObject({ ...versioned, remarks: note(1000) }), output: Changed }),
  /** Proposes another grade than the computed one, for a time; null takes it back. */
  'ratings.override': command({
    who: MAKERS,
    input: z.strictObject({ ...versioned, override: z.strictObject({ grade: Grade, until: Day, reason: line(300) }).nullable() }),
    output: Changed,
  }),
  'ratings.submit': command({ who: MAKERS, input: z.strictObject(versioned), output: Changed }),
  /** In one's own session or on the spot. Never the maker. */
  'ratings.review': command({
    who: RATERS, input: z.strictObject({ ...versioned, remarks: note(300), onTheSpot: spot.optional() }), output: Changed,
  }),
  /** The third person. `override`: whether a proposed override is agreed to; without one proposed it is left out. */
  'ratings.approve': command({
    who: RATERS, input: z.strictObject({ ...versioned, override: z.boolean().optional(), remarks: note(300), onTheSpot: spot.optional() }), output: Changed,
  }),
  'ratings.return': command({
    who: RATERS, input: z.strictObject({ ...versioned, reason: line(300), onTheSpot: spot.optional() }), output: Changed,
  }),
  'ratings.withdraw': command({ who: ['creditAdministrator', 'officeDirector'], input: z.strictObject({ ...versioned, reason: line(300) }), output: Changed }),
  /** From the frozen inputs alone, digit for digit. */
  'ratings.recompute': reading({
    who: [...REVIEWERS, 'generalManager', 'auditor'],
    input: z.strictObject({ id: Id }),
    output: z.object({
      number: z.string(), asOf: Day, approvedOn: Day, isSame: z.boolean(), differences: z.array(z.string()),
      hash: z.object({ frozen: z.string(), computed: z.string() }), schemeHash: z.object({ frozen: z.string(), computed: z.string() }),
      frozen: z.object({ score: Centi.nullable(), coverage: Share, grade: Grade.nullable() }), computed: z.object({ score: Centi.nullable(), coverage: Share, grade: Grade.nullable() }),
    }),
  }),
}

export { APPROVERS, MAKERS, REVIEWERS }
