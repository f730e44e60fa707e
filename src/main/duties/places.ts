import type { Fulfilment } from '../../shared/rules/regulations/deadline.ts'
import { confirmerOf } from '../../shared/rules/regulations/confirmer.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'

/** Fulfilments that are a folder's going somewhere: folders that go the same way by the same day go on one list. */
const PLACES: readonly Fulfilment[] = ['left-department', 'verified', 'in-archive-room']

/** Rules of every version that meet a condition, as the rows of an SQL list. Their ids are codes by their schema. */
export function rulesIn(trx: Trx, is: (until: Fulfilment) => boolean): string {
  const versions = trx.prepare('SELECT id FROM regulationVersion ORDER BY id').all() as { id: number }[]
  const rules = versions.flatMap(({ id }) => regulationOfVersion(trx, id).deadlines.filter(({ until }) => is(until)).map((rule) => `(${id}, '${rule.id}')`))
  return `(VALUES ${rules.length === 0 ? "(0, '')" : rules.join(', ')})`
}

export const placeRules = (trx: Trx): string => rulesIn(trx, (until) => PLACES.includes(until))

/**
 * Versions whose credit dossiers are not for the sales director to confirm as he comes to it: those with a day for it, which
 * wait among the duties, and those that name somebody else.
 */
export function versionsConfirming(trx: Trx): number[] {
  const versions = trx.prepare('SELECT id FROM regulationVersion ORDER BY id').all() as { id: number }[]
  return versions.filter(({ id }) => {
    const regulation = regulationOfVersion(trx, id)
    return confirmerOf(regulation, 'credit') !== 'salesDirector' || regulation.deadlines.some(({ until, kind }) => until === 'confirmed' && kind === 'credit')
  }).map(({ id }) => id)
}
