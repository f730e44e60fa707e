import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { DOSSIER_ROLES } from '../../shared/roles.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import { activePeople, requireOther } from '../people/active.ts'
import type { Context } from '../pipeline/context.ts'
import { nextCount } from '../storage/counter.ts'
import type { Trx } from '../storage/database.ts'
import { seesOthers } from './evidence.ts'

type Line = Output<'agreements.list'>['people'][number]

/** Whether an agreement of this person binds on a day. */
export function isBound(trx: Trx, personId: number, day: string): boolean {
  return trx
    .prepare('SELECT 1 FROM agreement WHERE personId = ? AND signedOn <= ? AND endedAt IS NULL AND (validUntil IS NULL OR validUntil >= ?)')
    .get(personId, day, day) !== undefined
}

/** Everybody whose work is with dossiers, and the agreement that binds him, or the last there was. */
export function listAgreements(context: Context): Output<'agreements.list'> {
  const { trx, actor, today, regulation: { access: { agreement: asked } } } = context
  const latest = trx.prepare(
    `SELECT id, number, signedOn, validUntil, endedAt, endReason FROM agreement WHERE personId = ?
     ORDER BY endedAt IS NULL DESC, coalesce(validUntil, '9999') DESC, id DESC LIMIT 1`,
  )
  const people = activePeople(trx)
    .filter((person) => person.roles.some((role) => (DOSSIER_ROLES as readonly string[]).includes(role)))
    .filter((person) => seesOthers(context) || context.actor.roles.includes('archivist') || person.id === actor.personId)
  return {
    asked: asked && { clause: asked.clause, validMonths: asked.validMonths ?? null },
    people: people.map(({ id, name, departmentName }) => ({
      personId: id, name, departmentName, agreement: (latest.get(id) as Line['agreement']) ?? null, isBound: isBound(trx, id, today),
    })),
  }
}

/** Records an agreement that somebody else has signed on paper. Its last day follows from the regulation in force (S13). One a day (`duplicate`). */
export function recordAgreement(context: Context, input: Parsed<'agreements.record'>): Output<'agreements.record'> {
  const { trx, actor, now, today } = context
  const person = requireOther(context, input.personId)
  if (input.signedOn > today) throw new AppError('bad-input', { path: 'signedOn' })
  if (trx.prepare('SELECT 1 FROM agreement WHERE personId = ? AND signedOn = ? AND endedAt IS NULL').get(person.id, input.signedOn)) throw new AppError('duplicate')
  const months = context.regulation.access.agreement?.validMonths
  const year = input.signedOn.slice(0, 4)
  const number = `BM-${year}-${String(nextCount(trx, `agreement:${year}`)).padStart(4, '0')}`
  const validUntil = months === undefined ? null : addMonths(input.signedOn, months)
  const id = trx.run(
    trx.sql.insertInto('agreement').values({
      number, personId: person.id, signedOn: input.signedOn, validUntil, remarks: input.remarks, recordedBy: actor.personId, recordedAt: now,
      endedAt: null, endedBy: null, endReason: null,
    }),
  ).lastId
  context.record({ kind: 'agreement', id, label: number }, { personId: person.id, name: person.name, signedOn: input.signedOn, validUntil })
  return { id, number }
}

export function endAgreement(context: Context, { id, reason }: Parsed<'agreements.end'>): Output<'agreements.end'> {
  const { trx, actor, now } = context
  const row = trx.one(trx.sql.selectFrom('agreement').select(['number', 'personId', 'endedAt']).where('id', '=', id))
  if (!row) throw new AppError('not-found', { agreementId: id })
  if (row.endedAt !== null) throw new AppError('wrong-state', { endedAt: row.endedAt })
  if (row.personId === actor.personId) throw new AppError('same-person')
  trx.run(trx.sql.updateTable('agreement').set({ endedAt: now, endedBy: actor.personId, endReason: reason }).where('id', '=', id))
  context.record({ kind: 'agreement', id, label: row.number }, { reason })
  return {}
}
