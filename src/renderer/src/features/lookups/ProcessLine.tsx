import { useText } from '../../app/text.tsx'
import { localMinute, shortDay } from '../../ui/format.ts'
import type { Text } from '../../../../shared/text/index.ts'
import type { Slip } from './queries.ts'
import styles from './slip.module.css'

/** From filling in to taking back: what is done, by whom and when, what is awaited and since when; and the whole history. */
export function ProcessLine({ slip, today }: { slip: Slip; today: string }) {
  const { lookups } = useText()
  const words = lookups.process
  return (
    <section className={styles.box} aria-label={words.title}>
      <div className={styles.boxHead}>
        <h3 className={styles.boxTitle}>{words.title}</h3>
        <span className={styles.boxAside}>{lookups.slip.loanDays(slip.loanDays)}</span>
      </div>
      <ol className={styles.steps}>
        {slip.steps.map(({ step, at, by, phase }, index) => (
          <li key={step} className={phase === 'done' ? styles.step : `${styles.step} ${styles[phase]}`} aria-current={phase === 'now' ? 'step' : undefined}>
            <span className={styles.stepName}>{words.step[step]}<span className="visually-hidden"> {words[phase]}</span></span>
            <span className={styles.stepWhen}>
              {at !== null && phase === 'done' && `${moment(at, today)} ${by ?? ''}`}
              {phase === 'now' && step !== 'returned' && waited(slip.steps[index - 1]?.at ?? null, words)}
              {step === 'returned' && phase !== 'done' && words.limit(shortDay(slip.dueOn ?? slip.untilOn, today))}
            </span>
          </li>
        ))}
      </ol>
      {slip.events.length > 0 && (
        <details className={styles.history}>
          <summary>{lookups.slip.history} {slip.events.length}</summary>
          <ul className={styles.events}>
            {slip.events.map((event) => (
              <li key={`${event.at}-${event.what}`}>
                <time dateTime={event.at}>{localMinute(event.at)}</time>
                <span>{lookups.event[event.what]}</span>
                <span>{event.by}{event.remarks && `　${event.remarks}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** An instant as short as it can be said: the time of today, else the day. */
function moment(instant: string, today: string): string {
  const local = localMinute(instant)
  return local.slice(0, 10) === today ? local.slice(11) : shortDay(local.slice(0, 10), today)
}

function waited(since: string | null, words: Text['lookups']['process']): string {
  if (since === null) return ''
  const minutes = Math.max(0, Math.floor((Date.now() - new Date(since).getTime()) / 60_000))
  if (minutes < 60) return words.waited(words.minutes(minutes))
  if (minutes < 48 * 60) return words.waited(words.hours(Math.floor(minutes / 60)))
  return words.waited(words.days(Math.floor(minutes / 60 / 24)))
}
