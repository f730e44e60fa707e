import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleDossier } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'

export type AnswerableRow = {
  personId: number; name: string; stage: string; how: string; fromAt: string; untilAt: string | null; slipId: number | null; slipNumber: string | null
}

/**
 * Everybody who answered for the folder at some moment of a time (both ends included; instants, UTC), in the order of the
 * custody ledger: whose row had begun by its end and had not been followed by another before its beginning. A row that lasted no
 * moment, because another one was written for the same, is nobody's time.
 */
export function answerableIn(trx: Trx, dossierId: number, from: string, to: string): AnswerableRow[] {
  return trx
    .prepare(
      `SELECT held.holderId AS personId, person.name, held.stage, held.how, held.fromAt, held.untilAt,
         CASE WHEN held.stage = 'reader' THEN slip.id END AS slipId, CASE WHEN held.stage = 'reader' THEN slip.number END AS slipNumber
       FROM (
         SELECT id, holderId, stage, how, fromAt, caseKind, caseId, lead(fromAt) OVER (ORDER BY fromAt, id) AS untilAt FROM custody WHERE dossierId = :dossierId
       ) AS held
       JOIN person ON person.id = held.holderId LEFT JOIN slip ON held.caseKind = 'slip' AND slip.id = held.caseId
       WHERE held.fromAt <= :to AND (held.untilAt IS NULL OR (held.untilAt > :from AND held.untilAt > held.fromAt)) ORDER BY held.fromAt, held.id`,
    )
    .all({ dossierId, from, to }) as AnswerableRow[]
}

/** The same before an incident is opened. A time that ends before it begins is refused (`bad-input`). */
export function whoAnswers(context: Context, { dossierId, happenedFrom, happenedTo }: Parsed<'incidents.answerable'>): Output<'incidents.answerable'> {
  const { trx, actor, today } = context
  requireVisibleDossier(trx, actor, today, dossierId)
  if (happenedFrom > happenedTo) throw new AppError('bad-input', { path: 'happenedTo' })
  return answerableIn(trx, dossierId, happenedFrom, happenedTo).map(({ slipId: _slip, ...row }) => row)
}
