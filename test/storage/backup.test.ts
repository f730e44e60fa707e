import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { extract, pack } from 'tar-stream'
import { AppError } from '../../src/shared/errors.ts'
import { auditHead } from '../../src/main/audit/chain.ts'
import { writeBackup } from '../../src/main/archive/backup.ts'
import { SEAL_BYTES, sealOf } from '../../src/main/archive/backup-format.ts'
import { hasArchive, openArchive } from '../../src/main/archive/folder.ts'
import { restoreBackup } from '../../src/main/archive/restore.ts'
import { keysFromText, openKeyFile } from '../../src/main/storage/keys.ts'
import { createTestClock, TEST_PASSWORD } from '../builders/archive.ts'
import { type ArchiveWithScans, freeControl, openArchiveWithScans, SCANS } from './archive-with-scans.ts'
import { collect, filesBelow } from './temporary.ts'

let office: ArchiveWithScans
let base: string
let target: string
beforeEach(async () => {
  office = await openArchiveWithScans()
  base = mkdtempSync(join(tmpdir(), 'juanzong-backup-'))
  target = join(base, '备份 2026.jzb')
})
afterEach(async () => {
  await office.close()
  rmSync(base, { recursive: true, force: true })
})

const backup = (control = freeControl) => writeBackup(office.archive, target, control)
const withKey = async () => Buffer.from(office.archive.dataKey)
const restore = (folder: string, file = target, unlock: (keys: string) => Promise<Buffer> = withKey) =>
  restoreBackup({ file, folder, unlock, now: new Date(2026, 10, 23, 10, 15, 0) })

type Entry = { name: string; bytes: Buffer }

async function entriesOf(file: string): Promise<Entry[]> {
  const reader = extract()
  const entries: Entry[] = []
  reader.end(readFileSync(file).subarray(0, -SEAL_BYTES))
  for await (const entry of reader) entries.push({ name: entry.header.name, bytes: await collect(entry as AsyncIterable<Buffer>) })
  return entries
}

/** Somebody who even has the data key writes a backup of these entries: sealed, and yet not ours. */
async function forge(entries: readonly Entry[], type: 'file' | 'symlink' = 'file'): Promise<void> {
  const writer = pack()
  for (const { name, bytes } of entries) {
    if (type === 'symlink' && name.startsWith('attachments/')) writer.entry({ name, type, linkname: '/etc/passwd' })
    else writer.entry({ name, size: bytes.length }, bytes)
  }
  writer.finalize()
  const tar = await collect(writer as unknown as AsyncIterable<Buffer>)
  writeFileSync(target, Buffer.concat([tar, sealOf(office.archive.dataKey, createHash('sha256').update(tar).digest())]))
}

