import { ERROR_CODES, type ErrorCode } from '../../../../shared/errors.ts'
import { ROLES, type Role } from '../../../../shared/roles.ts'
import type { Text } from '../../../../shared/text/index.ts'

const isErrorCode = (value: string): value is ErrorCode => (ERROR_CODES as readonly string[]).includes(value)
const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

/**
 * One value of an entry's details, for people: roles and refusals in words, lists joined, what is nested as JSON. Never
 * empty, so that a line is never mistaken for a missing one.
 */
export function detailWords(value: unknown, text: Text): string {
  if (value === null || value === undefined || value === '') return text.common.none
  if (typeof value === 'boolean') return value ? text.common.yes : text.common.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (isRole(value)) return text.common.role[value]
    if (!isErrorCode(value)) return value
    const words = text.error[value]
    return typeof words === 'function' ? words({}) : words
  }
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== 'object' || item === null)
    if (isFlat) return value.length === 0 ? text.common.none : value.map((item) => detailWords(item, text)).join(text.common.listSeparator)
  }
  return JSON.stringify(value, null, 1)
}
