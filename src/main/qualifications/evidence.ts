import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { standingOn } from '../../shared/rules/qualifications/standing.ts'
import type { Role } from '../../shared/roles.ts'
import type { Qualification } from '../../shared/rules/regulations/duties-of-office.ts'
import { activePeople, requireOther } from '../people/active.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

type Listed = Output<'qualifications.list'>

/** Who sees how others stand; everybody else sees himself. */
const OVERSEERS: readonly Role[] = ['officeDirector', 'creditAdministrator', 'generalManager', 'systemAdministrator', 'auditor']

export function seesOthers({ actor }: Pick<Context, 'actor'>): boolean {
  return hasRole(actor, OVERSEERS)
}

/** What the regulation asks of archivists, and how everybody stands who is one or has shown something. */
export function listQualifications(context: Context): Listed {
  const { trx, actor, today, regulation: { qualification: asked } } = context
  const pieces = evidenceByPerson(trx)
  const people = activePeople(trx)
    .filter((person) => person.roles.includes('archivist') || pieces.has(person.id))
    .filter((person) => seesOthers(context) || person.id === actor.personId)
  return {
    asked: asked && {
      clause: asked.clause, education: asked.education, retrievalSkill: asked.retrievalSkill, training: asked.training,
      passScore: asked.examination?.passScore ?? null, validMonths: asked.validMonths ?? null,
    },
    people: people.map((person) => {
      const evidence = pieces.get(person.id) ?? []
      return {
        personId: person.id, name: person.name, departmentName: person.departmentName, roles: person.roles,
        isArchivist: person.roles.includes('archivist'), standing: asked && standingOn(asked, evidence, today),
        evidence: evidence.map(({ isWithdrawn: _withdrawn, personId: _person, ...piece }) => ({ ...piece, isEnough: isEnough(asked, piece) })),
      }
    }),
  }
}

type Piece = Omit<Listed['people'][number]['evidence'][number], 'isEnough'> & { personId: number; isWithdrawn: boolean }

/** Whether this piece alone would do what it is for: the degree is high enough, the score passes. */
function isEnough(asked: Qualification | null, { kind, degree, score }: Pick<Piece, 'kind' | 'degree' | 'score'>): boolean {
  if (asked === null) return true
  const alone = { ...asked, education: null, retrievalSkill: false, training: false, examination: null, validMonths: undefined }
  const only: Qualification = kind === 'education' ? { ...alone, education: asked.education }
    : kind === 'examination' ? { ...alone, examination: asked.examination } : { ...alone, [kind]: asked[kind] }
  return standingOn(only, [{ kind, degree, score, obtainedOn: '0000-01-01', isWithdrawn: false }], '9999-12-31').isValid
}

function evidenceByPerson(trx: Trx): Map<number, Piece[]> {
  const rows = trx
    .prepare(
      `SELECT qualification.id, personId, kind, title, degree, issuedBy, obtainedOn, score, trainingId, remarks, recorder.name AS recordedBy,
         recordedAt, withdrawnAt, withdrawReason
       FROM qualification JOIN person AS recorder ON recorder.id = recordedBy ORDER BY personId, obtainedOn DESC, qualification.id DESC`,
    )
    .all() as Omit<Piece, 'isWithdrawn'>[]
  const byPerson = Map.groupBy(rows.map((row) => ({ ...row, isWithdrawn: row.withdrawnAt !== null })), (row) => row.personId)
  return byPerson
}

/**
 * Records what somebody else has shown. Refuses oneself (`same-person`), a day to come, and a piece without what makes it
 * one (`evidence-unfit`): education has a degree, an examination a score, nothing else has either. The same piece again is refused (`duplicate`).
 */
export function recordEvidence(context: Context, input: Parsed<'qualifications.record'>): Output<'qualifications.record'> {
  const person = requireOther(context, input.personId)
  if (input.obtainedOn > context.today) throw new AppError('bad-input', { path: 'obtainedOn' })
  if ((input.kind === 'education') !== (input.degree !== null)) throw new AppError('evidence-unfit', { path: 'degree' })
  if ((input.kind === 'examination') !== (input.score !== null)) throw new AppError('evidence-unfit', { path: 'score' })
  const known = context.trx.prepare(
    'SELECT 1 FROM qualification WHERE personId = :personId AND kind = :kind AND title = :title AND obtainedOn = :obtainedOn AND degree IS :degree AND score IS :score AND withdrawnAt IS NULL',
  ).get({ personId: person.id, kind: input.kind, title: input.title, obtainedOn: input.obtainedOn, degree: input.degree, score: input.score })
  if (known) throw new AppError('duplicate')
  const id = insertEvidence(context, { ...input, trainingId: null })
  context.record({ kind: 'person', id: person.id, label: person.name }, {
    kind: input.kind, title: input.title, obtainedOn: input.obtainedOn, ...(input.score === null ? {} : { score: input.score }),
  })
  return { id }
}

export function insertEvidence(
  { trx, actor, now }: Context,
  piece: Parsed<'qualifications.record'> & { trainingId: number | null },
): number {
  return trx.run(
    trx.sql.insertInto('qualification').values({
      personId: piece.personId, kind: piece.kind, title: piece.title, degree: piece.degree, issuedBy: piece.issuedBy,
      obtainedOn: piece.obtainedOn, score: piece.score, trainingId: piece.trainingId, remarks: piece.remarks,
      recordedBy: actor.personId, recordedAt: now, withdrawnAt: null, withdrawnBy: null, withdrawReason: null,
    }),
  ).lastId
}

/** From now on the piece does not count. What its holder has done as archivist stays done. */
export function withdrawEvidence(context: Context, { id, reason }: Parsed<'qualifications.withdraw'>): Output<'qualifications.withdraw'> {
  const { trx, actor, now } = context
  const piece = trx.one(trx.sql.selectFrom('qualification').select(['personId', 'kind', 'title', 'withdrawnAt']).where('id', '=', id))
  if (!piece) throw new AppError('not-found', { qualificationId: id })
  if (piece.withdrawnAt !== null) throw new AppError('wrong-state', { withdrawnAt: piece.withdrawnAt })
  const person = requireOther(context, piece.personId)
  trx.run(trx.sql.updateTable('qualification').set({ withdrawnAt: now, withdrawnBy: actor.personId, withdrawReason: reason }).where('id', '=', id))
  context.record({ kind: 'person', id: person.id, label: person.name }, { kind: piece.kind, title: piece.title, reason })
  return {}
}
