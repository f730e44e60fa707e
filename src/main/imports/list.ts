import type { Output, Parsed } from '../../shared/contract/index.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { broughtBy, LEDGER, type Ledger, TABLE_OF, TAKEN_IN, type TakenIn } from './taken-in.ts'

type Row = Output<'imports.list'>['rows'][number]
type Entry = TakenIn & { actorName: string; detail: string }

/**
 * Tables taken in as the log tells of them, the newest first: nothing else knows what was refused. Of a party those that
 * brought it a row; refuses a hidden one (`not-found`).
 */
export function listImports({ trx, actor, today }: Context, { ledgers, partyId, offset, limit }: Parsed<'imports.list'>): Output<'imports.list'> {
  if (partyId !== null) requireVisibleParty(trx, actor, today, partyId)
  const brought = (ledger: Ledger) => `SELECT 1 FROM ${TABLE_OF[ledger]} WHERE partyId = :partyId AND ${broughtBy('entry.')}`
  const where = `${TAKEN_IN} AND ${LEDGER} IN (SELECT value FROM json_each(:ledgers)) ${partyId === null ? '' : `AND (${ledgers.map((ledger) => `${LEDGER} = '${ledger}' AND EXISTS (${brought(ledger)})`).join(' OR ')})`}`
  const values = { ledgers: JSON.stringify(ledgers), ...(partyId === null ? {} : { partyId }) }
  const { total } = trx.prepare(`SELECT count(*) AS total FROM audit AS entry WHERE ${where}`).get(values) as { total: number }
  const entries = trx.prepare(`SELECT seq, at, actorId, actorName, ${LEDGER} AS ledger, subjectKind, subjectId, subjectLabel, detail FROM audit AS entry WHERE ${where} ORDER BY seq DESC LIMIT :limit OFFSET :offset`)
    .all({ ...values, limit, offset }) as Entry[]
  const party = trx.prepare('SELECT name FROM party WHERE id = ?')
  const struck = trx.prepare(`SELECT at, actorName AS byName, detail ->> 'reason' AS reason, detail ->> 'struck' AS rows FROM audit WHERE method = 'imports.strike' AND outcome = 'done' AND detail ->> 'import' = ?`)
  return {
    total,
    rows: entries.map((entry): Row => {
      const { read, added, completed = 0, refused, refusedTotal } = JSON.parse(entry.detail) as { read: number; added: number; completed?: number; refused?: number; refusedTotal?: number }
      const isOfParty = entry.subjectKind === 'party' && entry.subjectId !== null
      // Of a party the log says whose, not which file; its rows do.
      const file = isOfParty ? trx.prepare(`SELECT fileName FROM ${TABLE_OF[entry.ledger]} WHERE partyId = :partyId AND ${broughtBy(':')} LIMIT 1`).get({ partyId: entry.subjectId, at: entry.at, actorId: entry.actorId }) as { fileName: string } | undefined : undefined
      return {
        seq: entry.seq, ledger: entry.ledger, at: entry.at, byName: entry.actorName, fileName: file?.fileName ?? entry.subjectLabel ?? '', partyName: isOfParty ? (party.get(entry.subjectId) as { name: string }).name : null,
        read, added, completed, refused: refused ?? refusedTotal ?? 0, struck: (struck.get(entry.seq) as Row['struck'] | undefined) ?? null,
      }
    }),
  }
}