describe('a backup', () => {
  test('is one file that holds everything, encrypted, and leaves nothing else behind', async () => {
    const head = auditHead(office.archive.store)
    const result = await backup()
    expect(result).toEqual({
      file: target, bytes: statSync(target).size, attachments: 3, missing: 0, checkedAt: office.clock.now().toISOString(), head,
    })
    expect(readdirSync(base)).toEqual(['备份 2026.jzb'])
    const entries = await entriesOf(target)
    expect(entries.map((entry) => entry.name)).toEqual([
      'format.json', 'keys.json', 'archive.db', ...office.hashes.map((hash) => office.fileOf(hash).slice(office.folder.length + 1)).toSorted(
        (one, other) => entries.findIndex((entry) => entry.name === one) - entries.findIndex((entry) => entry.name === other)), 'manifest.json',
    ])
    const bytes = readFileSync(target)
    for (const planted of ['华东电缆有限公司', '营业执照', 'creditadministrator', 'SQLite format 3']) expect(bytes.includes(planted)).toBe(false)
    for (const scan of SCANS) expect(bytes.includes(scan.subarray(0, 60))).toBe(false)
  })

  test('as a job through the pipeline: one entry in the log, without the place, and the day on the status line', async () => {
    const before = auditHead(office.archive.store)
    const value = await office.callAs('systemadministrator', 'archive.backup', { file: target })
    expect(value).toMatchObject({ file: target, attachments: 3, missing: 0 })
    expect(value).not.toHaveProperty('head')
    const entry = office.archive.store.prepare('SELECT seq, method, detail FROM audit ORDER BY seq DESC LIMIT 1').get() as { seq: number; method: string; detail: string }
    expect(entry).toMatchObject({ seq: before.seq + 1, method: 'archive.backup' })
    expect(entry.detail).not.toContain('备份')
    expect(JSON.parse(entry.detail)).toMatchObject({ attachments: 3, auditSeq: before.seq, auditHead: before.hash })
    expect((await office.callAs('systemadministrator', 'archive.status', {})).lastBackupAt).toBe(value.checkedAt)
  })

  test('goes on without an attachment that is gone, and says so; a damaged one is kept as it is', async () => {
    rmSync(office.fileOf(office.hashes[0]!))
    const damaged = office.fileOf(office.hashes[1]!)
    writeFileSync(damaged, readFileSync(damaged).fill(0, 100, 120))
    expect(await backup()).toMatchObject({ attachments: 2, missing: 1 })
    expect((await restore(join(base, 'new'))).keptAs).toBeNull()
  })

  test('takes the place of an older one only when it is whole', async () => {
    writeFileSync(target, 'the former backup')
    let steps = 0
    const stopping = { ...freeControl, throwIfCancelled: () => { if (++steps > 4) throw new AppError('cancelled') } }
    await expect(backup(stopping)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(target, 'utf8')).toBe('the former backup')
    expect(readdirSync(base)).toHaveLength(1)
    await backup()
    expect(statSync(target).size).toBeGreaterThan(10_000)
  })

  test('can be cancelled at any moment and leaves nothing', async () => {
    for (let allowed = 0; ; allowed++) {
      let steps = 0
      const stopping = { ...freeControl, throwIfCancelled: () => { if (++steps > allowed) throw new AppError('cancelled') } }
      const outcome = await backup(stopping).catch((error: unknown) => error)
      if (!(outcome instanceof Error)) break
      expect(outcome).toMatchObject({ code: 'cancelled' })
      expect(readdirSync(base)).toEqual([])
    }
    expect(readdirSync(base)).toHaveLength(1)
  })

  test('sweeps away what a crash has left under its temporary names', async () => {
    writeFileSync(`${target}.part`, 'half')
    mkdirSync(`${target}.part-check`)
    writeFileSync(join(`${target}.part-check`, 'snapshot.db'), 'half')
    await backup()
    expect(readdirSync(base)).toHaveLength(1)
  })

  test.each([
    ['in no folder', () => join(base, 'nowhere', 'b.jzb')],
    ['below a file', () => { writeFileSync(join(base, 'file'), ''); return join(base, 'file', 'b.jzb') }],
    ['a folder', () => { mkdirSync(join(base, 'folder', 'x'), { recursive: true }); return join(base, 'folder') }],
    ['in the archive', () => join(office.folder, 'b.jzb')],
    ['in its attachments', () => join(office.folder, 'attachments', 'b.jzb')],
    ['the archive', () => office.folder],
  ])('cannot be written %s', async (_, place) => {
    target = place()
    const before = filesBelow(office.folder)
    await expect(backup()).rejects.toMatchObject({ code: 'file-unwritable' })
    expect(filesBelow(office.folder)).toEqual(before)
  })
})

