import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { IMPORT_PROBLEMS } from '../rules/statements/import/problems.ts'
import { FORMATS, SHEETS } from '../rules/statements/form.ts'
import { CONFIRMERS, KEEPERS } from '../rules/statements/steps.ts'
import { MOST_FEN, UNITS } from '../rules/statements/units.ts'
import { UploadToken } from './parties.ts'
import { Attachment } from './dossiers.ts'
import { command, Day, Id, Instant, line, note, optionalLine, query, reading } from './method.ts'

export const STATEMENT_STATES = ['draft', 'confirmed', 'superseded', 'withdrawn'] as const
/** 无保留, 保留, 否定, 无法表示; `none`: not audited. */
export const OPINIONS = ['clean', 'qualified', 'adverse', 'disclaimer', 'none'] as const

const AmountFen = z.int().min(-MOST_FEN).max(MOST_FEN)
const LineNumber = z.int().min(1).max(99)
/** Both amounts in fen whatever the unit on paper; null: blank. */
const Line = z.strictObject({ sheet: z.enum(SHEETS), line: LineNumber, current: AmountFen.nullable(), prior: AmountFen.nullable() })
const FaultKey = z.string().regex(/^[a-zA-Z0-9:]{1,60}$/)

const head = {
  format: z.enum(FORMATS),
  unit: z.enum(UNITS),
  opinion: z.enum(OPINIONS),
  auditor: optionalLine(100),
  /** The day the company had it in hand; ratings as of an earlier day do not know it. */
  receivedOn: Day,
  remarks: note(500),
  /** The paper it was read from: a document of a dossier of this party, and the scan and its page where there is one. */
  source: z.strictObject({ documentId: Id, attachmentId: Id.nullable().default(null), page: z.int().min(1).max(10_000).nullable().default(null) }).nullable().default(null),
}

const Row = z.object({
  id: Id,
  partyId: Id,
  /** The last day of the business year, 31 December; of an interim set that of another month. Facts are of years alone. */
  periodEnd: Day,
  format: z.enum(FORMATS),
  unit: z.enum(UNITS),
  opinion: z.enum(OPINIONS),
  auditor: z.string().nullable(),
  receivedOn: Day,
  remarks: z.string().nullable(),
  state: z.enum(STATEMENT_STATES),
  revision: z.int(),
  revisesId: Id.nullable(),
  reviseReason: z.string().nullable(),
  faults: z.int(),
  enteredByName: z.string(),
  enteredAt: Instant,
  confirmedByName: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawnReason: z.string().nullable(),
  version: z.int(),
  /** Of a draft: whether the reader may confirm it, and the names of all who may. */
  confirm: z.object({ may: z.boolean(), by: z.array(z.string()) }).nullable(),
})

const Origin = z.object({
  documentId: Id, title: z.string(), dossierId: Id, dossierNumber: z.string(), page: z.int().nullable(),
  /** What the viewer opens; null where only paper is there, or the reader may not see that dossier. */
  attachment: Attachment.nullable(),
})

/** A set with its figures. */
export const Statement = Row.extend({
  source: Origin.nullable(),
  lines: z.array(Line),
  /** What was let stand when it was confirmed, and why. */
  reasons: z.array(z.object({ fault: z.string(), byFen: z.int().nullable(), reason: z.string() })),
})

const importing = {
  partyId: Id,
  upload: UploadToken,
  /** What the file does not say, or says wrongly. */
  format: z.enum(FORMATS).nullable().default(null),
  unit: z.enum(UNITS).nullable().default(null),
  /** The last day of the year that “本年” and “期末” mean, where the file does not say it. */
  periodEnd: Day.nullable().default(null),
  /** Names that the program does not know: where they belong (`balance:8`), or `skip`. */
  names: z.record(z.string().max(200), z.string().regex(/^((balance|income|cash):\d{1,2}|skip)$/)).default({}),
}

const Problem = z.object({
  problem: z.enum(IMPORT_PROBLEMS),
  /** Sheet of the workbook, and row as a spreadsheet numbers it. */
  sheetName: z.string().nullable(),
  row: z.int(),
  name: z.string(),
  cells: z.array(z.string()),
})

const periodFields = { partyId: Id, periodEnd: Day, ...head, lines: z.array(Line).max(200) }

export const statements = {
  /** What is there of a party, without a figure: every year's set and the revisions before it, newest year first. */
  'statements.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id }),
    output: z.object({ rows: z.array(Row), mayKeep: z.boolean() }),
  }),
  /** Figures: the standing sets and drafts of a party, newest year first; or, by `ids`, exactly those of its sets. */
  'statements.get': reading({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id, ids: z.array(Id).min(1).max(20).nullable().default(null) }),
    output: z.object({ partyId: Id, partyName: z.string(), statements: z.array(Statement) }),
  }),
  /** Enters a draft (`id` null) or replaces what it says. What does not add up is saved all the same, and answered as `faults`. */
  'statements.save': command({
    who: KEEPERS,
    input: z.strictObject({ id: Id.nullable().default(null), version: z.int().default(1), ...periodFields }),
    output: z.object({ id: Id, version: z.int(), faults: z.int() }),
  }),
  /** From now on it stands: ratings read it. By another than those who entered it (`same-person`). Every fault left asks for a reason. The revision before it is superseded. */
  'statements.confirm': command({
    who: CONFIRMERS,
    input: z.strictObject({ id: Id, version: z.int(), reasons: z.array(z.strictObject({ fault: FaultKey, reason: line(200) })).max(100).default([]) }),
    output: z.object({ version: z.int() }),
  }),
  /** A confirmed set is corrected by a draft of the next revision, which begins as its copy. */
  'statements.revise': command({
    who: KEEPERS,
    input: z.strictObject({ id: Id, version: z.int(), reason: line(200) }),
    output: z.object({ id: Id, version: z.int() }),
  }),
  /** A draft is given up, a confirmed set taken back; either stays on record. */
  'statements.withdraw': command({
    who: KEEPERS,
    input: z.strictObject({ id: Id, version: z.int(), reason: line(200) }),
    output: z.object({ version: z.int() }),
  }),
  /** What an uploaded table (XLSX, CSV) would fill in: sets by year, and each row that is not taken, with its reason. */
  'statements.importPreview': query({
    who: KEEPERS,
    input: z.strictObject(importing),
    output: z.object({
      format: z.enum(FORMATS), unit: z.enum(UNITS),
      sets: z.array(z.object({
        periodEnd: Day, lines: z.array(Line), faults: z.int(),
        /** What stands of that year already: a draft is replaced, a confirmed set asks for a revision first. */
        existing: z.enum(['draft', 'confirmed']).nullable(),
      })),
      rows: z.int(), problems: z.array(Problem),
    }),
  }),
  /** Enters the years asked for as drafts, in one transaction. */
  'statements.import': command({
    who: KEEPERS,
    input: z.strictObject({ ...importing, opinion: z.enum(OPINIONS), auditor: optionalLine(100), receivedOn: Day, years: z.array(Day).min(1).max(20) }),
    output: z.object({ ids: z.array(Id), lines: z.int(), problems: z.int() }),
  }),
}
