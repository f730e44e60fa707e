import { useText } from '../../app/text.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Validity } from './ValidityPage.tsx'
import styles from './validity.module.css'

/** Below it what happened is hard to square with what was foretold. */
const UNLIKELY = 0.05
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Default rate by grade with its interval, against what the scheme foretells; where a worse grade defaulted less, it says so. */
export function GradeTable({ data: { report, grades } }: { data: Validity }) {
  const { validity: text } = useText()
  const labelOf = (grade: string) => grades.find((one) => one.grade === grade)?.label ?? grade
  const most = Math.max(0.01, ...[...report.grades, report.unrated].map(({ interval, cases }) => (cases > 0 ? interval.high : 0)))
  return (
    <Panel title={text.byGrade}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{text.grade}</th><th scope="col">{text.cases}</th><th scope="col">{text.bads}</th><th scope="col">{text.rate}</th><th scope="col" className={styles.wide}>{text.rateInterval}</th><th scope="col">{text.expected}</th><th scope="col">{text.calibration}</th></tr></thead>
        <tbody>
          {report.grades.map(({ grade, cases, bads, interval, expected, p }) => (
            <tr key={grade}>
              <th scope="row"><GradeTag grade={grade} /> {labelOf(grade)}</th>
              <td>{cases}</td><td>{bads}</td><td>{cases === 0 ? '' : percent(bads / cases)}</td>
              <td className={styles.wide}>{cases > 0 && <RateBar cases={cases} bads={bads} interval={interval} most={most} expected={expected} />}</td>
              <td>{expected === null ? '' : percent(expected)}</td>
              <td>{p === null ? <span className={styles.quiet}>{expected === null ? text.unknown : ''}</span> : <span className={p < UNLIKELY ? styles.over : styles.good} title={text.p(p.toPrecision(2))}>{p < UNLIKELY ? text.off : text.fits}</span>}</td>
            </tr>
          ))}
          {report.unrated.cases > 0 && (
            <tr>
              <th scope="row"><GradeTag grade={null} /> {text.unrated}</th>
              <td>{report.unrated.cases}</td><td>{report.unrated.bads}</td><td>{percent(report.unrated.bads / report.unrated.cases)}</td>
              <td className={styles.wide}><RateBar {...report.unrated} most={most} expected={null} /></td><td /><td />
            </tr>
          )}
        </tbody>
      </table>
      {report.reversals.map(([better, worse]) => <p key={`${better}${worse}`} className={styles.over}>{text.reversed(labelOf(better), labelOf(worse))}</p>)}
    </Panel>
  )
}

/** The rate within its interval, on a scale that ends at `most`; the line is what was expected. */
function RateBar({ cases, bads, interval, most, expected }: Validity['report']['unrated'] & { most: number; expected: number | null }) {
  const told = `${percent(interval.low)} – ${percent(interval.high)}`
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={told}>
      <title>{told}</title>
      <rect className={styles.track} x="0" y="4" width="100" height="2" />
      <rect className={styles.stretch} x={(interval.low / most) * 100} y="3" width={Math.max(0.5, ((interval.high - interval.low) / most) * 100)} height="4" />
      <rect className={styles.point} x={Math.max(0, (bads / cases / most) * 100 - 0.5)} y="1" width="1" height="8" />
      {expected !== null && <rect className={styles.line} x={Math.min(99.4, (expected / most) * 100)} y="0" width="0.6" height="10" />}
    </svg>
  )
}
