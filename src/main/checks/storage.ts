import { closeSync, openSync, readSync } from 'node:fs'
import { BACKUP_DAYS } from '../../shared/rules/checks/items.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import { readSetting } from '../archive/settings.ts'
import { localDay } from '../pipeline/days.ts'
import type { Gather } from './gather.ts'
import type { Reader } from './metadata.ts'

const PLAIN_SQLITE = 'SQLite format 3\0'

/** AQ-3: what lies on the disk is sealed: the database begins with noise, and files are read through their seals alone. */
export function checkSealed({ archive }: Pick<Reader, 'archive'>, gather: Gather): void {
  const head = Buffer.alloc(16)
  const file = openSync(archive.store.file, 'r')
  try {
    readSync(file, head, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  gather.count('AQ-3', 1)
  if (head.toString('latin1') === PLAIN_SQLITE) gather.find('stored-plainly', {})
}

/** AQ-4: there is a backup that was read back, and it is not old. */
export function checkBackup({ trx, today }: Reader, gather: Gather): void {
  gather.count('AQ-4', 1)
  const at = readSetting(trx, 'lastBackupAt')
  if (at === undefined) return gather.find('no-backup', {})
  const days = daysBetween(localDay(new Date(at)), today)
  if (days > BACKUP_DAYS) gather.find('backup-old', {}, { days, most: BACKUP_DAYS, on: localDay(new Date(at)) })
}

/** WZ-5: the pages of a line's scans against the pages it is listed with, where every one of its scans says how many it has. */
export function checkScanPages({ trx }: Reader, ids: string, gather: Gather): void {
  const rows = trx
    .prepare(
      `SELECT document.dossierId, document.id AS documentId, document.pages AS listed, sum(attachment.pages) AS scanned
       FROM document JOIN attachment ON attachment.documentId = document.id AND attachment.struckAt IS NULL
       WHERE document.dossierId IN (SELECT value FROM json_each(:ids)) AND document.struckAt IS NULL
       GROUP BY document.id HAVING count(attachment.pages) = count(*) AND sum(attachment.pages) <> document.pages`,
    )
    .all({ ids }) as { dossierId: number; documentId: number; listed: number; scanned: number }[]
  for (const { listed, scanned, ...about } of rows) gather.find('pages-differ', about, { listed, scanned })
}
