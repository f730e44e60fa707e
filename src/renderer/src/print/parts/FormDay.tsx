import { useText } from '../../app/text.tsx'

/** A day as forms write it: 2026 年 11 月 23 日. Without a day, the places to write one by hand. */
export function FormDay({ day }: { day: string | null }) {
  const { common, print } = useText()
  if (day === null) {
    return <span style={{ whiteSpace: 'pre' }}>{`${print.year}　　${print.month}　　${print.day}`}</span>
  }
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return <time dateTime={day}>{common.longDay(year, month, date)}</time>
}
