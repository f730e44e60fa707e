import { readScheme } from '../../../../shared/rules/schemes/checks.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { saveText } from '../../ui/save-text.ts'
import type { VersionShown } from './queries.ts'

const FORMAT = 'juanzong-scheme-1'

/** Hands the text of a version to the person as a file that can be read in again, here or elsewhere. */
export function exportScheme({ code, no, hash }: Pick<VersionShown, 'code' | 'no' | 'hash'>, body: Scheme): void {
  saveText(`${JSON.stringify({ format: FORMAT, code, no, hash, body }, null, 2)}\n`, `${code}-v${no}.json`, 'application/json')
}

export type FileRead = { scheme: Scheme; code: string } | { refused: 'no-scheme' } | { refused: 'faults'; body: Scheme; faults: SchemeFault[] }

/** A file somebody brings: a scheme without a fault, or what is wrong in it and where. */
export function readSchemeFile(text: string): FileRead {
  const file = parse(text)
  if (file === null || typeof file !== 'object') return { refused: 'no-scheme' }
  const { format, body, code } = file as { format?: unknown; body?: unknown; code?: unknown }
  if (format !== FORMAT) return { refused: 'no-scheme' }
  const { scheme, faults } = readScheme(body)
  const wrong = faults.filter(({ level }) => level === 'fault')
  return scheme === null || wrong.length > 0 ? { refused: 'faults', body: (scheme ?? body) as Scheme, faults: wrong } : { scheme, code: typeof code === 'string' ? code : '' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
