import { CallError } from '../app/bridge.ts'
import { useText } from '../app/text.tsx'
import { type Details, ERROR_CODES, type ErrorCode } from '../../../shared/errors.ts'
import type { Text } from '../../../shared/text/index.ts'

/** What to tell a person about a failure: the words of a refusal's code; for anything else those of `internal`. */
export function errorWords(error: unknown, text: Text): string {
  const { code, details } = error instanceof CallError ? error : { code: 'internal' as const, details: {} }
  const words = wordsOf(text, code, details)
  // Where everything of many was refused, the first one's reason says more than that it was.
  const cause = code === 'nothing-done' ? ERROR_CODES.find((one) => one === details['code']) : undefined
  return cause === undefined ? words : `${words}${wordsOf(text, cause, {})}`
}

function wordsOf(text: Text, code: ErrorCode, details: Details): string {
  const words = text.error[code]
  return typeof words === 'function' ? words(details) : words
}

/** The code of a refusal; null for anything else. */
export const errorCode = (error: unknown): ErrorCode | null => (error instanceof CallError ? error.code : null)

/** The same words, bound to the language in use. */
export function useErrorWords(): (error: unknown) => string {
  const text = useText()
  return (error) => errorWords(error, text)
}
