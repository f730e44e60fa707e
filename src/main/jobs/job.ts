import type { MethodName, Output, Parsed } from '../../shared/contract/index.ts'
import type { Context, Preparation } from '../pipeline/context.ts'

/** How long work tells how far it is, and learns that it should stop. */
export type JobControl = {
  /** Cheap enough to call for every row: messages are sent at most every 100 ms. `step` is a key of text.common.steps. */
  progress(done: number, total: number | null, step: JobStep): void
  /** Throws `cancelled` once somebody has asked for it. */
  throwIfCancelled(): void
}

export const JOB_STEPS = ['reading', 'checking', 'writing', 'hashing', 'packing', 'building', 'finishing'] as const
export type JobStep = (typeof JOB_STEPS)[number]

/**
 * Long work. It runs in a worker thread on a connection of its own: `prepare` without holding anything (parsing,
 * hashing, packing), then `run` as one transaction with one audit entry, while other writers wait and readers go on.
 * Killed at any moment, the archive is as before or as after.
 */
export type JobUseCase<Name extends MethodName, Prepared = void> = {
  prepare: (context: Preparation & JobControl, input: Parsed<Name>) => Promise<Prepared>
  run: (context: Context & JobControl, input: Parsed<Name>, prepared: Prepared) => Output<Name>
}
