import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CHUNK_BYTES, encodeHeader, HEADER_BYTES, sealChunk, TAG_BYTES } from '../../src/main/storage/file-format.ts'
import { type AttachmentStore, createAttachmentStore } from '../../src/main/storage/attachments.ts'
import { deriveKey } from '../../src/main/storage/derive.ts'
import { collect, filesBelow, filesWith, inParts, temporaryStore } from './temporary.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fileOf = (store: AttachmentStore, hash: string) => join(store.folder, store.pathOf(store.diskName(hash)))

const SIZES = [1, 1000, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 5_000_003]

describe('what is stored comes back', () => {
  test.each(SIZES)('%i bytes, in parts of every kind', async (size) => {
    for (const part of [size < 5000 ? 1 : 4099, 65_536, CHUNK_BYTES, 1 << 20, size]) {
      const store = temporaryStore()
      const bytes = randomBytes(size)
      expect(await store.add(inParts(bytes, part))).toEqual({ sha256: sha256(bytes), size, alreadyStored: false })
      expect((await collect(store.read(sha256(bytes)))).equals(bytes)).toBe(true)
      expect(await store.check(sha256(bytes), size)).toBe('ok')
      expect(await store.has(sha256(bytes))).toBe(true)
    }
  })

  test('parts of no length, and a source that fills the same buffer again', async () => {
    const store = temporaryStore()
    const bytes = randomBytes(CHUNK_BYTES * 2 + 77)
    async function* source() {
      const buffer = Buffer.alloc(10_000)
      for (let at = 0; at < bytes.length; at += buffer.length) {
        yield new Uint8Array(0)
        const length = bytes.copy(buffer, 0, at)
        yield buffer.subarray(0, length)
        buffer.fill(0)
      }
    }
    const added = await store.add(source())
    expect((await collect(store.read(added.sha256))).equals(bytes)).toBe(true)
  })

  test('nothing at all is refused and leaves nothing', async () => {
    const store = temporaryStore()
    await expect(store.add(inParts(new Uint8Array(0)))).rejects.toMatchObject({ code: 'empty-file' })
    expect(filesBelow(store.folder)).toEqual([])
  })

  test('a stretch is read without the rest', async () => {
    const store = temporaryStore()
    const bytes = randomBytes(3 * CHUNK_BYTES + 500)
    const added = await store.add(inParts(bytes))
    const edges = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES - 1, 3 * CHUNK_BYTES, bytes.length - 1, bytes.length]
    for (const start of edges) {
      for (const end of edges) {
        const read = await collect(store.read(added.sha256, { start, end }))
        expect(read.equals(bytes.subarray(start, Math.max(start, end)))).toBe(true)
      }
    }
    expect((await collect(store.read(added.sha256, { start: 10, end: bytes.length + 999 }))).equals(bytes.subarray(10))).toBe(true)

    // A fault elsewhere does not matter to a stretch that is sound.
    const file = fileOf(store, added.sha256)
    const stored = readFileSync(file)
    stored[HEADER_BYTES + 2 * (CHUNK_BYTES + TAG_BYTES) + 5]! ^= 1
    writeFileSync(file, stored)
    expect((await collect(store.read(added.sha256, { start: 0, end: 2 * CHUNK_BYTES }))).equals(bytes.subarray(0, 2 * CHUNK_BYTES))).toBe(true)
    await expect(collect(store.read(added.sha256, { start: 2 * CHUNK_BYTES, end: 2 * CHUNK_BYTES + 1 }))).rejects.toMatchObject({ code: 'attachment-damaged' })
  })

  test('a reader who stops in the middle leaves the file closed and the store in order', async () => {
    const store = temporaryStore()
    const added = await store.add(inParts(randomBytes(4 * CHUNK_BYTES)))
    for (let round = 0; round < 50; round++) {
      for await (const part of store.read(added.sha256)) {
        expect(part.length).toBe(CHUNK_BYTES)
        break
      }
    }
    expect(await store.check(added.sha256)).toBe('ok')
  })
})

