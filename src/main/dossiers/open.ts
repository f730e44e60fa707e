import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Level } from '../../shared/rules/lookups/signers.ts'
import { unmetConditions } from '../../shared/rules/regulations/conditions.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { gapsOf } from '../../shared/rules/regulations/catalogue.ts'
import { type DossierKind, requiredItems } from '../../shared/rules/regulations/schema.ts'
import { keepRetention } from '../disposal/keep-retention.ts'
import { keepDuties } from '../duties/keep.ts'
import { reindexParty } from '../parties/search-index.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleParty, visibleDossier } from '../people/visibility.ts'
import { nextSequence } from './numbers.ts'
import { mayOpenIn } from './rights.ts'

/** Before this year no dossier can have been opened; the register of numbers begins with it. */
const FIRST_YEAR = 1949

/**
 * Opens the credit dossier of a party. Refuses what entering one refuses, a second of the same party (`dossier-exists`), and
 * one whose conditions do not hold where the regulation sets any (`conditions-unmet`, S12 2.1).
 * A contract's folder is opened with its contract (`contracts/open.ts`).
 */
export function openDossier(context: Context, input: Parsed<'dossiers.open'>): Output<'dossiers.open'> {
  const { conditions, ...where } = input
  const wanted = { ...where, kind: 'credit' as const }
  const opened = enterDossier(context, wanted, () => {
    refuseSecond(context, wanted)
    refuseUnmet(context, conditions)
  })
  const { id, number, openedOn, level } = opened
  context.record({ kind: 'dossier', id, label: number }, { partyId: input.partyId, level, openedOn, ...(conditions.length > 0 ? { conditions } : {}) })
  return { id, number }
}

export type Entered = { id: number; number: string; openedOn: string; level: Level }
type Wanted = Omit<Parsed<'dossiers.open'>, 'conditions'> & { kind: DossierKind }

/**
 * Enters a dossier of a party and kind under the regulation in force, and gives it the next number of its department and of
 * the year it was opened in (S02 4.2, S22 2). Refuses a party the person may not see (`not-found`), a department that is not
 * his own (`forbidden`), a day to come (`bad-input`); `check` may refuse more before anything is written. The audit entry is
 * the caller's.
 */
export function enterDossier(context: Context, input: Wanted, check?: () => void): Entered {
  const { trx, actor, regulation } = context
  requireVisibleParty(trx, actor, context.today, input.partyId)
  if (!mayOpenIn(actor, input.departmentId)) throw new AppError('forbidden')
  const department = trx.one(
    trx.sql.selectFrom('department').select(['id', 'code']).where('id', '=', input.departmentId).where('isActive', '=', 1),
  )
  if (!department) throw new AppError('not-found', { departmentId: input.departmentId })
  check?.()
  const openedOn = input.openedOn ?? context.today
  const year = Number(openedOn.slice(0, 4))
  const level = input.level ?? regulation.defaultLevel
  if (openedOn > context.today || year < FIRST_YEAR) throw new AppError('bad-input', { path: 'openedOn' })

  const sequence = nextSequence(trx, input.kind, department.id, year)
  const number = formatNumber(regulation.numbering[input.kind], { department: department.code, year, sequence })
  const id = trx.run(
    trx.sql.insertInto('dossier').values({
      kind: input.kind, number, partyId: input.partyId, departmentId: department.id, year, level,
      retentionYears: regulation.retention.defaultYears, openedOn, openedBy: actor.personId, openedAt: context.now,
      remarks: input.remarks, required: requiredItems(regulation, input.kind).length, gaps: gapsOf(regulation, input.kind, new Set()),
      regulationVersionId: context.regulationVersionId,
    }),
  ).lastId
  trx.run(
    trx.sql.insertInto('dossierNumber')
      .values({ kind: input.kind, departmentId: department.id, year, sequence, number, dossierId: id }),
  )
  keepDuties(trx, id)
  keepRetention(trx, id)
  reindexParty(trx, input.partyId)
  return { id, number, openedOn, level }
}

function refuseUnmet({ regulation }: Context, ticked: readonly string[]): void {
  const unmet = unmetConditions(regulation, ticked)
  if (unmet.length > 0) throw new AppError('conditions-unmet', { clause: regulation.opening?.clause ?? '', needs: regulation.opening?.needs ?? 'all', conditions: unmet })
  const unknown = ticked.some((condition) => !regulation.opening?.conditions.includes(condition))
  if (unknown) throw new AppError('bad-input', { path: 'conditions' })
}

/** A clash with a dossier that the person may not see must not tell its number. */
function refuseSecond({ trx, actor, today }: Context, { partyId, kind }: { partyId: number; kind: DossierKind }): void {
  const other = trx.one(
    trx.sql.selectFrom('dossier').select(['id', 'number', sql<0 | 1>`${visibleDossier(actor, today)}`.as('isVisible')])
      .where('partyId', '=', partyId).where('kind', '=', kind).where('voidedAt', 'is', null),
  )
  if (other) throw new AppError('dossier-exists', other.isVisible ? { dossierId: other.id, number: other.number } : {})
}
