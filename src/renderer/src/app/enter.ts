/** A one-time key as the door prints it after `#`: 32 random bytes in base64url. A page's address begins with `/`. */
export const keyInHash = (hash: string): string | null => /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? null

/**
 * Trades the one-time key of the address for the door's cookie, then takes the key out of the address and the history.
 * A used or wrong key changes nothing: whether this browser may speak is then decided by the cookie it has.
 */
export async function enter(): Promise<void> {
  const key = keyInHash(location.hash)
  if (key === null) return
  history.replaceState(null, '', `${location.pathname}#/`)
  try {
    await fetch('/enter', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
  } catch {
    // The first call will say that the program does not answer.
  }
}
