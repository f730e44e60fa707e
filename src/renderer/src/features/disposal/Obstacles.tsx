import { useText } from '../../app/text.tsx'
import type { Due } from './queries.ts'
import styles from './disposal.module.css'

/** The first fact that stands in the way, how many there are, and, on hovering, all with what ends them. */
export function Obstacles({ of }: { of: Due['obstacles'] }) {
  const { disposal: text } = useText()
  const [first] = of
  if (!first) return <span className={styles.green}>{text.clear}</span>
  const all = of.map((one) => `${text.told(one)}　${text.ends(text.obstacleEnd[one.kind])}`).join('\n')
  return <span className={styles.seal} title={all}>{text.told(first)}{of.length > 1 && `　${text.due.more(of.length)}`}</span>
}
