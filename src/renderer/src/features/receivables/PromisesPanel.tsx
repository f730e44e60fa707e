import { IconPaperclip } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Account, PromiseOf } from './queries.ts'
import { RowMenu } from './RowMenu.tsx'
import styles from './receivables.module.css'

/** What the party promised to pay, whether it did, who said so and the page behind it. */
export function PromisesPanel({ account: { promises, may } }: { account: Account }) {
  const { receivables: text } = useText()
  return (
    <Panel title={text.promises} aside={promises.length > 0 ? text.count(String(promises.filter(({ struck }) => struck === null).length)) : undefined}>
      {promises.length === 0 ? <p className={styles.nothing}>{text.noPromises}</p>
        : <ul className={styles.promises}>{promises.map((row) => <li key={row.id}><PromiseEntry row={row} mayStrike={may.strike && row.struck === null} /></li>)}</ul>}
    </Panel>
  )
}

function PromiseEntry({ row, mayStrike }: { row: PromiseOf; mayStrike: boolean }) {
  const { receivables: text, surveys } = useText()
  return (
    <div className={row.struck ? styles.struck : undefined}>
      <div className={styles.promise}>
        <strong>{row.dueOn}</strong>
        <span>{yuanFromFen(row.amountFen)}</span>
        {!row.struck && <span className={`${styles.state} ${styles[row.state]}`}>{text.promiseState[row.state]}</span>}
        {mayStrike ? <RowMenu what="promise" id={row.id} name={row.dueOn} /> : <span />}
      </div>
      <p className={styles.line}>
        <span>{text.from(row.promisedBy, text.manner[row.how])}</span>
        {!row.struck && row.receivedFen > 0 && row.state !== 'kept' && <span>{text.receivedOf(yuanFromFen(row.receivedFen), yuanFromFen(row.amountFen))}</span>}
        {row.state === 'open' && !row.struck && <span className={styles.quiet}>{text.countsUntil(row.lastOn)}</span>}
        {row.evidence && <Link className={styles.link} href={paths.dossier(row.evidence.dossierId)}><IconPaperclip size={14} aria-hidden /> {row.evidence.title} {surveys.pageOf(row.evidence.page)}</Link>}
        <span className={styles.quiet}>{text.madeOn} {row.madeOn}</span>
      </p>
      {row.remarks !== null && <p className={styles.line}>{row.remarks}</p>}
      {row.struck && <p className={`${styles.line} ${styles.why}`}>{text.struck(row.struck.byName, row.struck.reason)}</p>}
    </div>
  )
}
