import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { compareRegulations, sumsOf, type Line } from '../../../../../shared/rules/regulations/compare.ts'
import { useText } from '../../../app/text.tsx'
import { cellWords, lineTitle } from '../fact-words.ts'
import { placeWords, reasonWords } from '../fault-words.ts'
import type { Regulation } from '../queries.ts'
import type { Fault } from './draft.ts'
import { partOf, type Part } from './parts.ts'
import styles from './editor.module.css'

const SUMS = ['requiredCredit', 'requiredContract', 'deadlines', 'periodic', 'signers', 'loanDays', 'retentionYears'] as const

/** What does not hold, each with its place and reason; press one to go there. */
export function Faults({ faults, isChecking, onGo }: { faults: readonly Fault[]; isChecking: boolean; onGo: (part: Part) => void }) {
  const text = useText()
  const words = text.regulations.edit
  return (
    <section className={styles.panel} aria-label={words.faults}>
      <h2 className={styles.panelTitle}>{words.faults}{isChecking && <Loader size={12} aria-label={words.checking} />}</h2>
      <div role="status">
        {faults.length === 0
          ? <p className={styles.holds}><IconCircleCheck size={16} aria-hidden />{words.noFaults}</p>
          : <p className={styles.faultCount}><IconAlertTriangle size={16} aria-hidden />{words.faultCount(faults.length)}</p>}
      </div>
      <ul className={styles.faults}>
        {faults.map((fault) => {
          const part = partOf(fault)
          const place = placeWords(fault, text)
          const reason = reasonWords(fault, text)
          const said = <><span className={styles.place}>{place}</span><span>{reason}</span></>
          return (
            <li key={`${place} ${reason}`}>
              {part === null ? <div className={styles.fault}>{said}</div> : <button type="button" className={styles.fault} onClick={() => onGo(part)}>{said}</button>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What the draft changes for new dossiers and slips against the version in force: first in numbers, then thing by thing. */
export function Effect({ before, after }: { before: Regulation; after: Regulation }) {
  const { regulations } = useText()
  const words = regulations.edit
  const changes = useMemo(() => compareRegulations(before, after).filter(({ isSame }) => !isSame), [before, after])
  const [was, is] = [sumsOf(before), sumsOf(after)]
  return (
    <section className={styles.panel} aria-label={words.preview}>
      <h2 className={styles.panelTitle}>{words.preview}</h2>
      <p className={styles.hint}>{words.previewHint}</p>
      <dl className={styles.sums}>
        {SUMS.map((name) => (
          <div key={name} className={was[name] === is[name] ? undefined : styles.sumChanged}>
            <dt>{words.sums[name]}</dt>
            <dd>{was[name] !== is[name] && <span className={styles.was}>{was[name]} → </span>}{is[name]}</dd>
          </div>
        ))}
      </dl>
      {changes.length === 0
        ? <p className={styles.hint}>{words.nothing}</p>
        : <ul className={styles.changes}>{changes.map((line) => <Change key={`${line.section} ${line.key}`} line={line} />)}</ul>}
    </section>
  )
}

function Change({ line }: { line: Line }) {
  const text = useText()
  const words = text.regulations.edit
  const sort = line.left === null ? 'added' : line.right === null ? 'removed' : 'changed'
  return (
    <li className={styles.change}>
      <span className={styles[sort]}>{sort === 'changed' ? words.changedWord : words[sort]}</span>
      <span>
        <span className={styles.changeName}>{text.regulations.section[line.section]} · {lineTitle(line, text)}</span>
        <span className={styles.changeSaid}>{cellWords(line, sort === 'removed' ? 'left' : 'right', text)}</span>
        {sort === 'changed' && <span className={styles.was}>{words.was(cellWords(line, 'left', text))}</span>}
      </span>
    </li>
  )
}

/** Shows a button only to whoever may adopt; everybody else is told who does. */
export function SaveButton({ mayAdopt, isReady, onClick }: { mayAdopt: boolean; isReady: boolean; onClick: () => void }) {
  const { regulations } = useText()
  if (!mayAdopt) return <span className={styles.hint}>{regulations.edit.onlyReading}</span>
  return <Button variant="filled" disabled={!isReady} onClick={onClick}>{regulations.edit.save}</Button>
}
