import { AppError } from '../../shared/errors.ts'
import { clearedTo, isAtLeast, type SecurityLevel } from '../../shared/rules/clearances/levels.ts'
import { runningSlip } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { isBound } from '../qualifications/agreements.ts'
import type { Trx } from '../storage/database.ts'
import { sql } from 'kysely'

type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>
export type ReadDossier = { id: number; number: string; level: SecurityLevel; openedBy: number }

/**
 * Why not to show what stands in a dossier to a person who may see that it exists, where the regulation in force asks for
 * more: a confidentiality agreement (`agreement-missing`, S13), a clearance for its level (`not-cleared`, S03 四.2), the
 * authorisation of whom it names (`not-authorised`, S01 5.1.3b). Who opened the dossier, who authorises, and who reads by
 * a signed slip (its signatures are the authorisation) need neither clearance nor authorisation.
 */
function whyNotRead(reader: Reader, dossier: ReadDossier): AppError | null {
  const { trx, actor, today, regulation: { access } } = reader
  if (access.agreement && !isBound(trx, actor.personId, today)) return new AppError('agreement-missing', { clause: access.agreement.clause })
  if (!access.clearance && !access.authorisation) return null
  if (dossier.openedBy === actor.personId || actor.roles.includes('generalManager') || readsBySlip(reader, dossier.id)) return null
  if (access.clearance && !isAtLeast(clearanceOf(trx, actor.personId, today), dossier.level)) {
    return new AppError('not-cleared', { clause: access.clearance.clause, level: dossier.level, dossierId: dossier.id })
  }
  const { authorisation } = access
  if (!authorisation || !isAtLeast(dossier.level, authorisation.fromLevel) || actor.roles.includes(authorisation.role)) return null
  return isAuthorised(trx, actor.personId, dossier.id, today)
    ? null
    : new AppError('not-authorised', { clause: authorisation.clause, role: authorisation.role, dossierId: dossier.id })
}

/** Whether the regulation in force asks anything of a reader beyond seeing. Most do not: then nobody's dossier need be asked for. */
export const asksOfReaders = ({ regulation: { access } }: Pick<Reader, 'regulation'>): boolean => Boolean(access.agreement ?? access.clearance ?? access.authorisation)

/** Refuses it with the reason. */
export function requireMayRead(reader: Reader, dossier: ReadDossier): void {
  const refusal = whyNotRead(reader, dossier)
  if (refusal) throw refusal
}

/** The same for a dossier known by its id, which the caller has seen to be visible. */
export const requireMayReadById = (reader: Reader, dossierId: number): void => requireMayRead(reader, readDossier(reader, dossierId))

/** The question alone, for what goes on without that dossier. */
export const mayReadById = (reader: Reader, dossierId: number): boolean => whyNotRead(reader, readDossier(reader, dossierId)) === null

const readDossier = ({ trx }: Reader, id: number) => trx.prepare('SELECT id, number, level, openedBy FROM dossier WHERE id = ?').get(id) as ReadDossier

/** The highest level that a person is cleared for on a day. */
export function clearanceOf(trx: Trx, personId: number, day: string): SecurityLevel {
  return clearedTo(trx.all(trx.sql.selectFrom('clearance').select(['level', 'fromOn', 'untilOn', 'revokedAt']).where('personId', '=', personId)), day)
}

function isAuthorised(trx: Trx, personId: number, dossierId: number, day: string): boolean {
  return trx
    .prepare(
      `SELECT 1 FROM authorisation WHERE personId = ? AND (dossierId = ? OR dossierId IS NULL) AND untilOn >= ? AND decision = 'agreed' AND revokedAt IS NULL`,
    )
    .get(personId, dossierId, day) !== undefined
}

function readsBySlip({ trx, actor, today }: Reader, dossierId: number): boolean {
  return trx.one(
    trx.sql.selectFrom('dossier').select('id').where('id', '=', dossierId).where(sql<boolean>`id IN (${runningSlip(actor, today)})`),
  ) !== undefined
}
