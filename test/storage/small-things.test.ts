import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/shared/errors.ts'
import { FINDING_RULES, readDetail, writeDetail } from '../../src/shared/rules/archive/finding.ts'
import { replaceFile, writeFully, writeRefusal } from '../../src/main/storage/atomic-file.ts'
import { tidyFileName } from '../../src/main/storage/file-name.ts'
import { deriveKey } from '../../src/main/storage/derive.ts'
import { temporaryFolder } from './temporary.ts'

describe('derived keys', () => {
  test('are HKDF-SHA256 of the data key, and differ by purpose', () => {
    const dataKey = randomBytes(32)
    const key = deriveKey(dataKey, 'juanzong/database')
    expect(key.equals(Buffer.from(hkdfSync('sha256', dataKey, '', 'juanzong/database', 32)))).toBe(true)
    expect(key.equals(deriveKey(dataKey, 'juanzong/attachments'))).toBe(false)
    expect(key.equals(deriveKey(randomBytes(32), 'juanzong/database'))).toBe(false)
  })

  test('need a key of 32 bytes', () => {
    expect(() => deriveKey(randomBytes(16), 'juanzong/database')).toThrow(RangeError)
  })
})

describe('replacing a file', () => {
  test('puts the new content in place of the old one, and leaves nothing else', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'keys.json')
    await replaceFile(file, Buffer.from('old'))
    await replaceFile(file, Buffer.from('new'))
    await replaceFile(file, new Uint8Array(0))
    expect(readFileSync(file)).toHaveLength(0)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('refuses in words where nothing can be written, and leaves the old one', async () => {
    const folder = temporaryFolder()
    await expect(replaceFile(join(folder, 'nowhere', 'x'), Buffer.from('x'))).rejects.toMatchObject({ code: 'file-unwritable' })
    mkdirSync(join(folder, 'taken', 'x'), { recursive: true })
    writeFileSync(join(folder, 'taken', 'x', 'y'), '')
    await expect(replaceFile(join(folder, 'taken', 'x'), Buffer.from('x'))).rejects.toMatchObject({ code: 'file-unwritable' })
    expect(readdirSync(join(folder, 'taken'))).toEqual(['x'])
  })

  test('a system that takes only a few bytes at a time gets them all', async () => {
    const taken: Buffer[] = []
    const slow = {
      writev: async (buffers: readonly Uint8Array[], position: number) => {
        const bytes = Buffer.concat(buffers).subarray(0, 3)
        expect(position).toBe(7 + Buffer.concat(taken).length)
        taken.push(Buffer.from(bytes))
        return { bytesWritten: bytes.length, buffers }
      },
    } as unknown as FileHandle
    await writeFully(slow, [Buffer.from('ab'), Buffer.alloc(0), Buffer.from('cdefg'), Buffer.from('h')], 7)
    expect(Buffer.concat(taken).toString()).toBe('abcdefgh')
  })

  test.each([
    ['ENOSPC', 'disk-full'], ['SQLITE_FULL', 'disk-full'], ['EROFS', 'file-unwritable'], ['SQLITE_IOERR_WRITE', 'file-unwritable'],
    ['SQLITE_CANTOPEN', 'file-unwritable'],
  ])('%s is told as %s', (code, refusal) => {
    expect(writeRefusal(Object.assign(new Error(), { code }))).toMatchObject({ code: refusal })
  })

  test('what is no fault of the disk stays as it is', () => {
    for (const error of [new Error('x'), new AppError('cancelled'), 'x', Object.assign(new Error(), { code: 'EMFILE' }), Object.assign(new Error(), { code: 'SQLITE_BUSY' })]) {
      expect(writeRefusal(error)).toBe(error)
    }
  })
})

test('a finding’s detail can be read back, whatever the values hold', () => {
  for (const rule of FINDING_RULES) {
    expect(readDetail(writeDetail(rule))).toEqual({ rule, values: {} })
    expect(readDetail(writeDetail(rule, { slot: 41, report: 'a=b, c\nd' }))).toEqual({ rule, values: { slot: '41', report: 'a b c d' } })
  }
  expect(readDetail('something else')).toBeNull()
  expect(readDetail('')).toBeNull()
})

test.each([
  ['../../etc/执照.pdf', '执照.pdf'], ['C:\\扫描\\1.tif', '1.tif'], ['\u0000甲\n乙.pdf', '甲乙.pdf'], ['发票\u202efdp.exe', '发票fdp.exe'],
  ['cafe\u0301.png', 'caf\u00e9.png'], ['', 'unnamed'], ['\u0007 ', 'unnamed'], ['半\ud83d.pdf', '半\ufffd.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`], [`x${'😀'.repeat(150)}.jpg`, `x${'😀'.repeat(97)}.jpg`], ['x'.repeat(300), 'x'.repeat(200)],
  ['👨\u200d👩\u200d👧.jpg', '👨\u200d👩\u200d👧.jpg'],
])('a file called %j is kept as %j', (name, kept) => {
  expect(tidyFileName(name)).toBe(kept)
})
