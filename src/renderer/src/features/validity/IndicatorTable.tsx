import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Validity } from './ValidityPage.tsx'
import styles from './validity.module.css'

/** What each indicator tells by itself, and how many defaulted in each of its bands. */
export function IndicatorTable({ indicators }: { indicators: Validity['report']['indicators'] }) {
  const { validity: text } = useText()
  return (
    <Panel title={text.indicators}>
      <table className={styles.table} aria-label={text.indicatorsTable}>
        <tbody>
          {indicators.map(({ code, name, iv, rows }) => (
            <tr key={code}>
              <th scope="row"><span className={styles.quiet}>{code}</span> {name}</th>
              <td title={iv.lacks ? text.lacks(iv.lacks.defaults, iv.lacks.others) : undefined}>{iv.value === null ? '—' : iv.value.toFixed(3)}</td>
              <td>{iv.value === null ? '' : text.ivWord(iv.value)}</td>
              <td><div className={styles.bands}>
                {rows.map((row) => <span key={row.band ?? ''} title={`${text.bads} ${row.bads} / ${row.cases}`}><small>{row.label ?? text.absent}</small> {row.bads}/{row.cases}</span>)}
              </div></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
