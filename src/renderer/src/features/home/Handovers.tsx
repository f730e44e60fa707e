import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import { formatCount, shortDay } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './home.module.css'

const SMALLEST = 22
const LARGEST = 46

/** Folders that are to be handed over, by the week in which they are due: the bigger the circle, the more of them. */
export function Handovers({ weeks, today }: { weeks: Output<'home.overview'>['handovers']; today: string }) {
  const { home } = useText()
  const words = home.handovers
  const most = Math.max(1, ...weeks.map(({ folders }) => folders))
  return (
    <Panel title={words.title} aside={weeks.length === 0 ? undefined : words.aside} className={styles.last ?? ''}>
      {weeks.length === 0
        ? <p className={styles.quiet}>{words.empty}</p>
        : (
          <ol className={styles.weeks}>
            {weeks.map(({ dueOn, folders, state }) => {
              const size = Math.round(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(folders / most))
              const day = state === 'overdue' ? words.overdue : shortDay(dueOn, today)
              return (
                <li key={`${state}${dueOn}`} className={`${styles.week} ${styles[`week-${state}`]}`}>
                  <span className="visually-hidden">{words.counted(day, folders)}</span>
                  <span className={styles.spot} aria-hidden><span className={styles.circle} style={{ width: size, height: size, minWidth: size }}>{formatCount(folders)}</span></span>
                  <span className={styles.weekDay} aria-hidden>{day}</span>
                </li>
              )
            })}
          </ol>
        )}
    </Panel>
  )
}
