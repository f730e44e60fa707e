import type { Archive } from '../archive/archive.ts'
import { appendEntry, auditHead, type Head } from '../audit/chain.ts'
import { currentRegulation } from '../regulations/load.ts'
import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import type { Trx } from '../storage/database.ts'
import type { Actor, Context, Preparation, Subject } from './context.ts'
import { localDay } from './days.ts'

export type Moment = { now: string; today: string }

export function momentOf(instant: Date): Moment {
  return { now: instant.toISOString(), today: localDay(instant) }
}

export function makePreparation(archive: Archive, trx: Trx, actor: Actor, sessionId: string, moment = momentOf(archive.clock.now()), presets: readonly Regulation[] = []): Preparation {
  const { regulation, versionId } = currentRegulation(trx, moment.today)
  return { trx, actor, ...moment, regulation, regulationVersionId: versionId, presets, archive, sessionId }
}

/** A context, and the function that appends its one audit entry once the use case has answered. */
export function makeContext(preparation: Preparation, method: string): { context: Context; appendAuditEntry: () => Head } {
  let subject: Subject | null = null
  let detail: Record<string, unknown> = {}
  const context: Context = {
    ...preparation,
    record: (newSubject, newDetail) => {
      subject = newSubject ?? subject
      detail = { ...detail, ...newDetail }
    },
    auditSeq: auditHead(preparation.trx).seq + 1,
  }
  const appendAuditEntry = () =>
    appendEntry(preparation.trx, {
      at: preparation.now,
      actorId: preparation.actor.personId,
      actorName: preparation.actor.name,
      method,
      outcome: 'done',
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      subjectLabel: subject?.label ?? null,
      detail,
    })
  return { context, appendAuditEntry }
}
