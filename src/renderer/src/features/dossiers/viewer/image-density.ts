const CSS_DOTS_PER_INCH = 96
/** What a scan must have at least for its density to be believed: screens and cameras write 72 or 96 into everything. */
const SCAN_DOTS_PER_INCH = 100

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Dots an inch of a JPEG's JFIF head, or of its absence: null. */
function jpegDensity(bytes: Uint8Array): number | null {
  const data = view(bytes)
  if (bytes.length < 18 || data.getUint16(0) !== 0xffd8 || data.getUint16(2) !== 0xffe0 || data.getUint32(6) !== 0x4a464946) return null
  const unit = bytes[13]
  const dots = data.getUint16(14)
  if (unit === 1) return dots
  return unit === 2 ? dots * 2.54 : null
}

/** Dots an inch of a PNG's `pHYs` chunk, looked for before the picture begins. */
function pngDensity(bytes: Uint8Array): number | null {
  const data = view(bytes)
  if (bytes.length < 33 || data.getUint32(0) !== 0x89504e47) return null
  for (let at = 8; at + 21 <= bytes.length; ) {
    const length = data.getUint32(at)
    const name = data.getUint32(at + 4)
    if (name === 0x70485973) return bytes[at + 16] === 1 ? data.getUint32(at + 8) * 0.0254 : null
    if (name === 0x49444154) return null
    at += length + 12
  }
  return null
}

/** CSS pixels a picture dot at 100 %: a scanned page shows in its size on paper, anything else dot for dot. */
export function cssPixelsPerDot(bytes: Uint8Array): number {
  const density = jpegDensity(bytes) ?? pngDensity(bytes)
  return density !== null && density >= SCAN_DOTS_PER_INCH ? CSS_DOTS_PER_INCH / density : 1
}
