import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { queryOf } from './conditions.ts'
import { pageOfIds } from './page.ts'

/** A window into the parties this person may see, filtered and in order, with how many there are. */
export function listParties(context: Context, input: Parsed<'parties.list'>): Output<'parties.list'> {
  const { total, ids } = pageOfIds(context, queryOf(context, input))
  return { total, rows: rowsOf(context, ids) }
}

/** The parties in the order of the ids. Of their dossiers only those are counted that this person may see. */
function rowsOf({ trx, actor, today }: Context, ids: readonly number[]): Output<'parties.list'>['rows'] {
  if (ids.length === 0) return []
  const seenDossiers = sql<number>`(SELECT count(*) FROM dossier WHERE dossier.partyId = party.id AND dossier.voidedAt IS NULL
    AND ${visibleDossier(actor, today)})`
  return trx.all(
    trx.sql.selectFrom((eb) => eb.fn<{ key: number; value: number }>('json_each', [eb.val(JSON.stringify(ids))]).as('wanted'))
      .innerJoin('party', 'party.id', 'wanted.value').leftJoin('department', 'department.id', 'party.departmentId')
      .leftJoin('person', 'person.id', 'party.salespersonId').orderBy('wanted.key')
      .select([
        'party.id', 'party.kind', 'party.name', 'party.shortName', 'party.creditCode', 'party.codeState', 'party.grade', 'party.province',
        'party.city', 'party.industry', 'department.name as departmentName', 'person.name as salespersonName',
      ])
      .select((seesWholeArchive(actor) ? sql<number>`party.dossiers` : seenDossiers).as('dossiers')),
  )
}
