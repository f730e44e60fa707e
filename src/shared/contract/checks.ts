import * as z from 'zod'
import { DOSSIER_ROLES, WHOLE_ARCHIVE_ROLES } from '../roles.ts'
import { FINDING_RULES, ITEM_CODES, PROPERTIES } from '../rules/checks/items.ts'
import { command, Empty, Id, Instant, JobId, line, outside, Page, pageOf, query } from './method.ts'

export const CHECK_SCOPES = ['dossier', 'transfer', 'archive'] as const
export const CHECK_OUTCOMES = ['passed', 'failed', 'notRun', 'notCarriedOut'] as const
export const CHECK_VERDICTS = ['failed', 'unfinished', 'passed'] as const

export const CheckReportRow = z.object({
  id: Id,
  number: z.string(),
  scope: z.enum(CHECK_SCOPES),
  dossierId: Id.nullable(),
  transferId: Id.nullable(),
  /** The dossier's or the transfer's number; '' for the archive. */
  label: z.string(),
  at: Instant,
  byName: z.string(),
  dossiers: z.int(),
  documents: z.int(),
  files: z.int(),
  bytes: z.int(),
  verdict: z.enum(CHECK_VERDICTS),
  /** Items by how they came out. */
  passed: z.int(), failed: z.int(), notRun: z.int(), notCarriedOut: z.int(), attested: z.int(),
  findings: z.int(),
})

const CheckFinding = z.object({
  rule: z.enum(FINDING_RULES),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  dossierId: Id.nullable(),
  dossierNumber: z.string().nullable(),
  documentId: Id.nullable(),
  /** Title of the line and name of the file, for whom may read the dossier; null for others. */
  document: z.string().nullable(),
  file: z.string().nullable(),
  /** Not in the former report of the same subject. */
  isNew: z.boolean(),
})

export const CheckReport = CheckReportRow.extend({
  auditSeq: z.int(),
  items: z.array(z.object({
    code: z.enum(ITEM_CODES), property: z.enum(PROPERTIES), outcome: z.enum(CHECK_OUTCOMES), checked: z.int(),
    /** All there were; `shown` has the first of them. */
    findings: z.int(), shown: z.array(CheckFinding), isRequired: z.boolean(),
    attestation: z.object({ byName: z.string(), at: Instant, remarks: z.string() }).nullable(),
    /** How it came out in the former report; null where there is none. */
    former: z.enum(CHECK_OUTCOMES).nullable(),
  })),
  /** The report before it of the same subject, and how many of its findings are gone. */
  former: z.object({ id: Id, number: z.string(), at: Instant, mended: z.int(), added: z.int() }).nullable(),
  may: z.object({ attest: z.boolean() }),
})

const Ran = z.object({ id: Id, number: z.string(), verdict: z.enum(CHECK_VERDICTS), failed: z.int(), notRun: z.int(), findings: z.int() })

/** Who runs the check over everything: whoever sees the whole archive, and the auditor, to whom it names no customer. */
export const ARCHIVE_CHECKERS = [...WHOLE_ARCHIVE_ROLES, 'auditor'] as const

export const checks = {
  /** One dossier, or the lines of one transfer: read, then written as a report in one transaction. */
  'checks.run': command({
    who: DOSSIER_ROLES,
    input: z.strictObject({ scope: z.enum(['dossier', 'transfer']), id: Id }),
    output: Ran,
  }),
  /** Every dossier of the archive. Long work: progress and cancel. */
  'checks.runArchive': outside({
    who: ARCHIVE_CHECKERS, isJob: true, isAudited: true, input: z.strictObject({ jobId: JobId.optional() }), output: Ran,
  }),
  /** A person says that he has done what the program cannot (a scan for viruses), and how. Once a report and item. */
  'checks.attest': command({
    who: [...DOSSIER_ROLES, 'auditor'],
    input: z.strictObject({ checkId: Id, item: z.enum(ITEM_CODES), remarks: line(300) }),
    output: Empty,
  }),
  'checks.list': query({
    who: [...DOSSIER_ROLES, 'auditor'],
    input: z.strictObject({
      scope: z.enum(CHECK_SCOPES).nullable().default(null), dossierId: Id.nullable().default(null), transferId: Id.nullable().default(null), ...Page,
    }),
    output: pageOf(CheckReportRow),
  }),
  'checks.get': query({ who: [...DOSSIER_ROLES, 'auditor'], input: z.strictObject({ id: Id }), output: CheckReport }),
}
