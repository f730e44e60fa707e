import { sql } from 'kysely'
import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { allRaw } from '../storage/all-raw.ts'
import { toReceive } from './list.ts'
import { visibleTransfer } from './visibility.ts'

/** Lists that wait for this person to receive them, and (signed by nobody yet) drafts of his own; the longest waiting first. */
export function transfersWaiting(reader: Reader): Waiting[] {
  return [received(reader), drafts(reader)]
}

type Listed = { id: number; number: string; folders: number; since: string; sender: string }

function received({ trx, actor, most }: Reader): Waiting {
  const from = sql`FROM transfer INDEXED BY transfer_state JOIN person AS sender ON sender.id = transfer.senderId
    WHERE transfer.state = 'submitted' AND ${toReceive({ actor })} AND ${visibleTransfer(actor)}`
  const total = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total ${from}`)[0]!.total
  const rows = allRaw(trx, sql<Listed>`
    SELECT transfer.id, transfer.number, sender.name AS sender, transfer.submittedAt AS since,
      (SELECT count(*) FROM transferLine WHERE transferId = transfer.id AND state = 'moving') AS folders
    ${from} ORDER BY transfer.id LIMIT ${most}`)
  return inGroup('today', total, rows.map(({ id, number, folders, since, sender }) => undated('today', {
    kind: 'toReceive', subject: { kind: 'transfer', id }, what: number, folders, because: { rule: 'to-receive', values: { since, by: sender } },
  })))
}

function drafts({ trx, actor, most }: Reader): Waiting {
  const from = sql`FROM transfer INDEXED BY transfer_filledBy WHERE transfer.filledBy = ${actor.personId} AND transfer.state = 'draft'`
  const total = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total ${from}`)[0]!.total
  const rows = allRaw(trx, sql<Omit<Listed, 'sender'>>`
    SELECT transfer.id, transfer.number, transfer.filledAt AS since, (SELECT count(*) FROM transferLine WHERE transferId = transfer.id) AS folders
    ${from} ORDER BY transfer.id LIMIT ${most}`)
  return inGroup('soon', total, rows.map(({ id, number, folders, since }) => undated('soon', {
    kind: 'transferDraft', subject: { kind: 'transfer', id }, what: number, folders, because: { rule: 'draft', values: { since } },
  })))
}
