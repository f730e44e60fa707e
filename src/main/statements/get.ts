import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { seesDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { linesOf } from './load.ts'
import { rowsOf, type StatementRow } from './list.ts'
import { requireMayReadFigures } from './rights.ts'
import { partySubject } from '../parties/subject.ts'

type Statement = Output<'statements.get'>['statements'][number]

/** The figures of a party's standing sets and drafts, or of those asked for. Refuses `not-found` and what reading its dossier refuses. */
export function getStatements(context: Context, { partyId, ids }: Parsed<'statements.get'>): Output<'statements.get'> {
  requireMayReadFigures(context, partyId)
  const { name } = context.trx.prepare('SELECT name FROM party WHERE id = ?').get(partyId) as { name: string }
  const rows = rowsOf(context, partyId)
  const missing = ids?.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new AppError('not-found', { statementId: missing })
  const shown = rows.filter((row) => (ids ? ids.includes(row.id) : row.state === 'draft' || row.state === 'confirmed'))
  context.record(partySubject(context.trx, partyId), { statements: shown.map(({ id, periodEnd }) => ({ id, periodEnd })) })
  return { partyId, partyName: name, statements: shown.map((row) => statementOf(context, row)) }
}

function statementOf(context: Context, row: StatementRow): Statement {
  return {
    ...row,
    source: sourceOf(context, row.id),
    lines: linesOf(context.trx, row.id),
    reasons: context.trx.prepare('SELECT fault, byFen, reason FROM statementReason WHERE statementId = ? ORDER BY fault').all(row.id) as Statement['reasons'],
  }
}

/** The paper it was read from, where its dossier is there and shows to this person; a scan that was struck out is not offered. */
function sourceOf({ trx, actor, today }: Context, id: number): Statement['source'] {
  const row = trx
    .prepare(
      `SELECT document.id AS documentId, document.title, document.dossierId, dossier.number AS dossierNumber, statement.page, statement.attachmentId
       FROM statement JOIN document ON document.id = statement.documentId JOIN dossier ON dossier.id = document.dossierId WHERE statement.id = ?`,
    )
    .get(id) as (Omit<NonNullable<Statement['source']>, 'attachment'> & { attachmentId: number | null }) | undefined
  if (!row || !seesDossier(trx, actor, today, row.dossierId)) return null
  const { attachmentId, ...source } = row
  const attachment = attachmentId === null ? undefined : trx
    .prepare(
      `SELECT attachment.id, attachment.name, blob.mime, blob.size, attachment.sha256, attachment.pages, attachment.addedAt, person.name AS addedBy
       FROM attachment JOIN blob ON blob.sha256 = attachment.sha256 JOIN person ON person.id = attachment.addedBy WHERE attachment.id = ? AND attachment.struckAt IS NULL`,
    )
    .get(attachmentId) as NonNullable<NonNullable<Statement['source']>['attachment']> | undefined
  return { ...source, attachment: attachment ?? null }
}
