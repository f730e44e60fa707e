import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireVisibleParty, visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { listedShown, listingsOn } from '../risks/in-force.ts'
import { banksOf, contactsOf } from './record.ts'

/** Everything about a party, and of its dossiers those that this person may see. Refuses `not-found`. */
export function getParty({ trx, actor, today }: Context, { id }: Parsed<'parties.get'>): Output<'parties.get'> {
  requireVisibleParty(trx, actor, today, id)
  const row = trx.one(
    trx.sql.selectFrom('party').leftJoin('department', 'department.id', 'party.departmentId').leftJoin('person', 'person.id', 'party.salespersonId')
      .selectAll('party').select(['department.name as departmentName', 'person.name as salespersonName']).where('party.id', '=', id),
  )
  if (!row) throw new AppError('not-found', { partyId: id })
  const { pinyin: _pinyin, initials: _initials, dossiers: _count, ...party } = row
  return {
    ...party,
    listed: listedShown(listingsOn(trx, id, today), today),
    contacts: contactsOf(trx, id),
    banks: banksOf(trx, id),
    oldNames: trx.all(trx.sql.selectFrom('partyOldName').select(['name', 'usedUntil']).where('partyId', '=', id).orderBy('usedUntil', 'desc').orderBy('name')),
    dossiers: trx.all(
      trx.sql.selectFrom('dossier').select(['dossier.id', 'dossier.kind', 'dossier.number', 'dossier.openedOn'])
        .where('dossier.partyId', '=', id).where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today)).orderBy('dossier.id'),
    ),
  }
}
