import type { Clause } from './clause.ts'

/**
 * What a program carries out of a clause is the program's to say, not the version's that was adopted under an earlier one: a clause
 * that waits there is carried out as the preset says today, where it stands in the preset as it does in the version.
 */
export function asCarriedOut(clause: Clause, preset: ReadonlyMap<string, Clause>): Clause {
  if (clause.later.length === 0) return clause
  const today = preset.get(clause.id)
  if (!today || today.summary !== clause.summary) return clause
  return { ...clause, by: [...new Set([...clause.by, ...today.by])], later: clause.later.filter((one) => today.later.includes(one)) }
}
