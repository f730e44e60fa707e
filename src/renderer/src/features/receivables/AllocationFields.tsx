import { Button, Skeleton } from '@mantine/core'
import type { Output } from '../../../../shared/contract/index.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { YuanInput } from './YuanInput.tsx'
import styles from './receivables.module.css'

type Proposal = Output<'receivables.propose'>
/** Fen by receivable, as the person has it. */
export type Chosen = Readonly<Record<number, number>>

/** What is paid of what: the person's own amounts, else as proposed. */
export const linesOf = (proposal: Proposal | undefined, chosen: Chosen | null): { receivableId: number; amountFen: number }[] =>
  (proposal?.lines ?? []).map(({ receivableId, proposedFen }) => ({ receivableId, amountFen: chosen === null ? proposedFen : chosen[receivableId] ?? 0 })).filter(({ amountFen }) => amountFen > 0)

/** Open receivables, the earliest due first, each with what of the money pays it. */
export function AllocationFields({ proposal, amountFen, chosen, onChange }: { proposal: Proposal | undefined; amountFen: number; chosen: Chosen | null; onChange: (chosen: Chosen) => void }) {
  const { receivables: text, because } = useText()
  if (!proposal) return <Skeleton height={120} radius={6} />
  if (proposal.lines.length === 0) return <p className={styles.nothing} role="status">{text.nothingOpen}</p>
  const lines = linesOf(proposal, chosen)
  const of = (receivableId: number) => lines.find((line) => line.receivableId === receivableId)?.amountFen ?? 0
  const allocated = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const change = (receivableId: number, fen: number) => onChange({ ...Object.fromEntries(lines.map((line) => [line.receivableId, line.amountFen])), [receivableId]: fen })
  return (
    <section className={styles.allocation} aria-label={text.allocation}>
      <div className={styles.allocationHead}>
        <h3>{text.allocation}</h3>
        <small>{because[proposal.because.rule](proposal.because.values)}</small>
        <div>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(Object.fromEntries(proposal.lines.map((line) => [line.receivableId, line.proposedFen])))}>{text.propose}</Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({})}>{text.clear}</Button>
        </div>
      </div>
      <div className={styles.owed}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{text.number}</th><th scope="col">{text.dueOn}</th><th scope="col" className={styles.end}>{text.owed}</th><th scope="col" className={styles.end}>{text.pays}</th></tr></thead>
          <tbody>
            {proposal.lines.map((line) => (
              <tr key={line.receivableId}>
                <td className={styles.number}>{line.number}</td><td className={styles.day}>{line.dueOn}</td><td className={styles.end}>{yuanFromFen(line.leftFen)}</td>
                <td className={styles.end}><YuanInput size="xs" aria-label={`${text.pays} ${line.number}`} w={140} max={line.leftFen} fen={of(line.receivableId) || null} onChange={(fen) => change(line.receivableId, Math.min(fen ?? 0, line.leftFen))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className={styles.totals} role="status">
        <div><dt>{text.allocated}</dt><dd className={allocated > amountFen ? styles.late : undefined}>{yuanFromFen(allocated)}</dd></div>
        {allocated > amountFen ? <div><dd className={styles.late}>{text.over}</dd></div> : <div><dt>{text.rest}</dt><dd>{yuanFromFen(amountFen - allocated)}</dd></div>}
      </dl>
    </section>
  )
}
