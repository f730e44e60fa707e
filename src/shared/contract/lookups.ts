import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { Login, Password } from './archive.ts'
import { Because, command, Day, Empty, Id, Instant, line, note, optionalLine, Page, pageOf, query, RoleName } from './method.ts'
import { LEVELS, Place } from './dossiers.ts'

export const MANNERS = ['read', 'borrow', 'copy'] as const
export const SLIP_STATES = ['draft', 'submitted', 'signed', 'refused', 'out', 'returned', 'cancelled'] as const
export const CONDITIONS = ['good', 'damaged', 'incomplete'] as const

/** How one dossier on a slip stands. `dueIn` < 0: overdue by that many days, counted from the day after the due day. */
export const SlipDossier = z.object({
  dossierId: Id,
  number: z.string(),
  title: z.string(),
  level: z.enum(LEVELS),
  documents: z.int(),
  pages: z.int(),
  place: Place.nullable(),
  loan: z.object({
    id: Id,
    handedAt: Instant, handedByName: z.string(), pagesOut: z.int(), conditionOut: z.enum(CONDITIONS),
    dueOn: Day, dueIn: z.int(), dueBecause: Because, renewals: z.int(),
    claimedReturnedAt: Instant.nullable(), lostAt: Instant.nullable(),
    returnedAt: Instant.nullable(), takenBackByName: z.string().nullable(), pagesIn: z.int().nullable(),
    conditionIn: z.enum(CONDITIONS).nullable(), remarks: z.string().nullable(),
  }).nullable(),
})

export const SlipRow = z.object({
  id: Id,
  number: z.string(),
  state: z.enum(SLIP_STATES),
  applicantName: z.string(),
  unit: z.string(),
  partyName: z.string(),
  shortName: z.string().nullable(),
  /** First number, and how many more. Null while the applicant may not know them yet. */
  dossierNumber: z.string().nullable(),
  dossierCount: z.int(),
  manner: z.enum(MANNERS),
  filledOn: Day,
  untilOn: Day,
  /** Of the loans still out: the earliest. */
  dueOn: Day.nullable(),
  dueIn: z.int().nullable(),
  isClaimedReturned: z.boolean(),
  isLost: z.boolean(),
})

export const Slip = SlipRow.extend({
  applicantId: Id,
  phone: z.string().nullable(),
  purpose: z.string(),
  copyPages: z.int().nullable(),
  /** Whether the archive has the named party. Also false for a reader who may not know: he is told nothing either way. */
  isPartyKnown: z.boolean(),
  filledByName: z.string(),
  dossiers: z.array(SlipDossier),
  /** Highest level among the dossiers; it decides who must sign. */
  level: z.enum(LEVELS),
  signers: z.array(z.object({
    role: RoleName, clause: z.string(),
    signature: z.object({
      signerName: z.string(), at: Instant, decision: z.enum(['agreed', 'refused']), reason: z.string().nullable(),
      onTheSpot: z.boolean(),
      /** Signed with the pen, on a paper that was entered afterwards. */
      onPaper: z.boolean(), textHash: z.string(),
    }).nullable(),
    /** People who may sign this line of this slip. */
    candidates: z.array(z.object({ login: z.string(), name: z.string() })),
  })),
  steps: z.array(z.object({
    step: z.enum(['filled', 'submitted', 'signed', 'handedOut', 'returned']), at: Instant.nullable(), by: z.string().nullable(),
    phase: z.enum(['done', 'now', 'future']),
  })),
  events: z.array(z.object({
    at: Instant, by: z.string(),
    what: z.enum([
      'filled', 'changed', 'submitted', 'agreed', 'refused', 'cancelled', 'handedOut', 'reminded', 'renewed', 'claimedReturned',
      'lost', 'takenBack', 'printed',
    ]),
    remarks: z.string().nullable(),
  })),
  /** What the reader may do now in his own session. On the spot anybody named in `signers[].candidates` may sign. */
  may: z.object({
    change: z.boolean(), submit: z.boolean(), sign: z.boolean(), cancel: z.boolean(), handOut: z.boolean(),
    takeBack: z.boolean(), renew: z.boolean(), reportLost: z.boolean(), claimReturned: z.boolean(), remind: z.boolean(),
  }),
  loanDays: z.int(),
  prints: z.int(),
  version: z.int(),
})

const slipFields = {
  /** Whom the slip is for; the person at the desk when omitted. */
  applicantId: Id.optional(),
  phone: optionalLine(40),
  /** As the applicant knows the customer: full name, or credit code. Resolved when submitted; never answered back. */
  partyName: line(200),
  /** Dossiers the person filling it in can see. Empty: the credit dossier of the named party. */
  dossierIds: z.array(Id).max(30).default([]),
  purpose: line(300),
  manner: z.enum(MANNERS),
  copyPages: z.int().min(1).max(10_000).nullable().default(null),
  untilOn: Day,
}

/** Who reads the borrowing register: it names every borrower and every folder. */
export const REGISTER_ROLES = ['archivist', 'creditAdministrator', 'officeDirector', 'generalManager'] as const

