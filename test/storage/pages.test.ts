import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileSource } from '../../src/main/storage/file-source.ts'
import { countPages } from '../../src/main/storage/pages.ts'
import type { RandomAccess } from '../../src/main/storage/random-access.ts'
import { takeIn } from '../../src/main/storage/take-in.ts'
import * as samples from './samples.ts'
import { inParts, temporaryStore } from './temporary.ts'

const memory = (bytes: Buffer): RandomAccess => ({ size: bytes.length, read: async (start, end) => bytes.subarray(Math.max(0, start), Math.max(0, end)) })
const pdf = (bytes: Buffer) => countPages(memory(bytes), 'application/pdf')
const tiff = (bytes: Buffer) => countPages(memory(bytes), 'image/tiff')

describe('pages of a PDF', () => {
  test('by a classic table', async () => {
    expect(await pdf(samples.pdf(1))).toBe(1)
    expect(await pdf(samples.pdf(417))).toBe(417)
  })

  test('by a table and objects in streams', async () => {
    expect(await pdf(samples.modernPdf(12))).toBe(12)
  })

  test('after a later change, whose table comes first', async () => {
    const before = samples.pdf(3)
    const tree = '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'
    const start = before.length + tree.length
    const previous = /startxref\n(\d+)/.exec(before.toString('latin1'))![1]
    const table = `xref\n2 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`
    expect(await pdf(Buffer.concat([before, Buffer.from(tree + table)]))).toBe(1)
  })

  test('is unknown, and no error, for one that is cut, twisted in a ring, or leads nowhere', async () => {
    const whole = samples.pdf(5)
    for (let length = 0; length < whole.length; length += 13) expect([null, 5]).toContain(await pdf(whole.subarray(0, length)))
    expect(await pdf(Buffer.from(whole.toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Prev 9'), 'latin1'))).toBe(null)
    const ring = whole.toString('latin1').replace('/Size 8', `/Prev ${/startxref\n(\d+)/.exec(whole.toString('latin1'))![1]}`)
    expect(await pdf(Buffer.from(ring, 'latin1'))).toBe(5)
    for (const bad of ['/Count -1', '/Count x', '/Count 2 0 R']) {
      expect(await pdf(Buffer.from(whole.toString('latin1').replace('/Count 5', bad.padEnd(8)), 'latin1'))).toBe(null)
    }
  })
})

describe('pages of a TIFF', () => {
  test('one a directory, thumbnails not counted, in either byte order', async () => {
    expect(await tiff(samples.tiff(1))).toBe(1)
    expect(await tiff(samples.tiff(7))).toBe(7)
    expect(await tiff(samples.tiff(3, { isLittle: false, thumbnails: 2 }))).toBe(3)
  })

  test('is unknown for one that is cut or goes round in a ring', async () => {
    const whole = samples.tiff(3)
    for (let length = 8; length < whole.length; length += 7) expect(await tiff(whole.subarray(0, length))).toBe(null)
    const ring = Buffer.from(whole)
    ring.writeUInt32LE(12, 12 + 2 + 9 * 12)
    expect(await tiff(ring)).toBe(null)
  })
})

test('an image is one page, a recording has none', async () => {
  expect(await countPages(memory(samples.png()), 'image/png')).toBe(1)
  expect(await countPages(memory(samples.mp3()), 'audio/mpeg')).toBe(null)
})

const SCANS = join(import.meta.dirname, '../../../shared/data/scans')

describe.skipIf(!existsSync(SCANS))('real scans (shared/data/scans; skipped where that folder is absent)', () => {
  test.each([
    ['mayan_multi_page.tiff', 'image/tiff', 2],
    ['paperless_multi-page-images.tiff', 'image/tiff', 3],
    ['paperless_simple.tif', 'image/tiff', 1],
    ['paperless_multi-page-digital.pdf', 'application/pdf', 3],
    ['paperless_multi-page-images.pdf', 'application/pdf', 3],
    ['paperless_simple.pdf', 'application/pdf', 1],
  ])('%s', async (name, mime, pages) => {
    const store = temporaryStore()
    expect(await takeIn(store, fileSource(join(SCANS, name)), name, 'attachment')).toMatchObject({ mime, pages })
  })
})

test('pages are counted of what is stored, wherever in the file the table lies', async () => {
  const filler = `%${'x'.repeat(600_000)}\n`
  const taken = await takeIn(temporaryStore(), inParts(samples.pdf(9, { prolog: `%PDF-1.5\n${filler}` })), 'large.pdf', 'attachment')
  expect(taken.pages).toBe(9)
})
