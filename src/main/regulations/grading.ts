import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import type { Trx } from '../storage/database.ts'
import { currentRegulation, regulationOfVersion } from './load.ts'

const gradesIn = ({ grades }: Regulation): string => grades.map(({ grade }) => grade).join(' ')

/**
 * Parties whose standing rating was given among other grades than those in use on a day, since the day these came into use:
 * "A" is the best of three and the middle of five.
 */
export function gradingEvents(trx: Trx, today: string): { partyId: number; on: string; what: string }[] {
  const { regulation } = currentRegulation(trx, today)
  const inUse = gradesIn(regulation)
  const versions = trx.prepare('SELECT DISTINCT regulationVersionId AS id FROM rating INDEXED BY rating_standing WHERE isCurrent = 1').all() as { id: number }[]
  const others = versions.filter(({ id }) => gradesIn(regulationOfVersion(trx, id)) !== inUse)
  if (others.length === 0) return []
  return trx.prepare('SELECT partyId, :on AS "on", :what AS what FROM rating INDEXED BY rating_standing WHERE isCurrent = 1 AND regulationVersionId IN (SELECT value FROM json_each(:versions))')
    .all({ on: inUseSince(trx, today, inUse), what: regulation.id, versions: JSON.stringify(others.map(({ id }) => id)) }) as ReturnType<typeof gradingEvents>
}

function inUseSince(trx: Trx, today: string, inUse: string): string {
  const versions = trx.prepare('SELECT id, effectiveOn FROM regulationVersion WHERE withdrawnAt IS NULL AND effectiveOn <= ? ORDER BY effectiveOn DESC, id DESC').all(today) as { id: number; effectiveOn: string }[]
  const before = versions.findIndex(({ id }) => gradesIn(regulationOfVersion(trx, id)) !== inUse)
  return (before === -1 ? versions.at(-1) : versions[before - 1])?.effectiveOn ?? today
}
