/** The workstation's calendar day of an instant, `YYYY-MM-DD`: the day on the wall, not in UTC. */
export function localDay(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}
