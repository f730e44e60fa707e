import { ERROR_CODES, type ErrorCode } from '../../../../shared/errors.ts'
import { ROLES, type Role } from '../../../../shared/roles.ts'
import type { Text } from '../../../../shared/text/index.ts'

const isErrorCode = (value: string): value is ErrorCode => (ERROR_CODES as readonly string[]).includes(value)
const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

/** Words of the closed sets that entries carry, by the name of the detail. */
function setOf(name: string, text: Text): Readonly<Record<string, string>> {
  const { common, lookups, audit, parties } = text
  const sets: Record<string, Readonly<Record<string, string>>> = {
    level: common.level, levelBefore: common.level, kind: { ...parties.kind, ...common.dossierKind }, originality: text.dossiers.originality, custody: common.folderState, manner: lookups.manner,
    condition: lookups.condition, slipState: lookups.state, decision: audit.decision, ledger: text.importing.ledger,
  }
  return sets[name] ?? {}
}

/**
 * One detail of an entry, for people: roles, refusals and closed sets in words, lists and what is nested with their names.
 * Never empty, so that a line is never mistaken for a missing one; a word that is not known stands as it was written.
 */
export function detailWords(value: unknown, text: Text, name = ''): string {
  const { common } = text
  if (value === null || value === undefined || value === '') return common.none
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return word(value, text, name)
  if (Array.isArray(value)) {
    if (value.length === 0) return common.none
    const isFlat = value.every((item) => typeof item !== 'object' || item === null)
    return value.map((item) => detailWords(item, text, name)).join(isFlat ? common.listSeparator : '\n')
  }
  const parts = Object.entries(value).map(([key, part]) => `${detailName(key, text)} ${detailWords(part, text, key)}`)
  return parts.length === 0 ? common.none : parts.join(common.listSeparator)
}

/** What a detail is called; one without words keeps its name. */
export const detailName = (name: string, text: Text): string => text.audit.detailName[name] ?? name

function word(value: string, text: Text, name: string): string {
  const known = setOf(name, text)[value]
  if (known !== undefined) return known
  if (isRole(value)) return text.common.role[value]
  if (name === 'code' && isErrorCode(value)) {
    const words = text.error[value]
    return typeof words === 'function' ? words({}) : words
  }
  return value
}