export const spot = z.strictObject({ login: Login, password: Password })

export const lookups = {
  'lookups.create': command({
    who: DOSSIER_ROLES,
    input: z.strictObject({ ...slipFields, submit: z.boolean().default(false) }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  'lookups.change': command({
    who: DOSSIER_ROLES,
    input: z.strictObject({ id: Id, version: z.int(), ...slipFields }),
    output: z.object({ version: z.int() }),
  }),
  'lookups.submit': command({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Empty }),
  'lookups.cancel': command({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id, reason: optionalLine(200) }), output: Empty }),
  /**
   * Signs or refuses in one's own session, or on the spot: the signer types login and password at somebody else's
   * desk. Never the applicant, nor the one who filled the slip in for him.
   */
  'lookups.sign': command({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      id: Id,
      /** The version the signer read: a slip changed since is refused (`changed-meanwhile`), since it is another text. */
      version: z.int().optional(),
      decision: z.enum(['agreed', 'refused']), reason: optionalLine(200), onTheSpot: spot.optional(),
    }),
    output: z.object({ state: z.enum(SLIP_STATES) }),
  }),
  'lookups.handOut': command({
    who: ['archivist'],
    input: z.strictObject({
      id: Id,
      folders: z.array(z.strictObject({
        dossierId: Id, pages: z.int().min(0), condition: z.enum(CONDITIONS), remarks: optionalLine(200),
      })).min(1).max(30),
    }),
    output: Empty,
  }),
  /** By folder: whoever brings it. Pages that differ from those handed out need a remark. */
  'lookups.takeBack': command({
    who: ['archivist'],
    input: z.strictObject({
      dossierId: Id, pages: z.int().min(0), condition: z.enum(CONDITIONS), remarks: optionalLine(200),
    }),
    output: z.object({ slipId: Id, slipState: z.enum(SLIP_STATES), place: Place.nullable() }),
  }),
  'lookups.renew': command({
    who: ['archivist', 'officeDirector'],
    input: z.strictObject({ id: Id, dossierId: Id, dueOn: Day, reason: line(200) }),
    output: Empty,
  }),
  /** The borrower says that it is back; the room has not got it. Stays out until found or lost. */
  'lookups.claimReturned': command({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id, dossierId: Id, remarks: note(300) }), output: Empty }),
  'lookups.reportLost': command({
    who: ['archivist'],
    input: z.strictObject({ id: Id, dossierId: Id, findings: line(300) }),
    output: Empty,
  }),
  'lookups.remind': command({ who: ['archivist'], input: z.strictObject({ id: Id }), output: z.object({ step: z.int() }) }),
  'lookups.get': query({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Slip }),
  /** By slip number (or half number `…-1`) or dossier number: what the scanner box opens. A dossier comes with the slip it is out on. */
  'lookups.find': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ code: z.string().trim().min(1).max(60) }),
    output: z.object({
      slipId: Id.nullable(), dossierId: Id.nullable(),
      /** What an archivist who scans a folder has it in hand for: it comes back, or it goes out on a signed slip. */
      next: z.object({ slipId: Id, step: z.enum(['takeBack', 'handOut']) }).nullable(),
    }),
  }),
  /** The desk: what waits for this person first, then what is out. */
  'lookups.desk': query({
    who: DOSSIER_ROLES,
    input: Empty,
    output: z.object({
      counts: z.object({ toSign: z.int(), toHandOut: z.int(), out: z.int(), dueToday: z.int(), overdue: z.int() }),
      overdue: z.array(SlipRow), dueToday: z.array(SlipRow), toSign: z.array(SlipRow), toHandOut: z.array(SlipRow),
      out: z.array(SlipRow), drafts: z.array(SlipRow),
      /** Days a folder may be away under the regulation in force, by manner: what a new slip proposes. */
      loanDays: z.object({ read: z.int(), borrow: z.int(), copy: z.int() }),
    }),
  }),
  'lookups.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      text: z.string().max(100).default(''), state: z.enum([...SLIP_STATES, 'overdue']).nullable().default(null),
      /** Those for the reader; without it also those that he filled in for others. */
      mine: z.boolean().default(false), from: Day.nullable().default(null), to: Day.nullable().default(null), ...Page,
    }),
    output: pageOf(SlipRow),
  }),
  /** The borrowing register: one line a folder handed out. */
  'lookups.register': query({
    who: REGISTER_ROLES,
    input: z.strictObject({ from: Day, to: Day, ...Page }),
    output: pageOf(z.object({
      loanId: Id, slipNumber: z.string(), handedAt: Instant, applicantName: z.string(), unit: z.string(), phone: z.string().nullable(),
      dossierNumber: z.string(), title: z.string(), level: z.enum(LEVELS), place: z.string(), purpose: z.string(),
      manner: z.enum(MANNERS), signedBy: z.string(), dueOn: Day, returnedAt: Instant.nullable(), pagesOut: z.int(),
      pagesIn: z.int().nullable(), conditionIn: z.enum(CONDITIONS).nullable(), takenBackByName: z.string().nullable(),
      remarks: z.string().nullable(),
    })),
  }),
}
