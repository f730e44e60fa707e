/** A whole number with its thousands marked: `18,204`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US')

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** A size as people say it: `812 B`, `3.4 MB`, `120 MB`. Thousands, as file managers count. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit > 0 && value < 10 ? 1 : 0
  const rounded = value.toFixed(digits)
  // 999.6 KB rounds to 1000 KB: say 1.0 MB.
  return rounded === '1000' && unit < UNITS.length - 1 ? `1.0 ${UNITS[unit + 1]}` : `${rounded} ${UNITS[unit]}`
}

/** A day inside the year of `today` as `MM-DD`, any other as it is. */
export const shortDay = (day: string, today: string): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)

const two = (value: number) => String(value).padStart(2, '0')

/** An instant (UTC) as this machine's wall clock says it: `2026-11-23 14:26`. */
export function localMinute(instant: string): string {
  const date = new Date(instant)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The same with seconds, where the order of entries matters. */
export const localSecond = (instant: string): string => `${localMinute(instant)}:${two(new Date(instant).getSeconds())}`

/** The first characters of a hash as they are printed on paper: `7F3A-91C2`. */
export function shortHead(hash: string): string {
  const digits = hash.replace('-', '').slice(0, 8).toUpperCase()
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** A person in one round badge: 周敏 → 周, Mary Ward → MW. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  if (/^[\p{Script=Latin}]/u.test(name)) return words.slice(0, 2).map((word) => word[0]?.toUpperCase()).join('')
  return [...name.trim()][0] ?? ''
}
