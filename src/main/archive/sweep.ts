import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from './archive.ts'
import { openSince } from './open-mark.ts'

/**
 * Removes what has come in since the archive was marked open, and that no row names and nobody has staged: at opening
 * what a crash has left behind, at closing what was taken in and never used. Nobody may be taking files in meanwhile.
 * What is older is no leftover: without its row it is a finding (`attachment-orphaned`). Answers how many it removed.
 */
export async function sweepOrphans(archive: Archive): Promise<{ removed: number }> {
  const { attachments } = archive
  const since = openSince(archive.folder)
  if (since === null) return { removed: 0 }
  const named = namedFiles(archive)
  let removed = 0
  for await (const { path, diskName, isTemporary } of attachments.list()) {
    if (named.has(diskName) || !(isTemporary || path === attachments.pathOf(diskName))) continue
    const found = await attachments.statOf(path)
    if (!isTemporary && found && found.changedAt < since) continue
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
