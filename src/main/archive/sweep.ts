import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from './archive.ts'

/** A file system may round times to two seconds; what is that close to the start is left for the next time. */
const CLOCK_GRAIN = 2000

/**
 * Removes stored files that no row names and nobody has staged, and half-written ones: what a crash has left behind. Only
 * what is older than this process is touched, so nothing that is just coming in. Answers how many it removed.
 */
export async function sweepOrphans(archive: Archive): Promise<{ removed: number }> {
  const startedAt = Date.now() - process.uptime() * 1000
  const { attachments } = archive
  const named = namedFiles(archive)
  let removed = 0
  for await (const { path, diskName, isTemporary } of attachments.list()) {
    if (named.has(diskName) || !(isTemporary || path === attachments.pathOf(diskName))) continue
    // Synchronously: an upload of the same content touches the file first, and must not come in between.
    if (removeIfOlder(join(attachments.folder, path), startedAt - CLOCK_GRAIN)) removed++
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

function removeIfOlder(file: string, instant: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || found.mtimeMs >= instant) return false
  rmSync(file, { force: true })
  return true
}
