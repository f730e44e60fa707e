import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode, TEMPORARY_SUFFIX } from './atomic-file.ts'

/** A file as it lies in the attachment folder. */
export type StoredFile = {
  /** Relative to the attachment folder, with `/`. */
  readonly path: string
  readonly diskName: string
  /** Bytes on disk, a little more than the plain ones. */
  readonly size: number
  readonly changedAt: number
  /** Half-written: left by a crash, or just being written. */
  readonly isTemporary: boolean
}

/** See `AttachmentStore.list`; one folder after another, so that a hundred thousand files need no long array. */
export async function* listStored(folder: string): AsyncGenerator<StoredFile> {
  for (const entry of await entriesOf(folder)) {
    if (!entry.isDirectory()) yield* describe(folder, entry.name)
    else for (const inner of await entriesOf(join(folder, entry.name))) yield* describe(folder, `${entry.name}/${inner.name}`)
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

async function* describe(folder: string, path: string): AsyncGenerator<StoredFile> {
  try {
    const { size, mtimeMs } = await stat(join(folder, path))
    const diskName = path.slice(path.lastIndexOf('/') + 1)
    yield { path, diskName, size, changedAt: mtimeMs, isTemporary: diskName.endsWith(TEMPORARY_SUFFIX) }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error // gone meanwhile
  }
}
