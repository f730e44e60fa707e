import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type ContractEvent, objectionTo, restsOn, standingOf } from '../../shared/rules/contracts/events.ts'
import { keepRetention } from '../disposal/keep-retention.ts'
import { keepDuties } from '../duties/keep.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { standingEvents, writableContract } from './contract.ts'

type NewEvent = Pick<ContractEvent, 'what' | 'on' | 'amountFen'> & { remarks: string | null }

/**
 * Records that a contract was signed, changed, performed or terminated. Refuses what the order of events does not allow
 * (`contract-event-refused` with the reason and the day in its way), and an amount for anything but a change (`bad-input`).
 */
export function recordEvent(context: Context, { id, version, ...event }: Parsed<'contracts.recordEvent'>): Output<'contracts.recordEvent'> {
  const contract = writableContract(context, id, version)
  const eventId = enterEvent(context, id, event)
  keepStanding(context.trx, id, contract.firstAmountFen)
  context.record({ kind: 'dossier', id, label: contract.number }, { eventId, ...event })
  return { eventId, version: countUp(context.trx, id) }
}

/**
 * Strikes a wrong line with a reason. Refuses one of another contract (`not-found`), one that is struck (`wrong-state`), and
 * one on which another rests (`contract-event-refused`): that is to be struck first.
 */
export function strikeEvent(context: Context, { id, version, eventId, reason }: Parsed<'contracts.strikeEvent'>): Output<'contracts.strikeEvent'> {
  const { trx, actor, now } = context
  const contract = writableContract(context, id, version)
  const event = trx.prepare('SELECT id, what, "on", amountFen, struckAt FROM contractEvent WHERE id = ? AND dossierId = ?').get(eventId, id) as
    (ContractEvent & { struckAt: string | null }) | undefined
  if (!event) throw new AppError('not-found', { eventId })
  if (event.struckAt !== null) throw new AppError('wrong-state', { struckAt: event.struckAt })
  const resting = restsOn(standingEvents(trx, id), event)
  if (resting) throw new AppError('contract-event-refused', { reason: 'rests', what: resting.what, day: resting.on })
  trx.run(trx.sql.updateTable('contractEvent').set({ struckBy: actor.personId, struckAt: now, strikeReason: reason }).where('id', '=', eventId))
  keepStanding(trx, id, contract.firstAmountFen)
  context.record({ kind: 'dossier', id, label: contract.number }, { eventId, what: event.what, on: event.on, reason })
  return { version: countUp(trx, id) }
}

/** Writes an event that the order of events allows, and answers its id. */
export function enterEvent({ trx, actor, now, today }: Context, dossierId: number, event: NewEvent): number {
  if (event.amountFen !== null && event.what !== 'changed') throw new AppError('bad-input', { path: 'amountFen' })
  const objection = objectionTo(standingEvents(trx, dossierId), event, today)
  if (objection) throw new AppError('contract-event-refused', objection)
  return trx.run(
    trx.sql.insertInto('contractEvent').values({ dossierId, ...event, recordedBy: actor.personId, recordedAt: now }),
  ).lastId
}

/** Brings a contract's state, days and amount, and what is due of it, in line with its events. Whoever writes one, or the first amount, calls this. */
export function keepStanding(trx: Trx, dossierId: number, firstAmountFen: number | null): void {
  const standing = standingOf(standingEvents(trx, dossierId), firstAmountFen)
  trx.run(trx.sql.updateTable('contract').set(standing).where('dossierId', '=', dossierId))
  keepDuties(trx, dossierId)
  keepRetention(trx, dossierId)
}

function countUp(trx: Trx, dossierId: number): number {
  const { version } = trx.prepare('UPDATE contract SET version = version + 1 WHERE dossierId = ? RETURNING version').get(dossierId) as { version: number }
  return version
}
