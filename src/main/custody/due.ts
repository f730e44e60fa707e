import { type RawBuilder, sql } from 'kysely'
import type { Because } from '../../shared/contract/method.ts'
import { MOST_LINES } from '../../shared/contract/custody.ts'
import { becauseDue } from '../../shared/rules/duties/deadlines.ts'
import type { Deadline, Fulfilment } from '../../shared/rules/regulations/deadline.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'

export type DueToMove = { on: string; startsOn: string; because: Because }
type Rule = { versionId: number; ruleId: string; deadline: Deadline }

/** What a step out of a stage fulfils. */
function fulfilledBy(from: string, to: string): Fulfilment[] {
  return [
    ...(from === 'department' ? ['left-department' as const] : []), ...(to === 'office' ? ['verified' as const] : []),
    ...(to === 'archiveRoom' ? ['in-archive-room' as const] : []),
  ]
}

function rulesFor(trx: Trx, from: string, to: string): Rule[] {
  const wanted = fulfilledBy(from, to)
  const versions = trx.prepare('SELECT id FROM regulationVersion ORDER BY id').all() as { id: number }[]
  return versions.flatMap(({ id }) => regulationOfVersion(trx, id).deadlines
    .filter((deadline) => wanted.includes(deadline.until)).map((deadline) => ({ versionId: id, ruleId: deadline.id, deadline })))
}

/**
 * When folders are to be handed over by the deadlines of their own regulation, the earliest first, at most a list full;
 * `where` says of which dossiers.
 */
export function dueToMove(trx: Trx, from: string, to: string, where: RawBuilder<unknown>): Map<number, DueToMove> {
  const rules = rulesFor(trx, from, to)
  const wanted = JSON.stringify(rules.map(({ versionId, ruleId }) => ({ versionId, ruleId })))
  const rows = allRaw(trx, sql<{ dossierId: number; versionId: number; ruleId: string; startsOn: string; dueOn: string }>`
    SELECT duty.dossierId, duty.regulationVersionId AS versionId, duty.ruleId, duty.startsOn, duty.dueOn
    FROM json_each(${wanted}) AS wanted CROSS JOIN duty INDEXED BY duty_openOfRule
      ON duty.regulationVersionId = wanted.value ->> 'versionId' AND duty.ruleId = wanted.value ->> 'ruleId'
    JOIN dossier ON dossier.id = duty.dossierId
    WHERE duty.doneOn IS NULL AND ${where} ORDER BY duty.dueOn, duty.dossierId LIMIT ${2 * MOST_LINES}`)
  const due = new Map<number, DueToMove>()
  for (const row of rows) {
    if (due.has(row.dossierId)) continue
    const { deadline } = rules.find((rule) => rule.versionId === row.versionId && rule.ruleId === row.ruleId)!
    due.set(row.dossierId, { on: row.dueOn, startsOn: row.startsOn, because: becauseDue(deadline, row.startsOn) })
  }
  return due
}
