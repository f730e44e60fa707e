import type { Archive } from '../archive/archive.ts'

/**
 * Deletes the files of scans that went with their dossiers. What is to go stands in a table, written in the transaction that
 * let it go, and leaves the table after its file: killed in between, the program goes on at the next opening. Content that has
 * come in again since stays; while a file is coming in, nobody can tell whether it is the same, and the next time does it.
 */
export async function deleteBlobs(archive: Archive): Promise<{ deleted: number }> {
  const { store, attachments, uploads, writeLock } = archive
  const rows = store.prepare('SELECT sha256 FROM blobToDelete ORDER BY sha256').all() as { sha256: string }[]
  let deleted = 0
  for (const { sha256 } of rows) {
    if (uploads.isArriving()) break
    const isNamed = store.prepare('SELECT 1 FROM blob WHERE sha256 = ?').get(sha256) !== undefined
    if (!isNamed) {
      // At once, with nothing between the question and the deed.
      uploads.forgetContent(sha256)
      attachments.destroy(sha256)
      deleted += 1
    }
    await writeLock.run(() => store.write((trx) => trx.prepare('DELETE FROM blobToDelete WHERE sha256 = ?').run(sha256)))
  }
  return { deleted }
}
