import { useMemo } from 'react'
import { useSearch } from 'wouter'

const STEPS = ['sign', 'handOut', 'takeBack'] as const

/** What an address asks of the desk: `?new=12` a slip for that dossier, `?do=handOut` a step of the slip it names, `&folder=12` for that folder alone. */
export type Asked = { readonly dossierId: number | null; readonly step: (typeof STEPS)[number] | null; readonly folderId: number | null }

const idOf = (value: string | null): number | null => (value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null)

/** Reads the query of an address; what is not ours is left out. */
export function readAsked(search: string): Asked {
  const query = new URLSearchParams(search)
  return {
    dossierId: idOf(query.get('new')),
    folderId: idOf(query.get('folder')),
    step: STEPS.find((step) => step === query.get('do')) ?? null,
  }
}

/** The same, for the address one is at. */
export function useAsked(): Asked {
  const search = useSearch()
  return useMemo(() => readAsked(search), [search])
}
