import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { ContractFacts } from './contract-facts.ts'
import { Because, command, Day, Empty, Id, Instant, line, note, optionalLine, Page, pageOf, query, reading, RoleName } from './method.ts'
import { GRADES, UploadToken } from './parties.ts'

export const DOSSIER_KINDS = ['credit', 'contract'] as const
export const LEVELS = ['public', 'internal', 'secret', 'confidential'] as const
/** What a level can be lowered to. */
export const LOWER_LEVELS = ['public', 'internal', 'secret'] as const
/** Where the folder is. `in` on its shelf, `out` never shelved yet, `overdue` lent past its day. */
export const FOLDER_STATES = ['in', 'unshelved', 'lent', 'overdue', 'moving', 'missing'] as const
export const ORIGINALITY = ['original', 'copy'] as const

export const Completeness = z.object({ present: z.int(), required: z.int() })
export const Place = z.object({
  roomId: Id, roomName: z.string(), cabinetId: Id, cabinetCode: z.string(), drawerId: Id, drawerNo: z.int(), slot: z.int(),
})

export const DossierRow = z.object({
  id: Id,
  kind: z.enum(DOSSIER_KINDS),
  number: z.string(),
  partyId: Id,
  partyName: z.string(),
  shortName: z.string().nullable(),
  grade: z.enum(GRADES).nullable(),
  departmentName: z.string(),
  year: z.int(),
  level: z.enum(LEVELS),
  openedOn: Day,
  isConfirmed: z.boolean(),
  state: z.enum(FOLDER_STATES),
  place: Place.nullable(),
  completeness: Completeness,
})

export const Attachment = z.object({
  id: Id, name: z.string(), mime: z.string(), size: z.int(), sha256: z.string(), pages: z.int().nullable(),
  addedAt: Instant, addedBy: z.string(),
})

export const DocumentLine = z.object({
  id: Id,
  itemCode: z.string().nullable(),
  title: z.string(),
  /** 责任者: who wrote or issued it (GB/T 11822). */
  author: z.string().nullable(),
  originality: z.enum(ORIGINALITY),
  pages: z.int(),
  datedOn: Day.nullable(),
  expiresOn: Day.nullable(),
  remarks: z.string().nullable(),
  attachments: z.array(Attachment),
})

/** The catalogue as the regulation orders it, with what is there and what is missing. */
export const CatalogueClass = z.object({
  code: z.string(),
  title: z.string(),
  present: z.int(),
  required: z.int(),
  items: z.array(z.object({
    code: z.string(), title: z.string(), isRequired: z.boolean(), documents: z.array(DocumentLine),
  })),
})

export const Dossier = DossierRow.extend({
  partyCreditCode: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  registeredCapitalFen: z.int().nullable(),
  foundedOn: Day.nullable(),
  industry: z.string().nullable(),
  contact: z.string().nullable(),
  openedByName: z.string(),
  confirmedAt: Instant.nullable(),
  confirmedByName: z.string().nullable(),
  retentionYears: z.int().nullable(),
  levelReason: z.string().nullable(),
  downgradeOn: Day.nullable(),
  downgradeTo: z.enum(LOWER_LEVELS).nullable(),
  remarks: z.string().nullable(),
  documents: z.int(),
  pages: z.int(),
  firstDatedOn: Day.nullable(),
  lastDatedOn: Day.nullable(),
  catalogue: z.array(CatalogueClass),
  missing: z.array(z.string()),
  regulation: z.object({ id: z.string(), clause: z.string() }),
  /** Who has had the folder, oldest first. `because` says how the step or its date came about. */
  custody: z.array(z.object({
    step: z.enum([
      'opened', 'confirmed', 'administrator', 'office', 'archiveRoom', 'moving', 'shelved', 'lent', 'returned', 'keeperChanged', 'missing', 'appraisal',
    ]),
    holder: z.string().nullable(), from: z.string().nullable(), until: z.string().nullable(), because: Because, phase: z.enum(['done', 'now', 'future']),
  })),
  /** Of a contract's folder: the contract. */
  contract: ContractFacts.nullable(),
  lastLookup: z.object({ on: Day, reader: z.string(), slipNumber: z.string() }).nullable(),
  mayWrite: z.boolean(),
  mayConfirm: z.boolean(),
  /** Who confirms it by its regulation. */
  confirmer: RoleName,
  /** The slip by which this reader sees the dossier, when only a slip lets him. */
  throughSlip: z.string().nullable(),
  version: z.int(),
})

