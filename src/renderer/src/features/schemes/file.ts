import { readScheme } from '../../../../shared/rules/schemes/checks.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { saveText } from '../../ui/save-text.ts'
import type { VersionShown } from './queries.ts'

const KIND = 'juanzong-scheme-'
/** What this program writes; a file of a later one is not guessed at. */
const FORMAT = 1

/** Hands the text of a version to the person as a file that can be read in again, here or elsewhere. */
export function exportScheme({ code, no, hash }: Pick<VersionShown, 'code' | 'no' | 'hash'>, body: Scheme): void {
  saveText(`${JSON.stringify({ format: `${KIND}${FORMAT}`, code, no, hash, body }, null, 2)}\n`, `${code}-v${no}.json`, 'application/json')
}

export type FileRefused =
  /** No JSON; `at` null where it breaks off. */
  | { refused: 'no-json'; at: { line: number; column: number } | null }
  | { refused: 'no-scheme' }
  | { refused: 'newer'; format: number; known: number }
  /** A scheme by its form or at least its name, in which something does not hold. */
  | { refused: 'faults'; body: Scheme; faults: SchemeFault[] }
export type FileRead = { scheme: Scheme; code: string } | FileRefused

/** A file somebody brings: a scheme without a fault, or what is wrong in it and where. */
export function readSchemeFile(text: string): FileRead {
  const parsed = parse(text)
  if ('refused' in parsed) return parsed
  const file = parsed.value
  if (file === null || typeof file !== 'object') return { refused: 'no-scheme' }
  const { format, body, code } = file as { format?: unknown; body?: unknown; code?: unknown }
  const number = typeof format === 'string' && format.startsWith(KIND) ? Number(format.slice(KIND.length)) : NaN
  if (!Number.isInteger(number) || number < 1) return { refused: 'no-scheme' }
  if (number > FORMAT) return { refused: 'newer', format: number, known: FORMAT }
  const { scheme, faults } = readScheme(body)
  const wrong = faults.filter(({ level }) => level === 'fault')
  return scheme === null || wrong.length > 0 ? { refused: 'faults', body: (scheme ?? body) as Scheme, faults: wrong } : { scheme, code: typeof code === 'string' ? code : '' }
}

function parse(text: string): { value: unknown } | Extract<FileRefused, { refused: 'no-json' }> {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const found = / at position (\d+)/.exec(error instanceof Error ? error.message : '')
    if (found === null || Number(found[1]) >= text.trimEnd().length) return { refused: 'no-json', at: null }
    const before = text.slice(0, Number(found[1])).split('\n')
    return { refused: 'no-json', at: { line: before.length, column: before.at(-1)!.length + 1 } }
  }
}

/** The text that a fault is about, as it stands in the file: a formula, where the fault lies in one. */
export function formulaAt(body: Scheme, { place, code }: SchemeFault): string | null {
  if (!/^(formula-|unknown-|too-far-back|leak-)/.test(code)) return null
  const found = place.reduce<unknown>((within, step) => (within !== null && typeof within === 'object' ? (within as Record<string | number, unknown>)[step] : undefined), body)
  return typeof found === 'string' ? found : null
}
