import { useText } from '../../app/text.tsx'
import type { Due } from './queries.ts'
import styles from './disposal.module.css'

/** The facts that stand in the way: two of them in a line each, how many there are beyond, and, on hovering, all with what ends them. */
export function Obstacles({ of }: { of: Due['obstacles'] }) {
  const { disposal: text } = useText()
  if (of.length === 0) return <span className={styles.green}>{text.clear}</span>
  const all = of.map((one) => `${text.told(one)}　${text.ends(text.obstacleEnd[one.kind])}`).join('\n')
  return (
    <span className={of.length > 1 ? `${styles.obstacles} ${styles.seal}` : styles.seal} title={all}>
      {of.slice(0, 2).map((one, index) => <span key={index}>{text.told(one)}{index === 1 && of.length > 2 && `　${text.due.more(of.length)}`}</span>)}
    </span>
  )
}
