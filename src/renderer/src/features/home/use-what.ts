import { useText } from '../../app/text.tsx'
import type { Todo } from './todo-kinds.ts'

/** What a line is about, in words: what it concerns, how many where it is several, and what is to be done. */
export function useWhat(): (line: Todo) => string {
  const { home } = useText()
  return ({ kind, what, folders }) => home.what[kind](folders === undefined ? what : home.folders(what, folders))
}
