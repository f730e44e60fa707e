import type { Regulation } from './schema.ts'

/**
 * The conditions of a regulation that are not met by those which somebody ticked (S12 2.1); empty where a dossier may be
 * opened. Where any one is enough and none holds, all of them.
 */
export function unmetConditions({ opening }: Pick<Regulation, 'opening'>, ticked: readonly string[]): string[] {
  if (!opening) return []
  const unmet = opening.conditions.filter((condition) => !ticked.includes(condition))
  return opening.needs === 'any' && unmet.length < opening.conditions.length ? [] : unmet
}
