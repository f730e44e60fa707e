import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import { isRated } from '../ratings/rated.ts'
import type { Context } from '../pipeline/context.ts'
import { type PartyRecord, updateParty } from './record.ts'

/**
 * Records the grade that stands on paper, with its grounds. Refuses `not-found`, and `same-person` for one's own customer:
 * whoever sells to a customer does not say how good it is (domain.md, roles). Once the program has rated the party its grade is
 * the rating's (`party-rated`): what stands on paper is only a first entry.
 */
export function setGrade(context: Context, { id, grade, reason }: Parsed<'parties.setGrade'>): Output<'parties.setGrade'> {
  const { trx, actor, today, now } = context
  requireVisibleParty(trx, actor, today, id)
  const party = trx.prepare('SELECT creditCode, grade, salespersonId FROM party WHERE id = ?').get(id) as Pick<PartyRecord, 'creditCode' | 'grade' | 'salespersonId'>
  if (party.salespersonId === actor.personId) throw new AppError('same-person')
  if (isRated(trx, id)) throw new AppError('party-rated')
  updateParty(trx, id, { grade, gradeReason: reason, updatedAt: now })
  context.record({ kind: 'party', id, label: party.creditCode }, { from: party.grade, to: grade, reason })
  return {}
}
