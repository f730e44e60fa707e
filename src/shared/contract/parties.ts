import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { command, Day, Empty, Id, Instant, JobId, line, note, optionalLine, outside, Page, pageOf, query } from './method.ts'
import { Listed } from './listed.ts'

export const PARTY_KINDS = ['customer', 'supplier', 'both'] as const
export const CODE_STATES = ['valid', 'legacy', 'none'] as const
export const SIZE_CLASSES = ['large', 'medium', 'small', 'micro'] as const
export const GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const

const Contact = z.strictObject({ name: line(40), post: optionalLine(40), phone: optionalLine(40), email: optionalLine(100) })
const Bank = z.strictObject({ bank: line(100), account: optionalLine(60) })

/** The basic data that the regulations name (S06, S08, S15, S22 §5). Everything but the name may be absent. */
export const partyFields = {
  kind: z.enum(PARTY_KINDS),
  name: line(200),
  shortName: optionalLine(40),
  /** 18 characters by GB 32100, or a legacy 15-digit registration number, which is marked as such. */
  creditCode: optionalLine(18),
  companyType: optionalLine(60),
  legalRepresentative: optionalLine(60),
  actualController: optionalLine(100),
  registeredCapitalFen: z.int().min(0).max(9_000_000_000_000_000).nullable().default(null),
  foundedOn: Day.nullable().default(null),
  scope: note(4000),
  province: optionalLine(40),
  city: optionalLine(40),
  registeredAddress: optionalLine(200),
  businessAddress: optionalLine(200),
  phone: optionalLine(60),
  fax: optionalLine(60),
  email: optionalLine(100),
  website: optionalLine(200),
  industry: optionalLine(60),
  sizeClass: z.enum(SIZE_CLASSES).nullable().default(null),
  employees: z.int().min(0).max(10_000_000).nullable().default(null),
  mainProducts: optionalLine(200),
  marketShareBasisPoints: z.int().min(0).max(10_000).nullable().default(null),
  departmentId: Id.nullable().default(null),
  salespersonId: Id.nullable().default(null),
  /** The day business with it began: its dossier is due from then on. Never a day to come. */
  firstBusinessOn: Day.nullable().default(null),
  remarks: note(2000),
  contacts: z.array(Contact).max(50).default([]),
  banks: z.array(Bank).max(20).default([]),
}

export const PartyRow = z.object({
  id: Id,
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  shortName: z.string().nullable(),
  creditCode: z.string().nullable(),
  codeState: z.enum(CODE_STATES),
  grade: z.enum(GRADES).nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  industry: z.string().nullable(),
  departmentName: z.string().nullable(),
  salespersonName: z.string().nullable(),
  dossiers: z.int(),
})

export const Party = z.object({
  ...partyFields,
  id: Id,
  codeState: z.enum(CODE_STATES),
  grade: z.enum(GRADES).nullable(),
  gradeReason: z.string().nullable(),
  departmentName: z.string().nullable(),
  salespersonName: z.string().nullable(),
  oldNames: z.array(z.object({ name: z.string(), usedUntil: Day.nullable() })),
  dossiers: z.array(z.object({ id: Id, kind: z.enum(['credit', 'contract']), number: z.string(), openedOn: Day })),
  /** The lists it is on today. */
  listed: z.array(Listed),
  version: z.int(),
  updatedAt: Instant,
})

/** What a search hit is, so that the one box at the top can open anything. */
export const SearchHit = z.object({
  kind: z.enum(['party', 'dossier', 'slip']),
  id: Id,
  title: z.string(),
  code: z.string().nullable(),
  hint: z.string().nullable(),
  grade: z.enum(GRADES).nullable(),
})

const partyFilter = {
  text: z.string().max(100).default(''),
  kind: z.enum(PARTY_KINDS).nullable().default(null),
  grade: z.enum([...GRADES, 'none']).nullable().default(null),
  departmentId: Id.nullable().default(null),
  province: z.string().max(40).nullable().default(null),
  hasDossier: z.boolean().nullable().default(null),
}

