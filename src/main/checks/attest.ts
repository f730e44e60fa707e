import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { BY_HAND } from '../../shared/rules/checks/items.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleReport } from './visibility.ts'

/**
 * A person answers for an item that the program cannot carry out: what he did, and how it came out. The report stays as it
 * was; the item is attested, never passed. Refuses any other item (`bad-input`) and a second attestation (`duplicate`).
 */
export function attestCheck(context: Context, { checkId, item, remarks }: Parsed<'checks.attest'>): Output<'checks.attest'> {
  const { trx, actor, now } = context
  requireVisibleReport(context, checkId)
  if (!BY_HAND.includes(item)) throw new AppError('bad-input', { path: 'item' })
  if (trx.prepare('SELECT 1 FROM checkAttestation WHERE reportId = ? AND code = ?').get(checkId, item)) throw new AppError('duplicate')
  trx.run(trx.sql.insertInto('checkAttestation').values({ reportId: checkId, code: item, at: now, by: actor.personId, remarks }))
  const { number } = trx.prepare('SELECT number FROM checkReport WHERE id = ?').get(checkId) as { number: string }
  context.record({ kind: 'check', id: checkId, label: number }, { item, remarks })
  return {}
}
