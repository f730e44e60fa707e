const DAY_MS = 86_400_000

const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** The calendar day `days` after `day` (before it, when negative); both `YYYY-MM-DD`, no time zone in it. */
export function addDays(day: string, days: number): string {
  return new Date((toNumber(day) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when `until` lies before `from`. */
export function daysBetween(from: string, until: string): number {
  return toNumber(until) - toNumber(from)
}

/** The earlier of two days. */
export function earlier(one: string, other: string): string {
  return one <= other ? one : other
}
