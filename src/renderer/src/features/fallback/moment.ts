/**
 * A moment as people write it from a paper: `2026-11-16 09:40`, `11-16 9:40`, `1116 0940`; without a year that of `today`.
 * Answers the instant, or null for what is none (30 February, 25 o'clock).
 */
export function readMoment(typed: string, today: string): string | null {
  const match = /^(?:(\d{4})[-/.年]?)?(\d{1,2})[-/.月]?(\d{2}|\d{1,2}(?=\D))日?\s+(\d{1,2})[:：时]?(\d{2})分?$/.exec(typed.trim())
  if (!match) return null
  const [year, month, day, hour, minute] = [match[1] ?? today.slice(0, 4), match[2], match[3], match[4], match[5]].map(Number) as [number, number, number, number, number]
  const date = new Date(year, month - 1, day, hour, minute)
  const isSame = date.getMonth() === month - 1 && date.getDate() === day && date.getHours() === hour && minute < 60
  return isSame ? date.toISOString() : null
}

/** The same where a paper may say the day alone, `11-16`: then it is noon of that day, or `now` while noon is to come. */
export function readDayOrMoment(typed: string, today: string, now = new Date()): string | null {
  const whole = readMoment(typed, today)
  if (whole !== null) return whole
  const noon = readMoment(`${typed.trim()} 12:00`, today)
  return noon !== null && noon > now.toISOString() && typed.trim() !== '' && isSameDay(noon, now) ? now.toISOString() : noon
}

const isSameDay = (instant: string, now: Date) => new Date(instant).toDateString() === now.toDateString()
