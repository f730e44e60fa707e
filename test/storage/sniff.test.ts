import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { takeIn } from '../../src/main/storage/take-in.ts'
import * as samples from './samples.ts'
import { collect, filesBelow, inParts, temporaryStore } from './temporary.ts'

const GB18030 = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xcd, 0xb3, 0xd2, 0xbb, 0x0d, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0d, 0x0a]) // 名称,统一\r\n甲,1
const csv = '名称,统一社会信用代码\r\n华东电缆有限公司,91310000MA1FL0AA0X\r\n'
const OFFICE = 'application/vnd.openxmlformats-officedocument.'

const ACCEPTED: readonly (readonly [string, Buffer, string])[] = [
  ['合同.pdf', samples.pdf(3), 'application/pdf'],
  ['合同.txt', samples.pdf(1), 'application/pdf'],
  ['blank before.pdf', samples.pdf(1, { prolog: '\n\n%PDF-1.4\n%\xe2\xe3\n' }), 'application/pdf'],
  ['all text.pdf', samples.pdf(1, { prolog: '%PDF-1.4\n' }), 'application/pdf'],
  ['照片.jpg', samples.jpeg(), 'image/jpeg'],
  ['照片.exe', samples.jpeg(), 'image/jpeg'],
  ['图.png', samples.png(), 'image/png'],
  ['传真.tif', samples.tiff(2), 'image/tiff'],
  ['传真.tiff', samples.tiff(1, { isLittle: false }), 'image/tiff'],
  ['图.webp', samples.webp(), 'image/webp'],
  ['电话.mp3', samples.mp3(), 'audio/mpeg'],
  ['电话2.mp3', samples.taggedMp3(), 'audio/mpeg'],
  ['封面图.mp3', samples.taggedMp3(200_000), 'audio/mpeg'],
  ['电话.m4a', samples.m4a(), 'audio/mp4'],
  ['电话.wav', samples.wav(), 'audio/wav'],
  ['电话.ogg', samples.vorbis(), 'audio/ogg'],
  ['电话.opus', samples.opus(), 'audio/ogg'],
  ['电话.flac', samples.flac(), 'audio/flac'],
  ['电话.amr', samples.amr(), 'audio/amr'],
  ['现场.mp4', samples.mp4(), 'video/mp4'],
  ['现场.mov', samples.mov(), 'video/quicktime'],
  ['现场.webm', samples.webm(), 'video/webm'],
  ['现场.avi', samples.avi(), 'video/x-msvideo'],
  ['现场.mkv', samples.mkv(), 'video/x-matroska'],
  ['说明.doc', samples.compound(['WordDocument', '1Table']), 'application/msword'],
  ['报表.xls', samples.compound(['a', 'b', 'c', 'd', 'e', 'Workbook']), 'application/vnd.ms-excel'],
  ['旧报表.xls', samples.compound(['Book']), 'application/vnd.ms-excel'],
  ['介绍.ppt', samples.compound(['PowerPoint Document', 'Pictures']), 'application/vnd.ms-powerpoint'],
  ['说明.docx', samples.docx(), `${OFFICE}wordprocessingml.document`],
  ['长说明.docx', samples.docx(randomBytes(400_000).toString('base64')), `${OFFICE}wordprocessingml.document`],
  ['报表.xlsx', samples.xlsx(), `${OFFICE}spreadsheetml.sheet`],
  ['介绍.pptx', samples.pptx(), `${OFFICE}presentationml.presentation`],
  ['说明.odt', samples.openDocument('text'), 'application/vnd.oasis.opendocument.text'],
  ['报表.ods', samples.openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
]

const REFUSED: readonly (readonly [string, Buffer, string])[] = [
  ['照片.jpg', samples.exe(), 'exe'],
  ['合同.pdf', samples.elf(), 'elf'],
  ['合同.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'script'],
  ['start.bat', Buffer.from('@echo off\r\ndel *.*\r\n'), 'script'],
  ['page.pdf', Buffer.from('\n<!DOCTYPE html><html><script>alert(1)</script></html>'), 'html'],
  ['picture.png', Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'svg'],
  ['data.xml', Buffer.from('<?xml version="1.0"?><invoice/>'), 'xml'],
  ['letter.doc', Buffer.from('{\\rtf1\\ansi hello}'), 'rtf'],
  ['说明.txt', Buffer.from('一段文字'), 'text'],
  ['表.csv', Buffer.from(csv), 'csv'],
  ['picture.gif', samples.gif(), 'gif'],
  ['photo.heic', samples.heic(), 'heic'],
  ['files.zip', samples.zip({ 'a.txt': 'a' }), 'zip'],
  ['files.docx', samples.zip({ 'a.exe': 'MZ' }), 'zip'],
  ['program.jar', samples.zip({ 'META-INF/MANIFEST.MF': 'x' }), 'jar'],
  ['macro.docx', samples.docm(), 'docm'],
  ['cut.docx', samples.docx().subarray(0, 200), 'zip'],
  ['setup.msi', samples.compound(['\u4840\u3f3f', 'Property']), 'cfb'],
  ['locked.docx', samples.compound(['EncryptedPackage', 'EncryptionInfo']), 'encrypted-office'],
  ['cut.doc', samples.compound(['WordDocument']).subarray(0, 600), 'cfb'],
  ['noise.mp3', Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(5000, 1)]), 'unknown'],
  ['noise.pdf', Buffer.concat([Buffer.alloc(40, 0xee), Buffer.alloc(40)]), 'unknown'],
]

