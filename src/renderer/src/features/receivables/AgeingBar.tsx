import { BUCKETS, type Bucket } from '../../../../shared/rules/receivables/ageing.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import styles from './receivables.module.css'

/** Open items by how late they are: a bar of the shares and the amount of each bucket under it. */
export function AgeingBar({ buckets, say = yuanFromFen, hasShares = true }: { buckets: Readonly<Partial<Record<Bucket, number>>>; say?: (fen: number) => string; hasShares?: boolean }) {
  const { receivables: text } = useText()
  const of = (bucket: Bucket) => buckets[bucket] ?? 0
  const whole = BUCKETS.reduce((sum, bucket) => sum + of(bucket), 0)
  const share = (fen: number) => `${Math.round((fen / whole) * 1000) / 10}%`
  return (
    <div>
      {whole === 0 ? <div className={styles.empty} /> : (
        <div className={styles.bar} aria-hidden>
          {BUCKETS.filter((bucket) => of(bucket) > 0).map((bucket) => <span key={bucket} className={styles[bucket]} style={{ flex: of(bucket) / whole }} title={text.bucketBar(text.bucket[bucket], yuanFromFen(of(bucket)), share(of(bucket)))} />)}
        </div>
      )}
      <ul className={styles.legend} aria-label={text.buckets}>
        {BUCKETS.map((bucket) => (
          <li key={bucket} className={of(bucket) === 0 ? styles.none : undefined}>
            <i className={styles[bucket]} aria-hidden /><span>{text.bucket[bucket]}{hasShares && of(bucket) > 0 && ` · ${share(of(bucket))}`}</span>
            <strong title={yuanFromFen(of(bucket))}>{of(bucket) === 0 ? '—' : say(of(bucket))}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
