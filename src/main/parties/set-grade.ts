import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { updateParty } from './record.ts'

/**
 * Enters the grade that stands on paper, with its reason. Nobody grades his own customer (`same-person`): the credit
 * administrator may not approve his own rating (domain.md, roles).
 */
export function setGrade({ trx, actor, today, now, record }: Context, { id, grade, reason }: Parsed<'parties.setGrade'>): Output<'parties.setGrade'> {
  requireVisibleParty(trx, actor, today, id)
  const former = trx.one(trx.sql.selectFrom('party').select(['grade', 'salespersonId', 'creditCode']).where('id', '=', id))!
  if (former.salespersonId === actor.personId) throw new AppError('same-person')
  updateParty(trx, id, { grade, gradeReason: reason, updatedAt: now })
  record({ kind: 'party', id, label: former.creditCode }, { from: former.grade, to: grade, reason })
  return {}
}
