import { useState } from 'react'
import { useSession } from './session.tsx'

/*
 * What was typed at this window and not saved belongs to the person who typed it. It is kept here by person, in memory alone:
 * nobody else who sits down sees it, and whoever comes back finds it. What was read is forgotten with the person
 * (`query-client.ts`); this is forgotten when he signs out knowing it, or with the window, which asks before.
 */

type Entry = { readonly value: unknown; /** What it is, in a few words; null: kept, but nothing would be lost. */ readonly what: string | null }
const kept = new Map<number, Map<string, Entry>>()

export function keepUnsaved(personId: number, key: string, value: unknown, what: string | null): void {
  const own = kept.get(personId) ?? new Map<string, Entry>()
  if (value === null) own.delete(key)
  else own.set(key, { value, what })
  kept.set(personId, own)
}

export const unsavedAt = (personId: number, key: string): unknown => kept.get(personId)?.get(key)?.value ?? null

/** What a person would lose, in words. */
export const unsavedOf = (personId: number): string[] => [...(kept.get(personId)?.values() ?? [])].flatMap(({ what }) => what ?? [])

/** What one person has typed, or everything: another archive is not what it was typed for. */
export function forgetUnsaved(personId: number | null = null): void {
  if (personId === null) kept.clear()
  else kept.delete(personId)
}

/** Whether anybody would lose anything if the window closed now. A field that takes what is typed only when it is left says so by `data-unsaved`. */
export const wouldLose = (): boolean => [...kept.keys()].some((personId) => unsavedOf(personId).length > 0) || document.querySelector('[data-unsaved]') !== null

/** Asks before the window closes on something unsaved. Answers how to stop. */
export function watchLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}

export type Unsaved<Value> = { read: () => Value | null; keep: (value: Value | null, what: string | null) => void }

/** Keeps what the person who sits here types under a key, also when somebody else has sat down before the page is gone. */
export function useUnsaved<Value>(key: string): Unsaved<Value> {
  const person = useSession()
  const [owner] = useState(person?.personId ?? null)
  return {
    read: () => (owner === null ? null : (unsavedAt(owner, key) as Value | null)),
    keep: (value, what) => {
      if (owner !== null) keepUnsaved(owner, key, value, what)
    },
  }
}
