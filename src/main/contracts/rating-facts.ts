import { absent, type Facts, present, source, yuan } from '../../shared/rules/facts/fact.ts'
import { type Book, bookOf, type ContractOn, performanceOn, type Trade, tradeRank } from '../../shared/rules/contracts/performance.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import type { Trx } from '../storage/database.ts'

/** The last event of a kind on or before the day that was not struck out. */
const eventOn = (what: string) =>
  `(SELECT max("on") FROM contractEvent WHERE contractEvent.dossierId = contract.dossierId AND what = '${what}' AND "on" <= :asOf AND struckAt IS NULL)`

/** What it had come to by the day: the last change that names an amount, else as concluded. */
const AMOUNT = `coalesce((SELECT change.amountFen FROM contractEvent AS change
  WHERE change.dossierId = contract.dossierId AND change.what = 'changed' AND change.amountFen IS NOT NULL AND change."on" <= :asOf AND change.struckAt IS NULL
  ORDER BY change."on" DESC, change.id DESC LIMIT 1), contract.firstAmountFen)`

/** What the contracts of a party say of it: how long, how much, kept in their terms, and its place in the whole book. */
export function contractsFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const contracts = trx
    .prepare(
      `SELECT contract.performUntil, ${eventOn('signed')} AS signedOn, ${eventOn('performed')} AS performedOn, ${eventOn('terminated')} AS terminatedOn, ${AMOUNT} AS amountFen
       FROM dossier INDEXED BY dossier_ofParty JOIN contract ON contract.dossierId = dossier.id
       WHERE dossier.partyId = :partyId AND dossier.kind = 'contract' AND dossier.voidedAt IS NULL`,
    )
    .all({ partyId, asOf }) as ContractOn[]
  const { cooperationYears, contracts12, amount12Fen, due24, kept24, firstOn, latestOn } = performanceOn(contracts, asOf)
  const about = (rows: number, months: number) => [source('contracts', { id: partyId, rows, from: addDays(addMonths(asOf, -months), 1), until: asOf })]
  const rank = tradeRank(bookOn(trx, asOf), partyId)
  return {
    cooperationYears: cooperationYears === null ? absent('notApplicable') : present(cooperationYears, [source('contracts', { id: partyId, rows: contracts.length, from: firstOn, until: asOf })], latestOn),
    contracts12: present(contracts12, about(contracts12, 12), latestOn), contractAmount12: present(yuan(amount12Fen), about(contracts12, 12), latestOn),
    contractsDue24: present(due24, about(due24, 24), latestOn), contractsKept24: kept24 === null ? absent('notApplicable', about(0, 24)) : present(kept24, about(due24, 24), latestOn),
    tradeRank12: rank === null ? absent('notApplicable') : present(rank, about(contracts12, 12), latestOn),
  }
}

/** The book of one day at a time: whoever rates many parties as of a day goes through it once. */
const books = new WeakMap<Trx, { asOf: string; stamp: string; book: Book }>()

/** Every party's trade in the twelve months up to a day; kept until another day is asked for or a contract changes. */
function bookOn(trx: Trx, asOf: string): Book {
  const { stamp } = trx.prepare('SELECT CAST(stamp AS TEXT) AS stamp FROM bookStamp').get() as { stamp: string }
  const known = books.get(trx)
  if (known?.asOf === asOf && known.stamp === stamp) return known.book
  const trades = trx
    .prepare(
      `SELECT partyId, sum(coalesce(amountFen, 0)) AS amountFen, count(*) AS contracts, count(DISTINCT substr(signedOn, 1, 7)) AS months FROM (
         SELECT dossier.partyId, signing."on" AS signedOn, ${AMOUNT} AS amountFen
         FROM contractEvent AS signing INDEXED BY contractEvent_day CROSS JOIN contract ON contract.dossierId = signing.dossierId CROSS JOIN dossier ON dossier.id = contract.dossierId
         WHERE signing.what = 'signed' AND signing."on" > :from AND signing."on" <= :asOf AND signing.struckAt IS NULL AND dossier.voidedAt IS NULL
       ) GROUP BY partyId`,
    )
    .all({ asOf, from: addMonths(asOf, -12) }) as Trade[]
  const book = bookOf(trades)
  books.set(trx, { asOf, stamp, book })
  return book
}
