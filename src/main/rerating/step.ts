import { setImmediate } from 'node:timers/promises'
import type { Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { JobUseCase } from '../jobs/job.ts'
import type { Context } from '../pipeline/context.ts'
import { movedSince } from '../ratings/basis.ts'
import { refreshRating } from '../ratings/create.ts'
import { approveRating, returnRating, reviewRating, submitRating } from '../ratings/decide.ts'
import { requireRating } from '../ratings/load.ts'
import { linesOf, requireBatch, waitsFor } from './load.ts'
import { forEach } from './run.ts'

type Asked = Parsed<'rerating.step'>
type One = { id: number; version: number }

/**
 * The next step of all ratings of a batch that wait for it, each by the very rules that a single one goes by: made, reviewed
 * and approved by three people, on what the ledgers still say. A proposed override is never agreed to in a heap: such a rating is
 * refused (`bad-input`). `refresh` and `return` take up those alone whose basis has moved.
 */
export const stepJob: JobUseCase<'rerating.step'> = {
  prepare: async () => { await setImmediate() },
  run: (context, asked) => {
    const { id, step, remarks } = asked
    const batch = requireBatch(context.trx, id)
    if (step === 'return' && remarks === null) throw new AppError('bad-input', { path: 'remarks' })
    const waiting = linesOf(context.trx, id).filter(waitsFor(step)).map(({ partyId, ratingId, version }) => ({ partyId, id: ratingId, version }))
    if (waiting.length === 0) throw new AppError('wrong-state')
    const capsules: string[] = []
    const keepHash = (_subject: unknown, detail: Readonly<Record<string, unknown>> = {}) => { if (typeof detail['hash'] === 'string') capsules.push(detail['hash']) }
    let left = 0
    const refused = forEach(context, waiting, (quiet, one) => { if (!take(quiet, asked, one)) left += 1 }, keepHash)
    const done = waiting.length - refused.length - left
    if (done === 0 && refused.length > 0) throw new AppError('nothing-done', { refused: refused.length, code: refused[0]!.code })
    context.record({ kind: 'rerating', id, label: batch.number }, { step, done, refused: refused.length, remarks, ...(capsules.length > 0 ? { capsules } : {}) })
    return { done, refused }
  },
}

/** False: there was nothing to do with it. Nobody signs on the spot for a heap: what is prepared is nobody's password. */
function take(context: Context, { step, remarks }: Asked, { id, version }: One): boolean {
  if ((step === 'refresh' || step === 'return') && movedSince(context.trx, requireRating(context, id, version)) === null) return false
  switch (step) {
    case 'refresh': refreshRating(context, { id, version }); break
    case 'submit': submitRating(context, { id, version }); break
    case 'review': reviewRating.run(context, { id, version, remarks }, null as never); break
    case 'approve': approveRating.run(context, { id, version, remarks }, null as never); break
    case 'return': returnRating.run(context, { id, version, reason: remarks! }, null as never); break
  }
  return true
}
