const LONGEST = 200

/**
 * A file's own name as it is kept and shown: without folders, without control characters and marks of direction (which make
 * one kind of file look like another), at most 200 units long with its ending kept and no character cut in two.
 */
export function tidyFileName(name: string): string {
  const own = name.normalize('NFC').replace(/^.*[\\/]/s, '').toWellFormed()
  const clean = own.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim() || 'unnamed'
  if (clean.length <= LONGEST) return clean
  const ending = /\.[^.]{1,10}$/u.exec(clean)?.[0] ?? ''
  let stem = ''
  for (const character of clean.slice(0, -ending.length || undefined)) {
    if (stem.length + character.length + ending.length > LONGEST) break
    stem += character
  }
  return stem + ending
}
