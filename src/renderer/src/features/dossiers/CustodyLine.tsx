import { useEffect, useRef, type ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import type { CustodyStepOf } from './queries.ts'
import styles from './CustodyLine.module.css'

/** Derivations that tell the day of the step themselves. */
const SELF_DATED: ReadonlySet<string> = new Set(['taken-in', 'opened', 'confirmed', 'not-confirmed', 'shelved', 'not-shelved', 'missing', 'retention', 'retention-waits'])

/** Who has had the folder, oldest first; under each step how it, or its date, came about. */
export function CustodyLine({ steps, children }: { steps: readonly CustodyStepOf[]; children?: ReactNode }) {
  const { dossiers: { custody } } = useText()
  const line = useRef<HTMLOListElement>(null)
  // What has gone by at the left fades, so that no word is cut in two.
  const markCut = () => line.current?.toggleAttribute('data-cut', line.current.scrollLeft > 4)
  // A long story begins with what is now. Only the line moves: scrolling into view would move the frame as well.
  useEffect(() => {
    const now = line.current?.querySelector<HTMLElement>('[data-phase="now"]')
    if (line.current && now) line.current.scrollLeft = now.offsetLeft + now.offsetWidth / 2 - line.current.clientWidth / 2
    markCut()
  }, [steps])
  return (
    <section className={styles.panel} aria-label={custody.title}>
      <ol className={styles.line} ref={line} onScroll={markCut} tabIndex={0} aria-label={custody.title}>
        {steps.map((step, index) => <Step key={index} step={step} isBeforeFuture={steps[index + 1]?.phase === 'future'} />)}
      </ol>
      {children !== undefined && <div className={styles.aside}>{children}</div>}
    </section>
  )
}

function Step({ step, isBeforeFuture }: { step: CustodyStepOf; isBeforeFuture: boolean }) {
  const text = useText()
  const { custody } = text.dossiers
  const derivation = text.because[step.because.rule](step.because.values)
  const { from, until, holder } = step
  const span = step.phase === 'future' ? until ?? from
    : from === null ? until
    : step.phase === 'now' ? custody.since(from)
    : until === null || until === from ? from : custody.until(from, until)
  // What the derivation says anyway is not said twice.
  const facts = [holder, SELF_DATED.has(step.because.rule) ? null : span].filter((fact): fact is string => fact !== null && !derivation.includes(fact))
  return (
    <li className={`${styles.step} ${styles[step.phase]}`} data-phase={step.phase} aria-current={step.phase === 'now' ? 'step' : undefined}>
      <div className={styles.head}>
        <span className={styles.node} aria-hidden />
        <strong className={styles.name}>{custody.steps[step.step]}</strong>
        <span className="visually-hidden">{custody.phase[step.phase]}</span>
        <span className={isBeforeFuture ? `${styles.rail} ${styles.dashed}` : styles.rail} aria-hidden />
      </div>
      <p className={styles.facts}>{facts.length > 0 ? facts.join('　') : derivation}</p>
      {facts.length > 0 && <p className={styles.because}>{derivation}</p>}
    </li>
  )
}
