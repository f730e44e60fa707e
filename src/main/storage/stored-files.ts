import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode, TEMPORARY_SUFFIX } from './atomic-file.ts'

/** A file as it lies in the attachment folder. */
export type StoredFile = {
  /** Relative to the attachment folder, with `/`. */
  readonly path: string
  readonly diskName: string
  /** Half-written: left by a crash, or just being written. */
  readonly isTemporary: boolean
}

/** See `AttachmentStore.list`; one folder after another, so that a hundred thousand files need no long array. */
export async function* listStored(folder: string): AsyncGenerator<StoredFile> {
  for (const entry of await entriesOf(folder)) {
    if (!entry.isDirectory()) yield describe(entry.name)
    else for (const inner of await entriesOf(join(folder, entry.name))) yield describe(`${entry.name}/${inner.name}`)
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

function describe(path: string): StoredFile {
  const diskName = path.slice(path.lastIndexOf('/') + 1)
  return { path, diskName, isTemporary: diskName.endsWith(TEMPORARY_SUFFIX) }
}

/** Bytes on disk and the last change in milliseconds since 1970; null when it is gone. */
export async function statStored(folder: string, path: string): Promise<{ size: number; changedAt: number } | null> {
  try {
    const { size, mtimeMs } = await stat(join(folder, path))
    return { size, changedAt: mtimeMs }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
