import { createHash } from 'node:crypto'
import { enterCustody } from '../custody/ledger.ts'
import { reindexParty } from '../parties/search-index.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { StubTable } from '../storage/tables/disposal.ts'
import { retentionOf } from './keep-retention.ts'

type Destroying = { disposalId: number; dossierId: number; line: number }

/**
 * A dossier is no more: its stub is written, its scans are let go, its slot is free, it leaves every list. Its number, its row
 * and the lines of its contents stay; what is left of it is read through the stub.
 */
export function destroyDossier(context: Context, { disposalId, dossierId, line }: Destroying): void {
  const { trx, actor, now, today } = context
  const stub = stubOf(trx, dossierId)
  trx.run(trx.sql.insertInto('stub').values({ ...stub, disposalId, line, destroyedAt: now, destroyedOn: today }))
  letScansGo(trx, dossierId, now)
  // Voided: out of every list, count and search, which all ask for that. `stage` and the stub tell it from a mistake.
  trx.run(
    trx.sql.updateTable('dossier').set({ voidedAt: now, drawerId: null, slot: null, custody: 'in', custodySince: null }).where('id', '=', dossierId),
  )
  enterCustody(context, { dossierId, stage: 'destroyed', holderId: actor.personId, how: 'destroyed', caseKind: 'disposal', caseId: disposalId })
  reindexParty(trx, stub.partyId)
  trx.prepare('UPDATE disposalLine SET destroyedAt = ? WHERE disposalId = ? AND dossierId = ?').run(now, disposalId, dossierId)
}

function stubOf(trx: Trx, dossierId: number): Omit<StubTable, 'disposalId' | 'line' | 'destroyedAt' | 'destroyedOn'> {
  const row = trx
    .prepare(
      `SELECT dossier.id AS dossierId, dossier.number, dossier.kind, dossier.partyId, party.name AS partyName, contract.subject AS title, dossier.sortName,
         dossier.departmentId, dossier.year, dossier.level, dossier.openedOn, dossier.documents, dossier.pages,
         (SELECT min(datedOn) FROM document WHERE document.dossierId = dossier.id AND struckAt IS NULL) AS firstDatedOn,
         (SELECT max(datedOn) FROM document WHERE document.dossierId = dossier.id AND struckAt IS NULL) AS lastDatedOn
       FROM dossier JOIN party ON party.id = dossier.partyId LEFT JOIN contract ON contract.dossierId = dossier.id WHERE dossier.id = ?`,
    )
    .get(dossierId) as Omit<StubTable, 'disposalId' | 'line' | 'destroyedAt' | 'destroyedOn' | 'scans' | 'contentHash' | 'retentionYears' | 'retentionFrom' | 'retentionEnds'>
  const { years, from, until } = retentionOf(trx, dossierId)
  if (years === null || from === null || until === null) throw new Error('a dossier without an end of its retention is never destroyed')
  return { ...row, ...contentOf(trx, dossierId), retentionYears: years, retentionFrom: from, retentionEnds: until }
}

/** A copy that turns up can be told from the hash: it covers every line and the content of every scan, the struck ones too. */
function contentOf(trx: Trx, dossierId: number): { scans: number; contentHash: string } {
  const documents = trx
    .prepare('SELECT id, itemCode, title, author, originality, pages, datedOn, struckAt FROM document WHERE dossierId = ? ORDER BY id')
    .all(dossierId) as { id: number }[]
  const scans = trx
    .prepare('SELECT attachment.documentId, attachment.sha256 FROM attachment JOIN document ON document.id = attachment.documentId WHERE document.dossierId = ? ORDER BY attachment.id')
    .all(dossierId) as { sha256: string }[]
  return { scans: scans.length, contentHash: createHash('sha256').update(JSON.stringify({ documents, scans })).digest('hex') }
}

/** Content that another dossier names too stays; the rest is to be deleted from the store once this is on disk. */
function letScansGo(trx: Trx, dossierId: number, now: string): void {
  const ofDossier = 'documentId IN (SELECT id FROM document WHERE dossierId = ?)'
  const hashes = trx.prepare(`SELECT DISTINCT sha256 FROM attachment WHERE ${ofDossier}`).all(dossierId) as { sha256: string }[]
  trx.prepare(`DELETE FROM attachment WHERE ${ofDossier}`).run(dossierId)
  for (const { sha256 } of hashes) {
    const { changes } = trx.prepare('DELETE FROM blob WHERE sha256 = :sha256 AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = :sha256)').run({ sha256 })
    if (changes > 0) trx.prepare('INSERT INTO blobToDelete (sha256, since) VALUES (?, ?) ON CONFLICT DO NOTHING').run(sha256, now)
  }
}
