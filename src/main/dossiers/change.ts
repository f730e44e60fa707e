import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { isAtLeast } from '../../shared/rules/clearances/levels.ts'
import type { Context } from '../pipeline/context.ts'
import { writableDossier } from './rights.ts'

/**
 * Level, retention and remarks. Raising or lowering the level needs a reason; without a new one the reason stays that
 * the level was given with. A day to lower it on comes with the lower level it then gets. Refuses when somebody else has changed the dossier since it was read (`changed-meanwhile`).
 */
export function changeDossier(context: Context, input: Parsed<'dossiers.change'>): Output<'dossiers.change'> {
  const { trx } = context
  const dossier = writableDossier(context, input.id)
  if (dossier.version !== input.version) throw new AppError('changed-meanwhile', { version: dossier.version })
  const isOtherLevel = input.level !== dossier.level
  if (isOtherLevel && input.levelReason === null) throw new AppError('bad-input', { path: 'levelReason' })
  requireLower(input)
  const version = dossier.version + 1
  trx.run(
    trx.sql.updateTable('dossier').set({
      level: input.level, levelReason: input.levelReason ?? dossier.levelReason, retentionYears: input.retentionYears,
      remarks: input.remarks, downgradeOn: input.downgradeOn, downgradeTo: input.downgradeTo, version,
    }).where('id', '=', dossier.id),
  )
  context.record(
    { kind: 'dossier', id: dossier.id, label: dossier.number },
    { ...(isOtherLevel ? { levelBefore: dossier.level, level: input.level, reason: input.levelReason } : {}),
      ...(input.downgradeOn === null ? {} : { downgradeOn: input.downgradeOn, downgradeTo: input.downgradeTo }), retentionYears: input.retentionYears },
  )
  return { version }
}

/** A planned lowering has a day and a level below the one given now, or neither. */
function requireLower({ level, downgradeOn, downgradeTo }: Parsed<'dossiers.change'>): void {
  if ((downgradeOn === null) !== (downgradeTo === null)) throw new AppError('bad-input', { path: 'downgradeTo' })
  if (downgradeTo !== null && isAtLeast(downgradeTo, level)) throw new AppError('bad-input', { path: 'downgradeTo' })
}
