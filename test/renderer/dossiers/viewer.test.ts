import { describe, expect, test } from 'vitest'
import { cssPixelsPerDot } from '../../../src/renderer/src/features/dossiers/viewer/image-density.ts'
import { viewKind } from '../../../src/renderer/src/features/dossiers/viewer/kinds.ts'
import { layPages, MARGIN, pageAt, scaleFor } from '../../../src/renderer/src/features/dossiers/viewer/page-layout.ts'
import { drawableRatio, turned } from '../../../src/renderer/src/features/dossiers/viewer/page-source.ts'
import { zoomBy, zoomStep } from '../../../src/renderer/src/features/dossiers/viewer/view-state.ts'

describe('what is shown how', () => {
  test.each([
    ['application/pdf', 'pdf'], ['image/tiff', 'tiff'], ['image/jpeg', 'image'], ['audio/mpeg', 'audio'], ['video/mp4', 'video'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'office'], ['application/msword', 'office'],
    ['application/vnd.oasis.opendocument.text', 'office'], ['application/zip', 'other'],
  ])('%s', (mime, kind) => expect(viewKind(mime)).toBe(kind))
})

const a4 = { width: 794, height: 1123 }
const wide = { width: 1123, height: 794 }

describe('the pages', () => {
  test('lie under each other with a margin around', () => {
    const { boxes, height, width } = layPages([a4, wide], 0.5, 0)
    expect(boxes.map((box) => box.top)).toEqual([MARGIN, MARGIN * 2 + a4.height / 2])
    expect(height).toBe(MARGIN * 3 + (a4.height + wide.height) / 2)
    expect(width).toBe(wide.width / 2 + MARGIN * 2)
  })
  test('turned by a quarter, width and height change places', () => {
    expect(turned(a4, 90)).toEqual(wide)
    expect(turned(a4, 180)).toEqual(a4)
    expect(layPages([a4], 1, 270).boxes[0]).toMatchObject({ width: a4.height, height: a4.width })
  })
  test('the page at a height is the last that begins above it', () => {
    const { boxes } = layPages([a4, a4, a4], 1, 0)
    const starts = boxes.map((box) => box.top)
    expect([0, starts[0], starts[1]! - 1, starts[1], starts[2]! + 5000].map((y) => pageAt(boxes, y!))).toEqual([1, 1, 1, 2, 3])
  })
  test('fit to width by the widest page, to page by the one being read, and small pictures are not blown up', () => {
    const room = { width: 826, height: 600 }
    expect(scaleFor('width', room, [a4], 0, 1)).toBeCloseTo(1)
    expect(scaleFor('width', room, [a4, wide], 0, 1)).toBeCloseTo(794 / 1123)
    expect(scaleFor('page', room, [a4], 0, 1)).toBeCloseTo((600 - 2 * MARGIN) / 1123)
    expect(scaleFor('width', room, [{ width: 20, height: 20 }], 0, 1)).toBe(2)
    expect(scaleFor(1.5, room, [a4], 0, 1)).toBe(1.5)
  })
  test('a drawing never has more dots than a browser takes', () => {
    expect(drawableRatio(a4, 2)).toBe(2)
    const ratio = drawableRatio(a4, 16)
    expect(a4.width * a4.height * ratio * ratio).toBeLessThanOrEqual(24_000_001)
  })
})

describe('zoom', () => {
  test('steps go to the next usual scale, also from between two', () => {
    expect([zoomStep(1, 1), zoomStep(1, -1), zoomStep(0.42, 1), zoomStep(0.42, -1), zoomStep(4, 1), zoomStep(0.25, -1)]).toEqual([1.1, 0.9, 0.5, 0.33, 4, 0.25])
  })
  test('the wheel stays within the scales', () => expect([zoomBy(3.9, 2), zoomBy(0.3, 0.1), zoomBy(1, 1.2)]).toEqual([4, 0.25, 1.2]))
})

describe('the size of a scan on paper', () => {
  const jpeg = (unit: number, dots: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, unit, dots >> 8, dots & 255, dots >> 8, dots & 255])
  const png = (perMetre: number) => {
    const bytes = new Uint8Array(64)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, 0x89504e47)
    view.setUint32(8, 13)
    view.setUint32(12, 0x49484452)
    view.setUint32(33, 9)
    view.setUint32(37, 0x70485973)
    view.setUint32(41, perMetre)
    view.setUint32(45, perMetre)
    bytes[49] = 1
    return bytes
  }
  test.each([
    ['300 dpi', jpeg(1, 300), 96 / 300], ['118 dots a centimetre', jpeg(2, 118), 96 / (118 * 2.54)], ['72 dpi, as every camera writes', jpeg(1, 72), 1],
    ['only a shape', jpeg(0, 300), 1], ['PNG of 200 dpi', png(7874), 96 / (7874 * 0.0254)], ['PNG without', png(0), 1], ['nothing of the kind', new Uint8Array(40), 1],
    ['a file cut short', Uint8Array.from([0xff, 0xd8]), 1],
  ])('%s', (_what, bytes, scale) => expect(cssPixelsPerDot(bytes)).toBeCloseTo(scale))
})
