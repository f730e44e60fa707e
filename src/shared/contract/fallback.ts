import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { FromStage, MOST_LINES, REFUSAL_REASONS, ToStage } from './custody.ts'
import { INCIDENT_KINDS } from './incidents.ts'
import { CONFLICT_RULES } from '../rules/fallback/conflicts.ts'
import { command, Day, Empty, Id, Instant, line, optionalLine, Page, pageOf, query } from './method.ts'
import { CONDITIONS, MANNERS } from './lookups.ts'

export const BLANK_FORMS = ['slip', 'transfer', 'incident'] as const
export const BLANK_STATES = ['out', 'used', 'voided'] as const
export const PAPER_DECISIONS = ['accepted', 'refused'] as const
export const PAPER_STATES = ['waiting', 'posted', 'setAside'] as const
export const CONFLICT_STATES = ['open', 'proposed', 'settled', 'gone'] as const
export const FALLBACK_ROLES = ['archivist', 'creditAdministrator', 'officeDirector'] as const

const Blank = z.object({
  id: Id, number: z.string(), form: z.enum(BLANK_FORMS), issuedAt: Instant, issuedByName: z.string(), state: z.enum(BLANK_STATES),
  closedAt: Instant.nullable(), closedByName: z.string().nullable(), remarks: z.string().nullable(),
  /** A paper of it has been entered and waits to be posted. */
  isEntered: z.boolean(),
})

const PaperFolder = z.object({
  dossierId: Id, pagesOut: z.int(), conditionOut: z.enum(CONDITIONS),
  returnedAt: Instant.nullable(), pagesIn: z.int().nullable(), conditionIn: z.enum(CONDITIONS).nullable(),
})
const PaperSlip = z.object({
  applicantName: z.string(), partyName: z.string(), purpose: z.string(), manner: z.enum(MANNERS), copyPages: z.int().nullable(), untilOn: Day,
  signerName: z.string(), signedAt: Instant, handedByName: z.string(), handedAt: Instant, takenBackByName: z.string().nullable(), folders: z.array(PaperFolder),
})
const PaperLine = z.object({
  dossierId: Id, pages: z.int(), decision: z.enum(PAPER_DECISIONS), pagesIn: z.int().nullable(), condition: z.enum(CONDITIONS).nullable(),
  reason: z.enum(REFUSAL_REASONS).nullable(), remarks: z.string().nullable(),
})
const PaperList = z.object({
  from: FromStage, to: ToStage, departmentName: z.string().nullable(), senderName: z.string(), sentAt: Instant, receiverName: z.string(), receivedAt: Instant,
  lines: z.array(PaperLine),
})
const PaperNote = z.object({
  kind: z.enum(INCIDENT_KINDS), dossierId: Id, happenedFrom: Instant, happenedTo: Instant, foundAt: Instant, foundByName: z.string(), what: z.string(),
  holderName: z.string().nullable(), measures: z.string().nullable(), witness: z.string().nullable(),
})
/** What was read off a paper: the head, the folders that it names, and what its form says; the other two forms are null. */
export const PaperEntry = z.object({
  id: Id, blank: z.string(), form: z.enum(BLANK_FORMS), state: z.enum(PAPER_STATES),
  /** Handed out, handed over, found. */
  happenedAt: Instant,
  remarks: z.string().nullable(), enteredByName: z.string(), enteredAt: Instant, conflicts: z.int(),
  /** What it became once posted. */
  became: z.object({ id: Id, number: z.string() }).nullable(),
  dossiers: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
  slip: PaperSlip.nullable(), list: PaperList.nullable(), note: PaperNote.nullable(),
})

const Entered = z.object({ id: Id, conflicts: z.int() })

const Conflict = z.object({
  id: Id, rule: z.enum(CONFLICT_RULES), state: z.enum(CONFLICT_STATES), dossierId: Id.nullable(), dossierNumber: z.string().nullable(),
  facts: z.record(z.string(), z.string()), foundAt: Instant,
  /** Both sides: the papers as they were read off; the second is null where the other side is what the program recorded. */
  papers: z.array(PaperEntry),
  setAside: z.string().nullable(), setAsideId: Id.nullable(), reason: z.string().nullable(), proposedByName: z.string().nullable(), proposedAt: Instant.nullable(),
  confirmedByName: z.string().nullable(), confirmedAt: Instant.nullable(),
  may: z.object({ propose: z.boolean(), explain: z.boolean(), confirm: z.boolean() }),
})

