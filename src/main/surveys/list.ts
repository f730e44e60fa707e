import type { Output, Parsed } from '../../shared/contract/index.ts'
import { type Form, siteScore } from '../../shared/rules/surveys/forms.ts'
import type { Context } from '../pipeline/context.ts'
import { mayEnd } from './record.ts'
import { partySubject } from '../parties/subject.ts'
import { requireMayReadFigures } from '../statements/rights.ts'

type Row = {
  id: number; kind: Form['kind']; recordedBy: number; on: string; form: string; attachmentId: number | null; page: number | null; dossierId: number | null; title: string | null; remarks: string | null
  recordedByName: string; recordedAt: string; clearedOn: string | null; withdrawnAt: string | null; withdrawReason: string | null
}

/** Everything that was found out about a party, the newest first. As secret as the party's figures; a page whose dossier was destroyed is shown no more. */
export function listSurveys(context: Context, { partyId }: Parsed<'surveys.list'>): Output<'surveys.list'> {
  const { trx } = context
  requireMayReadFigures(context, partyId)
  const rows = trx.prepare(
    `SELECT survey.id, survey.kind, survey.recordedBy, survey."on", survey.form, survey.attachmentId, survey.page, document.dossierId, document.title, survey.remarks,
       person.name AS recordedByName, survey.recordedAt, survey.clearedOn, survey.withdrawnAt, survey.withdrawReason
     FROM survey JOIN person ON person.id = survey.recordedBy
     LEFT JOIN attachment ON attachment.id = survey.attachmentId LEFT JOIN document ON document.id = attachment.documentId
     WHERE survey.partyId = ? ORDER BY survey."on" DESC, survey.id DESC`,
  ).all(partyId) as Row[]
  context.record(partySubject(context.trx, partyId), { surveys: rows.length })
  return rows.map(({ form: json, attachmentId, page, dossierId, title, kind, recordedBy, ...row }) => {
    const form = JSON.parse(json) as Form
    return {
      ...row, form, may: mayEnd(context, { ...row, kind, recordedBy }), score: form.kind === 'site' ? siteScore(form) : null,
      evidence: attachmentId === null || page === null || dossierId === null || title === null ? null : { attachmentId, page, dossierId, title },
    }
  })
}
