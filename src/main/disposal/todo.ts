import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { hasRole } from '../people/visibility.ts'
import { whyNotApprove } from '../../shared/rules/disposal/steps.ts'
import { linesOf, isToDestroy, partiesOf, requireCase } from './case.ts'

type Listed = { id: number; number: string; since: string; folders: number }

const RUNNING = `
  SELECT disposal.id, disposal.number, coalesce(disposal.approvedAt, disposal.submittedAt, disposal.openedAt) AS since,
    (SELECT count(*) FROM disposalLine WHERE disposalId = disposal.id AND stoppedAt IS NULL AND destroyedAt IS NULL) AS folders
  FROM disposal INDEXED BY disposal_state`

/** Cases that wait for this person: for his opinion, for his approval, to be carried out. Running cases are few, whatever the archive holds. */
export function disposalsWaiting(reader: Reader): Waiting[] {
  return [opinionsWanted(reader), toApprove(reader), toCarryOut(reader)]
}

function lines(kind: 'toAppraise' | 'toApproveDisposal' | 'toDestroy', group: 'today' | 'soon', rows: readonly Listed[], most: number): Waiting {
  return inGroup(group, rows.length, rows.slice(0, most).map(({ id, number, since, folders }) => undated(group, {
    kind, subject: { kind: 'disposal', id }, what: number, folders, because: { rule: 'disposal-waits', values: { since, folders } },
  })))
}

function opinionsWanted({ trx, actor, most }: Reader): Waiting {
  const rows = trx
    .prepare(
      `${RUNNING} JOIN disposalAppraiser ON disposalAppraiser.disposalId = disposal.id AND disposalAppraiser.personId = :me
       WHERE disposal.state = 'appraisal' AND (
         EXISTS (SELECT 1 FROM disposalLine AS line WHERE line.disposalId = disposal.id AND line.stoppedAt IS NULL AND NOT EXISTS (
           SELECT 1 FROM disposalOpinion WHERE disposalOpinion.disposalId = line.disposalId AND disposalOpinion.dossierId = line.dossierId AND personId = :me))
         OR (disposalAppraiser.ordinal = 1 AND NOT EXISTS (
           SELECT 1 FROM disposalLine AS line CROSS JOIN disposalAppraiser AS other ON other.disposalId = line.disposalId
           WHERE line.disposalId = disposal.id AND line.stoppedAt IS NULL AND NOT EXISTS (
             SELECT 1 FROM disposalOpinion WHERE disposalOpinion.disposalId = line.disposalId AND disposalOpinion.dossierId = line.dossierId
               AND disposalOpinion.personId = other.personId))))
       ORDER BY disposal.id`,
    )
    .all({ me: actor.personId }) as Listed[]
  return lines('toAppraise', 'today', rows, most)
}

function toApprove({ trx, actor, today, most }: Reader): Waiting {
  const rows = (trx.prepare(`${RUNNING} WHERE disposal.state = 'approval' ORDER BY disposal.id`).all() as Listed[])
    .filter(({ id }) => whyNotApprove(partiesOf(trx, requireCase(trx, id), today), actor) === null)
  return lines('toApproveDisposal', 'today', rows, most)
}

function toCarryOut({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, ['archivist'])) return inGroup('soon', 0, [])
  const rows = (trx.prepare(`${RUNNING} WHERE disposal.state = 'execution' ORDER BY disposal.id`).all() as Listed[])
    .map((row) => ({ ...row, folders: linesOf(trx, row.id).filter(isToDestroy).length }))
  return lines('toDestroy', 'soon', rows, most)
}

/** One line for all dossiers whose retention is over and that are in no running case. */
export function retentionEnded({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['archivist', 'creditAdministrator'])) return inGroup('later', 0, [])
  const { folders, oldest } = trx
    .prepare(
      `SELECT count(*) AS folders, min(retentionEnds) AS oldest FROM dossier INDEXED BY dossier_retention
       WHERE retentionEnds IS NOT NULL AND retentionEnds < ? AND voidedAt IS NULL`,
    )
    .get(today) as { folders: number; oldest: string | null }
  const { listed } = trx
    .prepare(
      `SELECT count(*) AS listed FROM disposal INDEXED BY disposal_state JOIN disposalLine ON disposalLine.disposalId = disposal.id
       WHERE disposal.state IN ('appraisal', 'approval', 'execution') AND disposalLine.stoppedAt IS NULL`,
    )
    .get() as { listed: number }
  const left = Math.max(0, folders - listed)
  if (left === 0) return inGroup('later', 0, [])
  return inGroup('later', 1, [undated('later', {
    kind: 'retentionEnded', subject: { kind: 'disposal', id: 1 }, what: '', folders: left, because: { rule: 'retention-over', values: { folders: left, oldest } },
  })])
}
