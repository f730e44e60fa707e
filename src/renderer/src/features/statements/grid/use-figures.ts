import { useReducer } from 'react'
import type { Figures } from '../../../../../shared/rules/statements/forms.ts'
import { amountAt } from '../../../../../shared/rules/statements/forms.ts'
import { type Change, sameFigures, withChanges } from './model.ts'

type State = { saved: Figures; figures: Figures; past: readonly Figures[]; future: readonly Figures[] }
type Step = { kind: 'change'; changes: readonly Change[] } | { kind: 'undo' } | { kind: 'redo' } | { kind: 'saved'; figures: Figures }

/** Steps back that are kept. */
const MOST = 200

export function step(state: State, action: Step): State {
  const { figures, past, future } = state
  switch (action.kind) {
    case 'change': {
      const changes = action.changes.filter(({ sheet, line, column, fen }) => amountAt(figures, sheet, line, column) !== fen)
      if (changes.length === 0) return state
      return { ...state, figures: withChanges(figures, changes), past: [...past.slice(-MOST), figures], future: [] }
    }
    case 'undo': {
      const before = past.at(-1)
      return before ? { ...state, figures: before, past: past.slice(0, -1), future: [figures, ...future] } : state
    }
    case 'redo': {
      const [next, ...later] = future
      return next ? { ...state, figures: next, past: [...past, figures], future: later } : state
    }
    case 'saved': return { ...state, saved: action.figures }
  }
}

export type Editing = {
  figures: Figures
  isChanged: boolean
  change: (changes: readonly Change[]) => void
  undo: (() => void) | null
  redo: (() => void) | null
  /** What was sent is saved; what was typed while it went is not. */
  markSaved: (figures: Figures) => void
}

/** The figures of one set while they are being entered, with every step back. `typed`: what was left unsaved before. */
export function useFigures(saved: Figures, typed: Figures | null): Editing {
  const [state, send] = useReducer(step, { saved, figures: typed ?? saved, past: typed ? [saved] : [], future: [] })
  return {
    figures: state.figures,
    isChanged: !sameFigures(state.saved, state.figures),
    change: (changes) => send({ kind: 'change', changes }),
    undo: state.past.length > 0 ? () => send({ kind: 'undo' }) : null,
    redo: state.future.length > 0 ? () => send({ kind: 'redo' }) : null,
    markSaved: (figures) => send({ kind: 'saved', figures }),
  }
}
