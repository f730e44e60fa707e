import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { compareRegulations } from '../../shared/rules/regulations/compare.ts'
import { type Fault, readRegulation } from '../../shared/rules/regulations/faults.ts'
import { type Regulation, RegulationBody } from '../../shared/rules/regulations/schema.ts'
import { keepDutiesSince } from '../duties/keep.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { adoptRegulation, currentRegulation, regulationOfVersion, hashOfRegulation } from './load.ts'

/** What stands in the way of adopting a body: its own faults, then those that this archive's numbers add. */
function read(trx: Trx, body: unknown): { regulation: Regulation | null; faults: Fault[] } {
  const { regulation, faults } = readRegulation(body)
  if (regulation === null) return { regulation: null, faults }
  return { regulation, faults: sharedNumbers(trx, regulation) }
}

/**
 * A pattern by which this archive has numbered the other kind would give numbers a second time (S02 4.2, S22 2: a number is
 * given once): the dossier could not be opened.
 */
function sharedNumbers(trx: Trx, { numbering }: Regulation): Fault[] {
  const versions = trx.prepare('SELECT id FROM regulationVersion').all() as { id: number }[]
  const before = versions.map(({ id }) => regulationOfVersion(trx, id).numbering)
  return (['credit', 'contract'] as const).flatMap((kind): Fault[] => {
    const other = kind === 'credit' ? 'contract' : 'credit'
    return before.some((past) => past[other] === numbering[kind]) ? [{ place: ['numbering', kind], reason: 'pattern of the other kind', values: {} }] : []
  })
}

export function check({ trx }: Context, { body }: Parsed<'regulations.check'>): Output<'regulations.check'> {
  return { faults: read(trx, body).faults }
}

/**
 * Adopts a version from a day on, today or later. Refuses a day that is past (`due-before-today`), a body that does not hold
 * (`regulation-refused`, with the first place and its reason and all of them), and one that changes nothing
 * (`regulation-unchanged`). What began under an earlier version stays under it.
 */
export function adopt(context: Context, { body, effectiveOn, note }: Parsed<'regulations.adopt'>): Output<'regulations.adopt'> {
  const { trx, actor, now, today } = context
  if (effectiveOn < today) throw new AppError('due-before-today', { effectiveOn })
  const { regulation, faults } = read(trx, body)
  const [first] = faults
  if (regulation === null || first) throw new AppError('regulation-refused', { place: first?.place ?? [], reason: first?.reason ?? '', values: first?.values ?? {}, faults })
  const before = currentRegulation(trx, effectiveOn)
  // Both through the schema: what an older program left out is what its defaults say.
  if (JSON.stringify(RegulationBody.parse(before.regulation)) === JSON.stringify(regulation)) throw new AppError('regulation-unchanged')
  const id = adoptRegulation(trx, regulation, effectiveOn, { by: actor.personId, at: now, note })
  keepDutiesSince(trx, effectiveOn)
  const changes = compareRegulations(before.regulation, regulation).filter((line) => !line.isSame).length
  context.record({ kind: 'regulation', id, label: `${regulation.id} ${effectiveOn}` }, { regulation: regulation.id, effectiveOn, note, changes, before: before.versionId, hash: hashOfRegulation(regulation) })
  return { id, effectiveOn }
}

/** Takes a version back before its day. Refuses one whose day has come (`wrong-state`): cases may have begun under it. */
export function withdraw(context: Context, { id, reason }: Parsed<'regulations.withdraw'>): Output<'regulations.withdraw'> {
  const { trx, actor, now, today } = context
  const row = trx.one(trx.sql.selectFrom('regulationVersion').select(['regulation', 'effectiveOn', 'withdrawnAt']).where('id', '=', id))
  if (!row) throw new AppError('not-found', { versionId: id })
  if (row.effectiveOn <= today || row.withdrawnAt !== null) throw new AppError('wrong-state', { effectiveOn: row.effectiveOn })
  trx.run(
    trx.sql.updateTable('regulationVersion').set({ withdrawnAt: now, withdrawnBy: actor.personId, withdrawnReason: reason }).where('id', '=', id),
  )
  context.record({ kind: 'regulation', id, label: `${row.regulation} ${row.effectiveOn}` }, { reason })
  return {}
}
