import type { Output, Parsed } from '../../shared/contract/index.ts'
import { gradeOn, nextRatingOn, standingOn } from '../../shared/rules/ratings/override.ts'
import { MAKERS } from '../../shared/rules/ratings/steps.ts'
import { hasRole, requireVisibleParty, visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { dueReasons } from '../rerating/due.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { requireRow } from './load.ts'
import { loadSchemeVersion } from '../schemes/load.ts'
import { decidedOf } from './standing.ts'

type History = Output<'ratings.history'>

/** The ratings of a party in the order of the days they rate, with the cuts of the last one's scheme. */
export function ratingHistory(context: Context, { partyId }: Parsed<'ratings.history'>): History {
  const { trx, actor, today, regulation } = context
  requireVisibleParty(trx, actor, today, partyId)
  const rows = trx
    .prepare(
      `SELECT id, number, asOf, approvedOn, kind, score, grade, computedGrade, coverage, reviewOn, schemeVersionId, regulationVersionId FROM rating INDEXED BY rating_party
       WHERE partyId = ? AND state = 'approved' ORDER BY asOf, id`,
    )
    .all(partyId) as (Omit<History['rows'][number], 'label'> & { reviewOn: string | null; schemeVersionId: number; regulationVersionId: number })[]
  const standing = standingOn(decidedOf(trx, partyId), today)
  const grade = standing === null ? null : gradeOn(standing, today)
  const running = trx
    .prepare("SELECT id, number, kind, state FROM rating INDEXED BY rating_running WHERE partyId = ? AND state IN ('draft', 'submitted', 'reviewed', 'returned') ORDER BY id")
    .all(partyId) as History['running']
  const { salespersonId } = trx.prepare('SELECT salespersonId FROM party WHERE id = ?').get(partyId) as { salespersonId: number | null }
  const last = rows.at(-1)
  return {
    rows: rows.map(({ reviewOn: _review, schemeVersionId: _scheme, regulationVersionId, ...row }) => (
      { ...row, label: row.grade === null ? null : regulationOfVersion(trx, regulationVersionId).grades.find(({ grade: one }) => one === row.grade)?.label ?? row.grade })),
    grades: regulation.grades.map(({ grade: one, label, measures }) => ({ grade: one, label, measures: measures ?? null })),
    cuts: last ? loadSchemeVersion(trx, last.schemeVersionId).scheme.cuts : null,
    today: standing === null || grade === null ? null : {
      grade, label: regulation.grades.find((one) => one.grade === grade)?.label ?? grade, ratingId: standing.id, overrideUntil: standing.overrideUntil,
      due: [...(dueReasons(trx, today).get(partyId) ?? [])],
      nextOn: nextRatingOn({ reviewOn: rows.find(({ id }) => id === standing.id)?.reviewOn ?? null, overrideUntil: standing.overrideUntil }),
    },
    running, mayMake: hasRole(actor, MAKERS) && salespersonId !== actor.personId,
  }
}

/** Pages to stand behind a mark. */
export const ratingPages = (context: Context, { id }: Parsed<'ratings.pages'>): Output<'ratings.pages'> => pagesOfParty(context, requireRow(context, id).partyId)

/** Scans of the party's dossiers that this person may see, the newest first. */
export function pagesOfParty(context: Context, partyId: number): Output<'ratings.pages'> {
  const { trx, actor, today } = context
  requireMayReadFigures(context, partyId)
  const rows = trx.all(
    trx.sql.selectFrom('dossier').innerJoin('document', 'document.dossierId', 'dossier.id').innerJoin('attachment', 'attachment.documentId', 'document.id')
      .innerJoin('blob', 'blob.sha256', 'attachment.sha256').innerJoin('person', 'person.id', 'attachment.addedBy')
      .select([
        'attachment.id', 'document.id as documentId', 'dossier.id as dossierId', 'dossier.number as dossierNumber', 'document.title as document', 'document.itemCode',
        'attachment.name', 'blob.mime', 'blob.size', 'attachment.sha256', 'attachment.pages', 'attachment.addedAt', 'person.name as addedBy',
      ])
      .where('dossier.partyId', '=', partyId).where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today))
      .where('document.struckAt', 'is', null).where('attachment.struckAt', 'is', null)
      .orderBy('dossier.kind', 'desc').orderBy('document.itemCode').orderBy('attachment.id', 'desc').limit(500),
  )
  return rows.map(({ documentId, dossierId, dossierNumber, document, itemCode, ...attachment }) => ({ documentId, dossierId, dossierNumber, document, itemCode, attachment }))
}
