import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { STAGES } from '../rules/regulations/duties-of-office.ts'
import { DOSSIER_KINDS, LEVELS } from './dossiers.ts'
import { CONDITIONS, spot } from './lookups.ts'
import { Because, command, Day, Empty, Id, Instant, line, optionalLine, Page, pageOf, query } from './method.ts'

export const TRANSFER_STATES = ['draft', 'submitted', 'closed', 'withdrawn'] as const
export const LINE_STATES = ['listed', 'moving', 'accepted', 'refused', 'withdrawn'] as const
export const REFUSAL_REASONS = ['pages-differ', 'not-delivered', 'wrong-folder', 'damaged', 'incomplete', 'check-failed', 'other'] as const
/** Where a folder is kept, or that a reader has it, or that it is no more. */
export const CUSTODY_STAGES = [...STAGES, 'reader', 'destroyed'] as const
export const CUSTODY_EVENTS = ['opened', 'sent', 'received', 'takenIn', 'undone', 'lent', 'returned', 'keeperChanged', 'destroyed'] as const
/** Most folders on one list. */
export const MOST_LINES = 200

export const FromStage = z.enum(['department', 'administrator', 'office'])
export const ToStage = z.enum(['administrator', 'office', 'archiveRoom'])

/** Why a folder cannot be on the list: a refusal's code with what fills its words. */
const Obstacle = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })

export const TransferRow = z.object({
  id: Id,
  number: z.string(),
  state: z.enum(TRANSFER_STATES),
  fromStage: FromStage,
  toStage: ToStage,
  departmentName: z.string().nullable(),
  senderName: z.string(),
  /** Filled in, or submitted once it was. */
  on: Day,
  folders: z.int(),
  decided: z.int(),
  refused: z.int(),
  pages: z.int(),
  /** Whether it waits for the reader: to receive and sign, or (a draft of his) to submit. */
  waits: z.boolean(),
})

export const TransferLine = z.object({
  dossierId: Id,
  number: z.string(),
  title: z.string(),
  kind: z.enum(DOSSIER_KINDS),
  year: z.int(),
  level: z.enum(LEVELS),
  retentionYears: z.int().nullable(),
  departmentName: z.string(),
  documents: z.int(),
  pages: z.int(),
  hasScans: z.boolean(),
  state: z.enum(LINE_STATES),
  pagesIn: z.int().nullable(),
  condition: z.enum(CONDITIONS).nullable(),
  reason: z.enum(REFUSAL_REASONS).nullable(),
  remarks: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** What stands in the way of submitting this line; null on lines that are decided or on their way. */
  obstacle: Obstacle.nullable(),
  /** What the checks at receipt find; a finding that blocks keeps the line from being accepted. */
  findings: z.array(z.object({ check: z.string(), blocks: z.boolean(), values: z.record(z.string(), z.union([z.string(), z.number()])) })),
  /** Whether the reader may tick this line now. */
  mayDecide: z.boolean(),
})

export const Transfer = TransferRow.extend({
  departmentId: Id.nullable(),
  remarks: z.string().nullable(),
  filledByName: z.string(),
  filledAt: Instant,
  submittedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  documents: z.int(),
  lines: z.array(TransferLine),
  signatures: z.array(z.object({
    side: z.enum(['sender', 'receiver']), signerName: z.string(), at: Instant, onTheSpot: z.boolean(),
    /** It stands on the list that was entered from paper. */
    onPaper: z.boolean(), textHash: z.string(),
  })),
  /** Who may sign now, on the spot as well: the sender of a draft, the receiver of what was submitted. */
  candidates: z.array(z.object({ login: z.string(), name: z.string() })),
  events: z.array(z.object({
    at: Instant, by: z.string(), what: z.enum(['filled', 'changed', 'submitted', 'withdrawn', 'closed', 'printed']), remarks: z.string().nullable(),
  })),
  may: z.object({ change: z.boolean(), submit: z.boolean(), withdraw: z.boolean(), receive: z.boolean(), close: z.boolean() }),
  prints: z.int(),
  version: z.int(),
})

/** A folder that can be handed over on a way, or why it cannot. */
export const Candidate = z.object({
  dossierId: Id,
  number: z.string(),
  title: z.string(),
  kind: z.enum(DOSSIER_KINDS),
  year: z.int(),
  documents: z.int(),
  pages: z.int(),
  holderName: z.string(),
  /** When the regulation wants it handed over, and how that day came about; null when it says nothing for it yet. */
  due: z.object({ on: Day, isDue: z.boolean(), because: Because }).nullable(),
  obstacle: Obstacle.nullable(),
})

/** One row of the ledger of custody. `until` null: to this moment. */
export const CustodyRow = z.object({
  fromAt: Instant,
  until: Instant.nullable(),
  stage: z.enum(CUSTODY_STAGES),
  holderId: Id,
  holderName: z.string(),
  how: z.enum(CUSTODY_EVENTS),
  /** Number of the transfer, slip or list by which it came about, and where to find it. */
  caseKind: z.enum(['transfer', 'slip', 'keeperChange', 'disposal']).nullable(),
  caseId: Id.nullable(),
  caseNumber: z.string().nullable(),
})

const way = { from: FromStage, to: ToStage, departmentId: Id.nullable().default(null) }
const list = { dossierIds: z.array(Id).min(1).max(MOST_LINES), remarks: optionalLine(300) }

