import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import type { Stocktake } from './queries.ts'
import styles from './stocktakes.module.css'

type Step = { key: 'first' | 'second' | 'findings' | 'signed'; who: string; at: string | null; phase: 'done' | 'now' | 'future' }

/** The four steps of a count: who took each, and which one it waits at. */
export function StepLine({ stocktake }: { stocktake: Stocktake }) {
  const { stocktakes: text } = useText()
  const { state } = stocktake
  const order = ['first', 'waiting', 'second', 'findings', 'closed'].indexOf(state)
  const phase = (from: number, until: number): Step['phase'] => (order > until || state === 'closed' ? 'done' : order >= from ? 'now' : 'future')
  const isWorkedOff = state === 'findings' && stocktake.unresolved === 0
  const signed = [
    stocktake.firstSignedAt ? stocktake.firstByName : null, stocktake.secondSignedAt ? stocktake.secondByName : null,
  ].filter(Boolean).join('　')
  const steps: Step[] = [
    { key: 'first', who: stocktake.firstByName, at: stocktake.firstEnd, phase: phase(0, 0) },
    { key: 'second', who: stocktake.secondByName ?? text.steps.waiting, at: stocktake.secondEnd, phase: phase(1, 2) },
    { key: 'findings', who: stocktake.findings === null ? '' : `${stocktake.findings - (stocktake.unresolved ?? 0)} / ${stocktake.findings}`, at: null, phase: isWorkedOff ? 'done' : phase(3, 3) },
    { key: 'signed', who: signed, at: stocktake.closedAt, phase: state === 'closed' ? 'done' : isWorkedOff ? 'now' : 'future' },
  ]
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.key} className={`${styles.step} ${styles[step.phase]}`} aria-current={step.phase === 'now' ? 'step' : undefined}>
          <span className={styles.node} aria-hidden>{index + 1}</span>
          <span className={styles.stepWords}>
            <strong>{text.steps[step.key]}</strong><span>{step.who}{step.at !== null && step.phase === 'done' ? `　${localMinute(step.at).slice(5)}` : ''}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
