import type { Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleDossier } from '../people/visibility.ts'

type Input = Omit<Parsed<'lookups.change'>, 'id' | 'version'>

export type SlipFields = {
  applicantId: number
  unit: string
  phone: string | null
  partyId: number | null
  partyName: string
  purpose: string
  manner: 'read' | 'borrow' | 'copy'
  copyPages: number | null
  untilOn: string
}

/**
 * What the person at the desk wrote, as columns. Refuses an applicant who is not active and a dossier that the person
 * may not see (`not-found`), and a last day that is past (`due-before-today`). The unit is the applicant's department
 * as it is called today: the slip keeps it.
 */
export function slipFields(context: Context, input: Input): SlipFields {
  const applicant = requireApplicant(context, input.applicantId ?? context.actor.personId)
  if (input.untilOn < context.today) throw new AppError('due-before-today', { untilOn: input.untilOn })
  const dossierIds = uniqueDossiers(input.dossierIds)
  for (const dossierId of dossierIds) requireVisibleDossier(context.trx, context.actor, context.today, dossierId)
  return {
    applicantId: applicant.id, unit: applicant.unit ?? '', phone: input.phone ?? applicant.phone,
    partyId: dossierIds.length > 0 ? partyOf(context, dossierIds[0]!) : null, partyName: input.partyName,
    purpose: input.purpose, manner: input.manner, copyPages: input.manner === 'copy' ? input.copyPages : null, untilOn: input.untilOn,
  }
}

export const uniqueDossiers = (dossierIds: readonly number[]): number[] => [...new Set(dossierIds)]

/** Puts exactly these dossiers onto the slip. */
export function setDossiers({ trx }: Context, slipId: number, dossierIds: readonly number[]): void {
  trx.run(trx.sql.deleteFrom('slipDossier').where('slipId', '=', slipId))
  for (const dossierId of uniqueDossiers(dossierIds)) {
    trx.run(trx.sql.insertInto('slipDossier').values({ slipId, dossierId }))
  }
}

export function partyOf({ trx }: Context, dossierId: number): number | null {
  return trx.one(trx.sql.selectFrom('dossier').select('partyId').where('id', '=', dossierId))?.partyId ?? null
}

function requireApplicant({ trx }: Context, id: number) {
  const applicant = trx.one(
    trx.sql.selectFrom('person').leftJoin('department', 'department.id', 'person.departmentId')
      .select(['person.id', 'person.phone', 'department.name as unit']).where('person.id', '=', id).where('person.isActive', '=', 1),
  )
  if (!applicant) throw new AppError('not-found', { applicantId: id })
  return applicant
}
