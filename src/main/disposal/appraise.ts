import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { WHOLE_ARCHIVE_ROLES } from '../../shared/roles.ts'
import { decisionOf, type GivenOpinion } from '../../shared/rules/disposal/steps.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { seenDossier } from '../dossiers/rights.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import { findActor } from '../people/passwords.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { nextCount } from '../storage/counter.ts'
import type { Trx } from '../storage/database.ts'
import { groupOf, isRunning, linesOf, recordCase, requireCase, requireState, rulesOf, signCase, stoppedDetail, stopObstructed, updateCase } from './case.ts'
import { obstacles } from './obstacles.ts'

/** Gapless within a year, whatever becomes of a case: also the number of its destruction list. */
const NUMBER = 'XH-{year}-{sequence:4}'

/**
 * Opens an appraisal of dossiers whose retention is over. The first in whose way something stands is refused with every fact
 * (`disposal-obstacle`). The group are persons who see the whole archive (`forbidden`), nobody twice (`same-person`).
 */
export function openCase(context: Context, { dossierIds, group, remarks }: Parsed<'disposal.open'>): Output<'disposal.open'> {
  const { trx, actor, now, today, regulationVersionId } = context
  rulesOf(trx, { regulationVersionId })
  requireGroup(trx, group)
  const wanted = [...new Set(dossierIds)].map((id) => seenDossier(context, id))
  for (const { id, number } of wanted) {
    const facts = obstacles(trx, id, today)
    if (facts.length > 0) throw new AppError('disposal-obstacle', { dossierId: id, number, obstacles: facts })
  }
  const year = Number(today.slice(0, 4))
  const number = formatNumber(NUMBER, { department: '', year, sequence: nextCount(trx, `disposal:${year}`) })
  const { lastId: id } = trx.run(
    trx.sql.insertInto('disposal').values({ number, state: 'appraisal', remarks, openedBy: actor.personId, openedAt: now, regulationVersionId }),
  )
  group.forEach((personId, index) => trx.run(trx.sql.insertInto('disposalAppraiser').values({ disposalId: id, ordinal: index + 1, personId })))
  for (const dossier of wanted) trx.run(trx.sql.insertInto('disposalLine').values({ disposalId: id, dossierId: dossier.id }))
  recordCase(context, { id, number }, { dossiers: wanted.map((dossier) => dossier.number), group })
  return { id, number }
}

function requireGroup(trx: Trx, group: readonly number[]): void {
  if (new Set(group).size < group.length) throw new AppError('same-person')
  for (const personId of group) {
    const person = findActor(trx, personId)
    if (!person) throw new AppError('not-found', { personId })
    if (!hasRole(person, WHOLE_ARCHIVE_ROLES)) throw new AppError('forbidden', { personId })
  }
}

/** Who can be of a group; who holds an approver's role is marked, for who appraises does not approve. */
export function listPeople(context: Context): Output<'disposal.people'> {
  const approvers = context.regulation.disposal?.approvers ?? []
  return peopleWithRoles(context.trx, WHOLE_ARCHIVE_ROLES).map(({ personId, name, login, roles }) => ({
    personId, name, login, roles: [...roles], isApprover: roles.some((role) => approvers.includes(role)),
  }))
}

