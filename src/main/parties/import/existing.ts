import type { PartyDraft } from '../../../shared/rules/parties/import-row.ts'
import type { Context } from '../../pipeline/context.ts'
import type { PartyRecord } from '../record.ts'
import { mayChange } from '../rights.ts'

export type ExistingParty = PartyRecord & { id: number; version: number }

/**
 * The party of the archive that a row means: the one that bears its outer code, the one with its credit code, else the one of the row's name. A name alone does
 * not make two parties one where both have a valid code, or both a legacy one, and the codes differ. Parties this person
 * may not change are met only by their code, whose being there the archive cannot hide (`code-taken`); a name among them
 * is none of his business, and the row is a new party.
 */
export function findExisting({ trx, actor }: Context, draft: PartyDraft): ExistingParty | null | 'code-taken' | 'name-ambiguous' {
  const { outerCode } = draft.texts
  if (outerCode) {
    const same = trx.prepare('SELECT party.* FROM partyOuterCode JOIN party ON party.id = partyOuterCode.partyId WHERE code = ?').get(outerCode) as ExistingParty | undefined
    if (same) return mayChange(trx, actor, same) ? same : 'code-taken'
  }
  if (draft.creditCode) {
    const same = trx.prepare('SELECT * FROM party WHERE creditCode = ?').get(draft.creditCode) as ExistingParty | undefined
    if (same) return mayChange(trx, actor, same) ? same : 'code-taken'
  }
  const namesakes = trx.prepare('SELECT * FROM party WHERE name = ?').all(draft.name) as ExistingParty[]
  const hasOuterCode = trx.prepare('SELECT 1 FROM partyOuterCode WHERE partyId = ? LIMIT 1')
  // A list that numbers its companies parts namesakes, and a name that is half struck out (***有限公司) is nobody's.
  const isNumbered = (party: ExistingParty) => outerCode !== undefined && (draft.name.includes('*') || hasOuterCode.get(party.id) !== undefined)
  const meant = namesakes.filter((party) => isCompatible(party, draft) && !isNumbered(party) && mayChange(trx, actor, party))
  return meant.length > 1 ? 'name-ambiguous' : meant[0] ?? null
}

/** A code differs from none and from one of the other kind without contradicting it: legacy numbers give way to codes. */
const isCompatible = (party: ExistingParty, draft: PartyDraft) => draft.creditCode === null || party.codeState !== draft.codeState
