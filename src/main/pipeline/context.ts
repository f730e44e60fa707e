import type { MethodName, Output, Parsed } from '../../shared/contract/index.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import type { Archive } from '../archive/archive.ts'
import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import type { Trx } from '../storage/database.ts'

/** Who is calling, as the database knows him at the moment of the call. */
export type Actor = {
  readonly personId: number
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly departmentId: number | null
}

/** The only clock of the program: doors hand in the real one, tests their own. */
export type Clock = { now(): Date }

export type Subject = { kind: string; id: number | null; label?: string | null }

/**
 * What a use case works with. Nothing is global: the transaction, who asks, what time it is and which regulation is in
 * force all come in here.
 */
export type Context = {
  readonly trx: Trx
  readonly actor: Actor
  /** Instant of the call, ISO 8601 UTC with milliseconds; the same for the whole call. */
  readonly now: string
  /** The calendar day of the workstation, `YYYY-MM-DD`. */
  readonly today: string
  readonly regulation: Regulation
  readonly regulationVersionId: number
  /** The regulations that come with the program. */
  readonly presets: readonly Regulation[]
  readonly archive: Archive
  /** The door's session of this call: tickets and staged uploads belong to it. */
  readonly sessionId: string
  /** Says what the call's one audit entry is about. Called at most once with a subject; details are merged. */
  record(subject: Subject | null, detail?: Readonly<Record<string, unknown>>): void
  /** The number that this call's audit entry will have. */
  readonly auditSeq: number
}

/** The same before the transaction: for what has to wait (password hashing, file reading). Nothing may be written. */
export type Preparation = Omit<Context, 'record' | 'auditSeq'>

/**
 * How a method of kind query, reading or command is carried out. `run` is synchronous and is the transaction; what
 * `prepare` answers is handed to it; `after` runs once the transaction is on disk (sweeping, never correctness).
 */
export type UseCase<Name extends MethodName, Prepared = void> = {
  prepare?: (context: Preparation, input: Parsed<Name>) => Promise<Prepared>
  run: (context: Context, input: Parsed<Name>, prepared: Prepared) => Output<Name>
  after?: (archive: Archive, prepared: Prepared) => Promise<void>
  /**
   * What a refusal leaves behind all the same, in a transaction of its own once `run` is rolled back: what was found and why it
   * was refused. `method`: what it is in the log; `keep` answers whether there was anything to keep.
   */
  refused?: { method: MethodName; keep: (context: Context, input: Parsed<Name>, prepared: Prepared, error: AppError) => boolean }
}

/** A plain function is a use case without preparation. */
export type Handler<Name extends MethodName> =
  // The prepared value never leaves the use case, so its type does not matter to the pipeline.
  UseCase<Name, never> | ((context: Context, input: Parsed<Name>) => Output<Name>)

/** Types a use case with preparation, letting the prepared value's type be found. */
export function withPreparation<Name extends MethodName, Prepared>(
  useCase: UseCase<Name, Prepared> & { prepare: (context: Preparation, input: Parsed<Name>) => Promise<Prepared> },
): UseCase<Name, never> {
  return useCase as unknown as UseCase<Name, never>
}

export type Handlers<Names extends MethodName> = { [Name in Names]: Handler<Name> }
