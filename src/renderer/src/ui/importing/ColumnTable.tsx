import { Select } from '@mantine/core'
import { useText } from '../../app/text.tsx'
import styles from './importing.module.css'

type Props<Field extends string> = {
  columns: readonly { readonly heading: string; readonly field: Field; readonly examples: readonly string[] }[]
  fields: readonly Field[]
  label: Readonly<Record<Field, string>>
  twice?: readonly Field[]
  isDisabled?: boolean
  onChange: (heading: string, field: Field) => void
}

/** Which column of the table goes where: the heading, a few of its cells, and the field it fills. */
export function ColumnTable<Field extends string>({ columns, fields, label, twice = [], isDisabled, onChange }: Props<Field>) {
  const { importing: text } = useText()
  const data = fields.map((value) => ({ value: value as string, label: label[value] }))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{text.heading}</th><th scope="col">{text.examples}</th><th scope="col" className={styles.fieldColumn}>{text.field}</th></tr></thead>
        <tbody>
          {columns.map(({ heading, field, examples }, index) => {
            const shown = examples.filter((example) => example !== '').join('　')
            return (
              <tr key={index} className={field === 'skip' ? styles.skipped : undefined}>
                <th scope="row">{heading}</th>
                <td className={styles.examples} title={shown}>{shown}</td>
                <td>
                  <Select
                    aria-label={`${text.field}：${heading}`} data={data} value={field} allowDeselect={false} searchable maxDropdownHeight={280} disabled={isDisabled}
                    error={twice.includes(field) && text.twice(label[field])} onChange={(value) => value !== null && onChange(heading, value as Field)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
