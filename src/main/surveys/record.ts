import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireMayReadById } from '../clearances/reading.ts'
import { requireVisibleDossier, requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { SurveyTable } from '../storage/tables/surveys.ts'
import { partySubject } from '../parties/subject.ts'

const CREDIT_SIDE = ['creditAdministrator', 'officeDirector'] as const
const isCreditSide = ({ actor }: Context) => CREDIT_SIDE.some((role) => actor.roles.includes(role))

/**
 * Records a form as it stands on the day it was found. Refuses a hidden party (`not-found`), a day to come, references and
 * notices by others than the credit side (`forbidden`), a page that is not in a dossier of this party
 * (`not-found`), and the same form again by the same person (`duplicate`).
 */
export function recordSurvey(context: Context, { partyId, on, form, evidence, remarks }: Parsed<'surveys.record'>): Output<'surveys.record'> {
  const { trx, actor, today, now } = context
  requireVisibleParty(trx, actor, today, partyId)
  if (on > today) throw new AppError('bad-input', { path: 'on' })
  if ((form.kind === 'reference' || form.kind === 'notice') && !isCreditSide(context)) throw new AppError('forbidden')
  if (evidence) requirePage(context, partyId, evidence)
  const told = JSON.stringify(form)
  const known = trx
    .prepare('SELECT 1 FROM survey WHERE partyId = ? AND "on" = ? AND form = ? AND remarks IS ? AND attachmentId IS ? AND page IS ? AND recordedBy = ? AND withdrawnAt IS NULL AND clearedOn IS NULL')
    .get(partyId, on, told, remarks, evidence?.attachmentId ?? null, evidence?.page ?? null, actor.personId)
  if (known) throw new AppError('duplicate')
  const id = trx.run(
    trx.sql.insertInto('survey').values({
      partyId, kind: form.kind, on, form: told, attachmentId: evidence?.attachmentId ?? null, page: evidence?.page ?? null, remarks,
      recordedBy: actor.personId, recordedAt: now, clearedOn: null, withdrawnAt: null, withdrawnBy: null, withdrawReason: null,
    }),
  ).lastId
  context.record(partySubject(context.trx, partyId), { survey: id, form: form.kind, on, ...(form.kind === 'notice' ? { what: form.what } : {}) })
  return { id }
}

/** Refuses `not-found` unless the page is in a dossier of this party that the person may see, and what reading that dossier refuses. */
export function requirePage(context: Context, partyId: number, { attachmentId, page }: { attachmentId: number; page: number }): void {
  const { trx, actor, today } = context
  const found = trx.prepare(
    `SELECT dossier.id, attachment.pages FROM attachment JOIN document ON document.id = attachment.documentId JOIN dossier ON dossier.id = document.dossierId
     WHERE attachment.id = ? AND dossier.partyId = ? AND attachment.struckAt IS NULL AND document.struckAt IS NULL`,
  ).get(attachmentId, partyId) as { id: number; pages: number | null } | undefined
  if (!found || page > (found.pages ?? 1)) throw new AppError('not-found', { attachmentId })
  requireVisibleDossier(trx, actor, today, found.id)
  requireMayReadById(context, found.id)
}

/** A notice is over: from the day on it no longer stands in the way. Refuses other forms, a day before it or to come. */
export function clearNotice(context: Context, { id, clearedOn }: Parsed<'surveys.clear'>): Output<'surveys.clear'> {
  const survey = requireSurvey(context, id)
  if (!isClearable(survey)) throw new AppError('wrong-state')
  if (clearedOn < survey.on || clearedOn > context.today) throw new AppError('bad-input', { path: 'clearedOn' })
  context.trx.run(context.trx.sql.updateTable('survey').set({ clearedOn }).where('id', '=', id))
  context.record(partySubject(context.trx, survey.partyId), { survey: id, clearedOn })
  return {}
}

/** Takes a wrong form out of what counts: by who recorded it or the office director (`forbidden`), once (`wrong-state`). */
export function withdrawSurvey(context: Context, { id, reason }: Parsed<'surveys.withdraw'>): Output<'surveys.withdraw'> {
  const { trx, actor, now } = context
  const survey = requireSurvey(context, id)
  if (!isWithdrawer(actor, survey)) throw new AppError('forbidden')
  if (survey.withdrawnAt !== null) throw new AppError('wrong-state')
  trx.run(trx.sql.updateTable('survey').set({ withdrawnAt: now, withdrawnBy: actor.personId, withdrawReason: reason }).where('id', '=', id))
  context.record(partySubject(context.trx, survey.partyId), { survey: id, reason })
  return {}
}

type Ending = Pick<SurveyTable, 'kind' | 'recordedBy' | 'withdrawnAt' | 'clearedOn'>
const isClearable = (survey: Ending) => survey.kind === 'notice' && survey.withdrawnAt === null && survey.clearedOn === null
const isWithdrawer = (actor: Context['actor'], survey: Ending) => survey.recordedBy === actor.personId || actor.roles.includes('officeDirector')

/** What this person may do with a form now: the very rules that would refuse it. */
export const mayEnd = (context: Context, survey: Ending) => ({
  clear: isCreditSide(context) && isClearable(survey), withdraw: survey.withdrawnAt === null && isWithdrawer(context.actor, survey),
})

/** One form of a party that the person may see; else `not-found`. */
function requireSurvey({ trx, actor, today }: Context, id: number): SurveyTable {
  const row = trx.prepare('SELECT * FROM survey WHERE id = ?').get(id) as SurveyTable | undefined
  if (!row) throw new AppError('not-found', { id })
  requireVisibleParty(trx, actor, today, row.partyId)
  return row
}
