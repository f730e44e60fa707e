import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { type Place, placesOf } from '../dossiers/place.ts'
import type { Context } from '../pipeline/context.ts'
import { loanRemarks } from './get.ts'

/** The borrowing register: every folder handed out in a period (both days included), in the order of handing out. */
export function register({ trx }: Context, { from, to, offset, limit }: Parsed<'lookups.register'>): Output<'lookups.register'> {
  const period = trx.sql.selectFrom('loan').where('loan.handedOn', '>=', from).where('loan.handedOn', '<=', to)
  const total = trx.one(period.select((row) => row.fn.countAll<number>().as('total')))!.total
  const page = period.select('loan.id').orderBy('loan.handedOn').orderBy('loan.id').limit(limit).offset(offset)
  const lines = trx.all(
    trx.sql.selectFrom('loan').innerJoin('slip', 'slip.id', 'loan.slipId').innerJoin('dossier', 'dossier.id', 'loan.dossierId')
      .innerJoin('party', 'party.id', 'dossier.partyId').innerJoin('person as applicant', 'applicant.id', 'slip.applicantId')
      .leftJoin('person as taker', 'taker.id', 'loan.takenBackBy')
      .select([
        'loan.id as loanId', 'slip.number as slipNumber', 'loan.handedAt', 'applicant.name as applicantName', 'slip.unit', 'slip.phone',
        'loan.dossierId', 'dossier.number as dossierNumber', 'party.name as title', 'dossier.level', 'slip.purpose', 'slip.manner',
        'loan.dueOn', 'loan.returnedAt', 'loan.pagesOut', 'loan.pagesIn', 'loan.conditionIn', 'taker.name as takenBackByName',
        'loan.remarksOut', 'loan.remarksIn',
        sql<string>`(SELECT coalesce(group_concat(signer.name, '、' ORDER BY slipSignature.id), '') FROM slipSignature
          JOIN person AS signer ON signer.id = slipSignature.signerId
          WHERE slipSignature.slipId = loan.slipId AND slipSignature.decision = 'agreed')`.as('signedBy'),
      ])
      .where('loan.id', 'in', page).orderBy('loan.handedOn').orderBy('loan.id'),
  )
  const places = placesOf(trx, lines.map((line) => line.dossierId))
  return {
    total,
    rows: lines.map(({ dossierId, remarksOut, remarksIn, ...line }) => ({
      ...line, place: placeLine(places.get(dossierId)), remarks: loanRemarks({ remarksOut, remarksIn }),
    })),
  }
}

/** Room, cabinet-drawer-slot; empty for a folder without a place. */
const placeLine = (place: Place | undefined): string =>
  place ? `${place.roomName} ${place.cabinetCode}-${place.drawerNo}-${place.slot}` : ''