describe('what lies on the disk', () => {
  test('neither a name nor a byte of the content can be recognised', async () => {
    const store = temporaryStore()
    const planted = Buffer.from('不得外传的客户资料 planted text 0123456789')
    const bytes = Buffer.concat([randomBytes(CHUNK_BYTES - 10), planted, randomBytes(1000), planted])
    const added = await store.add(inParts(bytes))
    expect(filesWith(store.folder, planted)).toEqual([])
    const [name] = filesBelow(store.folder)
    expect(name).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{62}$/)
    expect(name).not.toContain(added.sha256.slice(0, 8))
    expect(temporaryStore().diskName(added.sha256)).not.toBe(store.diskName(added.sha256))
  })

  test('the same content twice is one file, and is never encrypted alike in another archive', async () => {
    const key = randomBytes(32)
    const [one, other] = [temporaryStore(key), temporaryStore(key)]
    const bytes = randomBytes(200_000)
    const first = await one.add(inParts(bytes))
    expect(await one.add(inParts(bytes, 777))).toEqual({ ...first, alreadyStored: true })
    expect(filesBelow(one.folder)).toHaveLength(1)
    await other.add(inParts(bytes))
    expect(readFileSync(fileOf(one, first.sha256)).equals(readFileSync(fileOf(other, first.sha256)))).toBe(false)
  })

  test('many at once, with twins among them', async () => {
    const store = temporaryStore()
    const contents = Array.from({ length: 12 }, (_, index) => Buffer.alloc(100_000 + (index % 6), index % 6))
    const added = await Promise.all(contents.map((bytes) => store.add(inParts(bytes))))
    expect(filesBelow(store.folder)).toHaveLength(6)
    for (const [index, { sha256: hash }] of added.entries()) expect((await collect(store.read(hash))).equals(contents[index]!)).toBe(true)
  })

  test('lists what is there, and removes what it is told to', async () => {
    const store = temporaryStore()
    const added = await store.add(inParts(randomBytes(10)))
    writeFileSync(join(store.folder, 'left.part'), 'x')
    const listed = []
    for await (const file of store.list()) listed.push({ ...file, size: (await store.statOf(file.path))!.size })
    expect(listed).toEqual(expect.arrayContaining([
      { path: 'left.part', diskName: 'left.part', isTemporary: true, size: 1 },
      {
        path: store.pathOf(store.diskName(added.sha256)), diskName: store.diskName(added.sha256), isTemporary: false,
        size: HEADER_BYTES + 10 + TAG_BYTES,
      },
    ]))
    await store.remove(added.sha256)
    await store.remove(added.sha256)
    expect(await store.has(added.sha256)).toBe(false)
    expect(await store.statOf(listed[0]!.path.endsWith('.part') ? listed[1]!.path : listed[0]!.path)).toBeNull()
  })
})

