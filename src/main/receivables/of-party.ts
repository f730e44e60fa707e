import type { Output, Parsed } from '../../shared/contract/index.ts'
import { ageing } from '../../shared/rules/receivables/ageing.ts'
import { positionFrom } from '../../shared/rules/receivables/position.ts'
import { judgePromises, lastDayOf } from '../../shared/rules/receivables/promises.ts'
import { partySubject } from '../parties/subject.ts'
import { visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'
import { sql } from 'kysely'
import { receiptsOf } from './events.ts'
import { promisesOf, receivableFacts } from './facts.ts'
import { advancesOf, dayAsked, openItemsOf } from './position.ts'
import { mayOf } from './record.ts'
import { evidenceOf, type Recorded, recordedOf, RECORDED, RECORDERS } from './rows.ts'

type OfParty = Output<'receivables.ofParty'>

/** What a party owes as of a day by how late it is, what it promised, and what ratings take from it. */
export function accountOfParty(context: Context, input: Parsed<'receivables.ofParty'>): OfParty {
  const { trx } = context
  const { partyId } = input
  requireMayReadFigures(context, partyId)
  const asOf = dayAsked(context, input.asOf)
  const items = openItemsOf(trx, partyId, asOf)
  const position = positionFrom(items, advancesOf(trx, partyId, asOf), asOf)
  const facts = receivableFacts(trx, partyId, asOf)
  context.record(partySubject(trx, partyId), { asOf, items: items.length })
  return {
    asOf, position, buckets: ageing(items, asOf), isEmpty: !hasAny(trx, partyId), paymentIndex: facts['paymentIndex24']!.value, overdueShare: facts['overdueShare']!.value,
    creditSalesFen: Math.round((facts['creditSales12']!.value ?? 0) * 100), promises: promiseRows(trx, partyId, asOf), contracts: contractsOf(context, partyId), may: mayOf(context, partyId),
  }
}

const hasAny = (trx: Trx, partyId: number): boolean =>
  trx.prepare('SELECT 1 WHERE EXISTS (SELECT 1 FROM receivable WHERE partyId = :partyId) OR EXISTS (SELECT 1 FROM receipt WHERE partyId = :partyId) OR EXISTS (SELECT 1 FROM promise WHERE partyId = :partyId)').get({ partyId }) !== undefined

type PromiseFound = Recorded & { id: number; madeOn: string; dueOn: string; amountFen: number; promisedBy: string; how: 'written' | 'phone' | 'visit'; remarks: string | null; attachmentId: number | null; page: number | null; dossierId: number | null; title: string | null }

/** Promises as they stand on the day, the latest due first; struck ones after them. */
function promiseRows(trx: Trx, partyId: number, asOf: string): OfParty['promises'] {
  const judged = new Map(judgePromises(promisesOf(trx, partyId), receiptsOf(trx, partyId), asOf).map((one) => [one.id, one]))
  const rows = trx.prepare(
    `SELECT promise.id, promise.madeOn, promise.dueOn, promise.amountFen, promise.promisedBy, promise.how, promise.remarks, promise.attachmentId, promise.page, document.dossierId, document.title, NULL AS fileName, ${RECORDED('promise')}
     FROM promise ${RECORDERS('promise')} LEFT JOIN attachment ON attachment.id = promise.attachmentId LEFT JOIN document ON document.id = attachment.documentId
     WHERE promise.partyId = ? AND promise.madeOn <= ? ORDER BY promise.struckAt IS NOT NULL, promise.dueOn DESC, promise.id DESC`,
  ).all(partyId, asOf) as PromiseFound[]
  return rows.map(({ attachmentId, page, dossierId, title, ...row }) => {
    const { id, madeOn, dueOn, amountFen, promisedBy, how, remarks } = row
    const { state, receivedFen, decidedOn } = judged.get(id) ?? { state: 'open' as const, receivedFen: 0, decidedOn: null }
    return { id, madeOn, dueOn, amountFen, promisedBy, how, remarks, state, receivedFen, decidedOn, lastOn: lastDayOf(row), evidence: evidenceOf({ attachmentId, page, dossierId, title }), ...recordedOf(row) }
  })
}

/** Contracts of the party that the person may see, the newest first: what a receivable can arise from. */
const contractsOf = ({ trx, actor, today }: Context, partyId: number): OfParty['contracts'] => allRaw(trx, sql<{ id: number; number: string; subject: string }>`
  SELECT dossier.id, contract.number, contract.subject FROM dossier INDEXED BY dossier_ofParty JOIN contract ON contract.dossierId = dossier.id
  WHERE dossier.partyId = ${partyId} AND dossier.kind = 'contract' AND dossier.voidedAt IS NULL AND contract.direction = 'sale' AND ${visibleDossier(actor, today)} ORDER BY dossier.id DESC LIMIT 200`)
