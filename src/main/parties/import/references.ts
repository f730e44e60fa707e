import type { PartyDraft, RefusalReason } from '../../../shared/rules/parties/import-row.ts'
import { hasRole } from '../../people/visibility.ts'
import type { Actor } from '../../pipeline/context.ts'
import type { Trx } from '../../storage/database.ts'

export type References = {
  /** Why this person may not bring in this row, or what it names that is not there. */
  refusalOf(draft: PartyDraft): RefusalReason | null
  of(draft: PartyDraft): { departmentId: number | null; salespersonId: number | null }
}

/**
 * The departments (by code or name) and people (by sign-in name or name) that rows speak of, as far as they are
 * unmistakable. A salesperson's and a department clerk's rows land in their own department and may name no other (who has
 * none brings in nothing); grades are the credit administrator's, and never for his own customer.
 */
export function resolveReferences(trx: Trx, actor: Actor): References {
  const isAdministrator = hasRole(actor, ['creditAdministrator'])
  const departments = unmistakable(
    trx.all(trx.sql.selectFrom('department').select(['id', 'code', 'name']).where('isActive', '=', 1))
      .map(({ id, code, name }) => ({ id, words: [code, name] })),
  )
  const people = unmistakable(
    trx.all(trx.sql.selectFrom('person').select(['id', 'login', 'name']).where('isActive', '=', 1))
      .map(({ id, login, name }) => ({ id, words: [login, name] })),
  )
  const own = isAdministrator ? null : actor.departmentId
  const of: References['of'] = ({ texts }) => ({
    departmentId: texts.departmentCode ? departments.get(texts.departmentCode.toLowerCase()) ?? null : own,
    salespersonId: texts.salesperson ? people.get(texts.salesperson.toLowerCase()) ?? null : null,
  })
  return {
    of,
    refusalOf: (draft) => {
      const { departmentId, salespersonId } = of(draft)
      if (draft.texts.departmentCode && departmentId === null) return 'department-unknown'
      if (draft.texts.salesperson && salespersonId === null) return 'salesperson-unknown'
      if (!isAdministrator && (own === null || departmentId !== own || draft.grade)) return 'not-permitted'
      if (draft.grade && salespersonId === actor.personId) return 'not-permitted'
      return null
    },
  }
}

function unmistakable(entries: readonly { id: number; words: readonly string[] }[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const doubtful = new Set<string>()
  for (const { id, words } of entries) {
    for (const word of words) {
      const key = word.toLowerCase()
      if (found.has(key) && found.get(key) !== id) doubtful.add(key)
      found.set(key, id)
    }
  }
  for (const key of doubtful) found.delete(key)
  return found
}

/**
 * Answers, row by row, why a row repeats an earlier one. Of rows that mean the same party the first is taken; two that
 * share a name are two parties only if both have a code of the same kind, or outer codes (as `findExisting` has it).
 */
export function rememberRows(): (draft: PartyDraft) => RefusalReason | null {
  const codes = new Set<string>()
  const outerCodes = new Set<string>()
  const names = new Map<string, PartyDraft['codeState'] | 'numbered'>()
  return ({ name, creditCode, codeState, texts: { outerCode } }) => {
    if ((creditCode && codes.has(creditCode)) || (outerCode && outerCodes.has(outerCode))) return 'code-taken-in-file'
    const kind = outerCode ? 'numbered' : codeState
    const same = names.get(name)
    if (same && (same !== kind || kind === 'none')) return 'name-taken-in-file'
    if (creditCode) codes.add(creditCode)
    if (outerCode) outerCodes.add(outerCode)
    names.set(name, kind)
    return null
  }
}
