import type { Output, Parsed } from '../../shared/contract/index.ts'
import { enterDossier } from '../dossiers/open.ts'
import type { Context } from '../pipeline/context.ts'
import { enterEvent, keepStanding } from './events.ts'
import { columnsOf, reindexContract, replaceParties, requireFields } from './fields.ts'

/**
 * Opens the folder of one contract and enters the contract: the dossier's number is the contract's (S22 2). A signing may lie
 * before the folder's opening. Refuses what opening a dossier refuses, what the fields refuse (`requireFields`), and a
 * signing to come (`contract-event-refused`).
 */
export function openContract(context: Context, input: Parsed<'contracts.open'>): Output<'contracts.open'> {
  const { trx } = context
  const { partyId, departmentId, openedOn, level, remarks, signedOn, ...fields } = input
  const dossier = enterDossier(
    context, { partyId, departmentId, openedOn, level, remarks, kind: 'contract' }, () => requireFields(context, fields, { departmentId, partyId }),
  )
  const { id, number } = dossier
  const copied = trx.prepare('SELECT year, sortName FROM dossier WHERE id = ?').get(id) as { year: number; sortName: string }
  trx.run(
    trx.sql.insertInto('contract').values({ dossierId: id, ...columnsOf(fields), amountFen: fields.firstAmountFen, number, departmentId, ...copied }),
  )
  replaceParties(trx, id, fields.parties)
  reindexContract(trx, { dossierId: id, number, ...fields })
  if (signedOn !== null) enterEvent(context, id, { what: 'signed', on: signedOn, amountFen: null, remarks: null })
  keepStanding(trx, id, fields.firstAmountFen)
  context.record(
    { kind: 'dossier', id, label: number },
    { partyId, level: dossier.level, openedOn: dossier.openedOn, subject: fields.subject, direction: fields.direction, handlerId: fields.handlerId, amountFen: fields.firstAmountFen, signedOn },
  )
  return { id, number }
}
