import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { approveRating, reviewRating, submitRating } from '../ratings/decide.ts'
import { linesOf, requireBatch } from './load.ts'
import { forEach } from './run.ts'

/** The state that a step of a whole batch takes up. A returned rating is its maker's to mend first. */
export const WAITS = { submit: 'draft', review: 'submitted', approve: 'reviewed' } as const

/**
 * The next step of all ratings of a batch that wait for it, each by the very rules that a single one goes by: made, reviewed
 * and approved by three people. A proposed override is never agreed to in a heap: such a rating is refused (`bad-input`).
 */
export const stepJob: JobUseCase<'rerating.step'> = {
  prepare: async () => { await setImmediate() },
  run: (context, { id, step, remarks }) => {
    const batch = requireBatch(context.trx, id)
    const waiting = linesOf(context.trx, id).flatMap(({ partyId, ratingId, state, version }) => (ratingId !== null && version !== null && state === WAITS[step] ? [{ partyId, id: ratingId, version }] : []))
    if (waiting.length === 0) throw new AppError('wrong-state')
    const capsules: string[] = []
    const keepHash = (_subject: unknown, detail: Readonly<Record<string, unknown>> = {}) => { if (typeof detail['hash'] === 'string') capsules.push(detail['hash']) }
    const refused = forEach(context, waiting, (quiet, one) => {
      if (step === 'submit') submitRating(quiet, { id: one.id, version: one.version })
      // Nobody signs on the spot for a heap: what is prepared is nobody's password.
      else (step === 'review' ? reviewRating : approveRating).run(quiet, { id: one.id, version: one.version, remarks }, null as never)
    }, keepHash)
    const done = waiting.length - refused.length
    if (done === 0) throw new AppError('nothing-done', { refused: refused.length, code: refused[0]?.code ?? '' })
    context.record({ kind: 'rerating', id, label: batch.number }, { step, done, refused: refused.length, remarks, ...(capsules.length > 0 ? { capsules } : {}) })
    return { done, refused }
  },
}
