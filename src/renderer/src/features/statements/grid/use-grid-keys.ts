import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { notifications } from '@mantine/notifications'
import { COLUMNS, type Sheet } from '../../../../../shared/rules/statements/form.ts'
import { amountAt, forms } from '../../../../../shared/rules/statements/forms.ts'
import type { Check, StatementSet } from '../../../../../shared/rules/statements/check.ts'
import { formatAmount, parseAmount } from '../../../../../shared/rules/statements/units.ts'
import { useText } from '../../../app/text.tsx'
import { blockOf, readPaste } from './clipboard.ts'
import { type Cell, cellsBetween, rowsOf, sumAt } from './model.ts'
import type { Editing } from './use-figures.ts'

type Options = { set: StatementSet; sheet: Sheet; periodEnd: string; checks: readonly Check[]; editing: Editing | null; onSave: () => void }

export type GridKeys = {
  active: Cell
  /** The other corner of what is selected. */
  anchor: Cell
  /** What is being typed into the active cell; null while one moves about. */
  typed: string | null
  /** Counts the moves: after each the active cell takes the focus, also where it was active already. */
  moves: number
  select: (cell: Cell, extend?: boolean) => void
  begin: (cell: Cell) => void
  type: (text: string) => void
  /** Takes what was typed; false where it is no amount. */
  commit: () => boolean
  onKeyDown: (event: KeyboardEvent) => void
  onCopy: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

const PAGE = 12

/** Moving, typing, copying and pasting as in a spreadsheet. Without `editing` one moves and copies only. */
export function useGridKeys({ set, sheet, periodEnd, checks, editing, onSave }: Options): GridKeys {
  const { statements: words } = useText()
  const [active, setActive] = useState<Cell>({ line: 1, column: 'current' })
  const [anchor, setAnchor] = useState<Cell>(active)
  const [typed, setTyped] = useState<string | null>(null)
  const [moves, setMoves] = useState(0)
  const follow = () => setMoves((count) => count + 1)
  const last = forms[set.format][sheet].lines.length
  const here = { line: Math.min(active.line, last), column: active.column }

  const select = (cell: Cell, extend = false) => {
    setActive(cell)
    if (!extend) setAnchor(cell)
    setTyped(null)
    follow()
  }
  const move = (lines: number, columns: number, extend = false) => {
    const column = COLUMNS[Math.max(0, Math.min(1, COLUMNS.indexOf(here.column) + columns))]!
    select({ line: Math.max(1, Math.min(last, here.line + lines)), column }, extend)
  }
  /** Tab goes through the line and on to the next. */
  const along = (direction: 1 | -1) => {
    const place = (here.line - 1) * 2 + COLUMNS.indexOf(here.column) + direction
    if (place < 0 || place >= last * 2) return false
    select({ line: Math.floor(place / 2) + 1, column: COLUMNS[place % 2]! })
    return true
  }
  const commit = () => {
    if (typed === null || !editing) return true
    const fen = typed.trim() === '' ? null : parseAmount(typed, set.unit)
    if (fen === undefined) return false
    editing.change([{ sheet, ...here, fen }])
    setTyped(null)
    return true
  }
  const begin = (cell: Cell) => {
    if (!editing) return
    select(cell)
    const fen = amountAt(set.figures, sheet, cell.line, cell.column)
    setTyped(fen === null ? '' : formatAmount(fen, set.unit).replaceAll(',', ''))
  }
  const clear = () => editing?.change(cellsBetween(anchor, here).flat().map((cell) => ({ sheet, ...cell, fen: null })))
  const takeSum = () => {
    const fen = sumAt(checks, sheet, here)
    if (fen !== null) editing?.change([{ sheet, ...here, fen }])
  }

  const whileTyping = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'Escape': return setTyped(null), follow(), true
      case 'Enter': return commit() && move(event.shiftKey ? -1 : 1, 0), true
      case 'ArrowDown': return commit() && move(1, 0), true
      case 'ArrowUp': return commit() && move(-1, 0), true
      case 'Tab': return commit() ? along(event.shiftKey ? -1 : 1) : true
      default: return false
    }
  }
  const whileMoving = (event: KeyboardEvent): boolean => {
    const { key, shiftKey: extend } = event
    switch (key) {
      case 'ArrowDown': return move(1, 0, extend), true
      case 'ArrowUp': return move(-1, 0, extend), true
      case 'ArrowLeft': return move(0, -1, extend), true
      case 'ArrowRight': return move(0, 1, extend), true
      case 'PageDown': return move(PAGE, 0, extend), true
      case 'PageUp': return move(-PAGE, 0, extend), true
      case 'Home': return select({ line: 1, column: here.column }, extend), true
      case 'End': return select({ line: last, column: here.column }, extend), true
      case 'Tab': return along(extend ? -1 : 1)
      case 'Enter': case 'F2': return begin(here), true
      case 'Delete': case 'Backspace': return clear(), true
      case '=': return takeSum(), true
      default:
        // The first character replaces what stands there.
        if (!editing || !/^[\d０-９.。(（\-－¥￥]$/u.test(key)) return false
        return select(here), setTyped(key), true
    }
  }
  const withControl = (event: KeyboardEvent): boolean => {
    switch (event.key.toLowerCase()) {
      case 's': return commit() && onSave(), true
      case 'z': return (event.shiftKey ? editing?.redo : editing?.undo)?.(), true
      case 'y': return editing?.redo?.(), true
      case 'a': return setAnchor({ line: 1, column: 'current' }), setActive({ line: last, column: 'prior' }), follow(), true
      case 'home': return select({ line: 1, column: 'current' }, event.shiftKey), true
      case 'end': return select({ line: last, column: 'current' }, event.shiftKey), true
      default: return false
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return
    const isControl = event.ctrlKey || event.metaKey
    if (typed !== null && isControl && event.key.toLowerCase() !== 's') return
    const act = isControl ? withControl : typed === null ? whileMoving : whileTyping
    if (act(event)) event.preventDefault()
  }

  const onCopy = (event: ClipboardEvent) => {
    if (typed !== null) return
    event.clipboardData.setData('text/plain', blockOf(set.figures, sheet, set.unit, cellsBetween(anchor, here)))
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== null || !editing) return
    event.preventDefault()
    const pasted = readPaste(event.clipboardData.getData('text/plain'), { sheet, set, periodEnd, rows: rowsOf(set.format, sheet), active: here })
    editing.change(pasted.changes)
    const { grid } = words
    const said = [
      pasted.otherPeriod !== null ? grid.pasteOtherPeriod(words.tab.year(pasted.otherPeriod)) : pasted.changes.length === 0 ? grid.pasteNothing : pasted.byName === null ? grid.pasted(pasted.changes.length) : grid.pastedByName(pasted.byName),
      ...(pasted.unit !== null && pasted.changes.length > 0 ? [grid.pastedUnit(words.unit[pasted.unit], words.unit[set.unit])] : []),
      ...(pasted.skipped > 0 ? [grid.pasteSkipped(pasted.skipped)] : []),
      ...(pasted.unknown.length > 0 ? [grid.pasteUnknown(pasted.unknown.slice(0, 3).join('、'), pasted.unknown.length)] : []),
    ]
    notifications.show({ message: said.join('；') })
  }
  return { active: here, anchor, typed, moves, select, begin, type: setTyped, commit, onKeyDown, onCopy, onPaste }
}
