const two = (value: number) => String(value).padStart(2, '0')

/** The calendar day here and now, `YYYY-MM-DD`. */
function thisDay(): string {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/**
 * A day (`YYYY-MM-DD`) or an instant (ISO, UTC) as a line of text shows it: `MM-DD` inside the year of `today`, else with
 * the year; an instant in local time with `HH:mm`. Null and anything unreadable become a dash.
 */
export function when(value: string | number | null | undefined, today: string = thisDay()): string {
  const text = String(value ?? '')
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text
  const instant = new Date(text)
  if (text === '' || Number.isNaN(instant.getTime())) return '—'
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
  return `${when(day, today)} ${two(instant.getHours())}:${two(instant.getMinutes())}`
}
