import type { Output, Parsed } from '../../shared/contract/index.ts'
import { KEEPERS } from '../../shared/contract/statements.ts'
import { hasRole, requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type StatementRow = Output<'statements.list'>['rows'][number]

/** Every set of a party with its revisions, newest year first; no figure. Refuses `not-found` for a party he may not see. */
export function listStatements({ trx, actor, today }: Context, { partyId }: Parsed<'statements.list'>): Output<'statements.list'> {
  requireVisibleParty(trx, actor, today, partyId)
  return { rows: rowsOf(trx, partyId), mayKeep: hasRole(actor, KEEPERS) }
}

export function rowsOf(trx: Trx, partyId: number): StatementRow[] {
  return trx.all(
    trx.sql.selectFrom('statement').innerJoin('person as enterer', 'enterer.id', 'statement.enteredBy')
      .leftJoin('person as confirmer', 'confirmer.id', 'statement.confirmedBy').leftJoin('person as withdrawer', 'withdrawer.id', 'statement.withdrawnBy')
      .select([
        'statement.id', 'partyId', 'periodEnd', 'format', 'unit', 'opinion', 'auditor', 'receivedOn', 'statement.remarks', 'state', 'revision', 'revisesId', 'reviseReason',
        'faults', 'enterer.name as enteredByName', 'enteredAt', 'confirmer.name as confirmedByName', 'confirmedAt', 'withdrawer.name as withdrawnByName',
        'withdrawnAt', 'withdrawnReason', 'statement.version',
      ])
      .where('partyId', '=', partyId).orderBy('periodEnd', 'desc').orderBy('revision', 'desc').orderBy('statement.id', 'desc'),
  )
}
