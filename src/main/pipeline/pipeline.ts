import { randomBytes } from 'node:crypto'
import { contract, type Input, type MethodName, type Output } from '../../shared/contract/index.ts'
import type { Method } from '../../shared/contract/method.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { turnDay } from '../archive/turn-day.ts'
import { readSetting } from '../archive/settings.ts'
import { appendEntry } from '../audit/chain.ts'
import { completeJobInput, runJob } from '../jobs/run-job.ts'
import { findActor } from '../people/passwords.ts'
import { hasRole } from '../people/visibility.ts'
import { asQualified } from '../qualifications/standing.ts'
import type { Trx } from '../storage/database.ts'
import type { Actor, Context, Preparation } from './context.ts'
import { asExpected } from './expected.ts'
import { handlers, isJobMethod, outsideHandlers } from './handlers.ts'
import { makeContext, makePreparation, momentOf } from './make-context.ts'
import type { Connection, Program, Session } from './program.ts'

/** Methods a person may call before having changed a temporary password, and while the screen is locked. */
const BEFORE_PASSWORD_CHANGE: readonly string[] = ['session.changePassword', 'session.lock', 'archive.status']
/** Asked by the program itself at intervals: they do not count as somebody being there. */
const UNATTENDED: readonly string[] = ['archive.status', 'home.overview', 'jobs.progress']
/** Refusals worth an entry: somebody tried what he may not. */
const AUDITED_REFUSALS: readonly string[] = ['forbidden', 'same-person', 'wrong-password', 'not-qualified', 'not-cleared', 'not-authorised', 'agreement-missing']

type Erased = {
  prepare?: (context: Preparation, input: unknown) => Promise<unknown>
  run: (context: Context, input: unknown, prepared: unknown) => unknown
  after?: (archive: Archive, prepared: unknown) => Promise<void>
  refused?: { method: MethodName; keep: (context: Context, input: unknown, prepared: unknown, error: AppError) => boolean }
}

/**
 * The one way in. Answers the value, or a refusal by code; never throws. A refusal leaves nothing written but, for an
 * attempt at what one may not do, its own audit entry, and what a use case keeps of it (`refused`).
 */
export async function call<Name extends MethodName>(
  program: Program, connection: Connection, method: Name, input: Input<Name>,
): Promise<Answer<Output<Name>>> {
  return (await callByName(program, connection, method, input)) as Answer<Output<Name>>
}

/** The same for a door, whose method and input come from outside and are anything. */
export async function callByName(program: Program, connection: Connection, method: unknown, input: unknown): Promise<Answer<unknown>> {
  try {
    if (typeof method !== 'string' || !Object.hasOwn(contract, method)) throw new AppError('unknown-method')
    const spec = contract[method as MethodName] as Method
    const value = await dispatch(program, connection, method as MethodName, spec, input)
    if (program.checksOutputs) return { ok: true, value: spec.output.parse(value) }
    return { ok: true, value }
  } catch (error) {
    return refusal(program, connection, String(method), error)
  }
}

async function dispatch(program: Program, connection: Connection, method: MethodName, spec: Method, input: unknown): Promise<unknown> {
  if (spec.who === 'anyone') {
    const parsed = parse(spec, input)
    return await outsideHandlers[method as keyof typeof outsideHandlers](program, connection, parsed as never, null)
  }
  const { archive, session } = requireSession(program, connection, method)
  const moment = momentOf(archive.clock.now())
  try {
    await turnDay(archive, moment.today)
  } catch (error) {
    // Lists go by the day themselves: what cannot be written now (a full disk) keeps nobody from reading, and the next call tries again.
    program.log(`${new Date().toISOString()} the turn of the day: ${describe(error)}`)
  }
  const actor = archive.store.read((trx) => requireActor(trx, session, moment.today, method, spec))
  const parsed = parse(spec, input)
  if (isJobMethod(method)) return await runJob(program, connection, method, await completeJobInput(program, method, parsed), actor)
  if (spec.kind === 'outside') return await outsideHandlers[method as keyof typeof outsideHandlers](program, connection, parsed as never, actor)

  const handler = handlers[method as keyof typeof handlers] as unknown as Erased | Erased['run']
  const useCase: Erased = typeof handler === 'function' ? { run: handler } : handler
  const prepared = useCase.prepare
    ? await useCase.prepare(makePreparation(archive, archive.store, actor, session.id, moment, program.presets), parsed) : undefined

  // Rights are asked again inside the transaction: preparing may have taken time in which somebody was disabled.
  const contextIn = (trx: Trx, name: MethodName) => {
    const now = useCase.prepare ? requireActor(trx, session, moment.today, method, spec) : actor
    return makeContext(makePreparation(archive, trx, now, session.id, moment, program.presets), name)
  }
  const work = (trx: Trx) => {
    const { context, appendAuditEntry } = contextIn(trx, method)
    const value = useCase.run(context, parsed, prepared)
    if (spec.kind !== 'query') appendAuditEntry()
    return value
  }
  const write = () => {
    try {
      return archive.store.write(work)
    } catch (error) {
      if (useCase.refused && error instanceof AppError) keepWhatWasFound(useCase.refused, error)
      throw error
    }
  }
  const keepWhatWasFound = ({ method: name, keep }: NonNullable<Erased['refused']>, refused: AppError) => {
    try {
      archive.store.write((trx) => {
        const { context, appendAuditEntry } = contextIn(trx, name)
        if (keep(context, parsed, prepared, refused)) appendAuditEntry()
      })
    } catch (error) {
      // The refusal stands whether or not that could be written.
      program.log(`${new Date().toISOString()} what a refusal of ${method} found: ${describe(error)}`)
    }
  }
  const value = spec.kind === 'query' ? archive.store.read(work) : await archive.writeLock.run(write)
  try {
    await useCase.after?.(archive, prepared)
  } catch (error) {
    // What is committed stays answered as done; the sweeping is made up for at the next opening.
    program.log(`${new Date().toISOString()} after ${method}: ${describe(error)}`)
  }
  return value
}

