import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { wholeYuan } from './ageing-columns.tsx'
import { AgeingBar } from './AgeingBar.tsx'
import type { AgeingSums } from './queries.ts'
import styles from './receivables.module.css'

/** What the customers on the list come to: the buckets, and that less advances they are the balance. */
export function AgeingTotal({ sums, withheld }: { sums: AgeingSums; withheld: number }) {
  const { receivables: text } = useText()
  const whole = [[text.open, sums.openFen, false], [text.advances, -sums.advancesFen, false], [text.balance, sums.balanceFen, false], [text.overdue, sums.overdueFen, true]] as const
  return (
    <section className={styles.total} aria-label={text.page.total} title={text.page.identity}>
      <AgeingBar buckets={sums.buckets} say={wholeYuan} hasShares={false} />
      <dl className={styles.whole}>
        {whole.map(([label, fen, isOverdue]) => <div key={label} className={isOverdue && fen > 0 ? styles.bad : undefined}><dt>{label}</dt><dd title={yuanFromFen(Math.abs(fen))}>{fen < 0 ? '−' : ''}{wholeYuan(fen)}</dd></div>)}
      </dl>
      {withheld > 0 && <p className={styles.withheld}>{text.page.withheld(withheld)}</p>}
    </section>
  )
}
