import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireVisibleDossier, seesDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'

type Row = Output<'authorisations.list'>['rows'][number]

/** Enough for a page; older ones are in the audit log. */
const MOST = 500

function mayDecide({ actor, regulation }: Context): boolean {
  const role = regulation.access.authorisation?.role
  return role !== undefined && actor.roles.includes(role)
}

/**
 * Requests and leaves to read: for whom the regulation has decide, everybody's; else one's own. What waits comes first. A
 * dossier that the reader no longer sees is not named, not even in what he asked for himself.
 */
export function listAuthorisations(context: Context): Output<'authorisations.list'> {
  const { trx, actor, today, regulation: { access: { authorisation } } } = context
  const decides = mayDecide(context)
  const rows = trx
    .prepare(
      `SELECT authorisation.id, personId, reader.name, dossierId, dossier.number, party.name AS partyName, purpose, untilOn, requestedAt, decision,
         decider.name AS decidedBy, decidedAt, reason, revokedAt
       FROM authorisation JOIN person AS reader ON reader.id = personId LEFT JOIN person AS decider ON decider.id = decidedBy
         LEFT JOIN dossier ON dossier.id = dossierId LEFT JOIN party ON party.id = dossier.partyId
       WHERE :everybody OR personId = :me ORDER BY decision IS NOT NULL, authorisation.id DESC LIMIT ${MOST}`,
    )
    .all({ everybody: decides ? 1 : 0, me: actor.personId }) as Omit<Row, 'isRunning' | 'mayDecide'>[]
  return {
    asked: authorisation,
    rows: rows.map((row) => ({
      ...row, ...(row.dossierId === null || seesDossier(trx, actor, today, row.dossierId) ? {} : { number: null, partyName: null }), isRunning: row.decision === 'agreed' && row.revokedAt === null && row.untilOn >= today,
      mayDecide: decides && row.decision === null && row.personId !== actor.personId && row.untilOn >= today,
    })),
  }
}

/** Asks for leave to read. Refuses a dossier the person may not see (`not-found`) and a last day that has passed. */
export function requestAuthorisation(context: Context, input: Parsed<'authorisations.request'>): Output<'authorisations.request'> {
  const { trx, actor, now, today } = context
  if (input.untilOn < today) throw new AppError('bad-input', { path: 'untilOn' })
  if (input.dossierId !== null) requireVisibleDossier(trx, actor, today, input.dossierId)
  const waiting = trx
    .prepare('SELECT id FROM authorisation WHERE personId = ? AND dossierId IS ? AND untilOn >= ? AND decision IS NULL')
    .get(actor.personId, input.dossierId, today)
  if (waiting) throw new AppError('duplicate')
  const id = trx.run(
    trx.sql.insertInto('authorisation').values({
      personId: actor.personId, dossierId: input.dossierId, purpose: input.purpose, untilOn: input.untilOn, requestedAt: now,
      decision: null, decidedBy: null, decidedAt: null, reason: null, revokedAt: null, revokedBy: null,
    }),
  ).lastId
  context.record({ kind: 'authorisation', id }, { dossierId: input.dossierId, purpose: input.purpose, untilOn: input.untilOn })
  return { id }
}

/** Refuses whom the regulation does not name (`forbidden`), one's own request (`same-person`), a refusal without a reason. */
export function decideAuthorisation(context: Context, { id, decision, reason }: Parsed<'authorisations.decide'>): Output<'authorisations.decide'> {
  const { trx, actor, now, today } = context
  if (!mayDecide(context)) throw new AppError('forbidden')
  const asked = requireAuthorisation(context, id)
  if (asked.decision !== null || asked.untilOn < today) throw new AppError('wrong-state', { decision: asked.decision, untilOn: asked.untilOn })
  if (asked.personId === actor.personId) throw new AppError('same-person')
  if (decision === 'refused' && reason === null) throw new AppError('bad-input', { path: 'reason' })
  trx.run(trx.sql.updateTable('authorisation').set({ decision, decidedBy: actor.personId, decidedAt: now, reason }).where('id', '=', id))
  context.record({ kind: 'authorisation', id }, { decision, personId: asked.personId, dossierId: asked.dossierId, reason })
  return {}
}

/** Takes a leave back: from now on it opens nothing. */
export function revokeAuthorisation(context: Context, { id, reason }: Parsed<'authorisations.revoke'>): Output<'authorisations.revoke'> {
  const { trx, actor, now } = context
  if (!mayDecide(context)) throw new AppError('forbidden')
  const given = requireAuthorisation(context, id)
  if (given.decision !== 'agreed' || given.revokedAt !== null) throw new AppError('wrong-state', { decision: given.decision, revokedAt: given.revokedAt })
  trx.run(trx.sql.updateTable('authorisation').set({ revokedAt: now, revokedBy: actor.personId }).where('id', '=', id))
  context.record({ kind: 'authorisation', id }, { personId: given.personId, dossierId: given.dossierId, reason })
  return {}
}

function requireAuthorisation({ trx }: Context, id: number) {
  const row = trx.one(
    trx.sql.selectFrom('authorisation').select(['personId', 'dossierId', 'untilOn', 'decision', 'revokedAt']).where('id', '=', id),
  )
  if (!row) throw new AppError('not-found', { authorisationId: id })
  return row
}
