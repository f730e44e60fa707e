import * as z from 'zod'
import { DEGREES, EVIDENCE_KINDS } from '../rules/qualifications/standing.ts'
import { RegulationBody } from '../rules/regulations/schema.ts'
import { command, Day, Empty, Id, Instant, JobId, line, outside, query, RoleName } from './method.ts'

export const Password = z.string().min(1).max(200)
export const Login = z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}._-]{1,40}$/u)

const NewPerson = z.strictObject({
  login: Login,
  name: line(40),
  password: Password,
  roles: z.array(RoleName).min(1),
  departmentCode: z.string().max(8).nullable().default(null),
  /** What an archivist can show already: degree, and the day and score of the examination that closed the training. */
  qualification: z.strictObject({ degree: z.enum(DEGREES), examinedOn: Day, score: z.number().min(0).max(100) }).nullable().default(null),
})

/** A sample person as the sign-in page shows it; only a sample archive ever names a password. */
export const SamplePerson = z.object({
  login: z.string(), name: z.string(), roles: z.array(RoleName), department: z.string().nullable(), password: z.string(),
})

export const Finding = z.object({
  kind: z.enum([
    'entry-changed', 'entry-removed', 'entry-inserted', 'entries-reordered', 'tail-cut', 'head-unknown',
    'attachment-changed', 'attachment-missing', 'attachment-orphaned', 'database-damaged', 'custody-contradiction', 'duty-contradiction', 'rating-contradiction', 'limit-contradiction', 'log-contradiction', 'count-contradiction',
    'check-not-run',
  ]),
  subject: z.string(),
  detail: z.string(),
})
export const Verification = z.object({ ok: z.boolean(), checked: z.record(z.string(), z.int()), findings: z.array(Finding) })

export const archive = {
  /** What the door shows before anybody has signed in. */
  'archive.state': outside({
    who: 'anyone',
    input: Empty,
    output: z.object({
      phase: z.enum(['none', 'closed', 'open']),
      folder: z.string(),
      isSample: z.boolean(),
      samplePeople: z.array(SamplePerson),
      /** `asksQualification`: nobody acts as archivist under it without showing that he may. */
      regulations: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string(), asksQualification: z.boolean() })),
      /** Whether this door has a native folder and file dialog, and a printer. */
      shell: z.object({ kind: z.enum(['electron', 'browser', 'terminal']), canChooseFolder: z.boolean(), canSavePdf: z.boolean() }),
    }),
  }),
  'archive.create': outside({
    who: 'anyone',
    isAudited: true,
    input: z.strictObject({
      folder: z.string().min(1).max(1000).optional(),
      company: line(100),
      regulation: z.string().regex(/^S\d\d$/),
      people: z.array(NewPerson).min(1).max(50),
      departments: z.array(z.strictObject({ code: z.string().regex(/^[A-Z0-9]{1,8}$/), name: line(40) })).max(50).default([]),
    }),
    output: z.object({ folder: z.string(), recoveryCode: z.string() }),
  }),
  'archive.createSample': outside({
    who: 'anyone',
    isAudited: true,
    isJob: true,
    input: z.strictObject({ folder: z.string().min(1).max(1000).optional(), jobId: JobId.optional() }),
    output: z.object({ folder: z.string(), recoveryCode: z.string() }),
  }),
  /** Opens the door's own folder dialog; null when dismissed or when the door has none. */
  'archive.chooseFolder': outside({ who: 'anyone', input: Empty, output: z.object({ folder: z.string().nullable() }) }),
  /** Points the program at another archive folder. Whoever is signed in is signed out. */
  'archive.useFolder': outside({
    who: 'anyone',
    input: z.strictObject({ folder: z.string().min(1).max(1000) }),
    output: z.object({ folder: z.string(), phase: z.enum(['none', 'closed', 'open']) }),
  }),
  /** Status line: company, regulation in force, audit head, last backup. */
  'archive.status': query({
    who: 'member',
    input: Empty,
    output: z.object({
      company: z.string(),
      isSample: z.boolean(),
      /** The one in force, with what pages need of it: level and conditions of a new dossier, the grades in its words. */
      regulation: z.object({ id: z.string(), title: z.string(), effectiveOn: Day, ...RegulationBody.pick({ defaultLevel: true, opening: true, grades: true }).shape }),
      auditSeq: z.int(),
      auditHead: z.string(),
      lastBackupAt: Instant.nullable(),
      today: Day,
      now: Instant,
      idleLockMinutes: z.int(),
    }),
  }),
  'archive.changeSettings': command({
    who: ['systemAdministrator'],
    input: z.strictObject({ company: line(100).optional(), idleLockMinutes: z.int().min(1).max(480).optional() }),
    output: Empty,
  }),
  'archive.verify': outside({
    who: ['systemAdministrator', 'auditor', 'creditAdministrator', 'officeDirector'],
    isAudited: true,
    isJob: true,
    input: z.strictObject({
      jobId: JobId.optional(),
      /** A head from paper: `#18204 7F3A-91C2` → seq 18204, head `7F3A-91C2`. */
      head: z.strictObject({ seq: z.int().positive(), head: z.string().regex(/^[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}$/) }).optional(),
    }),
    output: Verification,
  }),
  /** Writes an encrypted backup. `file` is a path only at the terminal; other doors ask their own dialog or download. */
  'archive.backup': outside({
    who: ['systemAdministrator'],
    isAudited: true,
    isJob: true,
    input: z.strictObject({ jobId: JobId.optional(), file: z.string().min(1).max(1000).optional() }),
    /** `missing`: attachments that the database names and the archive has lost; all others are in the backup. */
    output: z.object({ file: z.string(), bytes: z.int(), attachments: z.int(), missing: z.int(), checkedAt: Instant }),
  }),
  /** Puts a backup in the place of the archive. The present archive is kept beside it first. Ends every session. */
  'archive.restore': outside({
    who: 'anyone',
    isAudited: true,
    isJob: true,
    input: z.strictObject({
      jobId: JobId.optional(),
      file: z.string().min(1).max(1000).optional(),
      /** A person of the backup and the password held then; or its recovery code. */
      login: Login.optional(),
      password: Password,
    }),
    output: z.object({ keptAs: z.string().nullable(), auditSeq: z.int(), auditHead: z.string() }),
  }),
}

