import { useText } from '../../app/text.tsx'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Behind } from './InvoicesTab.tsx'
import { type Overview, wan } from './queries.ts'
import styles from './invoices.module.css'

type Props = { title: string; line: 'sale' | 'purchase'; rows: Overview['customers']; window: Overview['windows']['sale']; onOpen: (behind: Behind) => void }

/** The ten largest on one side, each with a bar of its share; one opens its invoices. */
export function LargestPanel({ title, line, rows, window, onOpen }: Props) {
  const { invoices: { largest, chart, list } } = useText()
  const most = Math.max(1, ...rows.map(({ share }) => share))
  return (
    <Panel title={title} aside={chart.unit}>
      {rows.length === 0 ? <p className={styles.nothing}>{largest.none}</p> : (
        <ol className={styles.largest}>
          {rows.map(({ counterpartyId, name, share, netFen, invoices }) => (
            <li key={counterpartyId}>
              <button type="button" title={list.only(name)} onClick={() => onOpen({ line, id: counterpartyId, ...window })}>
                <span className={styles.name}>{name}</span>
                <i aria-hidden><b className={styles[line]} style={{ width: `${(share / most) * 100}%` }} /></i>
                <span className={styles.number}>{(share / 100).toFixed(1)}%</span>
                <span className={styles.number}>{wan(netFen)}</span>
                <span className={styles.quiet}>{largest.invoices(formatCount(invoices))}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
