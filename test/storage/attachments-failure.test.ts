import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { CHUNK_BYTES } from '../../src/main/storage/file-format.ts'
import { createAttachmentStore } from '../../src/main/storage/attachments.ts'
import { fileSource } from '../../src/main/storage/file-source.ts'
import { collect, filesBelow, inParts, temporaryFolder, temporaryStore } from './temporary.ts'

// The only stand-in: a disk that has no room left, or fails, at one of the calls that reach it.
const fault = vi.hoisted(() => ({ at: null as string | null, code: 'ENOSPC', after: 0 }))

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const failing = (call: string) => {
    if (fault.at !== call || fault.after-- > 0) return
    throw Object.assign(new Error(fault.code), { code: fault.code })
  }
  const open: typeof real.open = async (...parameters) => {
    const handle = await real.open(...parameters)
    const wrapped: FileHandle = new Proxy(handle, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...rest: unknown[]) => {
          failing(String(name))
          return (value as (...all: unknown[]) => unknown).apply(target, rest)
        }
      },
    })
    return wrapped
  }
  const rename: typeof real.rename = async (...parameters) => {
    failing('rename')
    return real.rename(...parameters)
  }
  return { ...real, default: real, open, rename }
})

afterEach(() => {
  fault.at = null
})

test.each([
  ['writev', 'ENOSPC', 0, 'disk-full'],
  ['writev', 'EDQUOT', 1, 'disk-full'],
  ['writev', 'ENOSPC', 3, 'disk-full'],
  ['writev', 'EIO', 1, 'file-unwritable'],
  ['sync', 'ENOSPC', 0, 'disk-full'],
  ['sync', 'EIO', 0, 'file-unwritable'],
  ['rename', 'EACCES', 0, 'file-unwritable'],
])('%s fails with %s after %i calls: %s, and nothing is left', async (at, code, after, refusal) => {
  const store = temporaryStore()
  const bytes = randomBytes(10 * CHUNK_BYTES + 5)
  Object.assign(fault, { at, code, after })
  await expect(store.add(inParts(bytes))).rejects.toMatchObject({ code: refusal })
  fault.at = null
  expect(filesBelow(store.folder)).toEqual([])
  const added = await store.add(inParts(bytes))
  expect((await collect(store.read(added.sha256))).equals(bytes)).toBe(true)
})

test('stopped half-way it leaves nothing, even while the sender keeps silent', async () => {
  const store = temporaryStore()
  const stop = new AbortController()
  const isEnded = vi.fn()
  async function* silent() {
    try {
      yield randomBytes(3 * CHUNK_BYTES)
      await new Promise((resolve) => setTimeout(resolve, 60_000).unref())
    } finally {
      isEnded()
    }
  }
  const adding = store.add(silent(), { signal: stop.signal })
  setTimeout(() => stop.abort(), 50)
  await expect(adding).rejects.toMatchObject({ code: 'cancelled' })
  expect(filesBelow(store.folder)).toEqual([])
})

test('stopped before it began, or at the last moment', async () => {
  const store = temporaryStore()
  await expect(store.add(inParts(randomBytes(10)), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  const stop = new AbortController()
  async function* last() {
    yield randomBytes(CHUNK_BYTES)
    stop.abort()
    yield randomBytes(10)
  }
  await expect(store.add(last(), { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
  expect(filesBelow(store.folder)).toEqual([])
})

test('an error of the source comes out as it is, and the source is ended when the store fails', async () => {
  const store = temporaryStore()
  async function* broken() {
    yield randomBytes(2 * CHUNK_BYTES)
    throw new Error('line dropped')
  }
  await expect(store.add(broken())).rejects.toThrow('line dropped')

  const isEnded = vi.fn()
  async function* endless() {
    try {
      for (;;) yield randomBytes(CHUNK_BYTES)
    } finally {
      isEnded()
    }
  }
  Object.assign(fault, { at: 'writev', code: 'ENOSPC', after: 5 })
  await expect(store.add(endless())).rejects.toMatchObject({ code: 'disk-full' })
  expect(isEnded).toHaveBeenCalledOnce()
  expect(filesBelow(store.folder)).toEqual([])
})

test('a folder that cannot be made is refused in words', async () => {
  const file = join(temporaryFolder(), 'a file')
  writeFileSync(file, 'x')
  const store = createAttachmentStore(join(file, 'attachments'), randomBytes(32))
  await expect(store.add(inParts(randomBytes(10)))).rejects.toMatchObject({ code: 'file-unwritable' })
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is refused in words', async () => {
  const store = temporaryStore()
  mkdirSync(dirname(store.folder), { recursive: true })
  chmodSync(dirname(store.folder), 0o500)
  await expect(store.add(inParts(randomBytes(10)))).rejects.toMatchObject({ code: 'file-unwritable' })
})

test('a file of the disk as a source: every size comes through, one that is not there is refused', async () => {
  const folder = temporaryFolder()
  for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_500_000]) {
    const bytes = randomBytes(size)
    writeFileSync(join(folder, 'file'), bytes)
    const parts: Buffer[] = []
    for await (const part of fileSource(join(folder, 'file'))) parts.push(Buffer.from(part))
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  }
  await expect(collect(fileSource(join(folder, 'nothing')))).rejects.toMatchObject({ code: 'file-unreadable' })
  await expect(collect(fileSource(folder))).rejects.toMatchObject({ code: 'file-unreadable' })
})
