import type { Output, Parsed } from '../../shared/contract/index.ts'
import { CONFIRMERS, type Draft, KEEPERS, whyNotConfirm } from '../../shared/rules/statements/steps.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import { hasRole, requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { makersOf } from './load.ts'

export type StatementRow = Output<'statements.list'>['rows'][number]

/** Every set of a party with its revisions, newest year first; no figure. Refuses `not-found` for a party he may not see. */
export function listStatements(context: Context, { partyId }: Parsed<'statements.list'>): Output<'statements.list'> {
  const { trx, actor, today } = context
  requireVisibleParty(trx, actor, today, partyId)
  return { rows: rowsOf(context, partyId), mayKeep: hasRole(actor, KEEPERS) }
}

export function rowsOf({ trx, actor }: Pick<Context, 'trx' | 'actor'>, partyId: number): StatementRow[] {
  const rows = trx.all(
    trx.sql.selectFrom('statement').innerJoin('person as enterer', 'enterer.id', 'statement.enteredBy')
      .leftJoin('person as confirmer', 'confirmer.id', 'statement.confirmedBy').leftJoin('person as withdrawer', 'withdrawer.id', 'statement.withdrawnBy')
      .select([
        'statement.id', 'partyId', 'periodEnd', 'format', 'unit', 'opinion', 'auditor', 'receivedOn', 'statement.remarks', 'state', 'revision', 'revisesId', 'reviseReason',
        'faults', 'enterer.name as enteredByName', 'enteredAt', 'confirmer.name as confirmedByName', 'confirmedAt', 'withdrawer.name as withdrawnByName',
        'withdrawnAt', 'withdrawnReason', 'statement.version',
      ])
      .where('partyId', '=', partyId).orderBy('periodEnd', 'desc').orderBy('revision', 'desc').orderBy('statement.id', 'desc'),
  )
  const people = rows.some(({ state }) => state === 'draft') ? peopleWithRoles(trx, CONFIRMERS) : []
  return rows.map((row) => ({ ...row, confirm: row.state === 'draft' ? confirmOf({ state: row.state, makers: makersOf(trx, row.id) }) : null }))

  function confirmOf(draft: Draft): NonNullable<StatementRow['confirm']> {
    return { may: whyNotConfirm(draft, actor) === null, by: people.filter((person) => whyNotConfirm(draft, person) === null).map(({ name }) => name) }
  }
}
