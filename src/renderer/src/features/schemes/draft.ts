import { useMemo, useState } from 'react'
import { readScheme } from '../../../../shared/rules/schemes/checks.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { useUnsaved } from '../../app/unsaved.ts'
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

/** The text of a version with what was changed in it here, and its faults as one types. */
export function useDraft(id: number, version: number, saved: Scheme): Draft {
  // What is edited and not yet kept outlives the page, for who edits it.
  const { read, keep } = useUnsaved<Scheme>(`scheme:${id}:${version}`)
  const [, redraw] = useState(0)
  const edited = read()
  const body = edited ?? saved
  const { scheme, faults } = useMemo(() => readScheme(body), [body])
  return {
    body, faults, isWhole: scheme !== null, isChanged: edited !== null && JSON.stringify(edited) !== JSON.stringify(saved),
    change: (edit) => {
      const next = structuredClone(read() ?? saved)
      edit(next)
      keep(next, JSON.stringify(next) === JSON.stringify(saved) ? null : next.name)
      redraw((count) => count + 1)
    },
    forget: () => {
      keep(null, null)
      redraw((count) => count + 1)
    },
  }
}