const writers = ['salesperson', 'departmentClerk', 'creditAdministrator', 'archivist'] as const
const documentFields = {
  itemCode: z.string().max(20).nullable().default(null),
  title: line(200),
  author: optionalLine(100),
  originality: z.enum(ORIGINALITY).default('copy'),
  pages: z.int().min(0).max(100_000),
  datedOn: Day.nullable().default(null),
  expiresOn: Day.nullable().default(null),
  remarks: note(500),
}

export const dossierFilter = {
  text: z.string().max(100).default(''),
  kind: z.enum(DOSSIER_KINDS).nullable().default(null),
  state: z.enum(FOLDER_STATES).nullable().default(null),
  grade: z.enum([...GRADES, 'none']).nullable().default(null),
  departmentId: Id.nullable().default(null),
  year: z.int().nullable().default(null),
  isComplete: z.boolean().nullable().default(null),
  isConfirmed: z.boolean().nullable().default(null),
}

export const dossiers = {
  'dossiers.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      ...dossierFilter, ...Page,
      sort: z.enum(['number', 'name', 'opened', 'place', 'completeness']).default('number'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(DossierRow),
  }),
  'dossiers.get': reading({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Dossier }),
  /**
   * One credit dossier a party; a contract's folder is opened with its contract (`contracts.open`). The number is given by
   * department and year, gapless, never reused.
   */
  'dossiers.open': command({
    who: ['salesperson', 'departmentClerk', 'creditAdministrator'],
    input: z.strictObject({
      partyId: Id, departmentId: Id, openedOn: Day.optional(),
      /** Absent: the regulation's usual one. */
      level: z.enum(LEVELS).optional(), remarks: note(500),
      /** The regulation's conditions that hold (S12 2.1), in its words. */
      conditions: z.array(line(200)).max(20).default([]),
    }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  'dossiers.change': command({
    who: ['departmentClerk', 'creditAdministrator', 'archivist'],
    input: z.strictObject({
      id: Id, version: z.int(), level: z.enum(LEVELS), levelReason: optionalLine(200),
      downgradeOn: Day.nullable().default(null), downgradeTo: z.enum(LOWER_LEVELS).nullable().default(null),
      retentionYears: z.int().min(1).max(100).nullable(), remarks: note(500),
    }),
    output: z.object({ version: z.int() }),
  }),
  /** In the role that its regulation names (S01 4.1.2c, S12 2.2); never the person who opened it. */
  'dossiers.confirm': command({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Empty }),
  /** Only an empty dossier opened by mistake. Its number stays in the register as voided, with the reason. */
  'dossiers.void': command({
    who: ['creditAdministrator'],
    input: z.strictObject({ id: Id, reason: line(200) }),
    output: Empty,
  }),
  'dossiers.numbers': query({
    who: ['creditAdministrator', 'archivist', 'officeDirector'],
    input: z.strictObject({ departmentId: Id, year: z.int().min(1949).max(2200), kind: z.enum(DOSSIER_KINDS).default('credit') }),
    output: z.array(z.object({
      number: z.string(), sequence: z.int(), dossierId: Id.nullable(), partyName: z.string().nullable(),
      voidedAt: Instant.nullable(), voidReason: z.string().nullable(),
    })),
  }),
  'documents.add': command({
    who: writers,
    input: z.strictObject({ dossierId: Id, ...documentFields, uploads: z.array(UploadToken).max(200).default([]) }),
    output: z.object({ id: Id }),
  }),
  'documents.change': command({ who: writers, input: z.strictObject({ id: Id, ...documentFields }), output: Empty }),
  /** The line is struck out with a reason and stays in the history; its scans stay stored. */
  'documents.strike': command({ who: writers, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
  'attachments.add': command({
    who: writers,
    input: z.strictObject({ documentId: Id, uploads: z.array(UploadToken).min(1).max(200) }),
    output: z.object({ ids: z.array(Id), alreadyStored: z.int() }),
  }),
  'attachments.strike': command({ who: writers, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
  /** A ticket for the viewer: the bytes come from the door under it, for this session only, checked as they are read. */
  'attachments.view': reading({
    who: DOSSIER_ROLES,
    input: z.strictObject({ id: Id }),
    output: z.object({
      ticket: z.string(), name: z.string(), mime: z.string(), size: z.int(), sha256: z.string(),
      /** Burnt into every page shown; null for those whose own dossier it is. */
      watermark: z.string().nullable(),
      auditSeq: z.int(),
    }),
  }),
}
