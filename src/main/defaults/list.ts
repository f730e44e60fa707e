import type { Output, Parsed } from '../../shared/contract/index.ts'
import { type DefaultKind, isComplaint, severityOn } from '../../shared/rules/defaults/kinds.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { hasRole } from '../people/visibility.ts'
import { mayEnd } from './record.ts'
import { partySubject } from '../parties/subject.ts'

type Row = {
  id: number; kind: DefaultKind; on: string; amountFen: number | null; description: string | null; attachmentId: number | null; page: number | null; dossierId: number | null; title: string | null
  fileName: string | null; recordedByName: string; recordedAt: string; settledOn: string | null; settledByName: string | null; settleNote: string | null
  struckAt: string | null; struckByName: string | null; strikeReason: string | null
}

/** Everything kept against a party, the newest first. Refuses `not-found` and what reading its dossier would be refused for. */
export function listDefaults(context: Context, { partyId }: Parsed<'defaults.list'>): Output<'defaults.list'> {
  const { trx, today, actor } = context
  requireMayReadFigures(context, partyId)
  const found = trx.prepare(
    `SELECT record.id, record.kind, record."on", record.amountFen, record.description, record.attachmentId, record.page, document.dossierId, document.title, record.fileName,
       recorder.name AS recordedByName, record.recordedAt, record.settledOn, settler.name AS settledByName, record.settleNote, record.struckAt, striker.name AS struckByName, record.strikeReason
     FROM defaultRecord AS record JOIN person AS recorder ON recorder.id = record.recordedBy
     LEFT JOIN person AS settler ON settler.id = record.settledBy LEFT JOIN person AS striker ON striker.id = record.struckBy
     LEFT JOIN attachment ON attachment.id = record.attachmentId LEFT JOIN document ON document.id = attachment.documentId
     WHERE record.partyId = ? ORDER BY record."on" DESC, record.id DESC`,
  ).all(partyId) as Row[]
  const may = mayEnd(context, partyId)
  const rows = found.map(({ attachmentId, page, dossierId, title, settledOn, settledByName, settleNote, struckAt, struckByName, strikeReason, ...row }) => ({
    ...row,
    evidence: attachmentId === null || page === null || dossierId === null || title === null ? null : { attachmentId, page, dossierId, title },
    settled: settledOn === null ? null : { on: settledOn, byName: settledByName ?? '', note: settleNote },
    struck: struckAt === null ? null : { at: struckAt, byName: struckByName ?? '', reason: strikeReason ?? '' },
    points: struckAt === null ? severityOn(row.kind, row.on, today) : 0,
    may: may({ settledOn, struckAt }),
  }))
  context.record(partySubject(context.trx, partyId), { records: rows.length })
  return {
    rows, severity: rows.reduce((sum, { points }) => sum + points, 0), mayAdd: hasRole(actor, ['creditAdministrator']),
    open: rows.filter(({ kind, settled, struck }) => !isComplaint(kind) && settled === null && struck === null).length,
  }
}