/** One's opinions on lines of a case one appraises (`forbidden` to anybody else). A year that is past keeps nothing (`bad-input`). */
export function opine(context: Context, { id, opinions }: Parsed<'disposal.opine'>): Output<'disposal.opine'> {
  const { trx, actor, now, today } = context
  const one = requireCase(trx, id)
  requireState(one, 'appraisal')
  if (!groupOf(trx, id).includes(actor.personId)) throw new AppError('forbidden')
  const running = new Map(linesOf(trx, id).filter(isRunning).map((line) => [line.dossierId, line]))
  for (const { dossierId, opinion, keepUntilYear, reason } of opinions) {
    if (!running.has(dossierId)) throw new AppError('not-found', { dossierId })
    if (keepUntilYear !== null && keepUntilYear < Number(today.slice(0, 4))) throw new AppError('bad-input', { path: 'keepUntilYear' })
    trx.prepare('DELETE FROM disposalOpinion WHERE disposalId = ? AND dossierId = ? AND personId = ?').run(id, dossierId, actor.personId)
    trx.run(trx.sql.insertInto('disposalOpinion').values({ disposalId: id, dossierId, personId: actor.personId, opinion, keepUntilYear, reason, at: now }))
  }
  updateCase(context, one, {})
  recordCase(context, one, {
    opinions: opinions.map(({ dossierId, opinion, keepUntilYear, reason }) =>
      `${running.get(dossierId)!.number} ${opinion}${keepUntilYear === null ? '' : ` ${keepUntilYear}`}: ${reason}`),
  })
  const given = opinionsOf(trx, id)
  return { left: [...running.keys()].filter((dossierId) => !given.some((row) => row.dossierId === dossierId && row.personId === actor.personId)).length }
}

export type OpinionRow = GivenOpinion & { dossierId: number; name: string; reason: string; at: string }

export function opinionsOf(trx: Trx, id: number): OpinionRow[] {
  return trx
    .prepare(
      `SELECT opinion.dossierId, opinion.personId, person.name, opinion.opinion, opinion.keepUntilYear, opinion.reason, opinion.at
       FROM disposalOpinion AS opinion JOIN person ON person.id = opinion.personId WHERE opinion.disposalId = ? ORDER BY opinion.at, opinion.personId`,
    )
    .all(id) as OpinionRow[]
}

/**
 * The head of the group (`forbidden` to others) signs what it came to. Every line has everybody's opinion (`opinions-missing`);
 * what is to be destroyed and has met an obstacle meanwhile is stopped.
 */
export function submitCase(context: Context, { id, version }: Parsed<'disposal.submit'>): Output<'disposal.submit'> {
  const { trx, actor, now } = context
  const one = requireCase(trx, id, version)
  requireState(one, 'appraisal')
  const group = groupOf(trx, id)
  if (group[0] !== actor.personId) throw new AppError('forbidden')
  const given = opinionsOf(trx, id)
  const decided = linesOf(trx, id).filter(isRunning)
    .map((line) => ({ dossierId: line.dossierId, decision: decisionOf(group, given.filter(({ dossierId }) => dossierId === line.dossierId)) }))
  const missing = decided.filter(({ decision }) => decision === null).length
  if (missing > 0) throw new AppError('opinions-missing', { count: missing })
  for (const { dossierId, decision } of decided) {
    trx.prepare('UPDATE disposalLine SET decision = ?, keepUntilYear = ? WHERE disposalId = ? AND dossierId = ?')
      .run(decision!.opinion, decision!.keepUntilYear, id, dossierId)
  }
  const stopped = stopObstructed(context, id)
  const textHash = signCase(context, one, { part: 'appraisal', signer: actor })
  const count = (wanted: (line: ReturnType<typeof linesOf>[number]) => boolean) => linesOf(trx, id).filter(isRunning).filter(wanted).length
  const sums = { destroy: count(({ decision }) => decision === 'destroy'), keep: count(({ decision }) => decision !== 'destroy') }
  updateCase(context, one, sums.destroy + sums.keep === 0 ? { state: 'done', submittedAt: now, closedAt: now } : { state: 'approval', submittedAt: now })
  recordCase(context, one, { ...sums, ...stoppedDetail(stopped), textHash })
  return { ...sums, stopped: stopped.length }
}

/** Gives a case up before anything of it is destroyed: by who opened it, or by an office director. Its number stays. */
export function cancelCase(context: Context, { id, reason }: Parsed<'disposal.cancel'>): Output<'disposal.cancel'> {
  const one = requireCase(context.trx, id)
  if (one.state === 'done' || one.state === 'cancelled') throw new AppError('wrong-state', { state: one.state })
  if (one.openedBy !== context.actor.personId && !hasRole(context.actor, ['officeDirector'])) throw new AppError('forbidden')
  updateCase(context, one, { state: 'cancelled', closedAt: context.now, remarks: reason })
  recordCase(context, one, { reason })
  return {}
}
