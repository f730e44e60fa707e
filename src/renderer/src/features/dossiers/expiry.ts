/** Days before a document expires from which it is told. */
export const EXPIRY_NOTICE_DAYS = 30

const DAY_MILLISECONDS = 86_400_000

/** Whole days from one calendar day to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS)

export type Expiry = { state: 'expired' | 'soon' | 'good'; days: number }

/** How a document stands that is good until and including `expiresOn`; null for one that does not expire. */
export function expiryOf(expiresOn: string | null, today: string): Expiry | null {
  if (expiresOn === null) return null
  const days = daysBetween(today, expiresOn)
  return { days, state: days < 0 ? 'expired' : days <= EXPIRY_NOTICE_DAYS ? 'soon' : 'good' }
}
