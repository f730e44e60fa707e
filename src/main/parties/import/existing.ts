import type { PartyDraft } from '../../../shared/rules/parties/import-row.ts'
import type { Context } from '../../pipeline/context.ts'
import type { PartyRecord } from '../record.ts'
import { mayChange } from '../rights.ts'

export type ExistingParty = PartyRecord & { id: number; version: number }

/**
 * The party of the archive that a row means: the one with the row's code, else the one of the row's name. A name alone does
 * not make two parties one where both have a valid code, or both a legacy one, and the codes differ. Parties this person
 * may not change are met only by their code, whose being there the archive cannot hide (`code-taken`); a name among them
 * is none of his business, and the row is a new party.
 */
export function findExisting({ trx, actor }: Context, draft: PartyDraft): ExistingParty | null | 'code-taken' | 'name-ambiguous' {
  if (draft.creditCode) {
    const same = trx.prepare('SELECT * FROM party WHERE creditCode = ?').get(draft.creditCode) as ExistingParty | undefined
    if (same) return mayChange(trx, actor, same) ? same : 'code-taken'
  }
  const namesakes = trx.prepare('SELECT * FROM party WHERE name = ?').all(draft.name) as ExistingParty[]
  const meant = namesakes.filter((party) => isCompatible(party, draft) && mayChange(trx, actor, party))
  return meant.length > 1 ? 'name-ambiguous' : meant[0] ?? null
}

/** A code differs from none and from one of the other kind without contradicting it: legacy numbers give way to codes. */
const isCompatible = (party: ExistingParty, draft: PartyDraft) => draft.creditCode === null || party.codeState !== draft.codeState
