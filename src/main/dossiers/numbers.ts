import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { DossierKind } from '../../shared/rules/regulations/schema.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

/**
 * The sequence that follows the last number given for this kind, department and year. Gapless and safe by construction:
 * it is read and used in one transaction that nothing can come between, and a voided number is never taken out.
 */
export function nextSequence(trx: Trx, kind: DossierKind, departmentId: number, year: number): number {
  const row = trx
    .prepare('SELECT coalesce(max(sequence), 0) AS last FROM dossierNumber WHERE kind = ? AND departmentId = ? AND year = ?')
    .get(kind, departmentId, year) as { last: number }
  return row.last + 1
}

/** The register of numbers of a department and year: every one ever given, the voided ones with their reason. */
export function listNumbers({ trx }: Context, input: Parsed<'dossiers.numbers'>): Output<'dossiers.numbers'> {
  return trx.all(
    trx.sql.selectFrom('dossierNumber').innerJoin('dossier', 'dossier.id', 'dossierNumber.dossierId')
      .innerJoin('party', 'party.id', 'dossier.partyId')
      .select([
        'dossierNumber.number', 'dossierNumber.sequence', 'dossierNumber.dossierId', 'party.name as partyName',
        'dossierNumber.voidedAt', 'dossierNumber.voidReason',
      ])
      .where('dossierNumber.kind', '=', input.kind).where('dossierNumber.departmentId', '=', input.departmentId)
      .where('dossierNumber.year', '=', input.year).orderBy('dossierNumber.sequence'),
  )
}
