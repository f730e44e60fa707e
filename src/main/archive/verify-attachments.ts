import { type Finding, writeDetail } from '../../shared/rules/archive/finding.ts'
import type { Preparation } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { namedFiles } from './sweep.ts'
import type { Advance, CheckResult } from './verify.ts'

/** Files read at the same time: reading one and decrypting another overlap. */
const AT_ONCE = 3

/**
 * Every attachment that a row names is read and checked to its last byte; every file of the store that no row names is
 * told, but for what is staged or has come in since the check began.
 */
export async function checkAttachments(context: Preparation, advance: Advance): Promise<CheckResult> {
  const { archive, trx } = context
  const beganAt = Date.now()
  // Before the rows are read: a row is written after its file, so what is listed here has its row by then, if ever.
  const files: string[] = []
  for await (const { path, isTemporary } of archive.attachments.list()) if (!isTemporary) files.push(path)

  const findings: Finding[] = []
  const blobs = trx.prepare('SELECT sha256, size FROM blob ORDER BY sha256').all() as { sha256: string; size: number }[]
  const rest = blobs.values()
  const worker = async () => {
    for (const { sha256, size } of rest) {
      const state = await archive.attachments.check(sha256, size)
      if (state !== 'ok') {
        const kind = state === 'changed' ? 'attachment-changed' : 'attachment-missing'
        findings.push({ kind, subject: placeOf(trx, sha256), detail: writeDetail(state === 'changed' ? 'bytes-changed' : 'file-missing', { size }) })
      }
      await advance(1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))

  const named = namedFiles(archive)
  for (const path of files) {
    const diskName = path.slice(path.lastIndexOf('/') + 1)
    if (named.has(diskName) && path === archive.attachments.pathOf(diskName)) continue
    const found = await archive.attachments.statOf(path)
    if (!found || found.changedAt >= beganAt) continue
    findings.push({ kind: 'attachment-orphaned', subject: path, detail: writeDetail('named-by-nothing', { bytes: found.size }) })
  }
  return { checked: { attachments: blobs.length }, findings }
}

/** Where people find the attachment: the dossier's number and the beginning of the hash; never a name or a title. */
function placeOf(trx: Trx, sha256: string): string {
  const row = trx
    .prepare(
      `SELECT dossier.number FROM attachment JOIN document ON document.id = attachment.documentId
       JOIN dossier ON dossier.id = document.dossierId WHERE attachment.sha256 = ? ORDER BY attachment.id LIMIT 1`,
    )
    .get(sha256) as { number: string } | undefined
  return row ? `${row.number} · ${sha256.slice(0, 12)}` : sha256.slice(0, 12)
}
