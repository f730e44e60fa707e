import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type AttachmentStore, createAttachmentStore } from '../../src/main/storage/attachments.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder of the real disk that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-storage-'))
  folders.push(folder)
  return folder
}

export function temporaryStore(key = randomBytes(32)): AttachmentStore {
  return createAttachmentStore(join(temporaryFolder(), 'attachments'), key)
}

/** A stream of these bytes in parts of this size. */
export async function* inParts(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

/** Every file below, by its path relative to the folder; none where there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort()
}

/** Files below that contain the bytes. */
export function filesWith(folder: string, planted: Buffer): string[] {
  return filesBelow(folder).filter((name) => readFileSync(join(folder, name)).includes(planted))
}
