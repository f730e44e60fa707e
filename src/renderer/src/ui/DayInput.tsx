import { DateInput, type DateInputProps } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useText } from '../app/text.tsx'

type Props = Omit<DateInputProps, 'valueFormat' | 'clearable' | 'rightSection'>

/** A calendar day, typed as 2026-11-23 or chosen; its value is that same text, or null. */
export function DayInput(props: Props) {
  const { common } = useText()
  return (
    <DateInput
      {...props} valueFormat="YYYY-MM-DD" clearable clearButtonProps={{ 'aria-label': common.clear }}
      rightSection={<IconCalendar size={16} stroke={1.5} aria-hidden />} rightSectionPointerEvents="none"
    />
  )
}
