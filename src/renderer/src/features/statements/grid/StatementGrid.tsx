import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { type Check, faultsOf, type StatementSet } from '../../../../../shared/rules/statements/check.ts'
import { COLUMNS, type Sheet } from '../../../../../shared/rules/statements/form.ts'
import { useText } from '../../../app/text.tsx'
import { isTelling, wordsFor } from '../check-words.ts'
import { GridRow } from './GridRow.tsx'
import { type Cell, cellsBetween, rowsOf } from './model.ts'
import type { Editing } from './use-figures.ts'
import { useGridKeys } from './use-grid-keys.ts'
import styles from './grid.module.css'

export type GridHandle = { goTo: (cell: Cell) => void }
/** Another year beside it. */
export type Beside = { readonly id: number; readonly label: string; readonly set: StatementSet }

type Props = {
  set: StatementSet
  sheet: Sheet
  periodEnd: string
  checks: readonly Check[]
  /** Null: to be read only. */
  editing: Editing | null
  beside: readonly Beside[]
  /** Whether there is room for how much each line has changed. */
  hasChange: boolean
  onSave: () => void
  ref?: Ref<GridHandle>
}

/** One statement of a set: the lines of its form, this year and the one before to be entered, other years beside, and what does not add up where it arises. */
export function StatementGrid({ set, sheet, periodEnd, checks, editing, beside, hasChange, onSave, ref }: Props) {
  const { statements } = useText()
  const words = wordsFor(statements, periodEnd)
  const keys = useGridKeys({ set, sheet, periodEnd, checks, editing, onSave })
  const table = useRef<HTMLTableElement>(null)
  const { active, typed } = keys
  useImperativeHandle(ref, () => ({ goTo: (cell) => keys.select(cell) }))
  useEffect(() => {
    if (keys.moves === 0) return
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${active.line}:${active.column}"]`)
    if (typed === null) cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [keys.moves, typed === null]) // eslint-disable-line react-hooks/exhaustive-deps -- once a move, not with every letter typed

  const selected = new Set(cellsBetween(keys.anchor, active).flat().map(({ line, column }) => `${line}:${column}`))
  const telling = checks.filter((check) => check.sheet === sheet && isTelling(check))
  const faults = new Set(faultsOf(telling).map(({ line, column }) => `${line}:${column}`))
  const differing = new Set(telling.filter(({ rule }) => rule === 'yearBefore').flatMap(({ places }) => places.map(({ line }) => line)))
  const unknown = telling.filter(({ rule }) => rule === 'details')
  return (
    <div className={styles.scroll}>
      <table
        ref={table} className={styles.grid} role="grid" aria-label={words.grid.label(words.sheet[sheet])} aria-readonly={editing === null}
        onKeyDown={keys.onKeyDown} onCopy={keys.onCopy} onPaste={keys.onPaste}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.name}>{words.grid.line}<span className={styles.unit}>{words.grid.unit(words.unit[set.unit])}</span></th>
            <th scope="col" className={styles.number}>{words.grid.number}</th>
            {COLUMNS.map((column) => <th key={column} scope="col" className={styles.amount}>{words.column[sheet][column]}</th>)}
            {hasChange && <th scope="col" className={styles.change}>{words.grid.change}</th>}
            {beside.map(({ id, label }) => <th key={id} scope="col" className={styles.beside}>{label}</th>)}
            <th scope="col" className={styles.checks}>{words.grid.checks}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(set.format, sheet).map((row) => row.kind === 'caption' ? (
            <tr key={`before-${row.caption.before}`} className={styles.caption}>
              <th scope="rowgroup" className={styles.name}>{words.captionName(row.caption.code, row.caption.name)}</th>
              <td colSpan={4 + beside.length + (hasChange ? 1 : 0)} />
            </tr>
          ) : (
            <GridRow
              key={row.line.number} words={words} line={row.line} sheet={sheet} set={set} beside={beside} hasChange={hasChange} keys={keys} isEditable={editing !== null} selected={selected} faults={faults}
              checks={checks.filter((check) => check.sheet === sheet && check.line === row.line.number && check.rule !== 'details')} unknown={unknown.filter(({ places }) => places.some(({ line }) => line === row.line.number))} isDiffering={differing.has(row.line.number)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
