import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/text.tsx'
import { partyHitsQuery } from './queries.ts'
import styles from './create.module.css'

type Props = {
  /** As typed, or the name of the chosen customer. */
  value: string
  /** The party behind the name; null while it is only words. */
  partyId: number | null
  onChange: (name: string, partyId: number | null) => void
  /** Takes the focus when the dialog opens. */
  isFirst: boolean
}

/**
 * The customer: chosen as one types where the filler may see it. Otherwise what was typed (full name or credit code) stands,
 * and the program resolves it when the slip is submitted without ever answering what it found.
 */
export function PartyField({ value, partyId, onChange, isFirst }: Props) {
  const { lookups } = useText()
  const words = lookups.create
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text] = useDebouncedValue(value.trim(), 120)
  const hits = useQuery({ ...partyHitsQuery(text), enabled: text !== '' && partyId === null })
  const parties = (hits.data ?? []).filter(({ kind }) => kind === 'party')
  return (
    <Combobox
      store={combobox} withinPortal={false}
      onOptionSubmit={(id) => {
        const hit = parties.find((party) => String(party.id) === id)
        if (hit) onChange(hit.title, hit.id)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          label={words.party} required description={words.partyHint} placeholder={words.partyPlaceholder} value={value} maxLength={200} autoComplete="off" autoFocus={isFirst}
          onChange={(event) => {
            onChange(event.currentTarget.value, null)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => value !== '' && partyId === null && combobox.openDropdown()} onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={value.trim() === '' || partyId !== null}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={words.hits}>
          {parties.map((party) => (
            <Combobox.Option value={String(party.id)} key={party.id}>
              <span className={styles.hit}><span>{party.title}</span><span className={styles.hitCode}>{party.code}</span></span>
            </Combobox.Option>
          ))}
          {parties.length === 0 && <Combobox.Empty>{hits.isFetching ? words.searching : words.typed(value.trim())}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
