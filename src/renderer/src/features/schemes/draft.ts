import { useMemo, useState } from 'react'
import { readScheme } from '../../../../shared/rules/schemes/checks.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'

export type Change = (edit: (scheme: Scheme) => void) => void
export type Draft = {
  /** As it is edited: of the form of a scheme, but perhaps with an empty field. */
  body: Scheme
  faults: readonly SchemeFault[]
  /** The form holds, so that it can be kept. */
  isWhole: boolean
  isChanged: boolean
  change: Change
  /** Back to what is kept. */
  forget: () => void
}

// What is edited and not yet kept outlives the page, not the window.
const kept = new Map<string, Scheme>()

/** The text of a version with what was changed in it here, and its faults as one types. */
export function useDraft(id: number, version: number, saved: Scheme): Draft {
  const key = `${id} ${version}`
  const [, redraw] = useState(0)
  const edited = kept.get(key)
  const body = edited ?? saved
  const { scheme, faults } = useMemo(() => readScheme(body), [body])
  return {
    body, faults, isWhole: scheme !== null, isChanged: edited !== undefined && JSON.stringify(edited) !== JSON.stringify(saved),
    change: (edit) => {
      const next = structuredClone(kept.get(key) ?? saved)
      edit(next)
      kept.set(key, next)
      redraw((count) => count + 1)
    },
    forget: () => {
      kept.delete(key)
      redraw((count) => count + 1)
    },
  }
}