describe('kinds told by content', () => {
  test.each(ACCEPTED)('%s is taken', async (name, bytes, mime) => {
    const store = temporaryStore()
    expect(await takeIn(store, inParts(bytes, 1000), name, 'attachment')).toMatchObject({ mime, name, size: bytes.length, alreadyStored: false })
  })

  test.each(REFUSED)('%s is refused, and is not kept', async (name, bytes, kind) => {
    const store = temporaryStore()
    await expect(takeIn(store, inParts(bytes, 1000), name, 'attachment')).rejects.toMatchObject({ code: 'file-kind-refused', details: { mime: kind, name } })
    expect(filesBelow(store.folder)).toEqual([])
  })

  test('an import takes CSV in any encoding and XLSX, and nothing else', async () => {
    const store = temporaryStore()
    const mimeOf = async (bytes: Buffer, name: string) => (await takeIn(store, inParts(bytes), name, 'import')).mime
    expect(await mimeOf(Buffer.from(csv), '往来单位.csv')).toBe('text/csv')
    expect(await mimeOf(Buffer.from(`\uFEFF${csv}`), 'parties.txt')).toBe('text/csv')
    expect(await mimeOf(GB18030, 'parties.dat')).toBe('text/csv')
    expect(await mimeOf(Buffer.from('名称\n甲公司\n'), 'one column.csv')).toBe('text/csv')
    expect(await mimeOf(Buffer.from('MZ,BM,ID3\n1,2,3\n'), 'odd headings.csv')).toBe('text/csv')
    expect(await mimeOf(samples.xlsx(), 'parties.csv')).toContain('spreadsheetml')
    for (const [name, bytes] of ACCEPTED.filter(([, , mime]) => !mime.includes('spreadsheetml'))) {
      await expect(mimeOf(bytes, name)).rejects.toMatchObject({ code: 'file-kind-refused' })
    }
    await expect(mimeOf(Buffer.from('名称\n甲公司\n'), 'one column.txt')).rejects.toMatchObject({ details: { mime: 'text' } })
    await expect(mimeOf(Buffer.from('<html>,</html>'), 'parties.csv')).rejects.toMatchObject({ details: { mime: 'html' } })
    expect(await mimeOf(Buffer.from('\uFEFF名称,代码\n', 'utf16le'), 'parties.csv')).toBe('text/csv')
  })

  test('text cut in the middle of a character by the first part read is text all the same', async () => {
    for (const shift of ['', 'x', 'xx']) {
      const bytes = Buffer.from(`${shift},${'统一社会信用代码'.repeat(10_000)}\n`)
      expect(await takeIn(temporaryStore(), inParts(bytes), 'long.csv', 'import')).toMatchObject({ mime: 'text/csv', size: bytes.length })
    }
    // Cut short at the end of the file it is none.
    const cut = Buffer.from('名称,代码').subarray(0, -1)
    await expect(takeIn(temporaryStore(), inParts(cut), 'cut.csv', 'import')).rejects.toMatchObject({ code: 'file-kind-refused' })
  })
})

