export type Encoding = 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

/** Share of broken characters up to which a text is a damaged UTF-8 rather than another encoding. */
const DAMAGED_SHARE = 0.02

/**
 * Bytes of a text file as text. A byte-order mark decides; else UTF-16 where every second byte of the beginning is zero;
 * else UTF-8 if every byte obeys it; else GB18030, which most bytes obey, unless nearly all of it was UTF-8 and only
 * damaged. Bytes that no character stands for become U+FFFD, and the row that holds one is refused.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: decode(bytes, 'utf-8'), encoding: 'UTF-8 BOM' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16LE' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'UTF-16BE' }
  const wide = wideEncoding(bytes)
  if (wide) return { text: decode(bytes, wide === 'UTF-16LE' ? 'utf-16le' : 'utf-16be'), encoding: wide }
  const strict = decodeStrictly(bytes, 'utf-8')
  if (strict !== null) return { text: strict, encoding: 'UTF-8' }
  const lossy = decode(bytes, 'utf-8')
  if (brokenShare(lossy) <= DAMAGED_SHARE) return { text: lossy, encoding: 'UTF-8' }
  return { text: decode(bytes, 'gb18030'), encoding: 'GB18030' }
}

/** Whether these are the bytes of no text at all: a text has no zero byte outside UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || wideEncoding(bytes)) return false
  return bytes.subarray(0, 8192).includes(0)
}

const decode = (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes)

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Ordinary separators and digits make every second byte of UTF-16 zero often enough to tell, and never both. */
function wideEncoding(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const length = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const enough = Math.max(2, length / 20)
  if (odd >= enough && even === 0) return 'UTF-16LE'
  if (even >= enough && odd === 0) return 'UTF-16BE'
  return null
}

function brokenShare(text: string): number {
  let broken = 0
  let beyondAscii = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 128) continue
    beyondAscii++
    if (unit === 0xfffd) broken++
  }
  return beyondAscii === 0 ? 0 : broken / beyondAscii
}
