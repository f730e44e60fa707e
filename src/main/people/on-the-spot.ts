import { AppError } from '../../shared/errors.ts'
import type { Actor, Context, Preparation } from '../pipeline/context.ts'
import { asQualified } from '../qualifications/standing.ts'
import { findActor, verifyPassword } from './passwords.ts'

/** Login and password that somebody types at another person's desk, to sign for himself. */
export type Spot = { login: string; password: string } | undefined

/** Before the transaction: whose they are; null for a signature in one's own session. `wrong-password`, `too-many-attempts`. */
export async function prepareSigner({ archive }: Pick<Preparation, 'archive'>, onTheSpot: Spot): Promise<number | null> {
  return onTheSpot ? (await verifyPassword(archive, onTheSpot.login, onTheSpot.password)).personId : null
}

/**
 * The signer as the database has him inside the transaction, in the roles that he may act in today: an archivist who cannot
 * show a qualification signs as none. A temporary password signs nothing (`password-change-required`).
 */
export function requireSigner(context: Pick<Context, 'trx' | 'actor' | 'today'>, personId: number | null): Actor {
  if (personId === null) return context.actor
  const signer = findActor(context.trx, personId)
  if (!signer) throw new AppError('forbidden')
  if (signer.mustChangePassword) throw new AppError('password-change-required', { login: signer.login })
  return asQualified(context.trx, signer, context.today)
}
