import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { requireMayRead } from '../clearances/reading.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { findActor } from '../people/passwords.ts'
import { slipThatShows } from '../people/visibility.ts'
import { asQualified } from '../qualifications/standing.ts'
import { currentRegulation } from '../regulations/load.ts'
import { seenAttachment } from './attachments.ts'

/**
 * Lets the reader's session fetch one scan: a ticket for its bytes. Who sees the dossier through a slip alone gets a
 * watermark of name, slip and minute, which the viewer burns into every page (records: whose leaf it was).
 */
export function viewAttachment(context: Context, { id }: Parsed<'attachments.view'>): Output<'attachments.view'> {
  const { trx, actor, today, sessionId } = context
  const { attachment, dossier } = seenAttachment(context, id)
  requireMayRead(context, dossier)
  const { name, size, mime, sha256 } = attachment
  const slipNumber = slipThatShows(trx, actor, today, dossier.id)
  const ticket = context.archive.tickets.issue({ sessionId, attachmentId: id, sha256, size, mime, name })
  context.record({ kind: 'dossier', id: dossier.id, label: dossier.number }, { attachmentId: id, name, sha256, slipNumber })
  return {
    ticket, name, mime, size, sha256,
    watermark: slipNumber === null ? null : `${actor.name}  ${slipNumber}  ${localMinute(context.now)}`,
    auditSeq: context.auditSeq,
  }
}

/**
 * Whether a ticket's bytes may still be given to this person: asked each time, since a slip ends, a person is disabled and
 * a scan is struck out while the ticket lies in an open window.
 */
export function mayStillView({ store, clock }: Archive, personId: number, attachmentId: number): boolean {
  const person = findActor(store, personId)
  if (!person) return false
  const today = localDay(clock.now())
  const reader = { trx: store, actor: asQualified(store, person, today), today, regulation: currentRegulation(store, today).regulation }
  try {
    requireMayRead(reader, seenAttachment(reader, attachmentId).dossier)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** An instant as the clock on the wall shows it: `11-23 14:26`. */
function localMinute(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
