import { hkdfSync } from 'node:crypto'

/** Every use of the data key has a key of its own, so that what one of them gives away says nothing about another. */
export type KeyPurpose =
  | 'juanzong/database'
  | 'juanzong/attachments'
  | 'juanzong/attachment-names'
  | 'juanzong/attachment-wrapping'
  | 'juanzong/backup-manifest'
  | 'juanzong/archive-id'

/** 32 bytes, HKDF-SHA256 without salt (RFC 5869): the data key is random, so none is needed. Refuses another key length. */
export function deriveKey(dataKey: Buffer, purpose: KeyPurpose): Buffer {
  if (dataKey.length !== 32) throw new RangeError('a key to derive from has 32 bytes')
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), purpose, 32))
}
