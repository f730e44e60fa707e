import { isRunning } from '../../shared/rules/limits/steps.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Trx } from '../storage/database.ts'
import { type GuaranteeRow, type LoadedLimit, limitOf } from './load.ts'

type Lost = Output<'limits.get'>['lost'][number]

/** A scan that stands in its dossier: neither it nor its document was struck out, or destroyed with the dossier. */
export const isPageThere = (trx: Trx, attachmentId: number | null): boolean =>
  attachmentId !== null && trx
    .prepare('SELECT 1 FROM attachment JOIN document ON document.id = attachment.documentId WHERE attachment.id = ? AND attachment.struckAt IS NULL AND document.struckAt IS NULL').get(attachmentId) !== undefined

function whyLost(trx: Trx, { untilOn, documentId, attachmentId }: GuaranteeRow, today: string): Lost['why'] | null {
  if (untilOn !== null && untilOn < today) return 'ended'
  return documentId !== null && !isPageThere(trx, attachmentId) ? 'gone' : null
}

/** Guarantees of the limit that stands, as a new case finds them: those that hold today, and those that no longer do. */
export function guaranteesStanding(trx: Trx, partyId: number, today: string): { held: GuaranteeRow[]; lost: Lost[] } {
  const standing = trx.prepare('SELECT id FROM limitCase INDEXED BY limitCase_standing WHERE partyId = ? AND isCurrent = 1').get(partyId) as { id: number } | undefined
  const held: GuaranteeRow[] = []
  const lost: Lost[] = []
  for (const one of standing === undefined ? [] : limitOf(trx, standing.id)!.guarantees) {
    const why = whyLost(trx, one, today)
    if (why === null) held.push(one)
    else lost.push({ kind: one.kind, amountFen: one.amountFen, giver: one.giver, until: one.untilOn, why })
  }
  return { held, lost }
}

/** What stood behind the limit that a running case is to replace, and no longer holds. */
export const lostSince = (trx: Trx, { state, partyId }: LoadedLimit, today: string): Lost[] => (isRunning(state) ? guaranteesStanding(trx, partyId, today).lost : [])
