import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { deriveKey } from '../storage/derive.ts'

/*
 * A backup is one file: a tar that every tar program can list, and behind it 32 bytes that seal it.
 *
 *   format.json      what this is, of which archive, and the hash of keys.json; not secret
 *   keys.json        the key slots as they were
 *   sample.json      in a sample archive
 *   archive.db       the database, encrypted
 *   attachments/…    every stored file that the database names, as it lies in the archive, encrypted
 *   manifest.json    every entry before it with size and SHA-256, the audit head, and what was missing
 *   seal             HMAC-SHA256, under a key derived from the data key, of the SHA-256 of all that is before it
 *
 * The seal covers every byte, the tar's own headers and padding included; the manifest says which entry is damaged.
 */

export const SEAL_BYTES = 32
export const FORMAT_NAME = 'format.json'
/** Every backup begins with these bytes: the tar header's name of its first entry. */
export const BACKUP_START = Buffer.from(`${FORMAT_NAME}\0`)
export const MANIFEST_NAME = 'manifest.json'
export const ATTACHMENT_PATTERN = /^attachments\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/

/** Text entries are read into memory: none of ours comes near this. */
export const MOST_TEXT_BYTES = 256 << 20

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const Format = z.object({
  format: z.literal('juanzong-backup'),
  version: z.int().positive(),
  archiveId: z.string(),
  createdAt: z.string(),
  keysSha256: Sha256,
})
export type Format = z.infer<typeof Format>
export const FORMAT_VERSION = 1

export const Manifest = z.object({
  archiveId: z.string(),
  createdAt: z.string(),
  auditSeq: z.int().min(0),
  auditHash: Sha256,
  attachments: z.int().min(0),
  /** Disk names of files that the database names and that were not there any more. */
  missing: z.array(Sha256),
  entries: z.array(z.object({ name: z.string(), size: z.int().min(0), sha256: Sha256 })),
})
export type Manifest = z.infer<typeof Manifest>
export type ManifestEntry = Manifest['entries'][number]

export function sealOf(dataKey: Buffer, tarSha256: Buffer): Buffer {
  return createHmac('sha256', deriveKey(dataKey, 'juanzong/backup-manifest')).update(tarSha256).digest()
}

export function requireSeal(dataKey: Buffer, tarSha256: Buffer, seal: Buffer): void {
  const right = sealOf(dataKey, tarSha256)
  if (seal.length !== right.length || !timingSafeEqual(seal, right)) throw new AppError('backup-damaged')
}
