import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { mayRecord } from './contract.ts'

type Facts = NonNullable<Output<'dossiers.get'>['contract']>

/** What is known of the contract of a dossier that the caller has found to be this person's to see; null where it has none. */
export function contractFacts({ trx, actor, today }: Context, dossierId: number): Facts | null {
  const row = trx.one(
    trx.sql.selectFrom('contract').innerJoin('person', 'person.id', 'contract.handlerId')
      .select([
        'subject', 'direction', 'counterNumber', 'handlerId', 'person.name as handlerName', 'firstAmountFen', 'amountFen', 'amountRemarks',
        'performFrom', 'performUntil', 'paymentTerms', 'guaranteeUntil', 'state', 'signedOn', 'changedOn', 'performedOn', 'terminatedOn',
        'changes', 'contract.departmentId', 'version',
      ])
      .where('dossierId', '=', dossierId),
  )
  if (!row) return null
  const { departmentId, ...facts } = row
  const parties = trx.all(
    trx.sql.selectFrom('contractParty').leftJoin('party', (join) => join.onRef('party.id', '=', 'contractParty.partyId').on(visibleParty(actor, today)))
      .select(['contractParty.role', 'party.id as partyId', 'contractParty.name']).where('dossierId', '=', dossierId).orderBy('ordinal'),
  )
  return { ...facts, parties, events: eventsOf(trx, dossierId), mayRecord: mayRecord(actor, { departmentId, handlerId: row.handlerId }) }
}

function eventsOf(trx: Trx, dossierId: number): Facts['events'] {
  const rows = trx.all(
    trx.sql.selectFrom('contractEvent').innerJoin('person as recorder', 'recorder.id', 'contractEvent.recordedBy')
      .leftJoin('person as striker', 'striker.id', 'contractEvent.struckBy')
      .select([
        'contractEvent.id', 'what', 'on', 'amountFen', 'remarks', 'recorder.name as recordedByName', 'recordedAt', 'struckAt',
        'striker.name as struckByName', 'strikeReason',
      ])
      .where('dossierId', '=', dossierId).orderBy(sql`"on"`).orderBy('contractEvent.id'),
  )
  return rows.map(({ struckAt, struckByName, strikeReason, ...event }) => ({
    ...event, struck: struckAt === null ? null : { at: struckAt, byName: struckByName ?? '', reason: strikeReason ?? '' },
  }))
}
