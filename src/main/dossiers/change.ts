import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'
import { writableDossier } from './rights.ts'

/**
 * Level, retention and remarks. Raising or lowering the level needs a reason; without a new one the reason stays that
 * the level was given with. Refuses when somebody else has changed the dossier since it was read (`changed-meanwhile`).
 */
export function changeDossier(context: Context, input: Parsed<'dossiers.change'>): Output<'dossiers.change'> {
  const { trx } = context
  const dossier = writableDossier(context, input.id)
  if (dossier.version !== input.version) throw new AppError('changed-meanwhile', { version: dossier.version })
  const isOtherLevel = input.level !== dossier.level
  if (isOtherLevel && input.levelReason === null) throw new AppError('bad-input', { path: 'levelReason' })
  const version = dossier.version + 1
  trx.run(
    trx.sql.updateTable('dossier').set({
      level: input.level, levelReason: input.levelReason ?? dossier.levelReason, retentionYears: input.retentionYears,
      remarks: input.remarks, version,
    }).where('id', '=', dossier.id),
  )
  context.record(
    { kind: 'dossier', id: dossier.id, label: dossier.number },
    { ...(isOtherLevel ? { levelBefore: dossier.level, level: input.level, reason: input.levelReason } : {}), retentionYears: input.retentionYears },
  )
  return { version }
}
