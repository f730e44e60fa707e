import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { pageOfIds } from './page.ts'
import { placesOf } from './place.ts'
import { folderStateSql } from './state.ts'

/** A window into the dossiers this person may see, filtered and in order, with how many there are. */
export function listDossiers(context: Context, input: Parsed<'dossiers.list'>): Output<'dossiers.list'> {
  const { total, ids } = pageOfIds(context, input)
  return { total, rows: rowsOf(context, ids) }
}

type Row = Output<'dossiers.list'>['rows'][number]

function rowsOf({ trx, today }: Context, ids: readonly number[]): Row[] {
  if (ids.length === 0) return []
  const places = placesOf(trx, ids)
  const rows = trx.all(
    trx.sql.selectFrom((eb) => eb.fn<{ key: number; value: number }>('json_each', [eb.val(JSON.stringify(ids))]).as('wanted'))
      .innerJoin('dossier', 'dossier.id', 'wanted.value').innerJoin('party', 'party.id', 'dossier.partyId')
      .innerJoin('department', 'department.id', 'dossier.departmentId').orderBy('wanted.key')
      .select([
        'dossier.id', 'dossier.kind', 'dossier.number', 'dossier.partyId', 'party.name as partyName', 'party.shortName', 'dossier.grade',
        'department.name as departmentName', 'dossier.year', 'dossier.level', 'dossier.openedOn', 'dossier.confirmedAt',
        'dossier.present', 'dossier.required',
      ])
      .select(folderStateSql(today).as('state')),
  )
  return rows.map(({ confirmedAt, present, required, ...row }) => ({
    ...row, isConfirmed: confirmedAt !== null, place: places.get(row.id) ?? null, completeness: { present, required },
  }))
}
