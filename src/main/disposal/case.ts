import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import type { Obstacle } from '../../shared/rules/disposal/obstacles.ts'
import type { Opinion, Parties } from '../../shared/rules/disposal/steps.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import type { DisposalSignatureTable, DisposalTable } from '../storage/tables/disposal.ts'
import { obstacles } from './obstacles.ts'

export type DisposalCase = Omit<DisposalTable, 'id' | 'version' | 'round' | 'submittedAt' | 'approvedAt' | 'carriedOutBy' | 'manner' | 'place' | 'closedAt'> & {
  id: number; version: number; round: number; submittedAt: string | null; approvedAt: string | null; carriedOutBy: number | null
  manner: string | null; place: string | null; closedAt: string | null
}
export type LineRow = {
  dossierId: number; number: string; partyName: string; decision: Opinion | null; keepUntilYear: number | null
  stoppedAt: string | null; stoppedBy: string | null; checkedAt: string | null; destroyedAt: string | null; pages: number
}
export type SignatureRow = Omit<DisposalSignatureTable, 'id' | 'role'> & { id: number; role: Role | null; name: string }

/** One case; `not-found` when there is none. Its readers all see the whole archive. */
export function requireCase(trx: Trx, id: number, version?: number): DisposalCase {
  const row = trx.prepare('SELECT * FROM disposal WHERE id = ?').get(id) as DisposalCase | undefined
  if (!row) throw new AppError('not-found', { id })
  if (version !== undefined && version !== row.version) throw new AppError('changed-meanwhile', { version: row.version })
  return row
}

export function requireState(one: DisposalCase, state: DisposalCase['state']): void {
  if (one.state !== state) throw new AppError('wrong-state', { state: one.state })
}

/** Who approves and how many watch, by the version the case began under. */
export function rulesOf(trx: Trx, { regulationVersionId }: Pick<DisposalCase, 'regulationVersionId'>) {
  const regulation = regulationOfVersion(trx, regulationVersionId)
  if (!regulation.disposal) throw new AppError('disposal-not-regulated', { regulation: regulation.id })
  return { ...regulation.disposal, regulation: regulation.id }
}

/** The lines of a case in the order of their numbers. */
export function linesOf(trx: Trx, id: number): LineRow[] {
  return trx
    .prepare(
      `SELECT line.dossierId, dossier.number, party.name AS partyName, dossier.pages, line.decision, line.keepUntilYear, line.stoppedAt, line.stoppedBy,
         line.checkedAt, line.destroyedAt
       FROM disposalLine AS line JOIN dossier ON dossier.id = line.dossierId JOIN party ON party.id = dossier.partyId
       WHERE line.disposalId = ? ORDER BY dossier.number`,
    )
    .all(id) as LineRow[]
}

/** Still in the case, neither stopped nor gone. */
export const isRunning = ({ stoppedAt, destroyedAt }: LineRow): boolean => stoppedAt === null && destroyedAt === null
export const isToDestroy = (line: LineRow): boolean => isRunning(line) && line.decision === 'destroy'

export function groupOf(trx: Trx, id: number): number[] {
  const rows = trx.prepare('SELECT personId FROM disposalAppraiser WHERE disposalId = ? ORDER BY ordinal').all(id) as { personId: number }[]
  return rows.map(({ personId }) => personId)
}

export function signaturesOf(trx: Trx, id: number): SignatureRow[] {
  return trx
    .prepare('SELECT signature.*, person.name FROM disposalSignature AS signature JOIN person ON person.id = signature.signerId WHERE disposalId = ? ORDER BY signature.id')
    .all(id) as SignatureRow[]
}

