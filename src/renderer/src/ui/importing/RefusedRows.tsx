import { useText } from '../../app/text.tsx'
import { formatCount } from '../format.ts'
import styles from './importing.module.css'

export type Refused<Code extends string> = { readonly file?: number; readonly row: number; readonly code: Code; readonly cells: readonly string[] }

/** More than this is not read on a screen; the whole list goes home as a table. */
const SHOWN = 100

/** The rows that are not taken and why; of several files each row says which it is from. */
export function RefusedRows<Code extends string>({ rows, total, why, files = [] }: { rows: readonly Refused<Code>[]; total: number; why: Readonly<Record<Code, string>>; files?: readonly string[] }) {
  const { importing: text } = useText()
  if (total === 0) return null
  const shown = rows.slice(0, SHOWN)
  const isMany = files.length > 1
  return (
    <div>
      <p className={styles.note}>{text.refusedTitle}{shown.length < total && `　${text.shown(shown.length, formatCount(total))}`}</p>
      <div className={styles.refused}>
        <table>
          <thead><tr>{isMany && <th scope="col">{text.file}</th>}<th scope="col">{text.row}</th><th scope="col">{text.reason}</th><th scope="col">{text.cells}</th></tr></thead>
          <tbody>
            {shown.map((row, index) => {
              const cells = row.cells.filter((cell) => cell !== '').join('　')
              return <tr key={index}>{isMany && <td>{files[row.file ?? 0]}</td>}<td>{row.row}</td><td className={styles.why}>{why[row.code]}</td><td title={cells}>{cells}</td></tr>
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