/** One line decided: accepted or refused; `moving` takes the receiver's own tick back, until he signs. */
const decision = z.strictObject({
  dossierId: Id,
  decision: z.enum(['accepted', 'refused', 'moving']),
  pages: z.int().min(0).max(100_000).nullable().default(null),
  condition: z.enum(CONDITIONS).default('good'),
  reason: z.enum(REFUSAL_REASONS).nullable().default(null),
  remarks: optionalLine(200),
})

export const custody = {
  /** The ways on which the reader may hand folders over, with how many wait in his part and how many of them are due. */
  'transfers.ways': query({
    who: DOSSIER_ROLES, input: Empty,
    output: z.array(z.object({
      from: FromStage, to: ToStage, departmentId: Id.nullable(), departmentName: z.string().nullable(), kinds: z.array(z.enum(DOSSIER_KINDS)),
    })),
  }),
  'transfers.candidates': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      ...way, year: z.int().nullable().default(null), kind: z.enum(DOSSIER_KINDS).nullable().default(null), text: z.string().max(100).default(''),
    }),
    /** The due ones first; at most as many as fit on two lists. `total` counts all. */
    output: pageOf(Candidate),
  }),
  'transfers.create': command({
    who: DOSSIER_ROLES, input: z.strictObject({ ...way, ...list }), output: z.object({ id: Id, number: z.string() }),
  }),
  'transfers.change': command({
    who: DOSSIER_ROLES, input: z.strictObject({ id: Id, version: z.int(), ...list }), output: z.object({ version: z.int() }),
  }),
  /** The sender signs the list, in his own session or on the spot; from now on its folders are on their way. */
  'transfers.submit': command({
    who: DOSSIER_ROLES, input: z.strictObject({ id: Id, version: z.int().optional(), onTheSpot: spot.optional() }), output: Empty,
  }),
  'transfers.withdraw': command({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
  /**
   * The receiver decides lines, and with `sign` signs the list, in his own session or on the spot. A line that he accepts
   * is his from that moment on.
   */
  'transfers.receive': command({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      id: Id, lines: z.array(decision).max(MOST_LINES).default([]), sign: z.boolean().default(false), onTheSpot: spot.optional(),
    }),
    output: z.object({ state: z.enum(TRANSFER_STATES), open: z.int() }),
  }),
  'transfers.get': query({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Transfer }),
  'transfers.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      text: z.string().max(100).default(''), state: z.enum(TRANSFER_STATES).nullable().default(null), waiting: z.boolean().default(false), ...Page,
    }),
    output: pageOf(TransferRow).extend({ waiting: z.int() }),
  }),
  /** Who had the folder and when; with `at`, who answered for it at that instant. */
  'custody.of': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ dossierId: Id, at: Instant.optional() }),
    output: z.object({
      number: z.string(), rows: z.array(CustodyRow), at: CustodyRow.nullable(),
      /** At that instant it was on its way on this transfer, and the sender still answered for it. */
      onTransfer: z.string().nullable(),
    }),
  }),
  /** The whole cabinet at a past moment. */
  'custody.at': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      at: Instant, holderId: Id.nullable().default(null), stage: z.enum(CUSTODY_STAGES).nullable().default(null), departmentId: Id.nullable().default(null),
      ...Page,
    }),
    output: pageOf(z.object({
      dossierId: Id, number: z.string(), title: z.string(), departmentName: z.string(), stage: z.enum(CUSTODY_STAGES), holderName: z.string(),
      fromAt: Instant, how: z.enum(CUSTODY_EVENTS),
    })),
  }),
  /** Old stock: the folder was in the archive room before the program, so no list hands it over. */
  'custody.takeIn': command({ who: ['archivist'], input: z.strictObject({ dossierId: Id, reason: line(200) }), output: Empty }),
  /** Who answers for folders that are not on loan, with how many of each stage. */
  'custody.keepers': query({
    who: DOSSIER_ROLES, input: Empty,
    output: z.array(z.object({
      personId: Id, name: z.string(), isActive: z.boolean(), folders: z.int(), stages: z.array(z.object({ stage: z.enum(STAGES), folders: z.int() })),
      /** Whether the reader may pass them on: they are his own, or he is the office director. */
      mayChange: z.boolean(),
      successors: z.array(z.object({ login: z.string(), name: z.string() })),
    })),
  }),
  /** 离任移交: everything a keeper answers for passes to a successor, who signs on the spot with his own password. */
  'custody.changeKeeper': command({
    who: ['archivist', 'departmentClerk', 'salesperson', 'creditAdministrator', 'officeDirector'],
    input: z.strictObject({ personId: Id, successor: spot, remarks: optionalLine(300) }),
    output: z.object({ id: Id, number: z.string(), folders: z.int() }),
  }),
  'custody.keeperChange': query({
    who: DOSSIER_ROLES, input: z.strictObject({ id: Id }),
    output: z.object({
      id: Id, number: z.string(), at: Instant, fromName: z.string(), toName: z.string(), witnessName: z.string().nullable(), remarks: z.string().nullable(),
      textHash: z.string(), documents: z.int(), pages: z.int(),
      lines: z.array(TransferLine.pick({
        dossierId: true, number: true, title: true, kind: true, year: true, level: true, retentionYears: true, departmentName: true, documents: true,
        pages: true, hasScans: true,
      }).extend({ stage: z.enum(STAGES) })),
      prints: z.int(),
    }),
  }),
  'custody.keeperChanges': query({
    who: DOSSIER_ROLES, input: Empty,
    output: z.array(z.object({ id: Id, number: z.string(), at: Instant, fromName: z.string(), toName: z.string(), folders: z.int() })),
  }),
}
