import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { hasRole, requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { requirePage } from '../surveys/record.ts'
import { partySubject } from '../parties/subject.ts'

/**
 * Records a default or a complaint. Refuses a hidden party (`not-found`), a day to come, a settlement before it or to come
 * (`bad-input`), the very same record (`duplicate`), and a page that is in no dossier of this party (`not-found`).
 */
export function addDefault(context: Context, input: Parsed<'defaults.add'>): Output<'defaults.add'> {
  const { trx, actor, today } = context
  const { partyId, kind, on, settledOn, evidence } = input
  requireVisibleParty(trx, actor, today, partyId)
  if (on > today) throw new AppError('bad-input', { path: 'on' })
  if (settledOn !== null && (settledOn < on || settledOn > today)) throw new AppError('bad-input', { path: 'settledOn' })
  if (evidence) requirePage(context, partyId, evidence)
  requireNew(context, input)
  const id = insertDefault(context, { ...input, fileName: null })
  context.record(partySubject(context.trx, partyId), { record: id, what: kind, on })
  return { id }
}

/** The very same record that still stands is a second click (`duplicate`). */
function requireNew({ trx }: Context, { partyId, kind, on, amountFen, description }: Parsed<'defaults.add'>): void {
  const same = trx.prepare('SELECT id FROM defaultRecord WHERE partyId = ? AND kind = ? AND "on" = ? AND amountFen IS ? AND description IS ? AND struckAt IS NULL').get(partyId, kind, on, amountFen, description) as { id: number } | undefined
  if (same) throw new AppError('duplicate', { id: same.id })
}

export type NewDefault = Omit<Parsed<'defaults.add'>, 'evidence'> & { evidence?: Parsed<'defaults.add'>['evidence']; fileName: string | null }

export function insertDefault({ trx, actor, now }: Context, { partyId, kind, on, amountFen, description, evidence, settledOn, fileName }: NewDefault): number {
  return trx.run(
    trx.sql.insertInto('defaultRecord').values({
      partyId, kind, on, amountFen, description, attachmentId: evidence?.attachmentId ?? null, page: evidence?.page ?? null, fileName, recordedBy: actor.personId, recordedAt: now,
      ...(settledOn === null ? {} : { settledOn, settledBy: actor.personId, settledAt: now }),
    }),
  ).lastId
}

/** Over from a day on. Refuses what is settled or struck (`wrong-state`), a day before it or to come (`bad-input`). */
export function settleDefault(context: Context, { id, settledOn, note }: Parsed<'defaults.settle'>): Output<'defaults.settle'> {
  const { trx, actor, today, now } = context
  const row = requireDefault(context, id)
  if (row.settledOn !== null || row.struckAt !== null) throw new AppError('wrong-state')
  if (settledOn < row.on || settledOn > today) throw new AppError('bad-input', { path: 'settledOn' })
  trx.run(trx.sql.updateTable('defaultRecord').set({ settledOn, settledBy: actor.personId, settledAt: now, settleNote: note }).where('id', '=', id))
  context.record(partySubject(context.trx, row.partyId), { record: id, settledOn })
  return {}
}

/** Takes a wrong record out of what counts. Refuses what is struck (`wrong-state`), and the party's own salesperson (`same-person`). */
export function strikeDefault(context: Context, { id, reason }: Parsed<'defaults.strike'>): Output<'defaults.strike'> {
  const { trx, actor, now } = context
  const row = requireDefault(context, id)
  if (row.struckAt !== null) throw new AppError('wrong-state')
  if (isOwnCustomer(context, row.partyId)) throw new AppError('same-person')
  trx.run(trx.sql.updateTable('defaultRecord').set({ struckBy: actor.personId, struckAt: now, strikeReason: reason }).where('id', '=', id))
  context.record(partySubject(context.trx, row.partyId), { record: id, what: row.kind, on: row.on, reason })
  return {}
}

/** Whether the person is the party's own salesperson: he does not take back what is kept against it. */
export const isOwnCustomer = ({ trx, actor }: Context, partyId: number): boolean =>
  (trx.prepare('SELECT salespersonId FROM party WHERE id = ?').get(partyId) as { salespersonId: number | null }).salespersonId === actor.personId

/** What this person may do with the records of a party: the very rules that would refuse it. */
export function mayEnd(context: Context, partyId: number): (row: { settledOn: string | null; struckAt: string | null }) => { settle: boolean; strike: boolean } {
  const isKeeper = hasRole(context.actor, ['creditAdministrator'])
  const isStriker = hasRole(context.actor, ['creditAdministrator', 'officeDirector']) && !isOwnCustomer(context, partyId)
  return (row) => ({ settle: isKeeper && row.settledOn === null && row.struckAt === null, strike: isStriker && row.struckAt === null })
}

function requireDefault({ trx, actor, today }: Context, id: number) {
  const row = trx.one(trx.sql.selectFrom('defaultRecord').selectAll().where('id', '=', id))
  if (!row) throw new AppError('not-found', { id })
  requireVisibleParty(trx, actor, today, row.partyId)
  return row
}
