import * as z from 'zod'
import { DEGREES, EVIDENCE_KINDS } from '../rules/qualifications/standing.ts'
import { command, Day, Empty, Id, Instant, line, note, optionalLine, query, RoleName } from './method.ts'

/** They record what others have shown; nobody records anything for himself. */
const recorders = ['officeDirector', 'creditAdministrator', 'systemAdministrator'] as const

export const EvidenceKindName = z.enum(EVIDENCE_KINDS)
const Score = z.number().min(0).max(100)

/** How a person stands by the regulation in force: `until` is the last day, null where it does not lapse. */
export const Standing = z.object({
  isValid: z.boolean(), lacks: z.array(EvidenceKindName), since: Day.nullable(), until: Day.nullable(),
})

const Evidence = z.object({
  id: Id, kind: EvidenceKindName, title: z.string(), degree: z.enum(DEGREES).nullable(), issuedBy: z.string().nullable(), obtainedOn: Day,
  score: Score.nullable(), isEnough: z.boolean(), trainingId: Id.nullable(), remarks: z.string().nullable(),
  recordedBy: z.string(), recordedAt: Instant, withdrawnAt: Instant.nullable(), withdrawReason: z.string().nullable(),
})

/** What the regulation in force asks of an archivist (S04 四.5, S21 六, S22 7–8). */
const Asked = z.object({
  clause: z.string(), education: z.enum(['college', 'bachelor']).nullable(), retrievalSkill: z.boolean(), training: z.boolean(),
  passScore: Score.nullable(), validMonths: z.int().nullable(),
})

export const qualifications = {
  /** Archivists and whoever has shown something; a person without an office of his own sees himself alone. */
  'qualifications.list': query({
    who: 'member',
    input: Empty,
    output: z.object({
      asked: Asked.nullable(),
      people: z.array(z.object({
        personId: Id, name: z.string(), departmentName: z.string().nullable(), roles: z.array(RoleName), isArchivist: z.boolean(),
        standing: Standing.nullable(), evidence: z.array(Evidence),
      })),
    }),
  }),
  /** A diploma, a proof of skill, a certificate of training or an examination passed elsewhere. */
  'qualifications.record': command({
    who: recorders,
    input: z.strictObject({
      personId: Id, kind: EvidenceKindName, title: line(100), degree: z.enum(DEGREES).nullable().default(null), issuedBy: optionalLine(100),
      obtainedOn: Day, score: Score.nullable().default(null), remarks: note(300),
    }),
    output: z.object({ id: Id }),
  }),
  /** Wrong, forged or expired: it counts no more from now on, and stays in the history with the reason. */
  'qualifications.withdraw': command({ who: recorders, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),

  'trainings.list': query({
    who: 'member',
    input: Empty,
    output: z.array(z.object({
      id: Id, title: z.string(), heldOn: Day, hours: z.int().nullable(), trainer: z.string().nullable(), content: z.string().nullable(),
      recordedBy: z.string(),
      attendees: z.array(z.object({ personId: Id, name: z.string(), hasPassed: z.boolean(), score: Score.nullable() })),
    })),
  }),
  /** Who attended counts as trained; a score counts as an examination. */
  'trainings.record': command({
    who: recorders,
    input: z.strictObject({
      title: line(100), heldOn: Day, hours: z.int().min(1).max(1000).nullable().default(null), trainer: optionalLine(60), content: note(1000),
      attendees: z.array(z.strictObject({ personId: Id, score: Score.nullable().default(null) })).min(1).max(500),
    }),
    output: z.object({ id: Id }),
  }),

  'agreements.list': query({
    who: 'member',
    input: Empty,
    output: z.object({
      /** Null: the regulation in force asks for none. */
      asked: z.object({ clause: z.string(), validMonths: z.int().nullable() }).nullable(),
      people: z.array(z.object({
        personId: Id, name: z.string(), departmentName: z.string().nullable(),
        /** The agreement that binds today; else the last one there was. */
        agreement: z.object({
          id: Id, number: z.string(), signedOn: Day, validUntil: Day.nullable(), endedAt: Instant.nullable(), endReason: z.string().nullable(),
        }).nullable(),
        isBound: z.boolean(),
      })),
    }),
  }),
  /** A confidentiality agreement signed on paper; its last day follows from the regulation. */
  'agreements.record': command({
    who: [...recorders, 'archivist'],
    input: z.strictObject({ personId: Id, signedOn: Day, remarks: note(300) }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  'agreements.end': command({ who: [...recorders, 'archivist'], input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
}
