import { Select } from '@mantine/core'

type Props<Value extends string> = {
  /** What it filters by, for those who hear the page; what stands there while nothing is chosen. */
  label: string
  width: number
  data: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value | null) => void
  searchable?: boolean
}

/** One condition of a list: nothing chosen means no condition. */
export function FilterSelect<Value extends string>({ label, width, data, value, onChange, searchable = false }: Props<Value>) {
  return (
    <Select
      aria-label={label} placeholder={label} w={width} data={[...data]} value={value} onChange={(chosen) => onChange(chosen)} clearable={value !== null}
      searchable={searchable} allowDeselect comboboxProps={{ width: 'max-content', position: 'bottom-start' }} maxDropdownHeight={320}
    />
  )
}