export const fallback = {
  /** Gives out the next numbers of the year's blanks, to be printed; they are never given again. */
  'fallback.issue': command({
    who: FALLBACK_ROLES, input: z.strictObject({ form: z.enum(BLANK_FORMS), count: z.int().min(1).max(100) }),
    output: z.object({ ids: z.array(Id), from: z.string(), to: z.string() }),
  }),
  'fallback.void': command({ who: FALLBACK_ROLES, input: z.strictObject({ number: line(40), reason: line(200) }), output: Empty }),
  /** A list or a note that was made in the program as well: its number there. One that is on paper alone is entered. */
  'fallback.use': command({ who: FALLBACK_ROLES, input: z.strictObject({ number: line(40), reference: line(40) }), output: Empty }),
  /** Reads a slip off its paper. It waits; what it contradicts is answered at once. */
  'fallback.enter': command({
    who: ['archivist'],
    input: z.strictObject({
      number: line(40), applicantId: Id, partyName: line(200), purpose: line(300), manner: z.enum(MANNERS), copyPages: z.int().min(1).max(10_000).nullable().default(null),
      untilOn: Day, signerId: Id, signedAt: Instant, handedBy: Id, handedAt: Instant, takenBackBy: Id.nullable().default(null), remarks: optionalLine(200),
      folders: z.array(z.strictObject({
        dossierId: Id, pagesOut: z.int().min(0), conditionOut: z.enum(CONDITIONS).default('good'),
        returnedAt: Instant.nullable().default(null), pagesIn: z.int().min(0).nullable().default(null), conditionIn: z.enum(CONDITIONS).nullable().default(null),
      })).min(1).max(30),
    }),
    output: Entered,
  }),
  /** The same of a list of transfer, every line of it decided. Both sides signed on the paper; who reads it off is neither. */
  'fallback.enterList': command({
    who: ['archivist'],
    input: z.strictObject({
      number: line(40), from: FromStage, to: ToStage, departmentId: Id.nullable().default(null),
      senderId: Id, sentAt: Instant, receiverId: Id, receivedAt: Instant, remarks: optionalLine(300),
      lines: z.array(z.strictObject({
        dossierId: Id, pages: z.int().min(0).max(100_000), decision: z.enum(PAPER_DECISIONS).default('accepted'), pagesIn: z.int().min(0).max(100_000).nullable().default(null),
        condition: z.enum(CONDITIONS).default('good'), reason: z.enum(REFUSAL_REASONS).nullable().default(null), remarks: optionalLine(200),
      })).min(1).max(MOST_LINES),
    }),
    output: Entered,
  }),
  /** The same of a note of an incident: at an instant (from and to the same), or at some time between two. */
  'fallback.enterNote': command({
    who: ['archivist'],
    input: z.strictObject({
      number: line(40), kind: z.enum(INCIDENT_KINDS), dossierId: Id, happenedFrom: Instant, happenedTo: Instant, foundAt: Instant, foundBy: Id, what: line(300),
      holderId: Id.nullable().default(null), measures: optionalLine(300), witness: optionalLine(60), remarks: optionalLine(200),
    }),
    output: Entered,
  }),
  /** A mistake in reading it off: the entry counts for nothing, the blank is open again. Only while it waits without a conflict. */
  'fallback.withdraw': command({ who: ['archivist'], input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
  /** Writes every waiting paper that contradicts nothing into slips, transfers and incidents, in the order in which things happened. */
  'fallback.post': command({ who: ['archivist'], input: Empty, output: z.object({ posted: z.int(), left: z.int() }) }),
  /** Which paper does not count; or, where the rule allows it, that the reason explains it. */
  'fallback.propose': command({
    who: FALLBACK_ROLES, input: z.strictObject({ id: Id, setAsideId: Id.nullable(), reason: line(300) }), output: Empty,
  }),
  /** Another person agrees, or sends it back. */
  'fallback.confirm': command({ who: FALLBACK_ROLES, input: z.strictObject({ id: Id, agreed: z.boolean() }), output: Empty }),
  'fallback.blanks': query({
    who: FALLBACK_ROLES, input: z.strictObject({ form: z.enum(BLANK_FORMS).nullable().default(null), state: z.enum(BLANK_STATES).nullable().default(null), text: z.string().max(40).default(''), fromId: Id.nullable().default(null), toId: Id.nullable().default(null), ...Page }),
    output: pageOf(Blank).extend({ out: z.int() }),
  }),
  'fallback.entries': query({ who: FALLBACK_ROLES, input: z.strictObject({ state: z.enum(PAPER_STATES).nullable().default(null), ...Page }), output: pageOf(PaperEntry).extend({ ready: z.int(), waiting: z.int() }) }),
  'fallback.conflicts': query({ who: FALLBACK_ROLES, input: z.strictObject({ isOpen: z.boolean().default(true), ...Page }), output: pageOf(Conflict) }),
  /** The paper that a slip, a transfer or an incident was entered from; null for one that was made in the program. */
  'fallback.ofCase': query({
    who: DOSSIER_ROLES, input: z.strictObject({ form: z.enum(BLANK_FORMS), id: Id }),
    output: z.object({
      blank: z.string(), enteredByName: z.string(), enteredAt: Instant, postedByName: z.string(),
      /** Of a note: what its incident has no place for. */
      note: PaperNote.pick({ holderName: true, measures: true, witness: true }).nullable(),
    }).nullable(),
  }),
}
