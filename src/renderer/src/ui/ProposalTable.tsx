import type { Output } from '../../../shared/contract/index.ts'
import type { Limits } from '../../../shared/rules/schemes/schema.ts'
import type { Text } from '../../../shared/text/index.ts'
import { useText } from '../app/text.tsx'
import { roundWanFromFen, wanFromFen } from './capital.ts'
import { readFormula } from './formula.ts'
import styles from './ProposalTable.module.css'

export type Proposal = NonNullable<Output<'ratings.get'>['limit']>
export type ProposalLine = { key: string; name: string; formula: string | null; value: string; isBinding: boolean; isOut: boolean }

/** What decided a proposal: a candidate by its name, the cap, the new customer limit or the grade itself. */
export function bindingName(text: Text, limits: Limits, binding: string): string {
  const own = limits.candidates.find(({ code }) => code === binding)
  return own?.name ?? (text.schemes.credit.binding as Readonly<Record<string, string>>)[binding] ?? binding
}

const wan = (yuan: number): string => roundWanFromFen(Math.round(yuan * 100))

/** Every candidate and bound of a proposal with its value, in 万元; the one that binds marked. */
export function proposalLines(text: Text, limits: Limits, proposal: Proposal): ProposalLine[] {
  const words = text.limits.proposal
  const candidates = proposal.candidates.map(({ code, value, absent }): ProposalLine => {
    const own = limits.candidates.find((one) => one.code === code)
    const why = absent === null ? '' : text.facts.absent[absent]
    const isOut = value === null && absent !== 'notProvided' && absent !== 'undefined'
    return {
      key: code, name: own?.name ?? code, formula: own ? readFormula(text, own.formula) ?? own.formula : null, isBinding: proposal.binding === code, isOut,
      value: value !== null ? wan(value) : isOut ? words.leftOut(why) : words.owed(why),
    }
  })
  const bound = (key: 'cap' | 'beginner' | 'grade', value: number): ProposalLine =>
    ({ key, name: bindingName(text, limits, key), formula: null, value: wan(value), isBinding: proposal.binding === key, isOut: false })
  return [
    ...candidates, ...(limits.capYuan !== null && proposal.binding !== 'grade' ? [bound('cap', limits.capYuan)] : []),
    ...(proposal.binding === 'beginner' ? [bound('beginner', limits.beginnerYuan)] : []), ...(proposal.binding === 'grade' ? [bound('grade', 0)] : []),
  ]
}

/** A proposed limit with everything it was chosen from. */
export function ProposalTable({ limits, proposal, gradeLabel }: { limits: Limits; proposal: Proposal; gradeLabel: string }) {
  const text = useText()
  const words = text.limits.proposal
  const coefficient = proposal.grade === null ? null : limits.grades[proposal.grade].coefficient
  return (
    <div className={styles.proposal}>
      <div className={styles.sum}><strong>{wanFromFen(proposal.limitYuan * 100)}</strong><span>{words.wan}</span><span className={styles.term}>{words.term} {words.days(proposal.termDays)}</span></div>
      <p className={styles.quiet}>{coefficient === null ? words.unrated : words.onGrade(gradeLabel, `${coefficient / 100}%`)}　{proposal.limitYuan === 0 && proposal.binding === 'grade' ? words.none : words.because(bindingName(text, limits, proposal.binding))}</p>
      <table className={styles.lines} aria-label={words.title}>
        <tbody>
          {proposalLines(text, limits, proposal).map((line) => (
            <tr key={line.key} className={line.isBinding ? styles.binding : line.isOut ? styles.out : undefined}>
              <th scope="row" title={line.formula ?? undefined}>{line.name}{line.isBinding && <span className={styles.mark}>{words.binds}</span>}</th>
              <td>{line.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
