import type { Output } from '../../shared/contract/index.ts'
import { type Role, WHOLE_ARCHIVE_ROLES } from '../../shared/roles.ts'
import type { Transfer } from '../../shared/rules/regulations/duties-of-office.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'

type Way = Output<'transfers.ways'>[number]

/** Steps of every version that dossiers were opened under: an old folder goes the way of its own regulation. */
export function stepsByVersion(trx: Trx): { versionId: number; transfers: readonly Transfer[] }[] {
  const versions = trx.prepare('SELECT id FROM regulationVersion ORDER BY id').all() as { id: number }[]
  return versions.map(({ id }) => ({ versionId: id, transfers: regulationOfVersion(trx, id).transfers }))
}

/** The ways on which this person may hand folders over; out of a department one each, for a clerk his own alone. */
export function transferWays(context: Context): Output<'transfers.ways'> {
  const { trx, actor } = context
  const departments = trx.prepare('SELECT id, name FROM department ORDER BY id').all() as { id: number; name: string }[]
  const ways = new Map<string, Way>()
  for (const step of stepsByVersion(trx).flatMap(({ transfers }) => transfers)) {
    if (!hasRole(actor, step.senders) || step.from === 'archiveRoom' || step.to === 'department') continue
    const isEverywhere = step.senders.some((role) => actor.roles.includes(role) && (WHOLE_ARCHIVE_ROLES as readonly Role[]).includes(role))
    const from = step.from === 'department'
      ? departments.filter(({ id }) => isEverywhere || id === actor.departmentId).map(({ id, name }) => ({ departmentId: id, departmentName: name }))
      : [{ departmentId: null, departmentName: null }]
    for (const place of from) {
      const key = `${step.from} ${step.to} ${place.departmentId ?? ''}`
      const way = ways.get(key) ?? { from: step.from, to: step.to, ...place, kinds: [] }
      if (!way.kinds.includes(step.kind)) way.kinds.push(step.kind)
      ways.set(key, way)
    }
  }
  return [...ways.values()]
}
