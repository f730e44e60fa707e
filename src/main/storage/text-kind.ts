/** Share of broken characters up to which a text is still a text, only damaged. */
const DAMAGED_SHARE = 0.02

/**
 * The text these bytes are: UTF-16 by its mark, else UTF-8 (with or without mark) or GB18030; null for anything that is not
 * plain text. A character cut in two at the end is no fault unless the bytes are the whole file, and a few broken ones do
 * not make a table of companies something else: the rows they stand in are refused when it is read.
 */
export function readAsText(bytes: Buffer, isWhole: boolean): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      return plain(new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole }))
    } catch {
      // not in this encoding
    }
  }
  const damaged = bytes.toString('utf8')
  const broken = damaged.split('\ufffd').length - 1
  return broken <= damaged.length * DAMAGED_SHARE ? plain(damaged) : null
}

function plain(text: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary from text
  return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? null : text
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^#!/, 'script'],
  [/^@echo\b/i, 'script'],
  [/^%!PS/, 'ps'],
  [/^\{\\rtf/, 'rtf'],
  [/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE\s+svg|<svg[\s>])/i, 'svg'],
  [/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE\s+html|<(html|head|body|script|table|div|meta|style|iframe)[\s>])/i, 'html'],
  [/^<\?php/i, 'script'],
  [/^</, 'xml'],
  [/^MIME-Version:|^(Received|Return-Path|Date|From): .*\r?\n[A-Z][\w-]*: /, 'eml'],
]

/** What plain text is: `csv` when its first line has a separator or it is named so; `script`, `html`, `svg` …; else `text`. */
export function textKind(text: string, fileName: string): string {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  const mark = MARKS.find(([pattern]) => pattern.test(start))
  if (mark) return mark[1]
  const firstLine = start.split(/\r?\n|\r/, 1)[0]!
  return /[,;\t|]/.test(firstLine) || (start !== '' && /\.(csv|tsv)$/i.test(fileName)) ? 'csv' : 'text'
}
