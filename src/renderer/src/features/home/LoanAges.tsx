import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './home.module.css'

/** How long the folders that are out have been out, and how far those overdue are past their day. */
export function LoanAges({ ages }: { ages: Output<'home.overview'>['loansByAge'] }) {
  const { home } = useText()
  const words = home.loans
  const out = ages.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...ages.map(({ count }) => count))
  return (
    <Panel title={words.title} aside={words.out(formatCount(out))} className={styles.grow ?? ''}>
      {out === 0
        ? <p className={styles.quiet}>{words.empty}</p>
        : (
          <ol className={styles.chart}>
            {ages.map(({ bucket, count }) => (
              <li key={bucket} className={bucket.startsWith('over') ? `${styles.column} ${styles.columnOver}` : styles.column}>
                <span className="visually-hidden">{words.counted(words.bucket[bucket], count)}</span>
                <span className={styles.plot} aria-hidden>
                  <span className={count === 0 ? styles.none : styles.figure}>{formatCount(count)}</span>
                  <span className={`${styles.block} ${styles[bucket]}`} style={{ height: count === 0 ? 0 : `max(4px, calc((100% - 20px) * ${count / most}))` }} />
                </span>
                <span className={styles.bucket} aria-hidden>{words.bucket[bucket]}</span>
              </li>
            ))}
          </ol>
        )}
    </Panel>
  )
}
