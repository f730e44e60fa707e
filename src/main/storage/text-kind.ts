/**
 * The text these bytes are, as UTF-8 (with or without mark) or GB18030; null for anything that is not plain text.
 * A character cut in two at the end is no fault unless the bytes are the whole file.
 */
export function readAsText(bytes: Buffer, isWhole: boolean): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole })
      // oxlint-disable-next-line no-control-regex -- control characters are what tells binary from text
      return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? null : text
    } catch {
      // not in this encoding
    }
  }
  return null
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