describe('what has been touched is refused', () => {
  const REGIONS: readonly (readonly [string, (length: number) => number])[] = [
    ['the mark', () => 0],
    ['the version', () => 4],
    ['the chunk size', () => 5],
    ['the unused bytes', () => 6],
    ['the size', () => 12],
    ['the nonce', () => 20],
    ['the wrapped key', () => 40],
    ['the header’s tag', () => 70],
    ['the first byte', () => HEADER_BYTES],
    ['the first tag', () => HEADER_BYTES + CHUNK_BYTES + 3],
    ['the middle', (length) => length >> 1],
    ['the last chunk', (length) => length - TAG_BYTES - 1],
    ['the last tag', (length) => length - 1],
  ]

  async function stored(size = 2 * CHUNK_BYTES + 100) {
    const store = temporaryStore()
    const added = await store.add(inParts(randomBytes(size)))
    return { store, hash: added.sha256, file: fileOf(store, added.sha256) }
  }

  async function expectDamaged(store: AttachmentStore, hash: string) {
    await expect(collect(store.read(hash))).rejects.toMatchObject({ code: 'attachment-damaged' })
    expect(await store.check(hash)).toBe('changed')
  }

  test.each(REGIONS)('one bit in %s', async (_, placeIn) => {
    const { store, hash, file } = await stored()
    const bytes = readFileSync(file)
    bytes[placeIn(bytes.length)]! ^= 0x10
    writeFileSync(file, bytes)
    await expectDamaged(store, hash)
  })

  test.each([0, 1, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES + TAG_BYTES, HEADER_BYTES + 2 * (CHUNK_BYTES + TAG_BYTES)])(
    'cut to %i bytes', async (length) => {
      const { store, hash, file } = await stored()
      truncateSync(file, length)
      await expectDamaged(store, hash)
    },
  )

  test('one byte more', async () => {
    const { store, hash, file } = await stored()
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.of(0)]))
    await expectDamaged(store, hash)
  })

  test('two chunks in each other’s place, also of equal content', async () => {
    const store = temporaryStore()
    const { sha256: hash } = await store.add(inParts(Buffer.alloc(3 * CHUNK_BYTES, 7)))
    const file = fileOf(store, hash)
    const bytes = readFileSync(file)
    const chunk = (index: number) => bytes.subarray(HEADER_BYTES + index * (CHUNK_BYTES + TAG_BYTES), HEADER_BYTES + (index + 1) * (CHUNK_BYTES + TAG_BYTES))
    writeFileSync(file, Buffer.concat([bytes.subarray(0, HEADER_BYTES), chunk(1), chunk(0), chunk(2)]))
    await expectDamaged(store, hash)
  })

  test('two whole files in each other’s place', async () => {
    const store = temporaryStore()
    const [one, two] = [await store.add(inParts(randomBytes(500))), await store.add(inParts(randomBytes(500)))]
    const [first, second] = [fileOf(store, one.sha256), fileOf(store, two.sha256)]
    renameSync(first, `${first}x`)
    renameSync(second, first)
    renameSync(`${first}x`, second)
    await expectDamaged(store, one.sha256)
    await expectDamaged(store, two.sha256)
  })

  test('a chunk of another file', async () => {
    const store = temporaryStore()
    const [one, two] = [await store.add(inParts(randomBytes(500))), await store.add(inParts(randomBytes(500)))]
    const [first, second] = [readFileSync(fileOf(store, one.sha256)), readFileSync(fileOf(store, two.sha256))]
    writeFileSync(fileOf(store, one.sha256), Buffer.concat([first.subarray(0, HEADER_BYTES), second.subarray(HEADER_BYTES)]))
    await expectDamaged(store, one.sha256)
  })

  test('another key', async () => {
    const { store, hash, file } = await stored(100)
    const stranger = createAttachmentStore(store.folder, randomBytes(32))
    const strange = fileOf(stranger, hash)
    mkdirSync(dirname(strange), { recursive: true })
    renameSync(file, strange)
    await expectDamaged(stranger, hash)
  })

  test('a row of another size', async () => {
    const { store, hash } = await stored(100)
    expect(await store.check(hash, 101)).toBe('changed')
  })

  test('a file that is gone', async () => {
    const { store } = await stored(100)
    const hash = sha256(Buffer.from('never stored'))
    await expect(collect(store.read(hash))).rejects.toMatchObject({ code: 'attachment-missing' })
    expect(await store.check(hash)).toBe('missing')
    expect(await store.has(hash)).toBe(false)
  })

  test('the last bytes of a whole file are given out only when the hash of all fits', async () => {
    // Everything authentic, and yet other content than the name promises: as if somebody with the key had written it.
    const key = randomBytes(32)
    const store = createAttachmentStore(temporaryStore().folder, key)
    const promised = sha256(Buffer.from('what the name promises'))
    const fileKey = randomBytes(32)
    const header = encodeHeader({ size: 3, chunkBytes: CHUNK_BYTES, fileKey }, deriveKey(key, 'juanzong/attachment-wrapping'), store.diskName(promised))
    mkdirSync(dirname(fileOf(store, promised)), { recursive: true })
    writeFileSync(fileOf(store, promised), Buffer.concat([header, ...sealChunk(fileKey, 0, true, Buffer.from('abc'))]))
    const given: Uint8Array[] = []
    await expect((async () => {
      for await (const part of store.read(promised)) given.push(part)
    })()).rejects.toMatchObject({ code: 'attachment-damaged' })
    expect(given).toEqual([])
    // A stretch of it is authentic, and is answered: only the whole has a hash to compare.
    expect((await collect(store.read(promised, { start: 1, end: 3 }))).toString()).toBe('bc')
  })

  test('the same content again heals a damaged file', async () => {
    const store = temporaryStore()
    const bytes = randomBytes(70_000)
    const { sha256: hash } = await store.add(inParts(bytes))
    truncateSync(fileOf(store, hash), 5000)
    expect(await store.add(inParts(bytes))).toMatchObject({ sha256: hash, alreadyStored: false })
    expect(await store.check(hash)).toBe('ok')
    expect(filesBelow(store.folder)).toHaveLength(1)
  })
})
