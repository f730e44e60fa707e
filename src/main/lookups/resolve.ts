import type { Trx } from '../storage/database.ts'

export type ResolvedParty = { partyId: number; dossierId: number | null }
type Candidate = { partyId: number; dossierId: number | null }

const WITH_CREDIT_DOSSIER = `
  SELECT DISTINCT party.id AS partyId, dossier.id AS dossierId FROM party
  LEFT JOIN dossier ON dossier.partyId = party.id AND dossier.kind = 'credit' AND dossier.voidedAt IS NULL`

/** In the order of how sure each is. A name that several bear is no name: an archivist completes the slip then. */
const WAYS = [
  `${WITH_CREDIT_DOSSIER} WHERE party.creditCode = upper(?)`,
  `${WITH_CREDIT_DOSSIER} WHERE party.name = ?`,
  `${WITH_CREDIT_DOSSIER} WHERE party.id IN (SELECT partyId FROM partyOldName WHERE name = ?)`,
  `${WITH_CREDIT_DOSSIER} WHERE party.shortName = ?`,
]

/**
 * The party that an applicant means, and its credit dossier if it has one: by exact credit code, name, old name or short
 * name. Of several, the only one with a dossier; undefined when none or more than one is left. It looks at every party,
 * whoever asks: what it finds must not be told to a person who may not see it.
 */
export function resolveParty(trx: Trx, typed: string): ResolvedParty | undefined {
  for (const way of WAYS) {
    const found = trx.prepare(way).all(typed) as Candidate[]
    if (found.length === 0) continue
    if (found.length === 1) return found[0]
    const withDossier = found.filter((party) => party.dossierId !== null)
    return withDossier.length === 1 ? withDossier[0] : undefined
  }
  return undefined
}
