import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { Check, StatementSet } from '../../../../shared/rules/statements/check.ts'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { checkSentence, isTelling, wordsFor } from './check-words.ts'
import type { StatementOf } from './queries.ts'
import styles from './statements.module.css'

type Props = { checks: readonly Check[]; set: StatementSet; periodEnd: string; reasons: StatementOf['reasons']; onGoTo: (check: Check) => void }

/** What does not add up, in plain sentences; each goes to where it arises. */
export function ChecksPanel({ checks, set, periodEnd, reasons, onGoTo }: Props) {
  const { statements: { checks: words } } = useText()
  const faults = checks.filter(({ isFault }) => isFault)
  const hints = checks.filter((check) => !check.isFault && isTelling(check))
  const holding = checks.filter(({ state, rule }) => state === 'ok' && rule !== 'given').length
  const isEmpty = [...set.figures.values()].every(({ current, prior }) => current === null && prior === null)
  return (
    <Panel title={words.title} aside={faults.length > 0 ? <span className={styles.count}>{faults.length}</span> : undefined}>
      {isEmpty ? <p className={styles.nothing}>{words.nothing}</p> : (
        <>
          <Lines checks={faults} set={set} periodEnd={periodEnd} reasons={reasons} onGoTo={onGoTo} isFault />
          <Lines checks={hints} set={set} periodEnd={periodEnd} reasons={[]} onGoTo={onGoTo} isFault={false} />
          {holding > 0 && <p className={styles.holding}><IconCircleCheck size={16} stroke={1.75} aria-hidden />{faults.length + hints.length === 0 ? words.allHold(holding) : words.hold(holding)}</p>}
        </>
      )}
    </Panel>
  )
}

function Lines({ checks, set, periodEnd, reasons, onGoTo, isFault }: Props & { isFault: boolean }) {
  const { statements: words } = useText()
  if (checks.length === 0) return null
  const Sign = isFault ? IconAlertTriangle : IconInfoCircle
  return (
    <ul className={styles.checks} aria-label={isFault ? words.checks.faults : words.checks.hints}>
      {checks.map((check) => {
        const sentence = checkSentence(wordsFor(words, periodEnd), check, set.format, set.unit)
        const reason = reasons.find(({ fault }) => fault === check.key)
        return (
          <li key={check.key}>
            <button type="button" className={isFault ? styles.checkFault : styles.checkHint} onClick={() => onGoTo(check)}>
              <Sign size={16} stroke={1.75} aria-hidden />
              <span>{sentence}{reason && <small>{reason.reason}</small>}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