function parse(spec: Method, input: unknown): unknown {
  const parsed = spec.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), problem: issue.code }))
  throw new AppError('bad-input', { issues })
}

function requireSession(program: Program, connection: Connection, method: string): { archive: Archive; session: Session } {
  const { archive } = program
  const { session } = connection
  if (!archive || !session) throw new AppError('not-signed-in')
  lockWhenIdle(archive, session)
  if (session.isLocked) throw new AppError('locked')
  if (!UNATTENDED.includes(method)) session.lastUsedAt = archive.clock.now().getTime()
  return { archive, session }
}

function lockWhenIdle(archive: Archive, session: Session): void {
  const minutes = Number(readSetting(archive.store, 'idleLockMinutes') ?? 10)
  if (session.isLocked || archive.clock.now().getTime() - session.lastUsedAt <= minutes * 60_000) return
  session.isLocked = true
  archive.tickets.revokeSession(session.id)
}

function requireActor(trx: Trx, session: Session, today: string, method: string, spec: Method): Actor {
  const person = findActor(trx, session.personId)
  if (!person) throw new AppError('not-signed-in')
  const actor = asQualified(trx, person, today)
  if (actor.mustChangePassword && !BEFORE_PASSWORD_CHANGE.includes(method)) throw new AppError('password-change-required')
  if (Array.isArray(spec.who) && !hasRole(actor, spec.who)) {
    if (hasRole(person, spec.who)) throw new AppError('not-qualified', { lacks: actor.lacks })
    throw new AppError('forbidden')
  }
  return actor
}

async function refusal(program: Program, connection: Connection, method: string, error: unknown): Promise<Answer<never>> {
  const expected = asExpected(error)
  if (!expected) {
    const incident = randomBytes(4).toString('hex').toUpperCase()
    program.log(`${new Date().toISOString()} incident ${incident} in ${method}: ${describe(error)}`)
    return { ok: false, error: { code: 'internal', details: { incident } } }
  }
  if (AUDITED_REFUSALS.includes(expected.code)) await recordRefusal(program, connection, method, expected)
  return { ok: false, error: { code: expected.code, details: expected.details } }
}

/** Error name and stack frames, without the message: a message may carry a customer's name. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((row) => row.trimStart().startsWith('at ')).slice(0, 12)
  const code = (error as { code?: unknown }).code
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n')
}

async function recordRefusal(program: Program, connection: Connection, method: string, error: AppError): Promise<void> {
  const { archive } = program
  if (!archive) return
  const who = connection.session ? findActor(archive.store, connection.session.personId) : undefined
  try {
    await archive.writeLock.run(() =>
      archive.store.write((trx) =>
        appendEntry(trx, {
          at: archive.clock.now().toISOString(), actorId: who?.personId ?? null, actorName: who?.name ?? '', method,
          outcome: 'refused', subjectKind: null, subjectId: null, subjectLabel: null, detail: { code: error.code },
        }),
      ),
    )
  } catch (failure) {
    // The refusal stands whether or not it could be written down; that it could not is an incident of its own.
    program.log(`${new Date().toISOString()} a refusal of ${method} could not be recorded: ${describe(failure)}`)
  }
}
