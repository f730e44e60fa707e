// Without the characters that are confused when read aloud or from paper: 0 o, 1 l i.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP_LENGTH = 4

/** A temporary password to hand over by word or on paper: `k7mq-x3hd-9wtp`, some 59 bits from the browser's own source. */
export function generatePassword(): string {
  const characters: string[] = []
  while (characters.length < GROUPS * GROUP_LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // Bytes beyond the last whole alphabet would favour its beginning.
    if (byte < 256 - (256 % ALPHABET.length)) characters.push(ALPHABET[byte % ALPHABET.length]!)
  }
  return Array.from({ length: GROUPS }, (_, group) => characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join('')).join('-')
}
