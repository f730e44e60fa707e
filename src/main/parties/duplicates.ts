import { AppError } from '../../shared/errors.ts'
import { checkCreditCode } from '../../shared/rules/parties/credit-code.ts'
import { visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { PartyRecord } from './record.ts'

type Code = Pick<PartyRecord, 'creditCode' | 'codeState'>

/** The code as it is kept. Refuses `credit-code-invalid` with the fault (`codeProblems` has its words). */
export function requireCreditCode(text: string | null): Code {
  const check = checkCreditCode(text)
  if ('refused' in check) throw new AppError('credit-code-invalid', { fault: check.refused, field: 'creditCode' })
  return { creditCode: check.code, codeState: check.state }
}

/**
 * Refuses a code or a name that another party has: `party-exists` with its name and id where this person may see it. Of a
 * party hidden from him a code's clash says only `duplicate`, for the archive keeps codes unique and cannot be silent; a
 * name's clash says nothing, for two parties may share a name. A name alone is no clash where both have a valid code, or
 * both a legacy one, and the codes differ.
 */
export function refuseDuplicates({ trx, actor, today }: Context, name: string, code: Code, exceptId: number | null): void {
  const visible = trx.sql.selectFrom('party').select(['party.id', 'party.name', 'party.codeState', 'party.creditCode'])
    .where('party.id', 'is not', exceptId).where(visibleParty(actor, today))
  if (code.creditCode) {
    const seen = trx.one(visible.where('creditCode', '=', code.creditCode))
    if (seen) throw new AppError('party-exists', { field: 'creditCode', partyId: seen.id, name: seen.name })
    const hidden = trx.one(
      trx.sql.selectFrom('party').select('id').where('creditCode', '=', code.creditCode).where('id', 'is not', exceptId),
    )
    if (hidden) throw new AppError('duplicate', { field: 'creditCode' })
  }
  const namesake = trx.all(visible.where('party.name', '=', name)).find((party) => code.creditCode === null || party.codeState !== code.codeState)
  if (namesake) throw new AppError('party-exists', { field: 'name', partyId: namesake.id, name: namesake.name })
}
