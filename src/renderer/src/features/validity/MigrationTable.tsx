import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Validity } from './ValidityPage.tsx'
import styles from './validity.module.css'

/** Where the parties rated at both moments went, from grade to grade; the diagonal stayed. */
export function MigrationTable({ data: { drift, grades } }: { data: Validity }) {
  const { validity: text } = useText()
  const most = Math.max(1, ...drift.matrix.flat())
  return (
    <Panel title={text.migration} aside={<span className={styles.quiet}>{text.migrationHint(drift.beforeOn, drift.afterOn)}</span>}>
      <table className={`${styles.table} ${styles.matrix}`}>
        <thead><tr><th scope="col">{text.fromTo}</th>{grades.map(({ grade, label }) => <th key={grade} scope="col" title={label}>{grade}</th>)}</tr></thead>
        <tbody>
          {grades.map(({ grade, label }, row) => (
            <tr key={grade}>
              <th scope="row">{grade} <span className={styles.quiet}>{label}</span></th>
              {grades.map((column, at) => {
                const count = drift.matrix[row]?.[at] ?? 0
                const side = at === row ? styles.stayed : at < row ? styles.better : styles.worse
                return <td key={column.grade} className={count === 0 ? styles.quiet : side} style={count === 0 ? undefined : { opacity: 0.45 + (0.55 * count) / most }}>{count === 0 ? '·' : count}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{text.moves(drift.moves.stayed, drift.moves.better, drift.moves.worse)}</p>
    </Panel>
  )
}
