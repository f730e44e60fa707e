/** What the attachment store promises; see the storage helper's implementation. */
export type AttachmentStore = {
  /** Hashes, encrypts and stores a stream; the same content is stored once. Refuses `empty-file`, `disk-full`. */
  add(source: AsyncIterable<Uint8Array>, options?: { signal?: AbortSignal }): Promise<{ sha256: string; size: number; alreadyStored: boolean }>
  /** Decrypted bytes from `start` to before `end`; refuses `attachment-missing`, `attachment-damaged`. */
  read(sha256: string, range?: { start: number; end: number }): AsyncIterable<Uint8Array>
}
