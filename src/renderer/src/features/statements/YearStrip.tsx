import { IconAlertTriangle, IconCircleCheck, IconPencil } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import { isAnnual } from '../../../../shared/rules/statements/period.ts'
import { useText } from '../../app/text.tsx'
import type { StatementOf } from './queries.ts'
import styles from './statements.module.css'

type Props = { statements: readonly StatementOf[]; selected: number | null; onSelect: (id: number) => void }

/** The years there are, newest first, each with its state; arrows go from one to the next. */
export function YearStrip({ statements, selected, onSelect }: Props) {
  const { statements: words } = useText()
  const strip = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: statements.length - 1 }[event.key]
    const target = next === undefined ? undefined : statements[next]
    if (!target) return
    event.preventDefault()
    onSelect(target.id)
    strip.current?.querySelectorAll<HTMLElement>('[role=radio]')[next!]?.focus()
  }
  return (
    <div className={styles.years} ref={strip} role="radiogroup" aria-label={words.tab.chooseSet}>
      {statements.map((statement, index) => {
        const { id, periodEnd, state, faults, revision } = statement
        const isSelected = id === selected
        const hasTwin = statements.filter((one) => one.periodEnd === periodEnd).length > 1
        return (
          <button
            key={id} type="button" role="radio" aria-checked={isSelected} tabIndex={isSelected || (selected === null && index === 0) ? 0 : -1} className={isSelected ? `${styles.year} ${styles.chosen}` : styles.year}
            onClick={() => onSelect(id)} onKeyDown={(event) => onKeyDown(event, index)}
          >
            <strong>{words.tab.year(periodEnd)}{!isAnnual(periodEnd) && <span className={styles.interimTag} title={words.tab.interimHint}>{words.tab.interim}</span>}{hasTwin || revision > 1 ? <small>{words.tab.revision(revision)}</small> : null}</strong>
            <span className={state === 'draft' ? (faults > 0 ? styles.amber : styles.quiet) : styles.green}>
              {state === 'draft' ? (faults > 0 ? <IconAlertTriangle size={14} stroke={1.75} aria-hidden /> : <IconPencil size={14} stroke={1.75} aria-hidden />) : <IconCircleCheck size={14} stroke={1.75} aria-hidden />}
              {words.state[state]}{state === 'draft' && faults > 0 ? ` · ${words.tab.faults(faults)}` : ''}
            </span>
          </button>
        )
      })}
    </div>
  )
}
