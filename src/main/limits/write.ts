import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import type { LimitStepName } from '../../shared/rules/limits/steps.ts'
import type { Updateable } from 'kysely'
import type { Actor, Context } from '../pipeline/context.ts'
import { sha256 } from '../ratings/write.ts'
import type { LimitCaseTable } from '../storage/tables/limits.ts'
import { givenOf, type LoadedLimit } from './load.ts'

export type NewStep = { what: LimitStepName; reason?: string | null; signer?: Actor; text?: string }

/** One line of a limit's history; with `text` it is a signature over it. Answers the text's hash. */
export function addStep(context: Context, { id, round }: Pick<LoadedLimit, 'id' | 'round'>, { what, reason = null, signer = context.actor, text }: NewStep): string | null {
  const { trx, actor, now, today } = context
  const textHash = text === undefined ? null : sha256(text)
  trx.run(trx.sql.insertInto('limitStep').values({
    limitId: id, round, what, by: signer.personId, at: now, on: today, reason, onTheSpot: signer.personId === actor.personId ? 0 : 1, sessionOf: actor.personId, text: text ?? null, textHash,
  }))
  return textHash
}

export function updateLimit({ trx }: Pick<Context, 'trx'>, id: number, values: Omit<Updateable<LimitCaseTable>, 'id' | 'version'>): void {
  trx.run(trx.sql.updateTable('limitCase').set(values).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id))
}

/** Says what the audit entry is about: the limit by its number, never by its customer. */
export function recordLimit(context: Context, { id, number }: Pick<LoadedLimit, 'id' | 'number'>, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'limit', id, label: number }, detail)
}

/** What a person signs: the case, the sum, the lists the party is on, and the hash of all it stands on. */
export function textOf(limit: LoadedLimit, step: string): string {
  return [
    `${limit.number} ${step} #${limit.round}`, `${limit.partyId} ${limit.partyName}`, `rating ${limit.ratingId ?? '-'} scheme ${limit.schemeVersionId}`,
    `proposal ${sha256(canonicalJson({ proposal: limit.proposal, guarantees: givenOf(limit.guarantees) }))}`,
    `proposed ${limit.proposedFen} ${limit.proposedDays} amount ${limit.amountFen} ${limit.termDays} until ${limit.untilOn}`,
    ...limit.listed.map(({ number, list, measure }) => `listed ${number} ${list} ${measure}`), `reason ${limit.reason ?? '-'}`,
  ].join('\n')
}
