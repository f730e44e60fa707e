import type { ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import type { Validity } from './ValidityPage.tsx'
import styles from './validity.module.css'

const three = (value: number): string => value.toFixed(3)

/** Four figures, each beside what a useless score or an unchanged book would show, or how many cases it lacks. */
export function Figures({ data: { report, drift } }: { data: Validity }) {
  const { validity: text } = useText()
  const lacking = (figure: { lacks: { defaults: number; others: number } | null }) => (figure.lacks ? text.lacks(figure.lacks.defaults, figure.lacks.others) : '')
  const { auc, ks, brier } = report
  return (
    <div className={styles.figures}>
      <Figure title={text.auc} hint={text.aucHint} value={auc.value && three(auc.value.value)} lacks={lacking(auc)}>
        {auc.value && (
          <>
            <Bar from={auc.value.interval.low} until={auc.value.interval.high} at={auc.value.value} line={0.5} />
            <span>{text.interval(three(auc.value.interval.low), three(auc.value.interval.high))}</span>
          </>
        )}
      </Figure>
      <Figure title={text.ks} hint={text.ksHint} value={ks.value && three(ks.value.value)} lacks={lacking(ks)}>
        {ks.value && (
          <>
            <Bar from={0} until={ks.value.value} at={ks.value.value} line={ks.value.floor} />
            <span>{text.floor(three(ks.value.floor))}</span>
            <strong className={ks.value.value > ks.value.floor ? styles.good : styles.over}>{ks.value.value > ks.value.floor ? text.aboveFloor : text.belowFloor}</strong>
          </>
        )}
      </Figure>
      <Figure title={text.psi} hint={text.psiHint} value={drift.psi === null ? null : three(drift.psi)} lacks={text.psiNone}>
        {drift.psi !== null && (
          <>
            <Bar from={0} until={Math.min(1, drift.psi)} at={Math.min(1, drift.psi)} line={Math.min(1, drift.noise.line)} />
            <span>{text.psiLine(three(drift.noise.line))}</span>
            <strong className={drift.psi > drift.noise.line ? styles.over : styles.good}>{drift.psi > drift.noise.line ? text.psiMoved : text.psiQuiet}</strong>
          </>
        )}
      </Figure>
      <Figure title={text.brier} hint={text.brierHint} value={brier.value === null ? null : three(brier.value)}
        lacks={brier.lacks && brier.lacks.defaults + brier.lacks.others > 0 ? lacking(brier) : text.brierNone}>{null}</Figure>
    </div>
  )
}

function Figure({ title, hint, value, lacks, children }: { title: string; hint: string; value: string | null; lacks: string; children: ReactNode }) {
  return (
    <section className={styles.figure} aria-label={title}>
      <h2>{title}</h2>
      {value === null ? <p className={styles.lacks}>{lacks}</p> : <p className={styles.value}>{value}</p>}
      <div className={styles.beside}>{children}</div>
      <small>{hint}</small>
    </section>
  )
}

/** A stretch of the scale 0–1 with a point on it and the line it has to pass. */
function Bar({ from, until, at, line }: { from: number; until: number; at: number; line: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.track} x="0" y="4" width="100" height="2" />
      <rect className={styles.stretch} x={from * 100} y="3" width={Math.max(0.5, (until - from) * 100)} height="4" />
      <rect className={styles.line} x={line * 100} y="0" width="0.6" height="10" />
      <rect className={styles.point} x={Math.max(0, at * 100 - 0.5)} y="1" width="1" height="8" />
    </svg>
  )
}
