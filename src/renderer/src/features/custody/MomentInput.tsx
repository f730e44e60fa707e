import { TextInput } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'

export type MomentOf = { day: string | null; time: string }

/** The instant of a day and a time on this machine's clock, the minute included; null while they are none. */
export function toInstant({ day, time }: MomentOf): string | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time.trim())
  if (day === null || !match) return null
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date, Number(match[1]), Number(match[2]), 59, 999).toISOString()
}

/** A moment: a day and a time of it, `14:05`. */
export function MomentInput({ value, onChange }: { value: MomentOf; onChange: (value: MomentOf) => void }) {
  const { custody: { moment } } = useText()
  return (
    <>
      <DayInput aria-label={moment.day} w={148} value={value.day} onChange={(day) => onChange({ ...value, day })} />
      <TextInput
        aria-label={moment.time} data-autofocus w={96} value={value.time} leftSection={<IconClock size={16} aria-hidden />} error={toInstant({ ...value, day: '2026-01-01' }) === null}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
    </>
  )
}
