import { ENDLESS } from '../../../../shared/rules/limits/guarantees.ts'
import { useText } from '../../app/text.tsx'
import { GuaranteePage } from './GuaranteePage.tsx'
import styles from './limits.module.css'
import type { Limit } from './queries.ts'
import { granted } from './words.ts'

/** What stands behind a limit, and what each of it counts for. */
export function GuaranteesTable({ limit }: { limit: Limit }) {
  const { limits: { guarantee: words, inWan }, schemes: { credit } } = useText()
  if (limit.guarantees.length === 0) return <p className={styles.told}>{words.none}</p>
  return (
    <table className={styles.table} aria-label={words.title}>
      <colgroup><col style={{ width: 92 }} /><col style={{ width: 116 }} /><col /><col style={{ width: 96 }} /><col style={{ width: '30%' }} /><col style={{ width: 84 }} /></colgroup>
      <thead><tr><th scope="col">{words.kind}</th><th scope="col" className={styles.right}>{inWan(words.amount)}</th><th scope="col">{words.giver}</th><th scope="col">{words.until}</th><th scope="col">{words.page}</th><th scope="col" className={styles.right}>{words.counted}</th></tr></thead>
      <tbody>
        {limit.guarantees.map((one, at) => (
          <tr key={at}>
            <td>{credit.guarantee[one.kind]}</td><td className={styles.right}>{granted(one.amountFen)}</td><td>{one.giver ?? '—'}</td><td>{one.until ?? (ENDLESS.includes(one.kind) ? words.noUntil : '—')}</td>
            <td>{one.page === null ? '—' : <GuaranteePage page={one.page} />}</td>
            <td className={styles.right}>{one.why === null ? granted(one.countedFen) : <span className={styles.amber}>{words.whyNot[one.why]}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
