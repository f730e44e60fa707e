import type { Output, Parsed } from '../../shared/contract/index.ts'
import { missingTitles } from '../../shared/rules/regulations/catalogue.ts'
import { requireMayRead } from '../clearances/reading.ts'
import { contractFacts } from '../contracts/facts.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleDossier, slipThatShows } from '../people/visibility.ts'
import { confirmerOf } from '../../shared/rules/regulations/confirmer.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import { mayConfirm } from './confirm.ts'
import { catalogueOf, documentsOf } from './contents.ts'
import { custodyLine } from './custody.ts'
import { lastLookupOf } from './last-lookup.ts'
import { placeOf } from './place.ts'
import { mayWriteIn } from './rights.ts'
import { folderStateSql } from './state.ts'

/** The whole dossier, as the page shows it. Reading it is recorded: every look leaves who, when and what (S18). */
export function getDossier(context: Context, { id }: Parsed<'dossiers.get'>): Output<'dossiers.get'> {
  const { trx, actor, today } = context
  requireVisibleDossier(trx, actor, today, id)
  const row = dossierRow(trx, today, id)
  requireMayRead(context, row)
  const regulation = regulationOfVersion(trx, row.regulationVersionId)
  const confirmer = confirmerOf(regulation, row.kind)
  const documents = documentsOf(trx, id)
  const dates = documents.flatMap((document) => document.datedOn ?? []).sort()
  const throughSlip = slipThatShows(trx, actor, today, id)
  context.record({ kind: 'dossier', id, label: row.number }, throughSlip === null ? {} : { slipNumber: throughSlip })
  const { regulationVersionId: _version, openedBy, departmentId, present, required, ...fields } = row
  return {
    ...fields,
    isConfirmed: row.confirmedAt !== null,
    place: placeOf(trx, id),
    completeness: { present, required },
    contact: contactOf(trx, row.partyId),
    firstDatedOn: dates[0] ?? null,
    lastDatedOn: dates.at(-1) ?? null,
    catalogue: catalogueOf(regulation, row.kind, documents),
    missing: missingTitles(regulation, row.kind, new Set(documents.flatMap((document) => document.itemCode ?? []))),
    regulation: { id: regulation.id, clause: regulation.catalogues[row.kind].clause },
    custody: custodyLine(trx, row),
    contract: row.kind === 'contract' ? contractFacts(context, id) : null,
    lastLookup: lastLookupOf(trx, id),
    mayWrite: mayWriteIn(actor, departmentId),
    mayConfirm: mayConfirm(actor, { confirmedAt: row.confirmedAt, openedBy, confirmer }),
    confirmer,
    throughSlip,
  }
}

function dossierRow(trx: Trx, today: string, id: number) {
  return trx.one(
    trx.sql.selectFrom('dossier').innerJoin('party', 'party.id', 'dossier.partyId')
      .innerJoin('department', 'department.id', 'dossier.departmentId').innerJoin('person as opener', 'opener.id', 'dossier.openedBy')
      .leftJoin('person as confirmer', 'confirmer.id', 'dossier.confirmedBy')
      .select([
        'dossier.id', 'dossier.kind', 'dossier.number', 'dossier.partyId', 'dossier.departmentId', 'dossier.year', 'dossier.level',
        'dossier.levelReason', 'dossier.downgradeOn', 'dossier.downgradeTo', 'dossier.retentionYears', 'dossier.remarks', 'dossier.openedOn', 'dossier.openedBy', 'dossier.confirmedAt',
        'dossier.custodySince', 'dossier.documents', 'dossier.pages', 'dossier.present', 'dossier.required', 'dossier.regulationVersionId',
        'dossier.version', 'party.name as partyName', 'party.shortName', 'party.grade', 'party.creditCode as partyCreditCode',
        'party.legalRepresentative', 'party.registeredCapitalFen', 'party.foundedOn', 'party.industry',
        'department.name as departmentName', 'opener.name as openedByName', 'confirmer.name as confirmedByName',
      ])
      .select(folderStateSql(today).as('state'))
      .where('dossier.id', '=', id),
  )!
}

/** The first contact of the party: name and post. */
function contactOf(trx: Trx, partyId: number): string | null {
  const row = trx
    .prepare('SELECT name, post FROM partyContact WHERE partyId = ? ORDER BY ordinal LIMIT 1')
    .get(partyId) as { name: string; post: string | null } | undefined
  return row ? [row.name, row.post].filter(Boolean).join('　') : null
}
