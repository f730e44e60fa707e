import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { CONDITIONS } from '../../../../shared/contract/lookups.ts'
import { useText } from '../../app/text.tsx'
import { differs, isExplained, type Count } from './count.ts'
import styles from './counting.module.css'

type Props = {
  count: Count
  /** What the page field is called: counted now, or brought back. */
  pagesLabel: string
  /** Beside a number that differs. */
  differsHint: (expected: number) => string
  onChange: (count: Count) => void
  /** Enter in a field: counted, on to the next. */
  onEnter: () => void
}

/** Pages, condition and remarks of one folder. What is prefilled counts for nothing until it is ticked as counted. */
export function CountLine({ count, pagesLabel, differsHint, onChange, onEnter }: Props) {
  const { lookups } = useText()
  const words = lookups.handOut
  const isOff = differs(count)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  const set = (change: Partial<Count>) => onChange({ ...count, ...change })
  return (
    <fieldset className={isOff ? `${styles.folder} ${styles.off}` : styles.folder} data-counting={count.dossierId}>
      <legend className="visually-hidden">{words.folder(count.number)}</legend>
      <div className={styles.name}>
        <strong>{count.number}</strong>
        <span className={styles.title} title={count.title}>{count.title}</span>
        <span className={styles.hint}>{count.hint}</span>
      </div>
      <div className={styles.fields}>
        <NumberInput
          label={pagesLabel} value={count.pages ?? ''} min={0} max={100_000} allowDecimal={false} allowNegative={false} hideControls data-pages
          classNames={{ input: isOff ? (styles.offField ?? '') : '' }} onKeyDown={onKeyDown}
          onChange={(value) => set({ pages: value === '' ? null : Number(value), isCounted: value !== '' })}
        />
        <Select
          label={words.condition} value={count.condition} allowDeselect={false} data={CONDITIONS.map((value) => ({ value, label: lookups.condition[value] }))}
          onChange={(value) => set({ condition: (value ?? 'good') })}
        />
        <TextInput
          label={words.remarks} value={count.remarks} maxLength={200} required={!isExplained({ ...count, remarks: '' })} onKeyDown={onKeyDown}
          {...(isOff && { description: differsHint(count.expected) })} inputWrapperOrder={['label', 'input', 'description', 'error']} data-remarks
          classNames={{ description: styles.differs ?? '' }}
          onChange={(event) => set({ remarks: event.currentTarget.value })}
        />
        <Checkbox
          label={words.counted} checked={count.isCounted} disabled={count.pages === null} className={styles.tick ?? ''}
          onChange={(event) => set({ isCounted: event.currentTarget.checked })} onKeyDown={onKeyDown}
        />
      </div>
    </fieldset>
  )
}
