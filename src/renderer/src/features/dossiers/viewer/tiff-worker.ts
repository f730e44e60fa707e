import './utif-ground.ts'
import * as UTIF from 'utif2'
import { decodeG4, type RunCodes } from './fax-g4.ts'
import type { TiffAnswer, TiffPage, TiffRequest } from './tiff-messages.ts'

const SUBFILE_TYPE = 't254'
const X_RESOLUTION = 't282'
const Y_RESOLUTION = 't283'
const RESOLUTION_UNIT = 't296'
const DEFAULT_DOTS_PER_INCH = 150
/** Beyond this a page would not fit into memory as colours; the file is refused rather than the program brought down. */
const MAX_DOTS = 120_000_000

// The decoder looks its parts up on this object, so ours takes the place of its own slow one.
const parts = UTIF.decode as unknown as { _lens: RunCodes; _decodeG4: unknown }
parts._decodeG4 = (data: Uint8Array, offset: number, length: number, target: Uint8Array, from: number, width: number, fillOrder: number) =>
  decodeG4(data.subarray(offset, offset + length), fillOrder === 2, width, target, from, parts._lens)

let bytes = new ArrayBuffer(0)
let directories: UTIF.IFD[] = []

// Most values come as an array of one; a fraction as an array of numerator and denominator in it.
const number = (directory: UTIF.IFD, tag: string): number | null => {
  const [value]: unknown[] = [directory[tag]].flat(1)
  const whole: unknown = Array.isArray(value) ? Number(value[0]) / Number(value[1]) : value
  return typeof whole === 'number' && Number.isFinite(whole) ? whole : null
}
const width = (directory: UTIF.IFD) => number(directory, 't256') ?? 0
const height = (directory: UTIF.IFD) => number(directory, 't257') ?? 0

function dotsPerInch(directory: UTIF.IFD, tag: string): number {
  const value = number(directory, tag)
  const inInches = value === null ? null : number(directory, RESOLUTION_UNIT) === 3 ? value * 2.54 : value
  return inInches !== null && inInches >= 30 && inInches <= 4800 ? inInches : DEFAULT_DOTS_PER_INCH
}

function pageOf(directory: UTIF.IFD): TiffPage {
  return {
    width: (width(directory) * 96) / dotsPerInch(directory, X_RESOLUTION),
    height: (height(directory) * 96) / dotsPerInch(directory, Y_RESOLUTION),
  }
}

function open(file: ArrayBuffer): TiffPage[] {
  bytes = file
  // Reduced pictures and masks that some scanners put between the pages are not pages.
  directories = UTIF.decode(bytes).filter((directory) => {
    const type = number(directory, SUBFILE_TYPE) ?? 0
    return (type & 5) === 0 && width(directory) > 0 && height(directory) > 0
  })
  return directories.map(pageOf)
}

async function draw(index: number, maxWidth: number | null): Promise<ImageBitmap> {
  const directory = directories[index]
  if (!directory) throw new Error('no such page')
  if (width(directory) * height(directory) > MAX_DOTS) throw new Error('too large')
  UTIF.decodeImage(bytes, directory)
  const colours = onWhite(UTIF.toRGBA8(directory))
  // Free what the decoder keeps on the directory: a long file would otherwise stay in memory page by page.
  Reflect.deleteProperty(directory, 'data')
  const picture = new ImageData(colours, directory.width, directory.height)
  const isSmaller = maxWidth !== null && maxWidth < directory.width
  return createImageBitmap(picture, isSmaller ? { resizeWidth: maxWidth, resizeQuality: 'high' } : {})
}

/** Paper is white behind whatever is transparent. */
function onWhite(colours: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const result = new Uint8ClampedArray(colours.buffer as ArrayBuffer, colours.byteOffset, colours.byteLength)
  for (let at = 3; at < result.length; at += 4) {
    const alpha = result[at] ?? 255
    if (alpha === 255) continue
    for (let channel = at - 3; channel < at; channel += 1) {
      result[channel] = ((result[channel] ?? 0) * alpha) / 255 + (255 - alpha)
    }
    result[at] = 255
  }
  return result
}

const answer = (message: TiffAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

self.onmessage = async ({ data }: MessageEvent<TiffRequest>) => {
  try {
    if (data.kind === 'open') answer({ id: data.id, kind: 'opened', pages: open(data.bytes) })
    else {
      const bitmap = await draw(data.index, data.maxWidth)
      answer({ id: data.id, kind: 'drawn', bitmap }, [bitmap])
    }
  } catch (error) {
    answer({ id: data.id, kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}
