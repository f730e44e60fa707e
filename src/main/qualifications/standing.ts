import type { EvidenceKind, Standing } from '../../shared/rules/qualifications/standing.ts'
import { standingOn } from '../../shared/rules/qualifications/standing.ts'
import type { Qualification } from '../../shared/rules/regulations/duties-of-office.ts'
import type { Actor } from '../pipeline/context.ts'
import { currentRegulation } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'

/** What a person has shown, the withdrawn pieces apart. */
export function evidenceOf(trx: Trx, personId: number) {
  return trx.all(
    trx.sql.selectFrom('qualification').select(['kind', 'degree', 'obtainedOn', 'score'])
      .where('personId', '=', personId).where('withdrawnAt', 'is', null),
  ).map((piece) => ({ ...piece, isWithdrawn: false }))
}

export const standingOf = (trx: Trx, asked: Qualification, personId: number, day: string): Standing => standingOn(asked, evidenceOf(trx, personId), day)

/**
 * The person in the roles he may act in on this day: where the regulation in force asks an archivist for a qualification
 * and he cannot show one, that role rests until he can; what he did before stays done. `lacks` says what is missing.
 */
export function asQualified<Person extends Actor>(trx: Trx, actor: Person, today: string): Person & { lacks: EvidenceKind[] } {
  if (!actor.roles.includes('archivist')) return { ...actor, lacks: [] }
  const asked = currentRegulation(trx, today).regulation.qualification
  const lacks = asked === null ? [] : standingOf(trx, asked, actor.personId, today).lacks
  if (lacks.length === 0) return { ...actor, lacks }
  return { ...actor, roles: actor.roles.filter((role) => role !== 'archivist'), lacks }
}
