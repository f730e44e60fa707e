import { AppError } from '../../shared/errors.ts'
import { isHandedOver, nextStep } from '../../shared/rules/custody/steps.ts'
import { STAGES, type Stage } from '../../shared/rules/regulations/duties-of-office.ts'
import type { DossierKind } from '../../shared/rules/regulations/schema.ts'
import type { DossierHead } from '../dossiers/rights.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import { stageOf } from './ledger.ts'
import { stepsByVersion } from './ways.ts'

/**
 * Refuses to shelve a folder that its own regulation leads into the archive room by transfer, as long as the room has not
 * received it (`not-handed-over`, with where it is and who takes it next). Old stock is taken in first (`custody.takeIn`).
 */
export function requireHandedOver(trx: Trx, dossier: Pick<DossierHead, 'id' | 'number' | 'kind' | 'regulationVersionId'>): void {
  const stage = stageOf(trx, dossier.id)
  const { transfers } = regulationOfVersion(trx, dossier.regulationVersionId)
  if (stage === 'archiveRoom' || !isHandedOver(transfers, dossier.kind)) return
  throw new AppError('not-handed-over', { number: dossier.number, stage, to: nextStep(transfers, dossier.kind, stage)?.to ?? 'archiveRoom' })
}

type Shelvable = { stage: Stage; versionId: number; kind: DossierKind }

/**
 * Which folders may be shelved, as the parts of an index: those that the archive room has received, and those of kinds
 * that their regulation leads there by no transfer. Null: all, since no regulation of this archive knows transfers.
 */
export function shelvableParts(trx: Trx): Shelvable[] | null {
  const versions = stepsByVersion(trx)
  const kinds = ['credit', 'contract'] as const
  if (!versions.some(({ transfers }) => kinds.some((kind) => isHandedOver(transfers, kind)))) return null
  return versions.flatMap(({ versionId, transfers }) => kinds.flatMap((kind) =>
    STAGES.filter((stage) => stage === 'archiveRoom' || !isHandedOver(transfers, kind)).map((stage) => ({ stage, versionId, kind }))))
}