/** Fields an imported column may fill. `skip` leaves it aside. */
export const IMPORT_FIELDS = [
  'kind', 'name', 'shortName', 'oldName', 'creditCode', 'outerCode', 'companyType', 'legalRepresentative', 'actualController',
  'registeredCapital', 'foundedOn', 'scope', 'province', 'city', 'registeredAddress', 'businessAddress', 'phone', 'fax',
  'email', 'website', 'industry', 'employees', 'mainProducts', 'contactName', 'contactPhone', 'bank', 'bankAccount',
  'departmentCode', 'salesperson', 'firstBusinessOn', 'grade', 'remarks', 'skip',
] as const
const ColumnMap = z.record(z.string().max(200), z.enum(IMPORT_FIELDS))

/** One uploaded file, staged encrypted by the door; it lives until used or until the archive closes. */
export const UploadToken = z.string().regex(/^[0-9a-f]{32}$/)

const importInput = {
  jobId: JobId.optional(),
  upload: UploadToken,
  columns: ColumnMap.optional(),
  /** Where a row meets a party that is there already (same code, else same name). */
  onExisting: z.enum(['update', 'skip']).default('update'),
  defaultKind: z.enum(PARTY_KINDS).default('customer'),
}

export const REFUSAL_REASONS = [
  'name-missing', 'name-too-long', 'code-wrong-length', 'code-bad-character', 'code-wrong-check-character', 'code-lower-case',
  'code-taken-in-file', 'name-taken-in-file', 'code-taken', 'name-ambiguous', 'date-impossible', 'number-unreadable', 'kind-unknown',
  'grade-unknown', 'department-unknown', 'salesperson-unknown', 'field-too-long', 'not-permitted', 'row-unreadable',
] as const

export const RefusedRow = z.object({
  /** Row number in the file as a spreadsheet shows it (heading = 1). */
  row: z.int(),
  /** Plain words (Chinese reference text of the code), for the terminal and the downloadable list. */
  reason: z.string(),
  code: z.enum(REFUSAL_REASONS),
  /** The cells as they stand in the file, for the downloadable list. */
  cells: z.array(z.string()),
})

export const parties = {
  'parties.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      ...partyFilter, ...Page,
      sort: z.enum(['name', 'code', 'updated', 'founded']).default('name'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(PartyRow),
  }),
  /** As-you-type: Chinese, pinyin initials, full pinyin, code, dossier number, old name, slip number. At most 12 hits. */
  'parties.search': query({ who: DOSSIER_ROLES, input: z.strictObject({ text: z.string().max(100) }), output: z.array(SearchHit) }),
  'parties.get': query({ who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Party }),
  'parties.add': command({
    who: ['salesperson', 'departmentClerk', 'creditAdministrator'],
    input: z.strictObject(partyFields),
    output: z.object({ id: Id }),
  }),
  /** `version` is the one that was read; a change by somebody else meanwhile is refused. A new name keeps the old one. */
  'parties.change': command({
    who: ['salesperson', 'departmentClerk', 'creditAdministrator'],
    input: z.strictObject({ id: Id, version: z.int(), ...partyFields }),
    output: z.object({ version: z.int() }),
  }),
  /** The grade that stands on paper until the program itself rates (reason required, never one's own customer). */
  'parties.setGrade': command({
    who: ['creditAdministrator'],
    input: z.strictObject({ id: Id, grade: z.enum(GRADES).nullable(), reason: line(200) }),
    output: Empty,
  }),
  /** Headings, the proposed columns and the first rows of an uploaded table. */
  'parties.previewImport': outside({
    who: ['salesperson', 'departmentClerk', 'creditAdministrator'],
    input: z.strictObject(importInput),
    output: z.object({
      encoding: z.string(),
      columns: z.array(z.object({ heading: z.string(), field: z.enum(IMPORT_FIELDS), examples: z.array(z.string()) })),
      rows: z.int(),
      wouldAdd: z.int(),
      wouldUpdate: z.int(),
      unchanged: z.int(),
      duplicates: z.array(z.object({ row: z.int(), name: z.string(), existing: z.string() })),
      refused: z.array(RefusedRow),
      refusedTotal: z.int(),
    }),
  }),
  'parties.import': outside({
    who: ['salesperson', 'departmentClerk', 'creditAdministrator'],
    isJob: true,
    isAudited: true,
    input: z.strictObject(importInput),
    output: z.object({ read: z.int(), added: z.int(), updated: z.int(), unchanged: z.int(), refused: z.array(RefusedRow) }),
  }),
}