describe('taking in', () => {
  test('nothing at all is refused', async () => {
    await expect(takeIn(temporaryStore(), inParts(Buffer.alloc(0)), 'empty.pdf', 'attachment')).rejects.toMatchObject({ code: 'empty-file' })
  })

  test('a refused file is not read to its end', async () => {
    let parts = 0
    let isEnded = false
    async function* endless() {
      try {
        for (;;) {
          parts++
          yield Buffer.concat([samples.exe(), Buffer.alloc(65_536)])
        }
      } finally {
        isEnded = true
      }
    }
    await expect(takeIn(temporaryStore(), endless(), 'endless.pdf', 'attachment')).rejects.toMatchObject({ code: 'file-kind-refused' })
    expect(parts).toBeLessThan(4)
    expect(isEnded).toBe(true)
  })

  test('cancelled while its beginning is waited for', async () => {
    const store = temporaryStore()
    const stop = new AbortController()
    async function* silent(): AsyncGenerator<Uint8Array> {
      yield samples.pdf(1).subarray(0, 10)
      await new Promise((resolve) => setTimeout(resolve, 60_000).unref())
    }
    const taking = takeIn(store, silent(), 'slow.pdf', 'attachment', stop.signal)
    setTimeout(() => stop.abort(), 20)
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' })
    expect(filesBelow(store.folder)).toEqual([])
  })

  test('what was stored before stays, whatever is refused now', async () => {
    const store = temporaryStore()
    const archive = samples.zip({ 'a.txt': 'a' })
    const { sha256 } = await store.add(inParts(archive))
    await expect(takeIn(store, inParts(archive), 'files.zip', 'attachment')).rejects.toMatchObject({ code: 'file-kind-refused' })
    expect(await store.check(sha256)).toBe('ok')
  })

  test('the same file twice says so', async () => {
    const store = temporaryStore()
    await takeIn(store, inParts(samples.pdf(2)), 'a.pdf', 'attachment')
    expect(await takeIn(store, inParts(samples.pdf(2)), 'b.pdf', 'attachment')).toMatchObject({ alreadyStored: true, name: 'b.pdf', pages: 2 })
  })
})

describe('a source that overwrites its parts', () => {
  /** As `fileSource` hands out its two buffers by turns: once the next part is asked for, the one before is gone. */
  async function* overwriting(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    const buffer = new Uint8Array(size)
    for (let at = 0; at < bytes.length; at += size) {
      buffer.set(bytes.subarray(at, at + size))
      yield buffer.subarray(0, Math.min(size, bytes.length - at))
      buffer.fill(0)
    }
  }

  test.each([7_000, 65_536, 100_000, 300_000, 1 << 20])('comes in whole in parts of %i bytes', async (size) => {
    const store = temporaryStore()
    const bytes = Buffer.concat([samples.pdf(2), randomBytes(1_500_000)])
    const { sha256 } = await takeIn(store, overwriting(bytes, size), '合同.pdf', 'attachment')
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect((await collect(store.read(sha256))).equals(bytes)).toBe(true)
  })
})
