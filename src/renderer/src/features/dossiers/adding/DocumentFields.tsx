import { Autocomplete, Input, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useText } from '../../../app/text.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { itemsOf, type DossierOf } from '../queries.ts'
import type { DocumentValues, MissingField } from './document-values.ts'
import styles from './Adding.module.css'

type Props = {
  dossier: DossierOf
  values: DocumentValues
  onChange: (part: Partial<DocumentValues>) => void
  /** Fields to mark as not filled in. */
  missing: readonly MissingField[]
  /** What stands in the field while pages are counted. */
  isCounting?: boolean
  withRemarks?: boolean
  hasFocus?: boolean
}

/** How a document is entered into the catalogue, in two rows. */
export function DocumentFields({ dossier, values, onChange, missing, isCounting = false, withRemarks = false, hasFocus = false }: Props) {
  const { dossiers: { add, originality }, common } = useText()
  const label = useId()
  const items = dossier.catalogue.filter((group) => group.code !== '').map((group) => ({
    group: group.title, items: group.items.map((item) => ({ value: item.code, label: item.title })),
  }))
  const titleOf = (code: string | null) => itemsOf(dossier).find((item) => item.code === code)?.title
  // Nearly all that stands in a folder was written by the party, or by who wrote something else in it.
  const authors = [...new Set([dossier.partyName, ...itemsOf(dossier).flatMap((item) => item.documents.map(({ author }) => author ?? ''))])].filter(Boolean)
  const chooseItem = (itemCode: string | null) => {
    // A title that was only the last item's follows the choice; one that was typed stays.
    const follows = values.title === '' || values.title === titleOf(values.itemCode)
    onChange({ itemCode, ...(follows ? { title: titleOf(itemCode) ?? '' } : {}) })
  }
  return (
    <div className={styles.fields}>
      <Select
        className={styles.item} label={add.item} placeholder={add.outside} data={items} value={values.itemCode} onChange={chooseItem} searchable clearable allowDeselect={false}
        nothingFoundMessage={common.none} maxDropdownHeight={280} comboboxProps={{ withinPortal: true }}
      />
      <TextInput
        className={styles.name} label={add.fileTitle} required maxLength={200} value={values.title} data-autofocus={hasFocus || undefined}
        error={missing.includes('title') && common.needed} onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Autocomplete
        className={styles.name} label={add.author} maxLength={100} data={authors} value={values.author} comboboxProps={{ withinPortal: true }}
        onChange={(author) => onChange({ author })}
      />
      <div className={styles.way}>
        <Input.Label component="span" id={label}>{add.originality}</Input.Label>
        <SegmentedControl
          fullWidth aria-labelledby={label} value={values.originality} onChange={(value) => onChange({ originality: value })}
          data={[{ value: 'original', label: originality.original }, { value: 'copy', label: originality.copy }]}
        />
      </div>
      <NumberInput
        className={styles.pages} label={add.pages} required min={0} max={100_000} allowDecimal={false} allowNegative={false} clampBehavior="strict" hideControls
        placeholder={isCounting ? add.counting : undefined} value={values.pages ?? ''} error={missing.includes('pages') && common.needed}
        onChange={(value) => onChange({ pages: typeof value === 'number' ? value : null })}
      />
      <DayInput className={styles.day} label={add.date} value={values.datedOn} onChange={(datedOn) => onChange({ datedOn })} />
      <DayInput className={styles.day} label={add.expires} value={values.expiresOn} error={missing.includes('expiresOn') && add.expiresBefore} onChange={(expiresOn) => onChange({ expiresOn })} minDate={values.datedOn ?? undefined} />
      {withRemarks && (
        <Textarea
          className={styles.wide} label={add.remarks} autosize minRows={1} maxRows={4} maxLength={500} value={values.remarks}
          onChange={(event) => onChange({ remarks: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
