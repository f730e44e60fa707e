import { useText } from '../app/text.tsx'
import { localMinute, localSecond, shortDay } from './format.ts'

/** A calendar day. `table`: 2026-11-23; `short`: 11-23 inside the year of `today`; `form`: 2026 年 11 月 23 日. */
export function DayText({ day, as = 'table', today }: { day: string; as?: 'table' | 'short' | 'form'; today?: string }) {
  const { common } = useText()
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const words = as === 'form' ? common.longDay(year, month, date) : as === 'short' && today ? shortDay(day, today) : day
  return <time dateTime={day} title={words === day ? undefined : day}>{words}</time>
}

/** An instant by this machine's clock, to the minute or, where the order matters, to the second. */
export function InstantText({ instant, seconds = false }: { instant: string; seconds?: boolean }) {
  return <time dateTime={instant}>{seconds ? localSecond(instant) : localMinute(instant)}</time>
}
