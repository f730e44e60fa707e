/** The workstation's calendar day of an instant, `YYYY-MM-DD`: the day on the wall, not in UTC. */
export function localDay(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** The first instant of a calendar day on this workstation, ISO 8601 UTC, as instants are stored and compared. */
export function startOfDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date).toISOString()
}

/** The last one. */
export function endOfDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(year, month - 1, date, 23, 59, 59, 999).toISOString()
  // Beyond year 9999 an instant has a sign and would compare as earlier than all others.
  return last.startsWith('+') ? '9999-12-31T23:59:59.999Z' : last
}
