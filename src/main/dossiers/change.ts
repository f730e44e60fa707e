import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { isAtLeast } from '../../shared/rules/clearances/levels.ts'
import { requireMayRead } from '../clearances/reading.ts'
import { keepRetention, regulatedRetentionOf } from '../disposal/keep-retention.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { writableDossier } from './rights.ts'

/**
 * Level, retention and remarks. Raising or lowering the level needs a reason; without a new one the reason stays that
 * the level was given with. Who may not read the dossier lowers no level, now or by a day (`requireMayRead`): else anybody
 * cleared himself. A day to lower it on comes with the lower level it then gets. Refuses when somebody else has changed the dossier since it was read (`changed-meanwhile`).
 */
export function changeDossier(context: Context, input: Parsed<'dossiers.change'>): Output<'dossiers.change'> {
  const { trx } = context
  const dossier = writableDossier(context, input.id)
  if (dossier.version !== input.version) throw new AppError('changed-meanwhile', { version: dossier.version })
  const isOtherLevel = input.level !== dossier.level
  if (isOtherLevel && input.levelReason === null) throw new AppError('bad-input', { path: 'levelReason' })
  requireLower(input)
  if (isOtherLevel || input.downgradeOn !== null) requireMayRead(context, dossier)
  const kept = ownRetention(trx, dossier.id, input.retentionYears)
  const version = dossier.version + 1
  trx.run(
    trx.sql.updateTable('dossier').set({
      level: input.level, levelReason: input.levelReason ?? dossier.levelReason, ...kept,
      remarks: input.remarks, downgradeOn: input.downgradeOn, downgradeTo: input.downgradeTo, version,
    }).where('id', '=', dossier.id),
  )
  keepRetention(trx, dossier.id)
  context.record(
    { kind: 'dossier', id: dossier.id, label: dossier.number },
    { ...(isOtherLevel ? { levelBefore: dossier.level, level: input.level, reason: input.levelReason } : {}),
      ...(input.downgradeOn === null ? {} : { downgradeOn: input.downgradeOn, downgradeTo: input.downgradeTo }), retentionYears: input.retentionYears },
  )
  return { version }
}

/**
 * What the dossier asks beyond its regulation, when it is to be kept so many years in all (null: for ever). What is wanted as it
 * stands changes nothing; fewer years than the regulation asks are refused (`retention-too-short`): only its time running out
 * and an appraisal end a dossier.
 */
function ownRetention(trx: Trx, dossierId: number, wanted: number | null): { ownYears?: number | null; isKeptForEver?: 0 | 1 } {
  const { retentionYears } = trx.prepare('SELECT retentionYears FROM dossier WHERE id = ?').get(dossierId) as { retentionYears: number | null }
  if (wanted === retentionYears) return {}
  if (wanted === null) return { isKeptForEver: 1 }
  const { years, clause } = regulatedRetentionOf(trx, dossierId)
  if (years === null || wanted < years) throw new AppError('retention-too-short', { years, clause })
  return { ownYears: wanted === years ? null : wanted, isKeptForEver: 0 }
}

/** A planned lowering has a day and a level below the one given now, or neither. */
function requireLower({ level, downgradeOn, downgradeTo }: Parsed<'dossiers.change'>): void {
  if ((downgradeOn === null) !== (downgradeTo === null)) throw new AppError('bad-input', { path: 'downgradeTo' })
  if (downgradeTo !== null && isAtLeast(downgradeTo, level)) throw new AppError('bad-input', { path: 'downgradeTo' })
}
