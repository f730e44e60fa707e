import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from './archive.ts'

/**
 * Removes stored files that no row names and nobody has staged, and half-written ones: what a crash has left behind. To
 * be called at opening, before anybody is let in: the folder is claimed, so nothing can be coming in. Answers how many
 * it removed.
 */
export async function sweepOrphans(archive: Archive): Promise<{ removed: number }> {
  const { attachments } = archive
  const named = namedFiles(archive)
  let removed = 0
  for await (const { path, diskName, isTemporary } of attachments.list()) {
    if (named.has(diskName) || !(isTemporary || path === attachments.pathOf(diskName))) continue
    rmSync(join(attachments.folder, path), { force: true })
    removed++
  }
  return { removed }
}

/** Disk names of everything that must stay. Files of other names than ours are nobody's business here. */
export function namedFiles(archive: Archive): Set<string> {
  const named = new Set<string>()
  const rows = archive.store.prepare('SELECT sha256 FROM blob').iterate() as IterableIterator<{ sha256: string }>
  for (const { sha256 } of rows) named.add(archive.attachments.diskName(sha256))
  for (const sha256 of archive.uploads.hashes()) named.add(archive.attachments.diskName(sha256))
  return named
}
