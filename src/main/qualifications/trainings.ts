import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireOther } from '../people/active.ts'
import type { Context } from '../pipeline/context.ts'
import { insertEvidence, seesOthers } from './evidence.ts'

type Training = Output<'trainings.list'>[number]

/** Trainings, the newest first; a person without oversight sees his own line among the attendees alone. */
export function listTrainings(context: Context): Training[] {
  const { trx, actor } = context
  const trainings = trx
    .prepare(
      `SELECT training.id, title, heldOn, hours, trainer, content, recorder.name AS recordedBy
       FROM training JOIN person AS recorder ON recorder.id = recordedBy ORDER BY heldOn DESC, training.id DESC`,
    )
    .all() as Omit<Training, 'attendees'>[]
  const rows = trx
    .prepare(
      `SELECT trainingId, personId, person.name, max(kind = 'examination') AS hasScore, max(score) AS score, min(withdrawnAt IS NULL) AS isGood
       FROM qualification JOIN person ON person.id = personId WHERE trainingId IS NOT NULL GROUP BY trainingId, personId ORDER BY trainingId, personId`,
    )
    .all() as { trainingId: number; personId: number; name: string; hasScore: 0 | 1; score: number | null; isGood: 0 | 1 }[]
  const attendees = Map.groupBy(rows.filter((row) => seesOthers(context) || row.personId === actor.personId), (row) => row.trainingId)
  const passScore = context.regulation.qualification?.examination?.passScore ?? 0
  return trainings.map((training) => ({
    ...training,
    attendees: (attendees.get(training.id) ?? []).map(({ personId, name, score, isGood }) => ({
      personId, name, score, hasPassed: isGood === 1 && (score === null || score >= passScore),
    })),
  }))
}

/**
 * Records a training and who took part: each of them has been trained on that day, and examined where a score is given.
 * Refuses oneself among them (`same-person`), the same person or the same training twice
 * (`duplicate`) and a day to come.
 */
export function recordTraining(context: Context, input: Parsed<'trainings.record'>): Output<'trainings.record'> {
  const { trx, actor, now } = context
  if (input.heldOn > context.today) throw new AppError('bad-input', { path: 'heldOn' })
  if (new Set(input.attendees.map(({ personId }) => personId)).size < input.attendees.length) throw new AppError('duplicate')
  for (const { personId } of input.attendees) requireOther(context, personId)
  if (trx.prepare('SELECT 1 FROM training WHERE title = ? AND heldOn = ?').get(input.title, input.heldOn)) throw new AppError('duplicate')
  const id = trx.run(
    trx.sql.insertInto('training').values({
      title: input.title, heldOn: input.heldOn, hours: input.hours, trainer: input.trainer, content: input.content, recordedBy: actor.personId, recordedAt: now,
    }),
  ).lastId
  for (const { personId, score } of input.attendees) {
    const piece = { personId, title: input.title, degree: null, issuedBy: input.trainer, obtainedOn: input.heldOn, remarks: null, trainingId: id }
    insertEvidence(context, { ...piece, kind: 'training', score: null })
    if (score !== null) insertEvidence(context, { ...piece, kind: 'examination', score })
  }
  context.record({ kind: 'training', id, label: input.title }, { heldOn: input.heldOn, people: input.attendees.length })
  return { id }
}
