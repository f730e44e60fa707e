import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { writeFully, writeRefusal } from '../storage/atomic-file.ts'
import { KEY_FILE_NAME } from '../storage/keys.ts'
import {
  ATTACHMENT_PATTERN, Format, FORMAT_NAME, FORMAT_VERSION, Manifest, MANIFEST_NAME, type ManifestEntry, MOST_TEXT_BYTES, requireSeal,
} from './backup-format.ts'
import { DATABASE_NAME, SAMPLE_NAME } from './folder.ts'
import { readTar, type TarEntry } from './tar-reader.ts'

export type BackupReading = {
  file: string
  /** Opens the keys of the backup; its refusal (a wrong password) comes out as it is. */
  unlock: (keysText: string) => Promise<Buffer>
  /** The folder for what is unpacked, which exists. */
  folder: string
  /** Which entries to unpack; the others are only checked. */
  wants: (name: string) => boolean
  onBytes?: (done: number, total: number) => void
}

/**
 * Reads a backup from its first to its last byte, unpacks what is wanted, and compares every entry with the manifest and
 * the whole with the seal. When this answers, what was unpacked is exactly what was packed. Refuses
 * `not-an-archive-backup`, `archive-newer`, `backup-damaged`, `file-unreadable`, and what `unlock` refuses.
 */
export async function readBackup(reading: BackupReading): Promise<{ manifest: Manifest; dataKey: Buffer }> {
  const state: State = { format: null, dataKey: null, manifest: null, seen: [], names: new Set() }
  const end = await readTar(reading.file, (entry) => takeEntry(state, entry, reading), reading.onBytes ?? (() => {})).catch((error: unknown) => {
    // Before anything was recognised it is somebody else's file rather than a damaged one of ours.
    if (state.format === null && error instanceof AppError && error.code === 'backup-damaged') throw new AppError('not-an-archive-backup')
    throw error
  })
  const { manifest, dataKey } = state
  if (state.format === null) throw new AppError('not-an-archive-backup')
  if (dataKey === null || manifest === null) throw new AppError('backup-damaged')
  requireSameEntries(manifest, state.seen)
  requireSeal(dataKey, end.sha256, end.seal)
  return { manifest, dataKey }
}

type State = { format: Format | null; dataKey: Buffer | null; manifest: Manifest | null; seen: ManifestEntry[]; names: Set<string> }

async function takeEntry(state: State, entry: TarEntry, { folder, wants, unlock }: BackupReading): Promise<void> {
  if (state.format === null) {
    const { text, ...described } = await readText(entry)
    state.format = parseFormat(entry.name, text)
    state.seen.push(described)
  } else if (state.dataKey === null) {
    const { text, ...described } = await readText(entry)
    if (entry.name !== KEY_FILE_NAME || described.sha256 !== state.format.keysSha256) throw new AppError('backup-damaged', { entry: entry.name })
    state.dataKey = await unlock(text)
    state.seen.push(described)
    if (wants(entry.name)) await unpack({ ...entry, bytes: only(Buffer.from(text)) }, folder)
  } else if (state.manifest !== null) {
    throw new AppError('backup-damaged', { entry: entry.name })
  } else if (entry.name === MANIFEST_NAME) {
    state.manifest = parseManifest((await readText(entry)).text)
  } else {
    const isOurs = entry.name === DATABASE_NAME || entry.name === SAMPLE_NAME || ATTACHMENT_PATTERN.test(entry.name)
    if (!isOurs || state.names.has(entry.name)) throw new AppError('backup-damaged', { entry: entry.name })
    state.names.add(entry.name)
    state.seen.push(wants(entry.name) ? await unpack(entry, folder) : await hashOnly(entry))
  }
}

function parseFormat(name: string, text: string): Format {
  if (name !== FORMAT_NAME) throw new AppError('not-an-archive-backup')
  const parsed = Format.safeParse(parseJson(text))
  if (!parsed.success) throw new AppError('not-an-archive-backup')
  if (parsed.data.version > FORMAT_VERSION) throw new AppError('archive-newer', { file: parsed.data.version, program: FORMAT_VERSION })
  return parsed.data
}

function parseManifest(text: string): Manifest {
  const parsed = Manifest.safeParse(parseJson(text))
  if (!parsed.success) throw new AppError('backup-damaged', { entry: MANIFEST_NAME })
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function requireSameEntries(manifest: Manifest, seen: readonly ManifestEntry[]): void {
  manifest.entries.forEach((entry, index) => {
    const found = seen[index]
    const isSame = found?.name === entry.name && found.size === entry.size && found.sha256 === entry.sha256
    if (!isSame) throw new AppError('backup-damaged', { entry: entry.name })
  })
  if (seen.length !== manifest.entries.length) throw new AppError('backup-damaged')
}

async function readText(entry: TarEntry): Promise<ManifestEntry & { text: string }> {
  if (entry.size > MOST_TEXT_BYTES) throw new AppError('backup-damaged', { entry: entry.name })
  const parts: Buffer[] = []
  for await (const part of entry.bytes) parts.push(part)
  const bytes = Buffer.concat(parts)
  return { name: entry.name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), text: bytes.toString('utf8') }
}

async function hashOnly(entry: TarEntry): Promise<ManifestEntry> {
  const digest = createHash('sha256')
  for await (const part of entry.bytes) digest.update(part)
  return { name: entry.name, size: entry.size, sha256: digest.digest('hex') }
}

/** The name has been matched against our few patterns, so it cannot lead out of the folder. */
async function unpack(entry: TarEntry, folder: string): Promise<ManifestEntry> {
  const digest = createHash('sha256')
  try {
    const file = join(folder, entry.name)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const handle = await open(file, 'wx', 0o600)
    try {
      let position = 0
      for await (const part of entry.bytes) {
        digest.update(part)
        await writeFully(handle, [part], position)
        position += part.length
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw writeRefusal(error)
  }
  return { name: entry.name, size: entry.size, sha256: digest.digest('hex') }
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
