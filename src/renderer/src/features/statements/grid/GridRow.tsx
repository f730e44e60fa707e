import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { Check, StatementSet } from '../../../../../shared/rules/statements/check.ts'
import { COLUMNS, type Column, type FormLine, type Sheet } from '../../../../../shared/rules/statements/form.ts'
import { amountAt, amountOf } from '../../../../../shared/rules/statements/forms.ts'
import { formatAmount, parseAmount } from '../../../../../shared/rules/statements/units.ts'
import type { Text } from '../../../../../shared/text/index.ts'
import { checkInRow, checkSentence, isTelling } from '../check-words.ts'
import type { Beside } from './StatementGrid.tsx'
import type { GridKeys } from './use-grid-keys.ts'
import styles from './grid.module.css'

type Words = Text['statements']
type Props = {
  words: Words
  line: FormLine
  sheet: Sheet
  set: StatementSet
  beside: readonly Beside[]
  hasChange: boolean
  keys: GridKeys
  isEditable: boolean
  selected: ReadonlySet<string>
  faults: ReadonlySet<string>
  /** Those of this line, whatever they found. */
  checks: readonly Check[]
  /** Columns in which it is blank and no zero. */
  unknown: readonly Check[]
  /** The year before's own set says otherwise. */
  isDiffering: boolean
}

export function GridRow({ words, line, sheet, set, beside, hasChange, keys, isEditable, selected, faults, checks, unknown, isDiffering }: Props) {
  const name = words.lineName(line.code, line.name)
  const classes = [line.kind === 'total' && line.depth === 0 ? styles.total : line.kind === 'total' ? styles.subtotal : line.kind === 'memo' ? styles.memo : '', line.depth === 0 && line.kind === 'item' ? styles.first : '']
  return (
    <tr className={classes.filter(Boolean).join(' ') || undefined}>
      <th scope="row" className={`${styles.name} ${styles[`depth${line.depth}`]}`} title={name}><span>{words.lead(line.lead)}</span>{name}</th>
      <td className={styles.number}>{line.number}</td>
      {COLUMNS.map((column) => (
        <AmountCell
          key={column} words={words} line={line} column={column} sheet={sheet} set={set} name={name} keys={keys} isEditable={isEditable}
          isSelected={selected.has(`${line.number}:${column}`) && selected.size > 1} isFault={faults.has(`${line.number}:${column}`) || (isDiffering && column === 'prior')}
          sum={checks.find(({ key }) => key === `sum:${sheet}:${line.number}:${column}`) ?? null}
        />
      ))}
      {hasChange && <td className={styles.change}>{changeOf(amountAt(set.figures, sheet, line.number, 'current'), amountAt(set.figures, sheet, line.number, 'prior'))}</td>}
      {beside.map(({ id, set: other }) => {
        const fen = other.format === set.format ? amountAt(other.figures, sheet, line.number, 'current') : amountOf(other.format, other.figures, sheet, line.code, 'current')
        return <td key={id} className={styles.beside}>{fen === null ? '' : formatAmount(fen, set.unit)}</td>
      })}
      <td className={styles.checks}><RowChecks words={words} checks={checks} unknown={unknown} set={set} isDiffering={isDiffering} /></td>
    </tr>
  )
}

/** How much a figure above zero has grown or shrunk. */
function changeOf(now: number | null, before: number | null): string {
  if (now === null || before === null || before <= 0) return ''
  const share = ((now - before) / before) * 100
  return Math.abs(share) >= 1000 ? '' : `${share < 0 ? '−' : '+'}${Math.abs(share).toFixed(1)}%`
}

/** What does not add up in this line, in a few words; in a sentence for who stays on it. A blank total shows its sum in its cell. */
function RowChecks({ words, checks, unknown, set, isDiffering }: { words: Words; checks: readonly Check[]; unknown: readonly Check[]; set: StatementSet; isDiffering: boolean }) {
  const told = checks.filter((check) => isTelling(check) && check.rule !== 'given' && !(check.rule === 'sum' && check.state === 'missing') && check.rule !== 'yearBefore')
    .toSorted((one, two) => Number(two.isFault) - Number(one.isFault))
  // Blank in both columns is said once.
  const blank = unknown.slice(0, 1).map((check) => checkInRow(words, check, set.format, set.unit))
  const short = [...told.map((check) => checkInRow(words, check, set.format, set.unit)), ...(isDiffering ? [words.check.inRow.yearBefore({ line: '', sheet: '', given: '', expected: '', by: '', isMore: false, count: 0 })] : []), ...blank]
  if (short.length === 0) return null
  const isFault = isDiffering || told.some((check) => check.isFault)
  const whole = [...told.map((check) => checkSentence(words, check, set.format, set.unit)), ...short.slice(told.length)].join('；')
  const Sign = isFault ? IconAlertTriangle : IconInfoCircle
  return (
    <Tooltip label={whole} multiline maw={420} openDelay={300} position="bottom-end">
      <span className={isFault ? styles.fault : styles.hint}><Sign size={14} stroke={1.75} aria-hidden /><span>{short.join('；')}</span></span>
    </Tooltip>
  )
}

type CellProps = {
  words: Words
  line: FormLine
  column: Column
  sheet: Sheet
  set: StatementSet
  name: string
  keys: GridKeys
  isEditable: boolean
  isSelected: boolean
  isFault: boolean
  sum: Check | null
}

function AmountCell({ words, line, column, sheet, set, name, keys, isEditable, isSelected, isFault, sum }: CellProps) {
  const cell = { line: line.number, column }
  const isActive = keys.active.line === line.number && keys.active.column === column
  const typed = isActive ? keys.typed : null
  const isTyping = typed !== null
  const fen = amountAt(set.figures, sheet, line.number, column)
  const ghost = fen === null && sum?.expectedFen !== null && sum?.expectedFen !== undefined ? formatAmount(sum.expectedFen, set.unit) : null
  const classes = [styles.amount, isActive ? styles.active : '', isSelected ? styles.selected : '', isFault ? styles.wrong : '']
  return (
    <td
      role="gridcell" data-cell={`${line.number}:${column}`} tabIndex={isActive && !isTyping ? 0 : -1} aria-selected={isActive || isSelected} aria-readonly={!isEditable}
      aria-invalid={isFault || undefined} className={classes.filter(Boolean).join(' ')} title={ghost === null || !isEditable ? undefined : words.grid.sumIs(ghost)}
      onMouseDown={(event) => {
        if (isTyping || event.button !== 0) return
        event.preventDefault()
        if (keys.commit()) keys.select(cell, event.shiftKey)
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && keys.typed === null) keys.select(cell, true)
      }}
      onDoubleClick={() => keys.begin(cell)}
    >
      {isTyping ? (
        <input
          data-unsaved
          className={parseAmount(typed, set.unit) === undefined ? `${styles.input} ${styles.unreadable}` : styles.input} autoFocus inputMode="decimal" autoComplete="off" spellCheck={false}
          aria-label={words.grid.amount(name, words.column[sheet][column])} aria-invalid={parseAmount(typed, set.unit) === undefined} value={typed}
          onChange={(event) => keys.type(event.currentTarget.value)} onBlur={() => keys.commit()}
        />
      ) : fen !== null ? formatAmount(fen, set.unit) : ghost !== null ? <span className={styles.ghost}>{ghost}</span> : null}
    </td>
  )
}
