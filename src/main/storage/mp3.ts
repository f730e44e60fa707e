// Kilobits per second by index, layer III, of MPEG 1 and of MPEG 2 and 2.5 (ISO 11172-3, ISO 13818-3).
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const SAMPLES = [44_100, 48_000, 32_000]

/** Bytes of the layer III frame at `offset`, its header included; null where none begins. */
function frameBytes(bytes: Buffer, offset: number): number | null {
  if (offset + 4 > bytes.length || (bytes.readUInt16BE(offset) & 0xffe6) !== 0xffe2) return null
  const version = (bytes[offset + 1]! >> 3) & 3 // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const rateIndex = bytes[offset + 2]! >> 4
  const sampleIndex = (bytes[offset + 2]! >> 2) & 3
  const kilobits = (version === 3 ? RATES_1 : RATES_2)[rateIndex]
  const samples = SAMPLES[sampleIndex]
  // A "free" rate (0) is allowed by the standard and used by nobody; it would fit too much that is no audio.
  if (version === 1 || !kilobits || !samples) return null
  const perSecond = version === 3 ? samples : version === 2 ? samples / 2 : samples / 4
  const padding = (bytes[offset + 2]! >> 1) & 1
  return Math.floor(((version === 3 ? 144_000 : 72_000) * kilobits) / perSecond) + padding
}

/** Whether this is the beginning of an MP3: an ID3 tag, or two frames of layer III, the second where the first ends. */
export function isLayer3Audio(head: Buffer): boolean {
  let at = 0
  if (head.subarray(0, 3).toString('latin1') === 'ID3' && head.length >= 10) {
    const size = ((head[6]! & 127) << 21) | ((head[7]! & 127) << 14) | ((head[8]! & 127) << 7) | (head[9]! & 127)
    at = 10 + size + (head[5]! & 0x10 ? 10 : 0)
    while (at < head.length && head[at] === 0) at++
    // The tag's picture fills what we have: the tag itself has to do.
    if (at + 4 > head.length) return true
  }
  const first = frameBytes(head, at)
  if (first === null) return false
  return at + first + 4 > head.length || frameBytes(head, at + first) !== null
}
