import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { writableContract } from './contract.ts'
import { keepStanding } from './events.ts'
import { columnsOf, partiesOf, reindexContract, replaceParties, requireFields } from './fields.ts'

/**
 * Replaces what is entered of a contract by what the form says; what happened to it is entered as events. Refuses what
 * writing a contract refuses (`writableContract`) and what its fields refuse (`requireFields`).
 */
export function changeContract(context: Context, { id, version, ...fields }: Parsed<'contracts.change'>): Output<'contracts.change'> {
  const { trx } = context
  const contract = writableContract(context, id, version)
  requireFields(context, fields, contract)
  const columns = columnsOf(fields)
  const before = trx.one(trx.sql.selectFrom('contract').selectAll().where('dossierId', '=', id))!
  const partiesBefore = partiesOf(trx, id)
  trx.run(trx.sql.updateTable('contract').set({ ...columns, version: version + 1 }).where('dossierId', '=', id))
  replaceParties(trx, id, fields.parties)
  reindexContract(trx, { dossierId: id, number: contract.number, ...fields })
  keepStanding(trx, id, fields.firstAmountFen)
  const changed = Object.entries(columns).filter(([column, to]) => before[column as keyof typeof columns] !== to)
  context.record(
    { kind: 'dossier', id, label: contract.number },
    {
      changed: Object.fromEntries(changed.map(([column, to]) => [column, { from: before[column as keyof typeof columns], to }])),
      ...(JSON.stringify(partiesBefore) === JSON.stringify(partiesOf(trx, id)) ? {} : { parties: fields.parties }),
    },
  )
  return { version: version + 1 }
}
