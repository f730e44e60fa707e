import { localMinute } from '../../ui/format.ts'

/** The calendar day of an instant by this machine's clock, `YYYY-MM-DD`. */
export const localDay = (instant: string): string => localMinute(instant).slice(0, 10)

/** A day in the eight digits of GB/T 11822 contents lists: `20261123`. */
export const eightDigits = (day: string | null): string => day?.replaceAll('-', '') ?? ''

/** `2026-11` of a day, as covers give the span of a file. */
export const yearMonth = (day: string): string => day.slice(0, 7)