/** The signatures that count now: of the running round; a supervisor's on its own day alone, or on that of the destruction. */
export function countingSignatures(one: DisposalCase, all: readonly SignatureRow[], today: string) {
  const agreed = all.filter(({ round, decision }) => round === one.round && decision === 'agreed')
  const day = one.state === 'done' ? agreed.findLast(({ part }) => part === 'supervision')?.on : today
  const approvals = agreed.filter(({ part }) => part === 'approval')
  const supervisions = agreed.filter(({ part, on }) => part === 'supervision' && on === day)
  return { head: agreed.findLast(({ part }) => part === 'appraisal') ?? null, approvals, supervisions }
}

/** Everybody who has a part in the case, as the rules ask for them. */
export function partiesOf(trx: Trx, one: DisposalCase, today: string): Parties {
  const { approvals, supervisions } = countingSignatures(one, signaturesOf(trx, one.id), today)
  return {
    openedBy: one.openedBy, group: groupOf(trx, one.id), approvers: rulesOf(trx, one).approvers,
    approvals: approvals.map(({ role, signerId }) => ({ role: role!, signerId })), supervisors: supervisions.map(({ signerId }) => signerId),
  }
}

/**
 * Takes out of the case every line that is to be destroyed and in whose way something has come since, with the fact; the rest
 * goes on. Answers the lines it stopped.
 */
export function stopObstructed({ trx, now, today }: Context, id: number): (LineRow & { obstacle: Obstacle })[] {
  const stopped = linesOf(trx, id).filter(isToDestroy).flatMap((line) => {
    const [obstacle] = obstacles(trx, line.dossierId, today, id)
    return obstacle ? [{ ...line, obstacle }] : []
  })
  for (const { dossierId, obstacle } of stopped) {
    trx.prepare('UPDATE disposalLine SET stoppedAt = ?, stoppedBy = ? WHERE disposalId = ? AND dossierId = ?').run(now, JSON.stringify(obstacle), id, dossierId)
  }
  return stopped
}

/** What of the stopped lines the audit entry says. */
export const stoppedDetail = (stopped: readonly (LineRow & { obstacle: Obstacle })[]) =>
  (stopped.length === 0 ? {} : { stopped: stopped.map(({ number, obstacle }) => `${number} ${obstacle.kind}`) })

export type NewSignature = { part: SignatureRow['part']; signer: Actor; role?: Role; decision?: 'agreed' | 'refused'; reason?: string | null }

/** A signature over the case as it stands: its number, its regulation, and every line with what is decided of it. */
export function signCase(context: Context, one: DisposalCase, { part, signer, role, decision = 'agreed', reason = null }: NewSignature): string {
  const { trx, actor, now, today } = context
  const text = [
    `${one.number} ${part}${role ? ` ${role}` : ''} ${decision}`, `${rulesOf(trx, one).regulation} ${one.regulationVersionId}`,
    ...linesOf(trx, one.id).map((line) =>
      [line.number, line.partyName, line.pages, line.decision, line.keepUntilYear ?? '', line.stoppedAt ? 'stopped' : ''].join('\t')),
  ].join('\n')
  const textHash = createHash('sha256').update(text).digest('hex')
  trx.run(
    trx.sql.insertInto('disposalSignature').values({
      disposalId: one.id, round: one.round, part, role: role ?? null, signerId: signer.personId, decision, reason,
      onTheSpot: signer.personId === actor.personId ? 0 : 1, sessionOf: actor.personId, text, textHash, at: now, on: today,
    }),
  )
  return textHash
}

type CaseChange = Partial<Pick<DisposalCase, 'state' | 'round' | 'submittedAt' | 'approvedAt' | 'carriedOutBy' | 'manner' | 'place' | 'closedAt' | 'remarks'>>

export function updateCase({ trx }: Pick<Context, 'trx'>, one: DisposalCase, change: CaseChange): void {
  trx.run(trx.sql.updateTable('disposal').set({ ...change, version: one.version + 1 }).where('id', '=', one.id))
}

/** Says what the audit entry is about: the case by its number. */
export function recordCase(context: Context, { id, number }: Pick<DisposalCase, 'id' | 'number'>, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'disposal', id, label: number }, detail)
}
