import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotClose } from '../../shared/rules/incidents/may.ts'
import type { Context } from '../pipeline/context.ts'
import { peopleOf, recordIncident, requireIncident } from './load.ts'

/**
 * What was found out, what came of it, what was done: written while the incident is open (`wrong-state`), over the version
 * read, by nobody who answers for the folder himself (`same-person`).
 */
export function investigate(context: Context, { id, version, ...found }: Parsed<'incidents.investigate'>): Output<'incidents.investigate'> {
  const { trx, actor } = context
  const incident = requireIncident(trx, id)
  if (incident.state === 'closed') throw new AppError('wrong-state', { state: incident.state })
  if (peopleOf(trx, id).some(({ personId }) => personId === actor.personId)) throw new AppError('same-person', { number: incident.number })
  if (incident.version !== version) throw new AppError('changed-meanwhile', { version: incident.version })
  trx.run(trx.sql.updateTable('incident').set({ ...found, version: version + 1 }).where('id', '=', id))
  recordIncident(context, incident, found)
  return { version: version + 1 }
}

/** The office director closes it; refuses what `whyNotClose` refuses. */
export function closeIncident(context: Context, { id, version, closing }: Parsed<'incidents.close'>): Output<'incidents.close'> {
  const { trx, actor, now } = context
  const incident = requireIncident(trx, id)
  const refusal = whyNotClose({ ...incident, answerable: peopleOf(trx, id).map(({ personId }) => personId) }, actor.personId)
  if (refusal) throw new AppError(refusal, { number: incident.number })
  if (incident.version !== version) throw new AppError('changed-meanwhile', { version: incident.version })
  trx.run(
    trx.sql.updateTable('incident').set({ state: 'closed', closedBy: actor.personId, closedAt: now, closing, version: version + 1 }).where('id', '=', id),
  )
  recordIncident(context, incident, { closing })
  return {}
}