export const jobs = {
  'jobs.progress': outside({
    who: 'anyone',
    input: z.strictObject({ jobId: JobId }),
    output: z.object({
      state: z.enum(['unknown', 'running', 'done', 'failed', 'cancelled']),
      done: z.int(),
      total: z.int().nullable(),
      step: z.string(),
    }),
  }),
  'jobs.cancel': outside({ who: 'anyone', input: z.strictObject({ jobId: JobId }), output: z.object({ cancelled: z.boolean() }) }),
}

export const SessionPerson = z.object({
  personId: Id,
  login: z.string(),
  name: z.string(),
  roles: z.array(RoleName),
  departmentId: Id.nullable(),
  departmentName: z.string().nullable(),
  mustChangePassword: z.boolean(),
  /** What he cannot show of an archivist's qualification: that role of his rests, and is not among `roles`. */
  lacks: z.array(z.enum(EVIDENCE_KINDS)),
})

export const session = {
  'session.signIn': outside({
    who: 'anyone',
    isAudited: true,
    input: z.strictObject({ login: Login, password: Password }),
    output: SessionPerson,
  }),
  'session.current': outside({
    who: 'anyone',
    input: Empty,
    output: z.object({ person: SessionPerson.nullable(), isLocked: z.boolean() }),
  }),
  /** Locks the screen, keeping the place; only the same person's password (or another sign-in) goes on. */
  'session.lock': outside({ who: 'anyone', isAudited: true, input: Empty, output: Empty }),
  'session.unlock': outside({ who: 'anyone', isAudited: true, input: z.strictObject({ password: Password }), output: SessionPerson }),
  'session.signOut': outside({ who: 'anyone', isAudited: true, input: Empty, output: Empty }),
  /** Gives a person of the archive a new password by the printed recovery code; answers the fresh recovery code. */
  'session.recover': outside({
    who: 'anyone',
    isAudited: true,
    input: z.strictObject({ login: Login, recoveryCode: z.string().min(10).max(200), newPassword: Password }),
    output: z.object({ recoveryCode: z.string() }),
  }),
  'session.changePassword': command({
    who: 'member',
    input: z.strictObject({ oldPassword: Password, newPassword: Password }),
    output: Empty,
  }),
}
