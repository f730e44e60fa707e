import { Select } from '@mantine/core'
import { IMPORT_FIELDS } from '../../../../../shared/contract/parties.ts'
import { useText } from '../../../app/text.tsx'
import type { ImportField, Preview } from './use-import.ts'
import styles from './Importing.module.css'

type Props = {
  proposed: Preview
  columns: Readonly<Record<string, ImportField>>
  twice: readonly ImportField[]
  onChange: (heading: string, field: ImportField) => void
}

/** Which column of the table goes where: the heading, a few of its cells, and the field it fills. */
export function ColumnTable({ proposed, columns, twice, onChange }: Props) {
  const { parties: { imports } } = useText()
  const data = IMPORT_FIELDS.map((value) => ({ value, label: imports.fields[value] }))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{imports.heading}</th><th scope="col">{imports.examples}</th><th scope="col" className={styles.fieldColumn}>{imports.field}</th></tr></thead>
        <tbody>
          {proposed.columns.map(({ heading, examples }) => {
            const field = columns[heading] ?? 'skip'
            const shown = examples.filter((example) => example !== '').join('　')
            return (
              <tr key={heading} className={field === 'skip' ? styles.skipped : undefined}>
                <th scope="row">{heading}</th>
                <td className={styles.examples} title={shown}>{shown}</td>
                <td>
                  <Select
                    aria-label={`${imports.field}：${heading}`} data={data} value={field} allowDeselect={false} searchable maxDropdownHeight={280}
                    error={twice.includes(field) && imports.twice(imports.fields[field])} onChange={(value) => value !== null && onChange(heading, value)}
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