describe('restoring', () => {
  /** Everything that matters of an archive folder: its scans, people and log, opened with a password. */
  async function expectComplete(folder: string) {
    const opened = await openKeyFile(folder).unlock('archivist', TEST_PASSWORD)
    const archive = openArchive({ folder, dataKey: opened!.dataKey, keys: openKeyFile(folder), clock: createTestClock() })
    try {
      for (const [index, hash] of office.hashes.entries()) {
        expect((await collect(archive.attachments.read(hash))).equals(SCANS[index]!)).toBe(true)
      }
      expect(archive.store.prepare('SELECT name FROM party').all()).toEqual([{ name: '华东电缆有限公司' }])
      return auditHead(archive.store)
    } finally {
      await archive.close()
    }
  }

  test('where nothing is', async () => {
    const { head } = await backup()
    const folder = join(base, 'deep', 'new archive')
    expect(await restore(folder)).toEqual({ keptAs: null, head })
    expect(await expectComplete(folder)).toEqual(head)
    expect(readdirSync(join(base, 'deep'))).toEqual(['new archive'])
  })

  test('by a password of then', async () => {
    await backup()
    const unlock = async (text: string) => {
      const opened = await keysFromText(text).unlock('systemadministrator', TEST_PASSWORD)
      if (!opened) throw new AppError('wrong-password')
      return opened.dataKey
    }
    expect(await restore(join(base, 'new'), target, unlock)).toMatchObject({ keptAs: null })
  })

  test('in the place of an archive, which is kept', async () => {
    const { head } = await backup()
    const folder = join(base, 'archive')
    cpSync(office.folder, folder, { recursive: true })
    writeFileSync(join(folder, 'attachments', 'mark'), 'of the present archive')
    const order: string[] = []
    const result = await restoreBackup({
      file: target, folder, unlock: withKey, now: new Date(2026, 10, 23, 10, 15, 0),
      mayRestore: (store) => order.push(`may ${(store.prepare('SELECT count(*) AS people FROM person').get() as { people: number }).people > 5}`),
      beforeReplacing: async () => { order.push(`close ${readdirSync(base).some((name) => name.includes('-kept-'))}`) },
    })
    expect(order).toEqual(['may true', 'close false'])
    expect(result).toEqual({ keptAs: `${folder}-kept-20261123-101500`, head })
    expect(readFileSync(join(result.keptAs!, 'attachments', 'mark'), 'utf8')).toBe('of the present archive')
    expect(hasArchive(result.keptAs!)).toBe(true)
    expect(existsSync(join(folder, 'attachments', 'mark'))).toBe(false)
    expect(await expectComplete(folder)).toEqual(head)

    expect((await restore(folder)).keptAs).toBe(`${folder}-kept-20261123-101500-2`)
    expect(readdirSync(base).toSorted()).toEqual(['archive', 'archive-kept-20261123-101500', 'archive-kept-20261123-101500-2', '备份 2026.jzb'])
  })

  test('in the place of an archive that has lost a part', async () => {
    await backup()
    const folder = join(base, 'archive')
    cpSync(office.folder, folder, { recursive: true })
    rmSync(join(folder, 'archive.db'))
    expect((await restore(folder)).keptAs).toBe(`${folder}-kept-20261123-101500`)
    await expectComplete(folder)
  })

  test('in an empty folder, but not among somebody’s own files', async () => {
    await backup()
    mkdirSync(join(base, 'empty'))
    expect((await restore(join(base, 'empty'))).keptAs).toBeNull()
    mkdirSync(join(base, 'own'))
    writeFileSync(join(base, 'own', 'letter.txt'), 'x')
    await expect(restore(join(base, 'own'))).rejects.toMatchObject({ code: 'folder-not-empty' })
  })

  describe('refuses, and leaves everything as it was:', () => {
    async function expectRefused(code: string, file = target, unlock = withKey) {
      const folder = join(base, 'archive')
      if (!existsSync(folder)) cpSync(office.folder, folder, { recursive: true })
      const before = [filesBelow(folder), readdirSync(base).toSorted()]
      await expect(restore(folder, file, unlock)).rejects.toMatchObject({ code })
      expect([filesBelow(folder), readdirSync(base).toSorted()]).toEqual(before)
    }

    test('a wrong password, and one who may not', async () => {
      await backup()
      await expectRefused('wrong-password', target, async () => { throw new AppError('wrong-password') })
      const folder = join(base, 'archive')
      const refusing = restoreBackup({ file: target, folder, unlock: withKey, mayRestore: () => { throw new AppError('forbidden') } })
      await expect(refusing).rejects.toMatchObject({ code: 'forbidden' })
      expect(readdirSync(base).toSorted()).toEqual(['archive', '备份 2026.jzb'])
    })

    test('another archive’s key', async () => {
      await backup()
      await expectRefused('backup-damaged', target, async () => Buffer.alloc(32, 1))
    })

    test('files that are no backups', async () => {
      await expectRefused('file-unreadable', join(base, 'nothing'))
      for (const [name, bytes] of [
        ['empty', ''], ['short', 'x'], ['text', 'some text '.repeat(1000)], ['zeros', Buffer.alloc(50_000)], ['database', readFileSync(join(office.folder, 'archive.db'))],
      ] as const) {
        writeFileSync(join(base, name), bytes)
        await expectRefused('not-an-archive-backup', join(base, name))
      }
      const writer = pack()
      writer.entry({ name: 'holiday.txt' }, 'a tar of somebody')
      writer.finalize()
      writeFileSync(join(base, 'tar'), Buffer.concat([await collect(writer as unknown as AsyncIterable<Buffer>), Buffer.alloc(32)]))
      await expectRefused('not-an-archive-backup', join(base, 'tar'))
    })

    test('a backup of a newer program', async () => {
      await backup()
      const entries = await entriesOf(target)
      const format = JSON.parse(entries[0]!.bytes.toString()) as object
      await forge([{ name: 'format.json', bytes: Buffer.from(JSON.stringify({ ...format, version: 2 })) }, ...entries.slice(1)])
      await expectRefused('archive-newer')
    })

    test('one bit changed anywhere', async () => {
      await backup()
      const whole = readFileSync(target)
      const damaged = join(base, 'damaged')
      // Every region: headers, paddings, each entry, the manifest, the end of the tar, the seal.
      const places = new Set([512, 600, 1000, 1024, 1100, whole.length - 1, whole.length - 33, whole.length - 600, whole.length - 1100, whole.length - 1600])
      for (let place = 1500; place < whole.length; place += Math.ceil(whole.length / 40)) places.add(place)
      const folder = join(base, 'archive')
      for (const place of places) {
        const bytes = Buffer.from(whole)
        bytes[place]! ^= 4
        writeFileSync(damaged, bytes)
        const code = await restore(folder, damaged).then(() => `restored with byte ${place} changed`, (error: { code?: string }) => error.code)
        // Whether the first entry can be recognised at all decides which of the two is said.
        expect(place < 1024 ? ['backup-damaged', 'not-an-archive-backup'] : ['backup-damaged']).toContain(code)
        expect(existsSync(folder)).toBe(false)
      }
    }, 120_000)

    test('one that is cut, or has something behind it', async () => {
      await backup()
      const whole = readFileSync(target)
      for (const length of [whole.length - 1, whole.length - 32, whole.length - 1056, whole.length - 5000, whole.length >> 1, 3000]) {
        writeFileSync(join(base, 'cut'), whole.subarray(0, length))
        await expectRefused('backup-damaged', join(base, 'cut'))
      }
      writeFileSync(join(base, 'long'), Buffer.concat([whole, Buffer.alloc(512)]))
      await expectRefused('backup-damaged', join(base, 'long'))
    })

    test('entries of other names, missing, twice, in another order, or no files', async () => {
      await backup()
      const entries = await entriesOf(target)
      const [format, keys, database, ...rest] = entries as [Entry, Entry, Entry, ...Entry[]]
      const evil = (name: string): Entry => ({ name, bytes: Buffer.from('x') })
      for (const name of ['../evil', '/tmp/evil', 'attachments/../../evil', 'attachments/aa/evil', `attachments/aa/${'b'.repeat(64)}`, 'C:\\evil', 'archive.db-wal']) {
        await forge([format, keys, database, evil(name), ...rest])
        await expectRefused('backup-damaged')
      }
      await forge([format, keys, database, ...rest.slice(1)])
      await expectRefused('backup-damaged')
      await forge([format, keys, database, database, ...rest])
      await expectRefused('backup-damaged')
      await forge([format, database, keys, ...rest])
      await expectRefused('backup-damaged')
      await forge([keys, format, database, ...rest])
      await expectRefused('not-an-archive-backup')
      await forge([format, keys, database, rest[1]!, rest[0]!, ...rest.slice(2)])
      await expectRefused('backup-damaged')
      await forge([...entries, evil('manifest.json')])
      await expectRefused('backup-damaged')
      await forge(entries, 'symlink')
      await expectRefused('backup-damaged')
      expect(existsSync(join(base, 'evil'))).toBe(false)
      await forge(entries)
      expect((await restore(join(base, 'sound'))).keptAs).toBeNull()
    })

    test('the keys changed on their way, before anybody types a password', async () => {
      await backup()
      const entries = await entriesOf(target)
      await forge([entries[0]!, { name: 'keys.json', bytes: Buffer.from('{}') }, ...entries.slice(2)])
      let isAsked = false
      await expectRefused('backup-damaged', target, async () => { isAsked = true; return withKey() })
      expect(isAsked).toBe(false)
    })

    test('a database that does not end with the head of the manifest', async () => {
      await backup()
      const entries = await entriesOf(target)
      const manifest = JSON.parse(entries.at(-1)!.bytes.toString()) as object
      await forge([...entries.slice(0, -1), { name: 'manifest.json', bytes: Buffer.from(JSON.stringify({ ...manifest, auditSeq: 1 })) }])
      await expectRefused('backup-damaged')
    })
  })
})
