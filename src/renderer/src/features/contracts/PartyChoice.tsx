import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/text.tsx'
import { partyHitsQuery } from './queries.ts'
import styles from './Contracts.module.css'

type Props = {
  label: string
  /** As typed, or the name of the chosen party. */
  value: string
  /** The party behind the name; null while it is only words. */
  partyId: number | null
  onChange: (name: string, partyId: number | null) => void
  placeholder?: string
  error?: string | false
  isRequired?: boolean
  isLabelHidden?: boolean
  isFirst?: boolean
}

/** A party chosen as one types, by name, pinyin or code. Where only a name is wanted, what was typed stands. */
export function PartyChoice({ label, value, partyId, onChange, placeholder, error, isRequired = false, isLabelHidden = false, isFirst = false }: Props) {
  const { contracts: { field } } = useText()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text] = useDebouncedValue(value.trim(), 120)
  const hits = useQuery({ ...partyHitsQuery(text), enabled: text !== '' && partyId === null })
  const parties = (hits.data ?? []).filter(({ kind }) => kind === 'party')
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const hit = parties.find((party) => String(party.id) === id)
        if (hit) onChange(hit.title, hit.id)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          {...(isLabelHidden ? { 'aria-label': label } : { label })} required={isRequired} placeholder={placeholder} value={value} maxLength={200} autoComplete="off" error={error}
          {...(isFirst && { 'data-autofocus': true })}
          onChange={(event) => {
            onChange(event.currentTarget.value, null)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => value !== '' && partyId === null && combobox.openDropdown()} onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={value.trim() === '' || partyId !== null}>
        <Combobox.Options mah={240} style={{ overflowY: 'auto' }} aria-label={label}>
          {parties.map((party) => (
            <Combobox.Option value={String(party.id)} key={party.id}>
              <span className={styles.hit}><span>{party.title}</span><span>{party.code}</span></span>
            </Combobox.Option>
          ))}
          {parties.length === 0 && !hits.isFetching && <Combobox.Empty>{field.noHits}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
